"""A stage that one area adds stands where it comes, on every sheet, and is counted there."""

from dataclasses import replace

import pytest

from helper.decide import decide
from helper.policy import Overlay
from helper.step import NextStep
from helper.vocabulary import title
from macros.comparison.column import column
from macros.counted import covers_said, listed, stages_said
from macros.limits import rungs
from macros.procedure import Section, sections
from tests.conftest import policy
from tests.days import day
from tests.items import budgets
from tests.test_what_pages_say import page, picture

MANYFORD = policy("manyford")  # Westford has Tier 2W after Tier 2, no other area has a stage of its own
LINE = "in westford, tier 2w: westford panel comes next"


def between(found: str, before: str, after: str) -> str:
    """What stands from one stage's name to the next one's."""
    return found.partition(before.lower())[2].partition(after.lower())[0]


@pytest.mark.parametrize("kind", ["at_a_glance", "flowchart", "briefing", "pocket_card"])
def test_somebody_in_westford_reads_of_the_panel_after_tier_2(kind: str) -> None:
    """The pocket card named the panel's clerk and never the panel."""
    found = page(MANYFORD, kind).partition("<div")[0]
    assert LINE in between(found, MANYFORD.ladder[1].name, MANYFORD.ladder[2].name)


def test_the_procedure_has_it_in_the_section_of_tier_2() -> None:
    """It stood in the last section alone, without a word in that of Tier 2."""
    second = next(each for each in sections(MANYFORD) if each.title == title(MANYFORD.ladder[1]))
    assert second.paragraphs[-1].body.text.lower() == f"{LINE}."
    assert second.paragraphs[-1].body.source == "Part 6, Westford"


def test_the_flowchart_for_slides_has_it_too() -> None:
    assert LINE in picture(MANYFORD)


def test_the_pocket_card_says_who_speaks_to_whom_there_and_by_when() -> None:
    told = between(page(MANYFORD, "pocket_card"), LINE, MANYFORD.ladder[2].name)
    assert "your head of service → the westford panel" in told
    assert "2 working days" in told


@pytest.mark.parametrize("kind", ["at_a_glance", "flowchart"])
def test_the_line_leads_to_what_the_page_says_of_it(kind: str) -> None:
    found = page(MANYFORD, kind)
    assert 'href="#stage-panel"' in found
    assert found.count('id="stage-panel"') == 1


def test_the_procedure_leads_to_the_section_of_the_area() -> None:
    own = next(each for each in sections(MANYFORD) if each.title == "In Westford")
    assert f'<a href="#{own.id}">see section {own.number}</a>' in page(MANYFORD, "procedure")


@pytest.mark.parametrize("kind", ["at_a_glance", "flowchart", "pocket_card"])
def test_four_tiers_are_five_in_westford(kind: str) -> None:
    assert "four tiers (in westford five)" in page(MANYFORD, kind)


def test_areas_with_as_many_stages_are_named_together() -> None:
    (westford,) = (each for each in MANYFORD.overlays if each.adds)
    both = (westford, Overlay(area="Southford", source="Part 6", adds=westford.adds))
    assert stages_said(replace(MANYFORD, overlays=both)) == "four tiers (in Westford and Southford five)"


@pytest.mark.parametrize("id_", ["sefton", "longwater"])
def test_where_no_area_adds_a_stage_nothing_is_said_of_one(id_: str) -> None:
    for kind in ("at_a_glance", "procedure", "flowchart", "briefing", "pocket_card"):
        assert "comes next" not in page(policy(id_), kind)
    assert "(in" not in stages_said(policy(id_))
    assert not any(rung.added for rung in rungs(policy(id_)))


def time_section(id_: str) -> Section:
    return next(each for each in sections(policy(id_)) if each.title.startswith("Time for"))


def test_a_limit_for_two_of_the_stages_is_not_for_all() -> None:
    """“Time for all four steps” stood over a limit that covers two, “Step 1, Step 2”."""
    asked = policy("sefton")
    assert time_section("sefton").title == "Time for all four steps together"
    limit = next(budgets(policy("longwater")))
    two = replace(limit, covers=(asked.ladder[0].id, asked.ladder[1].id))
    some = replace(asked, budgets=(two,))
    assert covers_said(some, two) == "Step 1 and Step 2"
    titles = [each.title for each in sections(some)]
    assert "Time for several steps together" in titles


def test_names_stand_in_a_list_as_one_says_them() -> None:
    assert listed(["Step 1"]) == "Step 1"
    assert listed(["Step 1", "Step 2", "Step 3"]) == "Step 1, Step 2 and Step 3"


def test_a_comparison_counts_it() -> None:
    assert column(MANYFORD).has == "Manyford has four tiers (in Westford five)."


def westford_told(area: str, **answers: str) -> tuple[list[str], str, list[str]]:
    """The card's rows for the area, what comes if it is not agreed, and the notes of the ladder."""
    asked = {"immediate_danger": "no", "area": area, "route": "none", "ladder": "normal"}
    asked |= {"agency": "unknown", "other_agency": "unknown", **answers}
    shown = decide(MANYFORD, asked, day("Fri 2026-11-27"))
    assert isinstance(shown, NextStep), shown
    rows = [f"{row.term}: {row.text}" for row in shown.card.rows if "Westford" in row.term]
    return rows, shown.if_not_agreed.text if shown.if_not_agreed else "", [e.note for e in shown.timeline]


def test_who_does_not_know_the_area_reads_of_the_panel_before_going_past_it() -> None:
    """From Tier 2 the helper led past it to Tier 3, without a word."""
    past = {"stage": "managers", "result": "not_agreed", "ended_on": "2026-11-27", "raised_on": "unknown"}
    past["use_meeting"] = "yes"
    rows, _, notes = westford_told("unknown", **past)
    assert [each.split(". ")[0] for each in rows] == ["In Westford: Tier 2W comes first"]
    assert any("In Westford, Tier 2W comes next." in note for note in notes)
    assert westford_told("eastford", **past)[0] == []


def test_the_step_before_says_that_it_comes_first_there() -> None:
    asked = {"stage": "workers", "result": "not_agreed", "ended_on": "2026-11-27", "raised_on": "unknown"}
    assert "In Westford, Tier 2W comes first." in westford_told("unknown", **asked)[1]
    assert "Westford" not in westford_told("southford", **asked)[1]
