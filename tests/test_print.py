"""What comes out of the printer."""

import re
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.site import reader
from tests.test_journey import choose, dates_ready, give_date

REAL = ("barnet", "bedfordshire", "berkshire-west", "general-guide", "sefton")
MADE_UP = ("glenmore", "longwater", "manyford", "oldharbour", "plainshire")


@pytest.mark.parametrize("kind", ["briefing", "flowchart", "pocket-card"])
@pytest.mark.parametrize("id_", REAL)
def test_it_is_one_page_of_a4(browser: Browser, site: str, id_: str, kind: str) -> None:
    with reader(browser, site, engine=False, color_scheme="dark") as someone:
        someone.open(f"/{id_}/{kind}/")
        pdf = someone.page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


@pytest.mark.parametrize("page", ["procedure", "practice", "what-now"])
def test_sheets_that_belong_together_are_numbered(browser: Browser, site: str, page: str) -> None:
    """So that somebody who drops them, or finds one on the copier, can tell."""
    with reader(browser, site, engine=False) as someone:
        someone.open(f"/sefton/{page}/")
        sheets = PdfReader(BytesIO(someone.page.pdf(prefer_css_page_size=True))).pages
    for number, sheet in enumerate(sheets, start=1):
        assert f"Page {number} of {len(sheets)}" in sheet.extract_text()
        assert sheet.extract_text().count("999 now" if number == 1 else "Immediate danger: call 999") == 1


TO_STEP_2 = ("No", "None of these", "Step 1", "It was not agreed", "18", "23")
TO_STEP_4 = ("No", "None of these", "Step 3", "It was not agreed", "10", "29")
STEPS = [  # policy, today, answers and days of December, why
    ("sefton", "2026-12-23", TO_STEP_2, "a limit that can be counted in two ways"),
    ("sefton", "2026-12-23", ("No", "None of these", "I have not raised"), "not raised"),
    ("sefton", "2026-12-30", ("No", "None of these", "Step 1", "There is no answer", "18"), "overdue"),
    ("sefton", "2026-12-30", TO_STEP_4, "two long countings"),
    ("barnet", "2026-12-18", ("No", "I have not raised"), "three limits over all stages"),
    ("general-guide", "2026-12-18", ("No", "Lower-level managers", "It was not agreed"), "no dates"),
]


def say_or_date(page: Page, answer: str) -> None:
    """Presses the answer that begins so; a number is a day of December."""
    if answer.isdigit():
        give_date(page, answer, "12", "2026")
    else:
        choose(page, answer)


@pytest.mark.parametrize(("id_", "today", "answers", "why"), STEPS, ids=[row[3] for row in STEPS])
def test_a_next_step_is_three_sheets_at_most(
    browser: Browser, site: str, id_: str, today: str, answers: tuple[str, ...], why: str
) -> None:
    """The card is whole on the first, with the counting right below it, and no heading ends a sheet."""
    with reader(browser, site, engine=False) as someone:
        someone.page.clock.set_fixed_time(f"{today}T09:00:00")
        someone.open(f"/{id_}/what-now/")
        dates_ready(someone.page)
        for answer in answers:
            say_or_date(someone.page, answer)
        expect(someone.page.locator(".eg-card:visible")).to_be_visible()
        headings = someone.page.locator(":is(h2, h3):visible").all_inner_texts()
        sheets = PdfReader(BytesIO(someone.page.pdf(prefer_css_page_size=True))).pages
    texts = [sheet.extract_text().strip().splitlines() for sheet in sheets]
    assert len(texts) <= 3, why
    assert ("How we counted" if id_ != "general-guide" else "What to say and do") in "\n".join(texts[0])
    for lines in texts[:-1]:
        ends = [line.strip() for line in lines if line.strip() and not line.startswith("Page ")]
        assert ends[-1] not in headings


@pytest.mark.parametrize("filled", [445, 460])
def test_no_heading_of_the_printed_record_ends_a_sheet(browser: Browser, site: str, filled: int) -> None:
    """filled: so much more stands above it, in pixels, that a heading comes to the end of the sheet."""
    with reader(browser, site, engine=False, bypass_csp=True) as someone:
        someone.open("/sefton/what-now/#professionals-not_agreed")
        someone.page.get_by_role("button", name="Start a record").click()
        someone.page.add_style_tag(content=f".eg-record {{ padding-block-start: {filled}px !important }}")
        someone.page.evaluate("document.documentElement.dataset.printing = 'record'")
        parts = someone.page.locator(".eg-record legend:visible").all_inner_texts()
        sheets = PdfReader(BytesIO(someone.page.pdf(prefer_css_page_size=True))).pages
    for sheet in sheets[:-1]:
        lines = [line.strip() for line in sheet.extract_text().splitlines()]
        assert [line for line in lines if line and not line.startswith("Page ")][-1] not in parts


