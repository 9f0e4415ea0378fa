"""What a reader can rely on: each policy page says how old it is, and when its review is over."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from helper.dates import Month
from helper.dates import words as words_of
from helper.faults import Faults
from helper.plain import read, to_plain
from helper.policy import Document
from macros.kinds import KINDS, Kind
from macros.policy_pages import page_of
from tests.conftest import policy
from tests.site import reader
from tests.test_pages import html, words

SOURCE = re.compile(r'<section class="eg-source".*?</section>', re.S)
REVIEW = [  # now, whether it is said, why
    ("2027-03-31T12:00:00Z", False, "the day before"),
    ("2027-04-01T22:59:00Z", False, "the day itself, one minute before midnight in Britain"),
    ("2027-04-01T23:00:00Z", True, "the day after has begun there"),
]


@pytest.mark.parametrize("kind", [each for each in KINDS if each.name != "embed"], ids=lambda kind: kind.name)
def test_every_kind_of_policy_page_says_source_version_review_and_next_review(
    site_folder: Path, kind: Kind
) -> None:
    """Once, where paper has it too; but for the card to embed, which only leads to them."""
    for id_ in ("sefton", "general-guide"):
        page = html(site_folder, f"{id_}/{kind.folder}index.html")
        [note] = SOURCE.findall(page)
        said = words(note)
        assert f"Source: {policy(id_).document.title}".replace("’", "'") in said
        assert page.count("when we took the facts") == 1
        assert "Checked by us: Saturday 21 November 2026, when we took the facts." in said
        for part in ("Version: ", "Next review: "):
            assert f"{part}{'not stated' if id_ == 'sefton' else 'does not apply'}" in said


def test_a_version_and_a_review_that_a_policy_states_are_said() -> None:
    said = words(page_of(policy("plainshire"), KINDS[0]).body)
    assert "Version: 3." in said
    assert "Next review: Thursday 1 April 2027." in said


def test_a_review_or_an_issue_in_a_month_alone_has_no_day_made_up_for_it() -> None:
    plainshire = policy("plainshire")
    in_months = replace(plainshire.document, issued=Month(2025, 3, 1), review=Month(2026, 11, 1))
    dated = replace(plainshire, document=in_months)
    said = words(page_of(dated, KINDS[0]).body)
    assert "dated March 2025." in said
    assert "Next review: November 2026." in said
    assert "This policy was due for review in November 2026. Check the live policy" in said
    card = next(kind for kind in KINDS if kind.name == "pocket_card")
    assert "Do not use after1 November 2026, as the review is due in that month" in words(
        page_of(dated, card).body
    )


def test_a_month_is_written_in_the_file_and_comes_back_from_its_json() -> None:
    document = read(
        Document, {**to_plain(policy("plainshire").document), "issued": "2025-03", "review": "2028-12"}
    )
    assert to_plain(document)["review"] == "2028-12"
    assert words_of(document.review) == "December 2028"
    assert document.issued < date(2025, 3, 2)


@pytest.mark.parametrize("written", ["2028-13", "2028-0", "March 2028", "2028"])
def test_a_month_that_is_none_is_refused_with_what_to_write(written: str) -> None:
    with pytest.raises(Faults, match=r"a day as year-month-day \(for example 2026-11-21\) or a month alone"):
        read(Document, {**to_plain(policy("plainshire").document), "review": written})


def test_a_policy_takes_effect_on_a_day() -> None:
    """Which version applied on a day could not be said of a month."""
    with pytest.raises(Faults, match="effective is '2026-04'|is '2026-04'"):
        read(Document, {**to_plain(policy("plainshire").document), "effective": "2026-04"})


@pytest.mark.parametrize(("now", "said", "why"), REVIEW, ids=[row[2] for row in REVIEW])
def test_a_review_that_is_over_is_said_at_the_top(
    browser: Browser, made_up: str, now: str, said: bool, why: str
) -> None:
    with reader(browser, made_up, engine=False) as someone:
        page = someone.page
        page.clock.set_fixed_time(now)
        for kind in ("", "procedure/", "what-now/"):
            someone.open(f"/plainshire/{kind}")
            notice = page.get_by_role("complementary", name="Review")
            expect(page.locator("h1:visible").first).to_be_visible()
            expect(notice).to_have_count(int(said))
            if said:
                expect(notice).to_contain_text("Check the live policy before you rely on it")
                heading = page.locator("h1:visible").first
                assert notice.bounding_box()["y"] < heading.bounding_box()["y"]  # type: ignore[index]


def test_it_is_said_on_a_page_that_stays_open_over_midnight(browser: Browser, made_up: str) -> None:
    with reader(browser, made_up, engine=False) as someone:
        page = someone.page
        page.clock.install(time="2027-04-01T22:55:00Z")
        someone.open("/plainshire/")
        notice = page.get_by_role("complementary", name="Review")
        expect(notice).to_have_count(0)
        page.clock.run_for(6 * 60_000)
        expect(notice).to_contain_text("This policy was due for review on Thursday 1 April 2027.")


def test_without_script_nothing_false_is_said(browser: Browser, made_up: str) -> None:
    """Whether the day is over is not known there; the day itself stands at the end."""
    with reader(browser, made_up, java_script_enabled=False) as someone:
        someone.open("/plainshire/")
        expect(someone.page.get_by_role("complementary", name="Review")).to_have_count(0)
        expect(someone.page.locator(".eg-source")).to_contain_text("Next review: Thursday 1 April 2027.")
