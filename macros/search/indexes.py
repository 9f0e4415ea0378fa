"""The indexes of a built site: one of every page, and a small one for each partnership."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from macros.search.pagefind import write_index
from macros.search.steady import steady

ASSETS = Path("assets")
SAVED, SEARCH = ASSETS / "saved", ASSETS / "search"
EVERY = "_all"
"""No partnership's name: theirs have no underscore."""
PROGRAM = "pagefind.js"
NEEDED = ("pagefind-entry.json", "*.pf_meta", "wasm.en.pagefind", "*/*.pf_*")
"""Of what Pagefind writes; the rest is for its own page and other languages."""


def index_site(site: Path) -> None:
    """Adds the indexes to the site, and each partnership's own to what is kept of it on a device.

    Every folder has the hash of what is in it in its name, so a browser never mixes two builds and
    may keep it for ever. `<partnership>.json` and `_all.json` name the folder and its files.
    """
    (site / SEARCH).mkdir(parents=True)
    policies = sorted(file.stem for file in (site / SAVED).glob("*.json"))
    folders = {EVERY: site, **{id_: site / id_ for id_ in policies}}
    with ThreadPoolExecutor() as pool:
        list(pool.map(partial(_index, site), folders, folders.values()))
    program = _program(site)
    for name in folders:
        _name_by_content(site, name, program)
    for id_ in policies:
        _keep_too(site, id_)


def _index(site: Path, name: str, pages: Path) -> None:
    index = site / SEARCH / name
    write_index(pages, index)
    steady(index)


def _program(site: Path) -> str:
    """Where Pagefind's script for the browser is published, once for all indexes."""
    script = site / SEARCH / EVERY / PROGRAM
    folder = SEARCH / f"program-{_hash([script])}"
    (site / folder).mkdir()
    shutil.move(script, site / folder / PROGRAM)
    return (folder / PROGRAM).as_posix()


def _name_by_content(site: Path, name: str, program: str) -> None:
    """Leaves only what a search needs, and names the folder by it."""
    made = site / SEARCH / name
    files = sorted({file for pattern in NEEDED for file in made.glob(pattern)})
    folder = SEARCH / f"{name}-{_hash(files)}"
    names = [file.relative_to(made).as_posix() for file in files]
    for unneeded in set(_files(made)) - set(files):
        unneeded.unlink()
    made.rename(site / folder)
    told = {"program": program, "folder": f"{folder.as_posix()}/", "files": names}
    (site / SEARCH / f"{name}.json").write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def _keep_too(site: Path, id_: str) -> None:
    """Adds an index to the list of what is kept; what names it comes last, when all of it is there."""
    named, listed = SEARCH / f"{id_}.json", site / SAVED / f"{id_}.json"
    index = json.loads((site / named).read_text("utf-8"))
    paths = [*json.loads(listed.read_text("utf-8")), index["program"]]
    paths += [index["folder"] + name for name in index["files"]]
    listed.write_text(json.dumps([*paths, named.as_posix()], indent=1) + "\n", "utf-8")


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if file.is_file())


def _hash(files: list[Path]) -> str:
    whole = hashlib.sha256()
    for file in files:
        whole.update(f"{file.name} {file.stat().st_size} ".encode() + file.read_bytes())
    return whole.hexdigest()[:10]
