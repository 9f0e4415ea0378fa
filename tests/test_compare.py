"""Two policies side by side: what both say, what differs, and what has nothing beside it."""

import re
from dataclasses import replace
from itertools import combinations

import html5lib
import pytest
from playwright.sync_api import Browser, Route, expect

from helper.facts import Point
from helper.fixed_words import Unit
from helper.narrow import all_stages, contacts
from helper.policy import Policy
from macros.comparison.column import column
from macros.comparison.pages import compare_pages
from macros.comparison.pair import PairRow, PairSection, side_by_side
from macros.comparison.which import ALL_PAIRS_UP_TO, pairs
from tests.conftest import ALL_POLICIES, ROOT, policy
from tests.site import reader

REAL = tuple(each for each in ALL_POLICIES if (ROOT / "policies" / f"{each.id}.yaml").exists())
MADE_UP = tuple(each for each in ALL_POLICIES if each not in REAL)
PAGES = {page.path: page.body for page in (*compare_pages(REAL), *compare_pages(MADE_UP))}
PAIRS = [ids.split("/")[1:3] for ids in PAGES if ids != "compare/index.md"]


def sections(one: str, other: str) -> dict[str, PairSection]:
    found = side_by_side(column(policy(one)), column(policy(other)))
    return {each.heading: each for each in found}


def row(one: str, other: str, heading: str, term: str) -> PairRow:
    return next(each for each in sections(one, other)[heading].rows if each.term == term)


def said(found: PairRow) -> dict[str, list[str]]:
    return {cell.name: list(cell.lines) for cell in found.cells}


def text(html: str) -> str:
    return " ".join("".join(html5lib.parse(html, namespaceHTMLElements=False).itertext()).split())


SEFTON_BARNET = [  # read side by side in the two YAML files
    ("In short", "Protects", "same", {"": ["Children"]}),
    (
        "In short",
        "Time in all",
        "differs",
        {
            "Barnet": ["Expected in most cases: same working day", "At the maximum: 5 working days"],
            "Sefton": ["11 working days in all"],
        },
    ),
    ("In short", "Whether the end is binding", "only", {"Barnet": ["Not stated"], "Sefton": ["Yes"]}),
    ("First stage", "On your side", "same", {"": ["You"]}),
    ("First stage", "Counted from", "neither", {"": ["Not stated"]}),
    (
        "Second stage",
        "On the other side",
        "differs",
        {
            "Barnet": ["The other agency’s manager or supervisor"],
            "Sefton": ["The other professional’s line manager"],
        },
    ),
    (
        "Second stage",
        "By when",
        "differs",
        {
            "Barnet": [
                "Expected in most cases (all four stages): same working day",
                "At the maximum (all four stages): 5 working days",
            ],
            "Sefton": ["2 working days, 4 working days in all"],
        },
    ),
    (
        "Second stage",
        "Counted from",
        "only",
        {"Barnet": ["Not stated"], "Sefton": ["The end of the stage before"]},
    ),
    ("Fourth stage", "Contacts", "neither", {"": ["Not published"]}),
    (
        "Fourth stage",
        "If it is not agreed",
        "differs",
        {
            "Barnet": [
                "The Board Manager and the Head of Safeguarding agree a way forward. "
                "The policy does not say that it is binding."
            ],
            "Sefton": ["The meeting’s decision is final and binding."],
        },
    ),
    ("What holds throughout", "Across area borders", "neither", {"": ["Not stated"]}),
    (
        "The documents",
        "Its date",
        "only",
        {"Barnet": ["Not stated"], "Sefton": ["As printed on Thursday 2 May 2024"]},
    ),
]


@pytest.mark.parametrize(("heading", "term", "mark", "lines"), SEFTON_BARNET)
def test_barnet_beside_sefton(heading: str, term: str, mark: str, lines: dict[str, list[str]]) -> None:
    found = row("barnet", "sefton", heading, term)
    assert (found.mark, said(found)) == (mark, lines)


def test_a_form_is_named_where_a_record_is_made_on_it() -> None:
    found = said(row("barnet", "sefton", "Third stage", "What to record"))["Sefton"]
    assert found[0].endswith("report to SSCP on the form “Report to SSCP”. (form: Appendix 2)")


def test_a_longer_ladder_has_stages_with_nothing_beside_them() -> None:
    """Longwater has a stage within one's own agency and five more, Plainshire two levels."""
    found = sections("longwater", "plainshire")
    alone = [heading for heading, each in found.items() if each.beside]
    assert alone == ["Before you raise it", "Third stage", "Fourth stage", "Fifth stage"]
    assert found["Third stage"].beside == "Plainshire has two levels."
    assert {cell.name for each in found["Third stage"].rows for cell in each.cells} == {"Longwater"}
    assert {each.mark for each in found["Third stage"].rows} == {""}


