"""What the service worker is told: its version, the pages for everybody, and those of each partnership."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from macros.assets import bundle
from macros.content_policy import MARK

ROOT = Path(__file__).parent.parent
SCRIPTS = ROOT / "helper" / "web" / "offline"
BY_HAND = ROOT / "docs"
DATES = "about/how-dates-are-counted/"
EVERYBODY = ("", "what-now/", "areas/", "search/", "compare/", DATES, "about/offline/", "offline/")
"""The pages that are kept for every reader, below the site's address."""
ENGINE = "assets/engine/"
DATA = re.compile(r"api/v1/([^/.]+)\.json|assets/dates/([^/]+)-[0-9a-f]+\.json")
"""The files of one policy that are no pages, with its id."""
COLUMNS, IN_A_PAIR = "assets/compare/", 3
"""The files of the comparison; how many folders deep the page of a pair is."""

Hashes = Mapping[str, bytes]
"""What is made: of each path the hash of its content."""


def offline_files(made: Hashes, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The worker, the file that switches it off, and a list for each policy, from all that is made."""
    held, beside = belonging(made, ids), compared(made)
    for id_, own in held.items():
        paths = own + beside.get(id_, [])
        yield f"assets/saved/{id_}.json", json.dumps(paths, indent=1) + "\n"
    build = {
        "version": version(made),
        "mark": MARK,
        "pages": EVERYBODY,
        "engine": sorted(path for path in made if path.startswith(ENGINE)),
    }
    yield "sw.js", f"const BUILD = {json.dumps(build)};\n{_worker()}"
    yield "sw-off.js", (SCRIPTS / "off.js").read_text("utf-8")


def belonging(paths: Iterable[str], ids: Iterable[str]) -> dict[str, list[str]]:
    """Of each policy the addresses of every page, then of its JSON and its table of dates."""
    pages: dict[str, list[str]] = {id_: [] for id_ in ids}
    data: dict[str, list[str]] = {id_: [] for id_ in pages}
    for path in paths:
        folder, _, page = path.partition("/")
        named = DATA.fullmatch(path)
        if folder in pages and page.endswith("index.md"):
            pages[folder].append(path.removesuffix("index.md"))
        elif named and (id_ := named[1] or named[2]) in data:
            data[id_].append(path)
    return {id_: sorted(pages[id_]) + sorted(data[id_]) for id_ in pages}


def compared(made: Hashes) -> dict[str, list[str]]:
    """By the id of a policy: the pages that set it beside another, and what the script sets side by side."""
    columns = {path[len(COLUMNS) :].rpartition("-")[0]: path for path in made if path.startswith(COLUMNS)}
    found: dict[str, set[str]] = {}
    for path in (each for each in made if each.startswith("compare/") and each.count("/") == IN_A_PAIR):
        one, other = path.split("/")[1:3]
        pair = {path.removesuffix("index.md"), columns[one], columns[other]}
        for id_ in (one, other):
            found.setdefault(id_, set()).update(pair)
    return {id_: sorted(paths) for id_, paths in found.items()}


def version(made: Hashes) -> str:
    """Another one whenever a page, a script or a style can be different."""
    by_hand = {file.relative_to(ROOT).as_posix(): file for file in BY_HAND.rglob("*") if file.is_file()}
    parts = {**made, **{path: _hash(file.read_bytes()) for path, file in by_hand.items()}}
    parts["sw.js"] = _hash(_worker().encode())
    whole = hashlib.sha256()
    for path, content in sorted(parts.items()):
        whole.update(f"{path} {content.hex()} ".encode())
    return whole.hexdigest()[:16]


def _hash(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def _worker() -> str:
    return bundle(SCRIPTS / "worker.js").decode()
