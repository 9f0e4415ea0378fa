"""The same ways through the site in Chromium, Firefox and WebKit, under the strict headers."""

from pathlib import Path
from threading import Event

import pytest

from tests.browsers.conftest import Visit
from tests.browsers.faults import held_back
from tests.browsers.trap import Trap
from tests.browsers.visitor import ANSWERS, Visitor
from tests.browsers.watching import watching
from tests.browsers.window import Window, until

NO_CLIPBOARD = (
    "navigator.clipboard.writeText = () => Promise.reject(new DOMException('No', 'NotAllowedError'));"
)

in_the_others = pytest.mark.parametrize("name", ["firefox", "webkit"], indirect=True)
"""Other tests do the same in Chromium."""


def test_from_the_home_page_to_a_date_and_a_calendar_file(visit: Visit) -> None:
    with visit() as visitor:
        visitor.open("/")
        visitor.follow("What do I do now?")
        visitor.follow("Sefton")
        visitor.asked("Is a child in immediate danger?")
        visitor.engine("ready")
        visitor.choose_all(*ANSWERS)
        visitor.give_days()
        visitor.told(".eg-card", "Thursday 24 December 2026")
        visitor.told(".eg-state", "Wednesday 30 December 2026")
        assert "2026" not in visitor.window.url().split("#")[1]
        visitor.press("Save to calendar", ".eg-take button")
        assert "DTSTART;VALUE=DATE:20261224\r\n" in visitor.saved("escalation-dates-sefton.ics")
        visitor.window.reload()
        visitor.told(".eg-card", "Thursday 24 December 2026")
        assert visitor.problems == []


def test_the_date_is_there_while_the_engine_is_on_its_way(visit: Visit) -> None:
    arrives = Event()
    with visit(held_back("/assets/engine/", arrives)) as visitor:
        visitor.open("/sefton/what-now/")
        visitor.choose_all(*ANSWERS)
        visitor.give_days()
        visitor.told(".eg-card", "Thursday 24 December 2026")
        assert visitor.problems == []
        arrives.set()


@pytest.mark.thorough
def test_the_engine_takes_over_from_the_table_of_dates(visit: Visit) -> None:
    arrives = Event()
    with visit(held_back("/assets/engine/", arrives)) as visitor:
        visitor.open("/sefton/what-now/")
        visitor.choose_all(*ANSWERS)
        visitor.asked("When did Step 1 begin?")
        arrives.set()
        visitor.engine("ready")
        visitor.give_days()
        visitor.told(".eg-card", "Thursday 24 December 2026")
        assert visitor.problems == []


def test_the_record_is_saved_and_the_summary_copied_by_hand(visit: Visit) -> None:
    with visit(script=NO_CLIPBOARD) as visitor:
        visitor.open("/sefton/what-now/#professionals-waiting")
        visitor.press("Copy summary")
        visitor.told("[role=status]", "This browser does not let us copy")
        until(lambda: "Sefton" in visitor.window.script(CHOSEN), "the summary, selected")
        visitor.press("Start a record")
        visitor.press("Save as a web page")
        assert "Escalation record" in visitor.saved("escalation-record-sefton.html")
        visitor.press("Save as plain text")
        assert "Sefton" in visitor.saved("escalation-record-sefton.txt")
        assert visitor.problems == []


@in_the_others
def test_by_keyboard(visit: Visit) -> None:
    with visit() as visitor:
        visitor.open("/sefton/what-now/")
        visitor.choose("No")
        visitor.asked("Is it one of these?")
        until(lambda: visitor.window.script(FOCUSED).startswith("Is it one"), "the focus on the question")
        for _ in range(40):
            if visitor.window.script(FOCUSED).startswith("None of these"):
                break
            visitor.window.key("Tab")
        visitor.window.key("Enter")
        visitor.asked("Which step have you reached?")
        visitor.window.back()
        visitor.asked("Is it one of these?")


@in_the_others
def test_without_script(without_script: Window, elsewhere: Trap, site_folder: Path) -> None:
    elsewhere.caught.clear()
    with watching(site_folder) as host:
        visitor = Visitor(without_script, host, elsewhere)
        visitor.open("/sefton/")
        visitor.follow("What do I do now?")
        visitor.choose_all(*ANSWERS)
        visitor.told(".eg-card", "Ask your line manager to speak to the other professional", "2 working days")
        assert without_script.seen("form, button, [data-date-wanted]") == []
        assert [path for path, _, _ in host.sent if "/scripts/" in path or "/engine/" in path] == []
        assert visitor.problems == []


def test_what_no_reader_should_meet_is_noticed(visit: Visit) -> None:
    with visit(script=STRAY) as visitor:
        visitor.open("/about/")
        until(lambda: any("script-src" in each for each in visitor.problems), "a violation is told")
        until(lambda: any("lost" in each for each in visitor.problems), "an error is told")
        visitor.window.script("location.assign('http://elsewhere.example/')")
        until(lambda: any("//elsewhere.example/" in each for each in visitor.problems), "a stray request")


FOCUSED = "document.activeElement.innerText.trim()"
CHOSEN = "document.activeElement.value ?? ''"
STRAY = """
addEventListener("load", () => {
  document.head.append(Object.assign(document.createElement("script"), { src: "https://stray.example/" }));
  setTimeout(() => { throw new Error("lost"); });
});
"""