def test_a_source_without_stages_says_so() -> None:
    found = sections("bedfordshire", "sefton")
    assert found["First stage"].beside == "Our source for Bedfordshire does not state the steps."
    body = text(PAGES["compare/bedfordshire/sefton/index.md"])
    assert "Our source for Bedfordshire does not state the steps. Sefton has four steps." in body
    assert "Nothing stands beside it. Our source for Bedfordshire does not state the steps." in body


def test_a_stage_within_ones_own_agency_stands_before_the_first() -> None:
    own = replace(policy("sefton").ladder[0], before_raising=True)
    thinking = replace(policy("sefton"), stages=(own, *policy("sefton").ladder[1:]))
    found = side_by_side(column(thinking), column(policy("barnet")))
    headed = {each.heading: each for each in found}
    assert list(headed)[1:3] == ["Before you raise it", "First stage"]
    assert headed["Before you raise it"].beside == "Barnet has four stages."
    assert headed["First stage"].rows[0].cells[0].lines == ("Step 2: Manager to manager",)


def test_what_only_few_policies_have_is_left_out_where_neither_has_it() -> None:
    terms = [each.term for each in sections("barnet", "sefton")["First stage"].rows]
    assert "Who chairs" not in terms
    assert "Contacts" in terms


def test_a_general_guide_is_named_as_such_beside_a_policy() -> None:
    body = text(PAGES["compare/general-guide/sefton/index.md"])
    assert "It is no area’s policy and sets no dates." in body


@pytest.mark.parametrize("ids", PAIRS, ids="-".join)
def test_every_stage_limit_and_contact_role_of_both_is_on_their_page(ids: list[str]) -> None:
    body = text(PAGES[f"compare/{'/'.join(ids)}/index.md"])
    for asked in map(policy, ids):
        for wanted in (*names(asked), *limits(asked), *(each.role for each in contacts(asked))):
            assert " ".join(wanted.replace("'", "’").split()).lower() in body.lower(), f"{asked.id}: {wanted}"


def names(asked: Policy) -> list[str]:
    return [each.name for each in all_stages(asked)]


def limits(asked: Policy) -> list[str]:
    """Of each limit its number and unit, or the policy's own words where it has none."""
    stated = [each.timescales for each in all_stages(asked)] + [asked.budgets]
    held = [each for some in stated if isinstance(some, tuple) for each in some]
    counted = [f"{each.amount} {each.unit.value[:-1]}" for each in held if each.amount]
    return counted + [each.says for each in held if each.unit in (Unit.AT_ONCE, Unit.WORDS_ONLY)]


def test_all_pairs_have_a_page_while_there_are_few() -> None:
    assert [(one.id, other.id) for one, other in pairs(REAL)] == list(
        combinations(sorted(each.id for each in REAL), 2)
    )


def test_among_many_only_the_pairs_that_the_files_name_have_a_page() -> None:
    """Each beside the guide; two in one area; and one whose words on borders name the other's area."""
    many = [
        replace(policy("sefton"), id=f"p{number:02}", name=f"P{number}", areas=(f"Area{number}",))
        for number in range(ALL_PAIRS_UP_TO)
    ]
    many[3] = replace(many[3], areas=("Area2",))
    border = Point(text="With Area7 both heads of service agree.", source="Section 9")
    many[5] = replace(many[5], cross_border=border)
    found = {(one.id, other.id) for one, other in pairs([*many, policy("general-guide")])}
    assert found == {*(("general-guide", each.id) for each in many), ("p02", "p03"), ("p05", "p07")}


def test_the_build_grows_with_the_policies_and_not_with_their_square() -> None:
    many = [replace(policy("barnet"), id=f"p{n:03}", areas=(f"Area {n}",)) for n in range(500)]
    assert len(pairs([*many, policy("general-guide")])) == 500


SHOWN = [  # the site, its policies, and every how many of their pairs
    ("site", REAL, 9),
    pytest.param("site", REAL, 1, marks=pytest.mark.thorough),
    pytest.param("made_up", MADE_UP, 1, marks=pytest.mark.thorough),
]


@pytest.mark.parametrize(("fixture", "held", "step"), SHOWN)
def test_the_script_shows_a_pair_as_its_page_does(
    browser: Browser, request: pytest.FixtureRequest, fixture: str, held: tuple[Policy, ...], step: int
) -> None:
    with reader(browser, request.getfixturevalue(fixture)) as someone:
        someone.open("/compare/")
        for one, other in pairs(held)[::step]:
            someone.page.evaluate(f"location.hash = '{one.id}+{other.id}'")
            expect(someone.page.locator("[data-compared] > h2")).to_have_text(f"{one.name} and {other.name}")
            shown = someone.page.locator("[data-compared] > div").inner_text()
            page = PAGES[f"compare/{one.id}/{other.id}/index.md"]
            held_there = "".join(re.findall("<section>.*?</section>", page, re.S))
            assert "".join(shown.split()) == "".join(text(held_there).split()), (one.id, other.id)
        assert someone.problems == []


