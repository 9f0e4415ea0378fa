"""Whatever of the engine fails, in any browser: the page stays whole and says in one line what does not work."""

from pathlib import Path

import pytest

from tests.browsers.conftest import Visit
from tests.browsers.faults import (
    WORKER,
    WRONGS,
    Wrong,
    a_page_instead,
    cut_short,
    in_file,
    missing,
    without,
    without_webassembly,
    wrong_type,
)
from tests.browsers.firefox import WITHOUT_WEBASSEMBLY, firefox
from tests.browsers.trap import Trap
from tests.browsers.visitor import ANSWERS, Visitor
from tests.browsers.watching import watching
from tests.browsers.window import until

pytestmark = pytest.mark.thorough

FILES = ("/engine.json", WORKER, "/pyodide.mjs", "/pyodide.asm.mjs", ".wasm", ".zip")
UNHARMED = {(wrong_type, "/engine.json"), (wrong_type, ".zip")}  # nobody asks these for their type
FOCUSED = "document.activeElement.innerText.trim()"
NO_STORAGE = """
for (const name of ["sessionStorage", "localStorage", "indexedDB", "caches"]) {
  const get = () => { throw new DOMException("Storage is switched off.", "SecurityError"); };
  Object.defineProperty(globalThis, name, { get });
}
"""


def still_whole(visitor: Visitor) -> None:
    """Nothing is missing: the dates come from the table."""
    visitor.open("/sefton/what-now/")
    visitor.engine("failed")
    to_a_date(visitor)


def to_a_date(visitor: Visitor) -> None:
    visitor.choose_all(*ANSWERS)
    visitor.give_days()
    visitor.told(".eg-card", "Ask your line manager to speak to the other professional", "24 December 2026")


def to_the_step(visitor: Visitor) -> None:
    """Without a date: what the page itself says."""
    visitor.choose_all(*ANSWERS)
    visitor.told(".eg-card", "Ask your line manager to speak to the other professional", "2 working days")


def test_without_webassembly(visit: Visit) -> None:
    with visit(without_webassembly, "delete globalThis.WebAssembly;") as visitor:
        still_whole(visitor)
        assert visitor.problems == []


def test_with_a_file_of_the_engine_missing(visit: Visit) -> None:
    with visit(in_file(".wasm", missing)) as visitor:
        still_whole(visitor)


def test_with_neither_engine_nor_table(visit: Visit) -> None:
    with visit(in_file(".json", missing)) as visitor:
        visitor.open("/sefton/what-now/")
        visitor.engine("failed")
        visitor.told(".eg-status", "No dates just now. The steps work.")
        to_the_step(visitor)


def test_with_storage_switched_off(visit: Visit) -> None:
    with visit(in_file("/engine.json", missing), NO_STORAGE) as visitor:
        still_whole(visitor)
        assert all("404" in problem for problem in visitor.problems)


@pytest.mark.thorough
@pytest.mark.parametrize("wrong", WRONGS, ids=lambda wrong: wrong.__name__)
@pytest.mark.parametrize("part", FILES)
def test_with_any_file_of_the_engine_spoilt(visit: Visit, part: str, wrong: Wrong) -> None:
    with visit(in_file(part, wrong)) as visitor:
        if (wrong, part) not in UNHARMED:
            return still_whole(visitor)
        visitor.open("/sefton/what-now/")
        visitor.engine("ready")
        return to_a_date(visitor)


@pytest.mark.thorough
@pytest.mark.parametrize("wrong", [missing, cut_short, a_page_instead], ids=lambda wrong: wrong.__name__)
def test_with_the_table_spoilt_the_engine_gives_the_dates(visit: Visit, wrong: Wrong) -> None:
    with visit(in_file("/assets/dates/", wrong)) as visitor:
        visitor.open("/sefton/what-now/")
        visitor.engine("ready")
        to_a_date(visitor)


@pytest.mark.thorough
@pytest.mark.parametrize("part", ["/api/", "/sw.js"])
def test_with_another_file_missing(visit: Visit, part: str) -> None:
    with visit(in_file(part, missing)) as visitor:
        visitor.open("/sefton/what-now/")
        to_a_date(visitor)


@pytest.mark.thorough
def test_with_the_style_refused_the_focus_is_on_the_next_question(visit: Visit) -> None:
    with visit(without("style")) as visitor:
        visitor.open("/sefton/what-now/")
        visitor.choose("No")
        until(lambda: visitor.window.script(FOCUSED).startswith("Is it one of these?"), "the next question")


@pytest.mark.thorough
def test_with_the_page_script_refused(visit: Visit) -> None:
    with visit(without("script")) as visitor:
        visitor.open("/sefton/what-now/")
        to_the_step(visitor)


@pytest.mark.thorough
def test_in_a_firefox_whose_webassembly_is_switched_off(elsewhere: Trap, site_folder: Path) -> None:
    with firefox(elsewhere.port, WITHOUT_WEBASSEMBLY) as window, watching(site_folder) as host:
        still_whole(Visitor(window, host, elsewhere))


def test_every_file_of_the_engine_is_spoilt_in_turn(site_folder: Path) -> None:
    published = [file for file in (site_folder / "assets/engine").rglob("*") if file.is_file()]
    for file in (each for each in published if each.suffix not in (".br", ".gz")):
        assert any(part in f"/{file.relative_to(site_folder).as_posix()}" for part in FILES), file
