"""The scenarios of a policy: where one is answered otherwise, and what none of them tries."""

from dataclasses import replace
from datetime import date

import pytest

from helper.decide import decide
from helper.policy import Policy
from helper.step import NextStep
from macros.proof.coverage import untried, untried_steps
from macros.proof.graph import Graph, graph
from macros.proof.scenarios import not_asked, scenario_faults
from tests.conftest import ALL_POLICIES, ROOT, policy
from tests.days import day

REAL = [each for each in ALL_POLICIES if (ROOT / "policies" / f"{each.id}.yaml").exists()]
IDS = [each.id for each in REAL]


def found(asked: Policy) -> Graph:
    return graph(asked, decide)


def changed(number: int, **changes: object) -> Policy:
    """Sefton with one scenario changed, and only that one."""
    sefton = policy("sefton")
    return replace(sefton, scenarios=(replace(sefton.scenarios[number], **changes),))  # type: ignore[arg-type]


@pytest.mark.parametrize("asked", ALL_POLICIES, ids=lambda each: each.id)
def test_the_helper_answers_every_scenario_as_it_expects(asked: Policy) -> None:
    assert [str(fault) for fault in scenario_faults(asked)] == []


@pytest.mark.parametrize("asked", REAL, ids=IDS)
def test_every_next_step_of_a_real_policy_is_tried(asked: Policy) -> None:
    assert untried_steps(asked, found(asked)) == []
    assert list(untried(asked, found(asked))) == []


@pytest.mark.parametrize("asked", REAL, ids=IDS)
def test_each_scenario_is_a_sentence_of_its_own(asked: Policy) -> None:
    names = [scenario.name for scenario in asked.scenarios]
    assert len(set(names)) == len(names)
    for name in names:
        assert name[0].isupper(), name
        assert not name.endswith("."), name
        assert len(name.split()) > 3, name


SEFTON = policy("sefton").scenarios[0]
FAULTS = [  # what is changed in the first scenario, the fault
    (
        {"expect": replace(SEFTON.expect, last_day=day("Wed 2026-12-02"))},
        "scenarios[0].expect.last_day expects 2026-12-02, and the helper says 2026-12-01. "
        "Work it out by hand, then put the scenario or the facts right.",
    ),
    (
        {"expect": replace(SEFTON.expect, last_day=None)},
        "scenarios[0].expect.last_day expects nothing, and the helper says 2026-12-01. "
        "Work it out by hand, then put the scenario or the facts right.",
    ),
    (
        {"expect": replace(SEFTON.expect, state="managers-agreed", stage="managers")},
        "scenarios[0].expect.state expects managers-agreed, and the helper says not_raised. "
        "Work it out by hand, then put the scenario or the facts right.",
    ),
    (
        {"answers": {"immediate_danger": "no", "route": "none"}},
        "scenarios[0].answers do not lead to a next step: stage is not answered. Add stage, one of: "
        "not_raised, professionals, managers, heads_of_service, chaired_meeting, unknown.",
    ),
    (
        {"answers": {**SEFTON.answers, "stage": "professionals", "result": "waiting"}},
        "scenarios[0].answers do not lead to a next step: raised_on is not answered. "
        "Add raised_on, one of: a day, for example 2026-11-27, or unknown.",
    ),
    (
        {"answers": {**SEFTON.answers, "stage": "talk"}},
        "scenarios[0].answers.stage is ‘talk’. The answers are: ",
    ),
    (
        {"answers": {**SEFTON.answers, "weather": "fine"}},
        "scenarios[0].answers.weather is ‘fine’. weather is not a question here.",
    ),
]


@pytest.mark.parametrize(("changes", "said"), FAULTS)
def test_a_scenario_that_is_answered_otherwise_says_where_and_how(
    changes: dict[str, object], said: str
) -> None:
    (fault,) = scenario_faults(changed(0, **changes))
    assert str(fault).startswith(said)
    assert fault.rule == "scenario"


@pytest.mark.parametrize("asked", ALL_POLICIES, ids=lambda each: each.id)
def test_no_scenario_answers_what_the_helper_does_not_ask(asked: Policy) -> None:
    assert [str(fault) for fault in not_asked(asked)] == []


def test_what_no_scenario_tries_comes_with_one_to_copy() -> None:
    asked = replace(policy("sefton"), scenarios=policy("sefton").scenarios[:1])
    said = [str(fault) for fault in untried(asked, found(asked))]
    assert len(said) == 7
    assert said[0].startswith("scenarios try nothing for immediate danger.")
    assert said[0].endswith(
        "- {name: FILL IN, today: FILL IN, answers: {immediate_danger: yes}, expect: {state: emergency}}"
    )
    assert said[2].endswith(
        "- {name: FILL IN, today: FILL IN, answers: {immediate_danger: no, route: none, "
        "stage: professionals, result: not_agreed, raised_on: FILL IN, ended_on: FILL IN}, "
        "expect: {state: professionals-not_agreed, stage: managers, last_day: FILL IN}}"
    )


def test_everything_that_a_policy_can_name_has_to_be_tried() -> None:
    """Manyford has other ladders, an area that opts out, one that adds a stage, and an optional stage."""
    asked = replace(policy("manyford"), scenarios=())
    said = "\n".join(str(fault) for fault in untried(asked, found(asked)))
    for each in ("Northford, which has opted out", "nothing raised yet", "an agreement", "left out"):
        assert f"try nothing for {each}" in said or each in said
    for stage in ("workers", "panel", "meeting", "partners"):
        assert f"stage: {stage}," in said or f"stage: {stage}}}" in said


@pytest.mark.parametrize("id_", ["glenmore", "sefton", "bedfordshire", "oldharbour"])
def test_a_copied_scenario_passes_once_it_is_filled_in(id_: str) -> None:
    """Its blanks for days are filled with one day; the last day comes from the helper here."""
    asked = replace(policy(id_), scenarios=())
    today = date(2026, 12, 1)
    graph_ = found(asked)
    for fault in untried(asked, graph_):
        answers, state = _copied(fault.write)
        given = {id_: today.isoformat() if value == "FILL IN" else value for id_, value in answers.items()}
        shown = decide(asked, given, today)
        assert isinstance(shown, NextStep)
        assert shown.state == state
        assert ("last_day: FILL IN" in fault.write) == (shown.act_by is not None)


def _copied(write: str) -> tuple[dict[str, str], str]:
    answers = write.split("answers: {")[1].split("}", maxsplit=1)[0]
    state = write.split("state: ")[1].rstrip("}").split(",")[0]
    return dict(pair.split(": ") for pair in answers.split(", ")), state


def test_a_scenario_past_the_calendar_says_so() -> None:
    late = replace(SEFTON, today=date(2040, 1, 2))
    (fault,) = scenario_faults(replace(policy("sefton"), scenarios=(late,)))
    assert str(fault).startswith("scenarios[0].today is 2040-01-02. ")
