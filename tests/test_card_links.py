"""An address or a number in the action card can be pressed, as the build wrote it and as the helper replies."""

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.render import ENVIRONMENT
from tests.site import reader
from tests.test_journey import choose, dates_ready, engine_ready

LOCAL = "http://berks.proceduresonline.com/{}/p_conflict_res.html"
READING = LOCAL.format("reading")
MAILBOX = "mailto:BWSCP@westberks.gov.uk"


def links(page: Page) -> list[str]:
    found: list[str] = page.locator(".eg-card:visible .eg-card__row a").evaluate_all(
        "(links) => links.map((each) => each.getAttribute('href'))"
    )
    return found


@pytest.mark.parametrize("script", [True, False])
def test_the_full_procedure_of_each_area_opens_from_the_card(
    browser: Browser, site: str, script: bool
) -> None:
    with reader(browser, site, engine=False, java_script_enabled=script) as someone:
        someone.open("/berkshire-west/what-now/#full_procedure")
        expect(someone.page.locator(".eg-card:visible")).to_contain_text("Open the full procedure")
        assert links(someone.page) == [LOCAL.format("west_berk"), READING, LOCAL.format("wokingham"), MAILBOX]


@pytest.mark.thorough
def test_the_full_procedure_of_your_area_opens_from_the_card(browser: Browser, site: str) -> None:
    """The card says "Open the full procedure of Reading": it opens there."""
    with reader(browser, site) as someone:
        someone.open("/berkshire-west/what-now/")
        engine_ready(someone.page)
        for words in ("No", "Reading", "None of these"):
            choose(someone.page, words)
        expect(someone.page.locator(".eg-card:visible")).to_contain_text("Open the full procedure of Reading")
        assert links(someone.page) == [READING, MAILBOX]


def test_a_number_in_the_card_is_rung(browser: Browser, site: str) -> None:
    """The advice line of another route, and nothing in the rest of the sentence."""
    with reader(browser, site, engine=False) as someone:
        page = someone.page
        someone.open("/bedfordshire/what-now/")
        dates_ready(page)
        choose(page, "No")
        choose(page, "You want advice because you are worried about how your own or another organisation")
        assert "tel:08000280285" in links(page)


@pytest.mark.parametrize("hours", ["0900-1700", "Monday to Friday 0830-1630", "0900 to 1700", "08001"])
def test_office_hours_are_no_number_to_ring(hours: str) -> None:
    """A press on a time would ring somebody else."""
    assert "tel:" not in ENVIRONMENT.filters["linked"](hours)
    assert "tel:" not in ENVIRONMENT.filters["calls"](hours)


def test_the_short_number_of_childline_can_be_rung() -> None:
    assert 'href="tel:08001111"' in ENVIRONMENT.filters["calls"]("Ring Childline on 0800 1111.")
