"""The indexes of a built site: one of every page, and a small one for each partnership."""

import hashlib
import io
import json
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from macros.cache import cached
from macros.search.pagefind import write_index
from macros.search.parts import into_parts
from macros.search.steady import steady

ASSETS = Path("assets")
SAVED, SEARCH = ASSETS / "saved", ASSETS / "search"
HERE = Path(__file__).resolve().parent
LOCK = HERE.parent.parent / "requirements.txt"
KEPT = 2000
"""Of how many partnerships the index is kept."""
EVERY = "_all"
"""No partnership's name: theirs have no underscore."""
PROGRAM = "pagefind.js"
NEEDED = ("pagefind-entry.json", "*.pf_meta", "wasm.en.pagefind", "*/*.pf_*")
"""Of what Pagefind writes; the rest is for its own page and other languages."""


def index_site(site: Path) -> None:
    """Adds the indexes to the site, and each partnership's own to what is kept of it on a device.

    Every folder has the hash of what is in it in its name, so a browser never mixes two builds and
    may keep it for ever. `<partnership>.json` and `_all.json` name the folder. The first names its files
    too, as they are fetched before anybody types.
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
    """Writes an index; that of a partnership is kept from build to build while its pages stay the same."""
    index = site / SEARCH / name
    if name == EVERY:
        write_index(pages, index, word_by_word=True)
        into_parts(index)
        steady(index)
        return
    packed = cached("search", _made_from(pages), partial(_packed, pages), keep=KEPT)
    with ZipFile(io.BytesIO(packed)) as held:
        held.extractall(index)


def _packed(pages: Path) -> bytes:
    packed = io.BytesIO()
    with TemporaryDirectory() as name, ZipFile(packed, "w") as held:
        index = Path(name) / "index"
        write_index(pages, index)
        steady(index)
        for file in sorted(_files(index)):
            held.write(file, file.relative_to(index))
    return packed.getvalue()


def _made_from(pages: Path) -> bytes:
    """The pages, what makes an index of them, and the locked version of Pagefind."""
    files = [*sorted(pages.rglob("*.html")), *sorted(HERE.glob("*.py")), LOCK]
    named = (
        (file.relative_to(pages).as_posix() if file.suffix == ".html" else file.name, file) for file in files
    )
    return b"".join(f"{name} ".encode() + hashlib.sha256(file.read_bytes()).digest() for name, file in named)


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
    names = {"files": [file.relative_to(made).as_posix() for file in files]}
    for unneeded in set(_files(made)) - set(files):
        unneeded.unlink()
    made.rename(site / folder)
    told = {"program": program, "folder": f"{folder.as_posix()}/", **({} if name == EVERY else names)}
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
