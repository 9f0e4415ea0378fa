"""What the service worker is told: its version, the pages for everybody, and those of each partnership."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from macros.assets import bundle

ROOT = Path(__file__).parent.parent
SCRIPTS = ROOT / "helper" / "web" / "offline"
BY_HAND = ROOT / "docs"
DATES = "about/how-dates-are-counted/"
EVERYBODY = ("", "what-now/", "areas/", "search/", DATES, "about/offline/", "offline/")
"""The pages that are kept for every reader, below the site's address."""
ENGINE = "assets/engine/"

Made = Mapping[str, str | bytes]


def offline_files(made: Made, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The worker, the file that switches it off, and a list for each policy, from all that is made."""
    for id_ in ids:
        yield f"assets/saved/{id_}.json", json.dumps(belonging(made, id_), indent=1) + "\n"
    build = {
        "version": version(made),
        "pages": EVERYBODY,
        "engine": sorted(path for path in made if path.startswith(ENGINE)),
    }
    yield "sw.js", f"const BUILD = {json.dumps(build)};\n{_worker()}"
    yield "sw-off.js", (SCRIPTS / "off.js").read_text("utf-8")


def belonging(made: Made, id_: str) -> list[str]:
    """The addresses of every page of a policy, its JSON and its table of dates."""
    pages = [path.removesuffix("index.md") for path in made if path.startswith(f"{id_}/")]
    data = [path for path in made if path.startswith((f"api/v1/{id_}.", f"assets/dates/{id_}-"))]
    return sorted(page for page in pages if page.endswith("/")) + sorted(data)


def version(made: Made) -> str:
    """Another one whenever a page, a script or a style can be different."""
    parts = {path: _bytes(content) for path, content in made.items()}
    parts |= {str(file.relative_to(ROOT)): file.read_bytes() for file in BY_HAND.rglob("*") if file.is_file()}
    parts["sw.js"] = _worker().encode()
    whole = hashlib.sha256()
    for path, content in sorted(parts.items()):
        whole.update(f"{path} {len(content)} ".encode() + content)
    return whole.hexdigest()[:16]


def _worker() -> str:
    return bundle(SCRIPTS / "worker.js").decode()


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()
