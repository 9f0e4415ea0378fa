"""Whatever of the engine fails, in any browser: the page stays whole and says in one line what does not work."""

from pathlib import Path

import pytest

from tests.browsers.conftest import Visit
from tests.browsers.faults import WORKER, WRONGS, Wrong, in_file, missing, without_webassembly, wrong_type
from tests.browsers.firefox import WITHOUT_WEBASSEMBLY, firefox
from tests.browsers.trap import Trap
from tests.browsers.visitor import ANSWERS, Visitor
from tests.browsers.watching import watching
from tests.browsers.window import until

FILES = ("/engine.json", WORKER, "/pyodide.mjs", "/pyodide.asm.mjs", ".wasm", ".zip")
UNHARMED = {(wrong_type, "/engine.json"), (wrong_type, ".zip")}  # nobody asks these for their type
NO_STORAGE = """
for (const name of ["sessionStorage", "localStorage", "indexedDB", "caches"]) {
  const get = () => { throw new DOMException("Storage is switched off.", "SecurityError"); };
  Object.defineProperty(globalThis, name, { get });
}
"""


def still_whole(visitor: Visitor, state: str = "failed") -> None:
    """One quiet line says what does not work, and every step is there."""
    visitor.open("/sefton/what-now/")
    visitor.engine(state)
    if state == "failed":
        until(lambda: visitor.read(".eg-status"), "the quiet line")
    steps_are_there(visitor)


def steps_are_there(visitor: Visitor) -> None:
    visitor.choose_all(*ANSWERS)
    if visitor.window.seen("#date"):
        visitor.give_days()
    visitor.told(".eg-card", "Ask your line manager to speak to the other professional", "2 working days")


def test_without_webassembly(visit: Visit) -> None:
    with visit(without_webassembly, "delete globalThis.WebAssembly;") as visitor:
        still_whole(visitor)
        assert visitor.problems == []


def test_with_a_file_of_the_engine_missing(visit: Visit) -> None:
    with visit(in_file(".wasm", missing)) as visitor:
        still_whole(visitor)


def test_with_storage_switched_off(visit: Visit) -> None:
    with visit(in_file("/engine.json", missing), NO_STORAGE) as visitor:
        still_whole(visitor)
        assert all("404" in problem for problem in visitor.problems)


@pytest.mark.thorough
@pytest.mark.parametrize("wrong", WRONGS, ids=lambda wrong: wrong.__name__)
@pytest.mark.parametrize("part", FILES)
def test_with_any_file_of_the_engine_spoilt(visit: Visit, part: str, wrong: Wrong) -> None:
    with visit(in_file(part, wrong)) as visitor:
        still_whole(visitor, "ready" if (wrong, part) in UNHARMED else "failed")


@pytest.mark.thorough
@pytest.mark.parametrize(
    "part", ["/assets/scripts/", "/assets/stylesheets/", "/api/", "/assets/dates/", "/sw.js"]
)
def test_with_another_file_missing(visit: Visit, part: str) -> None:
    with visit(in_file(part, missing)) as visitor:
        visitor.open("/sefton/what-now/")
        steps_are_there(visitor)


@pytest.mark.thorough
def test_in_a_firefox_whose_webassembly_is_switched_off(elsewhere: Trap, site_folder: Path) -> None:
    with firefox(elsewhere.port, WITHOUT_WEBASSEMBLY) as window, watching(site_folder) as host:
        still_whole(Visitor(window, host, elsewhere))


def test_every_file_of_the_engine_is_spoilt_in_turn(site_folder: Path) -> None:
    published = [file for file in (site_folder / "assets/engine").rglob("*") if file.is_file()]
    for file in (each for each in published if each.suffix not in (".br", ".gz")):
        assert any(part in f"/{file.relative_to(site_folder).as_posix()}" for part in FILES), file