def on_paper(page: Page) -> str:
    """What all sheets say that are printed now."""
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    return "\n".join(sheet.extract_text() for sheet in sheets)


def test_a_step_that_is_handed_round_does_not_show_what_was_typed(browser: Browser, site: str) -> None:
    """Neither by its own button nor by Ctrl and P; the record's button prints the record, and only that."""
    with reader(browser, site, engine=False) as someone:
        page = someone.page
        someone.open("/sefton/what-now/#professionals-not_agreed")
        page.get_by_role("button", name="Start a record").click()
        page.get_by_label("Why the child may not be safe").fill("Zebra77 is not seen")
        page.evaluate("window.print = () => {}")
        ways = [  # the button that is pressed, whether the step and the record are printed
            ("Print", True, False),
            ("Print the record", False, True),
            ("", True, False),
        ]
        for button, step, record in ways:
            if button:
                page.get_by_role("button", name=button, exact=True).click()
            said = on_paper(page)
            assert ("Zebra77" in said, "Escalation record" in said) == (record, record), button
            assert ("What to say and do" in said) == step, button
        expect(page.get_by_role("region", name="Escalation record")).to_contain_text(
            "Only “Print the record” prints it."
        )


def test_on_paper_there_is_999_and_nothing_to_press(browser: Browser, site: str) -> None:
    with reader(browser, site, engine=False) as someone:
        someone.open("/sefton/what-now/#professionals-not_agreed")
        someone.page.emulate_media(media="print")
        expect(someone.page.locator(".eg-print-head")).to_contain_text("Call 999 now")
        expect(someone.page.locator(".eg-print-head")).to_be_visible()
        for unseen in ("Quick exit", "Back", "Change"):
            assert someone.page.get_by_text(unseen, exact=True).locator("visible=true").count() == 0


@pytest.mark.parametrize("page", ["", "procedure/", "flowchart/", "briefing/", "what-now/", "changes/"])
def test_paper_says_when_it_was_printed_and_where_the_live_page_is(
    browser: Browser, site: str, page: str
) -> None:
    """Also when the page has stayed open for days."""
    with reader(browser, site, engine=False, timezone_id="Europe/London") as someone:
        someone.page.clock.set_fixed_time("2026-12-22T09:00:00")
        someone.open(f"/sefton/{page}")
        stamp = someone.page.locator(".eg-stamp")
        expect(stamp).to_be_hidden()
        for day, said in (("22", "22 December 2026"), ("24", "24 December 2026")):
            someone.page.clock.set_fixed_time(f"2026-12-{day}T09:00:00")
            someone.page.pdf()
            expect(stamp).to_contain_text(f"Printed on {said}. Version: not stated.")
            expect(stamp).to_contain_text(f"Check the live page before you act: …/sefton/{page}")


@pytest.mark.parametrize("id_", REAL)
def test_a_briefing_is_read_out_in_seven_minutes(browser: Browser, site: str, id_: str) -> None:
    """300 to 450 words between the seven headings; questions, actions and source are beside them."""
    with reader(browser, site, engine=False) as someone:
        someone.open(f"/{id_}/briefing/")
        points = someone.page.locator(".eg-point").all_inner_texts()
    assert len(points) == 7
    assert 300 <= sum(len(point.split()) for point in points) <= 450


@pytest.mark.parametrize("id_", MADE_UP)
def test_a_flowchart_with_every_exit_is_still_one_page(browser: Browser, made_up: str, id_: str) -> None:
    """Six stages, two clocks in one, other routes before them and another ladder beside them."""
    with reader(browser, made_up, engine=False) as someone:
        someone.open(f"/{id_}/flowchart/")
        pdf = someone.page.pdf(format="A4", prefer_css_page_size=True)
        someone.page.set_viewport_size({"width": 320, "height": 640})
        assert someone.page.evaluate("document.documentElement.scrollWidth") == 320
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
