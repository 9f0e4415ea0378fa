"""Typing one's area: the list narrows, Enter opens the only one left, and nothing typed goes anywhere."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route, expect

from macros.proof import prove
from tests.conftest import ALL_POLICIES, ROOT
from tests.site import Reader, reader

FIELD = "#find-area"
PAGES = ["/", "/areas/", "/what-now/"]
TYPED = [  # typed, areas
    ("west berks", ["Reading", "West Berkshire", "Wokingham"]),
    ("berks west", ["Reading", "West Berkshire", "Wokingham"]),
    ("BWSCP", ["Reading", "West Berkshire", "Wokingham"]),
    ("  Séfton ", ["Sefton"]),
    ("beds", ["Bedford Borough", "Central Bedfordshire", "Luton"]),
    ("central & beds", ["Central Bedfordshire"]),
    ("wok", ["Wokingham"]),
    ("Sefton Council", ["Sefton"]),
    ("sefton counc", ["Sefton"]),
    ("Sefton MBC", ["Sefton"]),
    ("Metropolitan Borough of Sefton", ["Sefton"]),
    ("Barnet Council", ["Barnet"]),
    ("London Borough of Barnet", ["Barnet"]),
    ("Luton Borough Council", ["Luton"]),
    ("Bedford Borough Council", ["Bedford Borough"]),
    ("Central Bedfordshire Unitary Authority", ["Central Bedfordshire"]),
    ("Royal County of Berkshire West", ["Reading", "West Berkshire", "Wokingham"]),
]


@pytest.fixture
def someone(browser: Browser, site: str) -> Iterator[Reader]:
    with reader(browser, site, engine=False) as found:
        yield found


@pytest.mark.parametrize("address", PAGES)
def test_the_list_holds_what_fits_while_one_types(someone: Reader, address: str) -> None:
    someone.open(address)
    page = someone.page
    for typed, areas in TYPED:
        page.fill(FIELD, typed)
        rows = page.locator("[data-area]:visible")
        expect(rows).to_have_count(len(areas))
        for row, area in zip(rows.all(), areas, strict=True):
            assert row.inner_text().startswith(area), typed
        said = "1 area" if len(areas) == 1 else f"{len(areas)} areas"
        expect(page.locator("[role=status][data-find-count]")).to_have_text(said)


@pytest.mark.parametrize("address", PAGES)
def test_an_area_that_is_not_here_leads_to_what_helps(someone: Reader, address: str) -> None:
    someone.open(address)
    page = someone.page
    page.fill(FIELD, "Atlantis")
    expect(page.locator("[data-find-count]")).to_contain_text("No area of that name is listed.")
    expect(page.get_by_text("ask your designated safeguarding lead").first).to_be_visible()
    expect(page.locator("a[href*=general-guide]:visible").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(FIELD)).to_have_value("")
    expect(page.locator("[data-find-count]")).to_have_text("")
    expect(page.locator("[data-area]:visible")).to_have_count(8)


def test_a_word_that_programs_use_is_a_word_like_others(someone: Reader) -> None:
    someone.open("/")
    page = someone.page
    page.fill(FIELD, "constructor")
    expect(page.locator("[data-find-count]")).to_contain_text("No area of that name is listed.")
    expect(page.locator("[data-area]:visible")).to_have_count(0)
    assert someone.problems == []


@pytest.mark.parametrize("typed", ["council", "Unitary Authority", "Southport Council", "City of Atlantis"])
def test_a_council_alone_is_no_area(someone: Reader, typed: str) -> None:
    someone.open("/")
    someone.page.fill(FIELD, typed)
    expect(someone.page.locator("[data-find-count]")).to_contain_text("No area of that name is listed.")
    expect(someone.page.locator("[data-area]:visible")).to_have_count(0)


def with_more_names(route: Route) -> None:
    """The page as if Barnet and Sefton had names with such words."""
    answer = route.fetch()
    body = answer.text().replace('data-area="Barnet ', 'data-area="City of London ')
    route.fulfill(response=answer, body=body.replace('data-area="Sefton ', 'data-area="County Durham '))


def test_a_name_that_begins_with_such_a_word_is_found_by_it(someone: Reader) -> None:
    page = someone.page
    page.route(f"{someone.site}/", with_more_names)
    someone.open("/")
    for typed in ("city", "county", "City of London", "london", "county durham", "durham county council"):
        page.fill(FIELD, typed)
        found = page.locator("[data-area]:visible")
        expect(found).to_have_count(1)
        name = "County Durham" if "county" in typed else "City of London"
        assert str(found.get_attribute("data-area")).startswith(name), typed


@pytest.mark.parametrize("address", PAGES)
def test_a_town_is_not_told_that_its_policy_is_not_here(someone: Reader, address: str) -> None:
    """Southport is in Sefton: the guide knows councils, and cannot say that it holds nothing for a town."""
    someone.open(address)
    page = someone.page
    page.fill(FIELD, "Southport")
    hedged = "Look for your council or trust; this guide may not hold your area’s policy."
    expect(page.locator("[data-find-count]")).to_have_text(
        f"No area of that name is listed. {hedged} Read “Not listed?” below."
    )
    body = " ".join(page.locator("main").inner_text().split())
    assert f"{hedged} Ask your designated safeguarding lead for it." in body
    assert "does not hold" not in body


def test_enter_opens_the_only_area_and_no_other(someone: Reader) -> None:
    someone.open("/")
    page = someone.page
    page.fill(FIELD, "w")
    page.keyboard.press("Enter")
    page.fill(FIELD, "  ")
    page.keyboard.press("Enter")
    assert page.url == f"{someone.site}/"
    page.fill(FIELD, "sef")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{someone.site}/sefton/")


def test_what_is_typed_stays_in_the_field(someone: Reader) -> None:
    someone.open("/")
    page = someone.page
    before = len(someone.requests)
    page.locator(FIELD).press_sequentially("luton")
    assert page.url == f"{someone.site}/"
    assert [each for each in someone.requests[before:] if "favicon" not in each] == []
    kept = "[JSON.stringify(sessionStorage), JSON.stringify(localStorage), document.cookie].join('')"
    assert "luton" not in page.evaluate(kept)
    page.reload()
    assert page.locator(FIELD).input_value() == ""


@pytest.mark.parametrize("address", PAGES)
def test_without_script_there_is_the_whole_list_and_no_field(
    browser: Browser, site: str, address: str
) -> None:
    with reader(browser, site, java_script_enabled=False) as someone:
        someone.open(address)
        assert not someone.page.locator(FIELD).is_visible()
        expect(someone.page.locator("[data-area]:visible")).to_have_count(8)


def test_the_home_page_says_how_much_was_checked(someone: Reader) -> None:
    someone.open("/")
    part = someone.page.get_by_role("region", name="How this is checked")
    expect(part).to_contain_text("This site holds 4 policies and a general guide.")
    real = [each for each in ALL_POLICIES if (ROOT / "policies" / f"{each.id}.yaml").is_file()]
    tried = sum(prove(each).numbers.answers for each in real)
    expect(part).to_contain_text(f"{tried} in all")
    expect(part.get_by_role("link", name="How dates are counted")).to_be_visible()
