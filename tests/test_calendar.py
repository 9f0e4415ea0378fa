"""The calendar file: as the browser saves it, read by two libraries, and down to its octets."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect

from tests.calendar_reader import Event, Node, octet_faults, read_by_icalendar, started_node
from tests.site import Reader, reader
from tests.test_journey import TODAY, choose, dates_ready, give_date

DAY = timedelta(days=1)
ENTRY = {"key": "k", "uid": "k.1@escalation-guide", "sequence": 0, "day": "2026-12-24", "link": ""}
AWKWARD = [
    "plain",
    "commas, semicolons; and \\ backslashes",
    "END:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:forged",
    "a real \\n backslash and a real\nline",
    "é" * 80,
    "x" * 66 + "👪" * 20,
    "👩‍👩‍👧‍👦" * 12,
    "tab\there",
    "ends with a backslash\\",
    " begins and ends with a space ",
]
LETTERS = st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n,;:\\\"' 👪é")


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    with started_node() as started:
        yield started


def kept(text: str) -> str:
    """The text as a calendar may hold it: the ends of lines that a file has no other name for are \\n."""
    for end in ("\r\n", "\r", "\x85", "\u2028", "\u2029"):
        text = text.replace(end, "\n")
    return text


def check(node: Node, summary: str, description: str) -> None:
    text = node.write([{**ENTRY, "summary": summary, "description": description}])
    assert octet_faults(text) == []
    for found in (read_by_icalendar(text), node.read(text)):
        assert found == [
            Event(
                uid="k.1@escalation-guide",
                summary=kept(summary),
                description=kept(description) + "\nhttps://guide.example/sefton/",
                day=date(2026, 12, 24),
                until=date(2026, 12, 25),
                sequence=0,
            )
        ]


@pytest.mark.parametrize(
    "text", AWKWARD, ids=lambda text: text[:20].encode("ascii", "ignore").decode().strip()
)
def test_awkward_text_comes_back_as_it_was(node: Node, text: str) -> None:
    check(node, text, text + " and more")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(LETTERS, min_size=1, max_size=200), st.text(LETTERS, min_size=1, max_size=200))
def test_any_text_comes_back_as_it_was(node: Node, summary: str, description: str) -> None:
    check(node, summary, description)


@pytest.mark.parametrize(
    "day", ["2026-12-31", "2027-02-28", "2028-02-28", "2028-02-29", "2027-03-28", "2026-10-25"]
)
def test_an_entry_ends_on_the_day_after(node: Node, day: str) -> None:
    (found,) = read_by_icalendar(node.write([{**ENTRY, "day": day, "summary": "s", "description": "d"}]))
    assert (found.day, found.until) == (date.fromisoformat(day), date.fromisoformat(day) + DAY)


def test_control_characters_are_left_out(node: Node) -> None:
    text = node.write([{**ENTRY, "summary": "a\x00b\x07c\x7fd", "description": "x"}])
    assert [each.summary for each in read_by_icalendar(text)] == ["abcd"]


@pytest.fixture
def practitioner(browser: Browser, site: str) -> Iterator[Reader]:
    """Somebody on Tuesday 22 December 2026."""
    options = {"viewport": {"width": 1280, "height": 900}, "timezone_id": "Europe/London"}
    with reader(browser, site, engine=False, **options) as someone:
        someone.page.clock.set_fixed_time(TODAY)
        yield someone
        assert someone.problems == []
        assert someone.other_origins() == []


def to_step_2(someone: Reader, began: str = "18") -> None:
    """Step 1 began in December and was not agreed today."""
    page = someone.page
    for words in ("No", "None of these", "Step 1", "It was not agreed"):
        choose(page, words)
    give_date(page, began, "12", "2026")
    page.get_by_role("button", name="Today").click()
    expect(page.locator(".eg-card:visible")).to_contain_text("Step 2 of 4")


def saved(someone: Reader, folder: Path) -> str:
    """The calendar file that the button saves."""
    with someone.page.expect_download() as download:
        someone.page.locator(".eg-take:visible").get_by_role("button", name="Save to calendar").click()
    assert download.value.suggested_filename == "escalation-dates-sefton.ics"
    file = folder / "saved.ics"
    download.value.save_as(file)
    return file.read_bytes().decode()


def test_the_saved_file_has_the_dates_of_the_page(practitioner: Reader, node: Node, tmp_path: Path) -> None:
    """And a date that has moved takes the place of the old one, but never that of another child."""
    practitioner.open("/sefton/what-now/")
    dates_ready(practitioner.page)
    to_step_2(practitioner)
    text = saved(practitioner, tmp_path)
    assert octet_faults(text) == []
    first = read_by_icalendar(text)
    assert first == node.read(text)
    assert [(each.day, each.until) for each in first] == [
        (date(2026, 12, 24), date(2026, 12, 25)),
        (date(2026, 12, 30), date(2026, 12, 31)),
    ]
    assert first[0].summary.startswith("Step 2: last day for ")
    assert "Thursday 24 December 2026" in first[0].description
    assert "Only if Step 2 ends without agreement" in first[1].description
    for own in ("18 December", "22 December", "20261218"):
        assert own not in text
    assert "BEGIN:VALARM" not in text
    assert "ATTENDEE" not in text

    practitioner.page.locator("[data-change=raised_on]:visible").click()
    give_date(practitioner.page, "17", "12", "2026")
    expect(practitioner.page.locator(".eg-card:visible")).to_contain_text("Wednesday 23 December 2026")
    moved = read_by_icalendar(saved(practitioner, tmp_path))
    assert [each.uid for each in moved] == [each.uid for each in first]
    assert [each.sequence for each in moved] == [1, 1]
    again = read_by_icalendar(saved(practitioner, tmp_path))
    assert [each.sequence for each in again] == [1, 1]

    practitioner.page.locator("[data-restart]:visible").first.click()
    to_step_2(practitioner)
    other = read_by_icalendar(saved(practitioner, tmp_path))
    assert not {each.uid for each in other} & {each.uid for each in first}
    assert [each.sequence for each in other] == [0, 0]


def test_another_tab_adds_the_date_again_and_the_page_says_so(
    practitioner: Reader, browser: Browser, site: str, tmp_path: Path
) -> None:
    """A calendar cannot know that it is the same case: the mark of a case is this tab's alone."""
    practitioner.open("/sefton/what-now/")
    dates_ready(practitioner.page)
    to_step_2(practitioner)
    first = read_by_icalendar(saved(practitioner, tmp_path))
    expect(practitioner.page.locator(".eg-take:visible [role=status]")).to_have_text(
        "A calendar file with 2 dates is in your downloads. Open it to add them. If a date changes, save again "
        "in this tab: the new one takes its place. After “Start again”, or in another tab, delete the old one "
        "first. For another case, start again first."
    )
    with reader(browser, site, engine=False, timezone_id="Europe/London") as elsewhere:
        elsewhere.page.clock.set_fixed_time(TODAY)
        elsewhere.open("/sefton/what-now/")
        dates_ready(elsewhere.page)
        to_step_2(elsewhere)
        again = read_by_icalendar(saved(elsewhere, tmp_path))
    assert [each.day for each in again] == [each.day for each in first]
    assert not {each.uid for each in again} & {each.uid for each in first}