def test_two_policies_are_chosen_by_keyboard_and_the_address_names_them(browser: Browser, site: str) -> None:
    with reader(browser, site) as someone:
        someone.open("/compare/")
        page = someone.page
        page.get_by_label("First policy").focus()
        page.keyboard.type("Sef")
        page.keyboard.press("Tab")
        page.keyboard.type("Gen")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Sefton and General guide")).to_be_focused()
        assert page.url == f"{site}/compare/#sefton+general-guide"
        expect(page.get_by_text("Only Sefton states it").first).to_be_visible()
        page.get_by_label("Second policy").select_option("sefton")
        page.get_by_role("button", name="Compare").click()
        expect(page.get_by_role("status").filter(has_text="Choose two different policies.")).to_be_visible()
        assert someone.problems == []


def test_a_comparison_that_cannot_be_fetched_says_so(browser: Browser, site: str) -> None:
    with reader(browser, site) as someone:
        someone.page.route("**/assets/compare/**", lambda route: route.abort())
        someone.open("/compare/#barnet+sefton")
        expect(someone.page.get_by_text("This comparison could not be fetched.")).to_be_visible()


@pytest.mark.parametrize("end", ["continue_", "abort"])
def test_a_pair_that_comes_late_does_not_take_the_place_of_the_one_i_chose_since(
    browser: Browser, site: str, end: str
) -> None:
    """On a slow line the first pair arrives, or fails, when the second is read already."""
    late: list[Route] = []

    def hold(route: Route) -> None:
        late.append(route)

    with reader(browser, site) as someone:
        page = someone.page
        page.route("**/assets/compare/barnet*", hold)
        someone.open("/compare/#barnet+bedfordshire")
        page.evaluate("location.hash = 'berkshire-west+general-guide'")
        chosen = page.get_by_role("heading", name="Berkshire West and General guide")
        expect(chosen).to_be_focused()
        with page.expect_event("requestfinished" if end == "continue_" else "requestfailed"):
            getattr(late[0], end)()
        page.evaluate("new Promise((done) => setTimeout(done, 300))")
        expect(chosen).to_be_visible()
        expect(page.get_by_label("First policy")).to_have_value("berkshire-west")
        expect(page.get_by_text("This comparison could not be fetched.")).to_have_count(0)


@pytest.mark.parametrize(
    "fragment", ["%", "sefton", "sefton+nowhere", "constructor+sefton", "barnet+sefton+x"]
)
def test_an_address_that_names_no_two_policies_changes_nothing_bad(
    browser: Browser, site: str, fragment: str
) -> None:
    with reader(browser, site) as someone:
        someone.open(f"/compare/#{fragment}")
        expect(someone.page.get_by_role("button", name="Compare")).to_be_visible()
        assert someone.problems == []


def test_without_script_the_pairs_are_plain_links(browser: Browser, site: str) -> None:
    with reader(browser, site, java_script_enabled=False) as someone:
        someone.open("/sefton/")
        page = someone.page
        page.get_by_role("link", name="Compare with another policy").click()
        expect(page.get_by_role("button", name="Compare")).to_be_hidden()
        page.get_by_role("link", name="Sefton beside Barnet").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Barnet and Sefton")
        assert page.get_by_text("Differs", exact=False).count() > 10


def test_a_review_that_is_over_is_said_with_whose_it_is(browser: Browser, made_up: str) -> None:
    """Plainshire's was due on 1 April 2027, Glenmore's is later."""
    with reader(browser, made_up, engine=False) as someone:
        page = someone.page
        notice = page.get_by_role("complementary").filter(has_text="was due for review")
        for now, said in (("2027-04-01T12:00:00Z", 0), ("2027-04-02T12:00:00Z", 1)):
            page.clock.set_fixed_time(now)
            for address in ("glenmore/plainshire/", "#glenmore+plainshire", "#plainshire+glenmore"):
                someone.open("/")
                someone.open(f"/compare/{address}")
                expect(page.get_by_role("heading", name="The documents")).to_be_visible()
                expect(notice).to_have_count(said)
            if said:
                words = "The policy of Plainshire was due for review on Thursday 1 April 2027."
                expect(notice).to_contain_text(words)
        page.evaluate("location.hash = 'glenmore+manyford'")
        expect(page.get_by_role("heading", name="Glenmore and Manyford")).to_be_visible()
        expect(notice).to_have_count(0)
