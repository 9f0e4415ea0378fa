"""Every earlier version can be read, and which one applied on a day is said as far as it is known."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Browser, expect

from helper.policy import Policy
from macros.diff.held import Held, held_versions, spans_here, spans_stated
from macros.diff.versions import Version, earlier_versions
from macros.kinds import changed
from macros.policy_pages import earlier_pages
from macros.render import render
from tests.conftest import policy
from tests.days import day
from tests.site import Reader, reader
from tests.test_axe import violations
from tests.test_changes import text
from tests.versions import with_versions

PLAIN = policy("plainshire")
FIRST_DAY, MARCH, OCTOBER = day("Mon 2026-11-02"), day("Mon 2027-03-01"), day("Mon 2027-10-04")


def version(version: str, effective: str, taken: date = FIRST_DAY) -> Policy:
    """Plainshire with another version and day in force; a day left empty is not stated."""
    stated = date.fromisoformat(effective) if effective else policy("sefton").document.effective
    return replace(PLAIN, document=replace(PLAIN.document, version=version, effective=stated, taken=taken))


def held(*effective: str) -> tuple[Held, ...]:
    """Three versions: held from 2 November 2026, 1 March 2027 and 4 October 2027."""
    first, second, third = (version(str(number), each) for number, each in enumerate(effective, 1))
    earlier: tuple[Version, ...] = ((MARCH, first), (OCTOBER, second))
    return held_versions(third, earlier)


def days(spans: object) -> list[tuple[str, str, str]]:
    return [
        (str(each.held.policy.document.version), f"{each.begins}", f"{each.ends or ''}")
        for each in spans  # type: ignore[attr-defined]
    ]


def test_a_version_was_held_up_to_the_day_before_the_next() -> None:
    assert days(spans_here(held("", "", ""))) == [
        ("1", "2026-11-02", "2027-03-01"),
        ("2", "2027-03-01", "2027-10-04"),
        ("3", "2027-10-04", ""),
    ]


IN_FORCE = [  # what the three versions state, in force from and to, why
    (("", "", ""), [], "none states a day, so none is said"),
    (
        ("2026-04-01", "2027-02-01", "2027-10-04"),
        [("1", "2026-04-01", "2027-02-01"), ("2", "2027-02-01", "2027-10-04"), ("3", "2027-10-04", "")],
        "the policy changed a month before this guide did",
    ),
    (("2026-04-01",) * 3, [("3", "2026-04-01", "")], "this guide mended mistakes of its own"),
    (("2026-04-01", "", ""), [("1", "2026-04-01", "")], "the later ones state none"),
    (("", "2027-02-01", ""), [("2", "2027-02-01", "")], "nothing is known of the first"),
]


@pytest.mark.parametrize(("stated", "expected", "why"), IN_FORCE)
def test_in_force_by_its_own_words(
    stated: tuple[str, ...], expected: list[tuple[str, str, str]], why: str
) -> None:
    assert days(spans_stated(held(*stated))) == expected, why


def test_with_one_version_the_page_says_so() -> None:
    shown = text(render("changes", root="../../", policy=policy("sefton"), **changed(policy("sefton"), ())))
    assert "This guide holds one version of this policy, since Saturday 21 November 2026." in shown
    assert "No version states from when it is in force." in shown
    assert "This guide holds no list of changes of the policy’s own." in shown


def test_the_policys_own_list_is_shown_with_its_place() -> None:
    asked = policy("longwater")
    shown = text(render("changes", root="../../", policy=asked, **changed(asked, ())))
    own = shown[shown.index("The policy’s own list of changes") : shown.index("Which version applied")]
    assert "Wednesday 1 July 2026 The time limits are now counted in working days. Document control" in own
    assert "No day stated Health agencies were added to the list of roles. Document control" in own


def test_each_earlier_version_has_a_page_with_its_own_words() -> None:
    first = replace(version("1", ""), summary="What to do if you worry.")
    found = list(earlier_pages(PLAIN, ((MARCH, first),)))
    assert [page.path for page in found] == ["plainshire/changes/2027-03-01/index.md"]
    shown = text(found[0].body)
    assert shown.startswith(
        "This is an earlier version: it no longer applies. It was replaced on Monday 1 March 2027. "
        "The version in force is version 3, held here since Monday 1 March 2027. See what changed."
    )
    assert "as this guide held it from Monday 2 November 2026. Do not act on it." in shown
    assert "Version: 1." in shown
    assert "what-now" not in found[0].body
    assert 'robots: "noindex"' in found[0].markdown()


def test_a_version_with_a_fault_by_todays_rules_can_still_be_read(tmp_path: object) -> None:
    broken = replace(PLAIN, budgets=(replace(PLAIN.budgets[0], covers=("talk", "nowhere")),))  # type: ignore[index]
    [page] = earlier_pages(PLAIN, ((MARCH, broken),))
    assert "Where possible" in page.body


# In the browser


@pytest.fixture
def someone(browser: Browser, site_of_long_ago: str) -> Iterator[Reader]:
    """Somebody who reads in December 2027."""
    with reader(browser, site_of_long_ago, timezone_id="Europe/London") as found:
        found.page.clock.set_fixed_time("2027-12-01T10:00:00")
        yield found


WHICH = [  # the day, what is said of it, why
    ("2026-11-01", "holds no version from before Monday 2 November 2026", "the day before the first"),
    ("2026-11-02", "this guide held an earlier version", "the first day"),
    ("2027-02-28", "On 28 February 2027 this guide held an earlier version. Read the version held until "
     "Monday 1 March 2027", "the day before a change"),
    ("2027-03-01", "Read the version held until Monday 4 October 2027", "the day of a change"),
    ("2027-10-03", "Read the version held until Monday 4 October 2027", "the day before a change"),
    ("2027-10-04", "this guide held the version in force", "the day of a change"),
    ("2027-10-05", "this guide held the version in force", "the day after a change"),
    ("2027-12-02", "That day is still to come.", "tomorrow"),
]  # fmt: skip


def test_which_version_applied_on_a_day(someone: Reader) -> None:
    someone.open("/plainshire/changes/")
    page = someone.page
    answer = page.get_by_role("status").and_(page.locator("#which-answer"))
    for typed, said, why in WHICH:
        page.get_by_label("Day").fill(typed)
        page.get_by_role("button", name="Which version?").click()
        assert said in " ".join(answer.inner_text().split()), (typed, why)
    page.get_by_label("Day").fill("")
    page.keyboard.press("Enter")
    expect(answer).to_have_text("Write a whole day: day, month and year.")
    expect(page.get_by_label("Day")).to_be_focused()
    assert someone.problems == []


def test_the_policys_own_day_is_said_beside_ours(someone: Reader) -> None:
    """All three versions of Plainshire state that the policy is in force from 1 April 2026."""
    someone.open("/plainshire/changes/")
    page = someone.page
    page.get_by_label("Day").fill("2026-06-01")
    page.get_by_role("button", name="Which version?").click()
    said = " ".join(page.locator("#which-answer").inner_text().split())
    assert "holds no version from before Monday 2 November 2026. Ask PSP which one applied" in said
    assert "By its own words, the policy that was in force on 1 June 2026 is the one in force from" in said


def test_without_script_a_table_leads_to_every_version(browser: Browser, site_of_long_ago: str) -> None:
    with reader(browser, site_of_long_ago, java_script_enabled=False) as someone:
        someone.open("/plainshire/changes/")
        page = someone.page
        rows = [" ".join(row.split()) for row in page.locator(".eg-versions tbody tr").all_inner_texts()]
        assert [row.split(" Version")[0] for row in rows] == [
            "From Monday 4 October 2027",
            "From Monday 1 March 2027, replaced on Monday 4 October 2027",
            "From Monday 2 November 2026, replaced on Monday 1 March 2027",
        ]
        expect(page.get_by_label("Day")).to_be_hidden()
        page.get_by_role("link", name="Read the version held until Monday 4 October 2027").click()
        expect(page.locator(".eg-notice")).to_contain_text(
            "This is an earlier version: it no longer applies."
        )
        expect(page.get_by_role("heading", name="Board level")).to_be_visible()
        expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")
        page.get_by_role("link", name="what changed").click()
        expect(page.locator("h1")).to_have_text("What has changed in Plainshire")
        assert page.url.endswith("/plainshire/changes/#changed-2027-10-04")


def test_the_versions_that_are_read_are_those_that_are_held(tmp_path: object) -> None:
    found = earlier_versions("plainshire", with_versions(tmp_path) / "policies")  # type: ignore[arg-type]
    assert [each.name for each in held_versions(PLAIN, found)] == ["2027-03-01", "2027-10-04", ""]


def test_an_earlier_version_has_no_violation(browser: Browser, site_of_long_ago: str) -> None:
    with reader(
        browser, site_of_long_ago, viewport={"width": 320, "height": 900}, bypass_csp=True
    ) as someone:
        for address in ("/plainshire/changes/", "/plainshire/changes/2027-03-01/"):
            someone.open(address)
            assert violations(someone.page) == [], address
