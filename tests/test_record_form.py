"""The empty forms to print: the policy's own fields, or a plain record that says that it is ours."""

import re

import pytest
from playwright.sync_api import Browser, expect

from helper.facts import Duty
from helper.narrow import all_stages
from helper.policy import Policy
from helper.step import NextStep
from macros.kinds import KINDS
from macros.policy_pages import page_of
from macros.states import states
from tests.conftest import ALL_POLICIES, policy
from tests.site import reader
from tests.test_pages import stated

KIND = next(each for each in KINDS if each.name == "record_form")
BY_POLICY = pytest.mark.parametrize("asked", ALL_POLICIES, ids=lambda asked: asked.id)
WITHOUT_FORM = [asked for asked in ALL_POLICIES if not stated(asked.forms)]


def text(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html).split())


def body(asked: Policy) -> str:
    return page_of(asked, KIND).body


def sheet(html: str, id_: str) -> str:
    """One form on the page, by the end of its link."""
    [found] = re.findall(rf'<section class="eg-sheet[^"]*" id="{id_}">.*?</section>', html, re.S)
    return str(found)


def fields(html: str) -> list[str]:
    """What is asked, each with a space to write into."""
    found = re.findall(r'<p class="eg-sheet__label">(.*?)</p>\n<div class="eg-sheet__space', html, re.S)
    assert len(found) == html.count("eg-sheet__label")
    return [text(each) for each in found]


def duties(asked: Policy) -> list[Duty]:
    """What somebody has to write down or to tell."""
    of_stages = [each for stage in all_stages(asked) for each in (*stated(stage.records), *stage.tells)]
    longer = [each for budget in stated(asked.budgets) for each in stated(budget.if_longer)]
    return [*of_stages, *stated(asked.always), *longer, *stated(asked.after)]


@BY_POLICY
def test_each_form_has_its_fields_in_order_and_whose_it_is(asked: Policy) -> None:
    for form in stated(asked.forms):
        found = sheet(body(asked), f"form-{form.id}")
        assert fields(found) == [f"{each.label} {each.hint or ''}".strip() for each in form.fields]
        assert f"{form.name}, {form.label}" in text(found)
        for term, value in (("Filled in by", form.filled_by), ("Goes to", form.goes_to), ("When", form.when)):
            assert f"{term} {value if isinstance(value, str) else 'Not stated'}" in text(found)
        assert form.source in text(found)
        published = isinstance(form.link, str)
        assert (f'href="{form.link}"' in found) if published else ("Not published: ask your" in text(found))


@pytest.mark.parametrize("asked", WITHOUT_FORM, ids=lambda asked: asked.id)
def test_a_record_of_ours_says_that_it_is_not_the_policys(asked: Policy) -> None:
    found = text(sheet(body(asked), "plain-record"))
    whose = "The policy" if asked.ladder else "Our source"
    assert f"{whose} publishes no form. This record is ours and not the policy’s." in found


@BY_POLICY
def test_it_leads_to_the_helper_only_where_the_helper_has_a_record(asked: Policy) -> None:
    """Where the source has no steps, the helper leads elsewhere and offers no record."""
    steps = (each.shown for each in states(asked) if isinstance(each.shown, NextStep))
    assert ("it fills in what it can" in body(asked)) == any(each.escalation_record for each in steps)


def test_a_form_without_fields_is_named_and_ours_stands_in() -> None:
    """Sefton's procedure names two appendices; our source has neither."""
    html = body(policy("sefton"))
    assert "Our source has none of its fields." in text(sheet(html, "form-summary-log"))
    ours = text(sheet(html, "plain-record"))
    assert "Agency Escalation Summary Log (Appendix 1) and Report to SSCP (Appendix 2)" in ours
    assert "This record is ours and not the policy’s." in ours


@BY_POLICY
def test_all_that_the_policy_wants_recorded_is_there_to_tick_off(asked: Policy) -> None:
    found = text(body(asked)).lower()
    wanted = duties(asked)
    assert [each for each in wanted if each.does.lower() not in found] == []
    assert wanted or "the policy does not say what to record" in found


@BY_POLICY
def test_names_stay_on_the_paper_and_nothing_can_be_typed(asked: Policy) -> None:
    html = body(asked)
    assert "Names belong on the paper only, and in your agency’s own system." in text(html)
    assert not re.search("<(input|textarea|select|form)[ >]", html)


def test_the_record_of_ours_asks_what_the_helpers_record_asks() -> None:
    panel = page_of(policy("sefton"), next(each for each in KINDS if each.name == "what_now")).body
    labels = [text(each) for each in re.findall(r'<label for="record-.*?</label>', panel)]
    found = fields(sheet(body(policy("sefton")), "plain-record"))
    assert len(labels) == len(found) > 15
    assert all(words.startswith(label) for label, words in zip(labels, found, strict=True))


def test_at_a_glance_and_the_helper_lead_to_it_and_it_prints(browser: Browser, site: str) -> None:
    with reader(browser, site, engine=False) as someone:
        page = someone.page
        for address, link in (
            ("", "Record form to print"),
            ("what-now/#managers-agreed", "Empty record form"),
        ):
            someone.open(f"/sefton/{address}")
            page.locator("a:visible", has_text=link).first.click()
            expect(page.get_by_role("heading", name="Record form: Sefton")).to_be_visible()
        expect(page.get_by_role("button", name="Print")).to_be_visible()
        page.emulate_media(media="print")
        expect(page.locator(".eg-stamp")).to_be_visible()
        assert page.locator("button:visible").count() == 0
        pages = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
        assert len(pages) <= 3


BROKEN = """() => {
  const broken = (cell) => {
    const words = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), found = [], range = new Range();
    while (words.nextNode()) for (const word of words.currentNode.data.matchAll(/[^\\s–-]+/g)) {
      range.setStart(words.currentNode, word.index);
      range.setEnd(words.currentNode, word.index + word[0].length);
      if (range.getClientRects().length > 1) found.push(word[0]);
    }
    return found;
  };
  return [...document.querySelectorAll(".eg-sheet__asked :is(th, td)")].flatMap(broken);
}"""


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("id_", ["sefton", "barnet", "berkshire-west", "general-guide"])
def test_on_a_phone_no_word_of_what_to_record_is_broken(
    browser: Browser, site: str, id_: str, width: int
) -> None:
    """The column of when read “Wh/en” and “Eve/ry”."""
    with reader(browser, site, engine=False, viewport={"width": width, "height": 640}) as someone:
        someone.open(f"/{id_}/record-form/")
        assert someone.page.evaluate(BROKEN) == []
        assert someone.page.evaluate("document.documentElement.scrollWidth") <= width
