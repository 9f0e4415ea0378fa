"""The pocket card: one sheet that folds, and what it says of its own age."""

import re
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Browser, expect

from helper.policy import Policy
from macros.kinds import KINDS
from macros.policy_pages import page_of
from tests.conftest import MADE_UP, policy
from tests.site import reader

CARD = next(each for each in KINDS if each.name == "pocket_card")
OVERFLOWING = """[...document.querySelectorAll(".eg-pocket__panel")]
  .filter((panel) => panel.scrollHeight > panel.clientHeight + 1).map((panel) => panel.innerText)"""


def card(asked: Policy, address: str = "") -> str:
    """The words of the card, without markup."""
    body = re.sub(r"<svg.*?</svg>", "", page_of(asked, CARD, address).body, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


@pytest.mark.parametrize("id_", sorted(file.stem for file in MADE_UP.glob("*.yaml")))
def test_every_card_is_one_sheet_of_four_panels_that_hold_their_text(
    browser: Browser, made_up: str, id_: str
) -> None:
    """The real policies' cards are counted with the other sheets, in test_print."""
    with reader(browser, made_up, engine=False, viewport={"width": 676, "height": 1039}) as someone:
        someone.open(f"/{id_}/pocket-card/")
        pdf = someone.page.pdf(format="A4", prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
        someone.page.emulate_media(media="print")
        assert someone.page.locator(".eg-pocket__panel").count() == 4
        assert someone.page.evaluate(OVERFLOWING) == []


def test_it_is_stamped_with_the_day_or_has_a_line_to_write_it_on(browser: Browser, site: str) -> None:
    with reader(browser, site, engine=False, timezone_id="Europe/London") as someone:
        someone.page.clock.set_fixed_time("2026-12-24T09:00:00")
        someone.open("/sefton/pocket-card/")
        day = someone.page.locator("[data-printed-day]").first
        expect(day).to_be_empty()
        someone.page.pdf()
        expect(day).to_have_text("24 December 2026")


def test_it_says_after_which_day_not_to_use_it() -> None:
    assert "Do not use after Saturday 1 July 2028" in card(policy("longwater"))
    assert "Do not use after Next review: not stated. Check the live page" in card(policy("sefton"))


def test_a_card_past_its_day_says_so(browser: Browser, made_up: str) -> None:
    passed = "This day has passed. Do not use this card"
    with reader(browser, made_up, engine=False) as someone:
        for now, seen in (("2028-07-01", False), ("2028-07-02", True)):
            someone.page.clock.set_fixed_time(f"{now}T09:00:00")
            someone.open("/longwater/pocket-card/")
            expect(someone.page.get_by_text(passed)).to_be_visible(visible=seen)


def test_a_card_past_its_day_when_we_took_the_facts_says_so_without_script() -> None:
    longwater = policy("longwater")
    late = replace(longwater, document=replace(longwater.document, review=date(2020, 1, 1)))
    assert re.search(r'data-review="2020-01-01">This day has passed', page_of(late, CARD).body)


@pytest.mark.parametrize("id_", ["sefton", "longwater", "manyford"])
def test_every_stage_is_on_it_with_who_and_when(id_: str) -> None:
    said = card(policy(id_)).lower()
    for stage in policy(id_).ladder:
        assert stage.name.lower() in said
        assert f"{stage.yours} → {stage.theirs}".lower().replace("'", "’") in said


def test_the_first_contacts_are_on_it_or_that_they_are_not_published() -> None:
    assert "01632 960410" in card(policy("longwater"))
    assert "Step 1 : not published. Ask your designated safeguarding lead." in card(policy("sefton"))


def test_999_stands_first_on_it_and_what_it_is_not() -> None:
    for id_ in ("sefton", "bedfordshire", "general-guide"):
        assert "Call 999" in card(policy(id_))
    assert "General guide: no area’s policy." in card(policy("general-guide")).partition("Printed on")[0]


def test_a_code_leads_on_only_where_the_site_knows_its_address() -> None:
    assert "<svg" not in page_of(policy("sefton"), CARD).body
    assert "…/sefton/what-now/" in card(policy("sefton"))
    known = page_of(policy("sefton"), CARD, "https://escalation.example/")
    assert "<svg" in known.body
    assert "https://escalation.example/sefton/what-now/" in known.body
