"""Advice of ours does not carry the policy's place as if it were quoted, and is not said to be the policy's."""

import pytest

from helper.decide import decide
from helper.step import NextStep
from macros.ask import ask
from macros.proof.graph import graph
from macros.proof.step_words import Words, in_few_words
from macros.render import render_part
from tests.conftest import calm, policy
from tests.days import day
from tests.test_what_pages_say import page

SEFTON = policy("sefton")
STEPS = graph(SEFTON, decide).steps
ADVISED = [  # state, what we advise, the stage that led there
    ("professionals-agreed", "Put what you agreed in writing, with who does what by when.", "Step 1"),
    ("chaired_meeting-waiting-moved_on", "Ask again for the outcome of Step 4", "Step 4"),
]


def signed(state: str) -> Words:
    return in_few_words(SEFTON, STEPS[state])


@pytest.mark.parametrize(("state", "advice", "place"), ADVISED)
def test_what_people_sign_tells_our_advice_from_the_policys_words(
    state: str, advice: str, place: str
) -> None:
    """“Put what you agreed in writing … Source: Step 1” read as if Step 1 said it."""
    assert signed(state).what.startswith(advice)
    assert signed(state).source.startswith(f"General advice. The policy’s words: {place}")


def test_what_the_policy_says_keeps_its_place() -> None:
    assert signed("managers-not_agreed").source == "Step 3"


def test_so_does_the_answer_in_a_terminal() -> None:
    given = [f"{id_}={value}" for id_, value in calm(SEFTON).items()]
    today = day("Fri 2026-11-27")
    agreed = ask(SEFTON, [*given, "stage=professionals", "result=agreed"], today, as_json=False)
    assert agreed.endswith("General advice. The policy’s words: Step 1")
    begun = ask(SEFTON, [*given, "stage=not_raised"], today, as_json=False)
    assert begun.endswith("Source: Step 1")


def test_a_terminal_says_who_acts_on_each_side() -> None:
    manyford, today = policy("manyford"), day("Fri 2026-11-27")
    stage = {"stage": "workers", "result": "not_agreed", "ended_on": "unknown"}
    known = {"area": "eastford", "ladder": "normal", "agency": "school", "other_agency": "unknown", **stage}
    given = [f"{id_}={value}" for id_, value in {**calm(manyford), **known}.items()]
    said = ask(manyford, given, today, as_json=False)
    assert (
        "Your side: The designated safeguarding lead (if there is none: the head teacher)\n"
        "Their side: The other worker’s line manager\n"
        "  Social care: the team manager\n"
    ) in said


def place_of(step: NextStep) -> str:
    return " ".join(render_part("next_step_away.html.j2", "away_source", step, SEFTON).split())


def test_a_page_without_a_quote_does_so_too() -> None:
    title = SEFTON.document.title
    agreed = place_of(STEPS["professionals-agreed"])
    assert f"General advice. The policy’s words: {title}, Step 1" in agreed
    assert f">Source: {title}, Step 3" in place_of(STEPS["managers-not_agreed"])


@pytest.mark.parametrize("kind", ["at_a_glance", "pocket_card", "procedure", "what_now"])
def test_who_is_told_after_999_is_said_to_be_general_advice(kind: str) -> None:
    """“The policy states no other route” said that the policy states one."""
    found = page(SEFTON, kind)
    assert "is general advice: the policy states no route of its own" in found
    assert "no other route" not in found


@pytest.mark.parametrize("id_", ["sefton", "general-guide"])
def test_the_step_of_an_emergency_says_it_once(id_: str) -> None:
    """The card says whom to tell; below it was said again, as if it were another step."""
    found = page(policy(id_), "what_now").split('id="emergency"')[1].split("</section>")[0]
    assert found.count("then tell the") == 1
    assert found.count("tell your") == 0
    assert found.count("whom to tell is general advice") == 1


@pytest.mark.parametrize("kind", ["at_a_glance", "pocket_card", "procedure"])
def test_a_route_that_the_policy_states_is_not_called_ours(kind: str) -> None:
    assert "general advice" not in page(policy("longwater"), kind)


def test_the_general_guide_is_not_taken_for_a_policy_there() -> None:
    found = page(policy("general-guide"), "at_a_glance")
    assert "this is general advice." in found
    assert "no route of its own" not in found
