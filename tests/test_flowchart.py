"""Every way out of the flowchart has its name: danger, another route, agreed, not agreed, the end."""

import re

import pytest

from helper.policy import Policy
from macros.exits import Exits, exits
from macros.kinds import KINDS
from macros.limits import rungs
from macros.policy_pages import page_of
from tests.conftest import ALL_POLICIES, policy
from tests.test_pages import stated

BY_POLICY = pytest.mark.parametrize("asked", ALL_POLICIES, ids=lambda asked: asked.id)
KIND = next(each for each in KINDS if each.name == "flowchart")
ENDS = [  # policy, what leads out of its last stage, what is to do then
    ("sefton", "Final and binding", "Record it as the policy asks."),
    ("barnet", "Agrees a way forward", "Not stated whether it is binding."),
    ("general-guide", "Ended", "Not stated whether it is binding."),
    ("longwater", "Final and binding", "Record it as the policy asks."),
]


def ways(asked: Policy) -> list[Exits]:
    return [exits(asked, rung) for rung in rungs(asked)]


def words(asked: Policy, part: str) -> list[str]:
    """The labels of the ways across or down, in their order."""
    html = page_of(asked, KIND).body
    return re.findall(rf'<p class="eg-flow__{part}[^"]*">(.*?)</p>', html)


@BY_POLICY
def test_every_box_has_a_way_across_and_all_but_the_last_a_way_down(asked: Policy) -> None:
    routes = [route.name for route in stated(asked.other_routes)]
    if not asked.ladder:
        assert words(asked, "across") == ["Immediate danger", *("Yes" for _ in routes)]
        assert words(asked, "down") == ["No immediate danger", *("No" for _ in routes)]
        return
    other = ["Other route"] if routes else []
    none = [] if not routes else ["No"] if len(routes) == 1 else ["None of these"]
    across, downs = [], []
    for stage, each in zip(asked.ladder, ways(asked), strict=True):
        across += ["No", each.across] if stage.gate else [each.across]
        downs += ["Yes", each.down] if stage.gate else [each.down]
    assert words(asked, "across") == ["Immediate danger", *other, *across]
    assert words(asked, "down") == ["No immediate danger", *none, *downs[:-1]]
    assert downs[-1] == ""
    assert all(downs[:-1])


@BY_POLICY
def test_every_other_route_is_named_with_when_to_use_it(asked: Policy) -> None:
    html = page_of(asked, KIND).body
    for route in stated(asked.other_routes):
        assert f"<strong>{route.name}</strong>" in html
        assert route.use_when in html


@pytest.mark.parametrize(("id_", "across", "end"), ENDS)
def test_the_last_stage_says_how_it_ends(id_: str, across: str, end: str) -> None:
    assert ways(policy(id_))[-1] == Exits(across=across, end=end)


@BY_POLICY
def test_agreement_asks_for_a_record_only_where_the_policy_does(asked: Policy) -> None:
    """“Put the plan in writing” stood beside every stage of every policy, as if each said so."""
    html = page_of(asked, KIND).body
    assert "in writing.</p></div>" not in html
    for stage, each in zip(asked.ladder, ways(asked), strict=True):
        if each.across in ("Agreed", "Final and binding"):
            always = any(not duty.when for duty in stated(stage.records))
            assert each.end == ("Record it as the policy asks." if always else "")


def test_where_the_policy_asks_for_no_record_agreement_is_the_finish() -> None:
    """Oldharbour does not say what to record."""
    html = page_of(policy("oldharbour"), KIND).body
    assert '<div class="eg-flow__end"><p><strong>Finish.</strong></p></div>' in html


def test_no_answer_leads_down_only_where_the_policy_says_so() -> None:
    """Plainshire counts silence as no agreement; Sefton's procedure says nothing about it."""
    assert words(policy("plainshire"), "down")[-1] == "Not agreed, or no answer"
    assert words(policy("sefton"), "down")[-1] == "Not agreed"


def test_a_stage_before_the_ladder_has_exits_of_its_own() -> None:
    first = ways(policy("longwater"))[0]
    assert first == Exits(across="Settled", end="There is nothing to raise.", down="Still worried")


def test_a_gate_has_a_way_out_where_the_answer_is_no() -> None:
    """Manyford says what somebody may do after the second refusal, and nothing about the first."""
    html = page_of(policy("manyford"), KIND).body
    found = re.findall(r'--gate"><p>(.*?)</p></div>\s*<p[^>]*>No</p>\s*<div[^>]*><p>(.*?)</p>', html, re.S)
    assert found == [
        ("Your manager decides whether the challenge is justified", "The policy does not say what then."),
        (
            "Your head of service decides whether to take it to the safeguarding partners",
            "You may ask your agency’s member of the joint executive to look at it once more.",
        ),
    ]
