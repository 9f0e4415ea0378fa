"""What changed between two versions of a policy is said in sentences, and no change goes unsaid."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from enum import Enum
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from helper.dates import Month
from helper.facts import FormField, Point
from helper.fields import hints
from helper.fixed_words import NOT_STATED, Power, Start, Strength, Unit
from helper.policy import Policy
from helper.stage import Gate
from helper.time_facts import SaidTwice
from macros.diff import diff
from macros.diff.change import Change
from macros.diff.compare import NOTHING, compare, in_words
from macros.diff.words import GROUPS, NOUNS
from tests.conftest import MADE_UP, policy

Run = Callable[..., tuple[int, str, str]]
Path_ = tuple[str | int, ...]
Place = tuple[Path_, Any, Any]


def sides(kind: Any) -> tuple[Any, ...]:
    """A type as the types that a value of it may have."""
    return (kind,) if get_origin(kind) in (tuple, dict) or isinstance(kind, type) else get_args(kind)


def classes(kind: Any = Policy) -> list[type]:
    """Every class that a policy file is made of."""
    found = [kind]
    for each in get_type_hints(kind).values():
        parts = [part for side in sides(each) for part in (side, *get_args(side)) if is_dataclass(part)]
        found += [deeper for part in parts if part not in found for deeper in classes(part)]
    return list(dict.fromkeys(found))


class Maker:
    """Makes values of a type, no two of them the same text."""

    def __init__(self) -> None:
        self.count = 0

    def make(self, kind: Any) -> Any:
        self.count += 1
        side = sides(kind)[0]
        if get_origin(side) is tuple:
            return (self.make(get_args(side)[0]), self.make(get_args(side)[0]))
        if is_dataclass(side):
            return side(**{name: self.make(each) for name, each in hints(side).items()})  # type: ignore[operator]
        if get_origin(side) is dict:
            return {f"question{self.count}": "yes"}
        if issubclass(side, Enum):
            return list(side)[0]
        numbered = f"{('alpha', 'beta', 'gamma', 'delta')[self.count % 4]} {self.count} {self.count * 7919}"
        day = date(2026, 1, 1) + timedelta(self.count)
        month = Month(1000 + self.count % 9000, 1 + self.count // 9000 % 12, 1)
        simple = {str: numbered, int: self.count, bool: True, date: day, Month: month}
        return simple[side]


def others(kind: Any, value: Any, maker: Maker) -> Iterator[Any]:
    """Other values that the type allows: one of each of its sides."""
    for side in sides(kind):
        if side is NoneType:
            yield None
        elif isinstance(side, type) and issubclass(side, Enum):
            yield from (member for member in side if member != value)
        elif side is bool:
            yield not value
        elif get_origin(side) is tuple and isinstance(value, tuple):
            yield value[:1]
            yield value[::-1]
            yield (*value, maker.make(get_args(side)[0]))
        else:
            yield maker.make(side)


def places(part: Any, path: Path_ = ()) -> Iterator[Place]:
    """Every field of a policy with its path, its type and its value."""
    for field in fields(part):
        value = getattr(part, field.name)
        yield (*path, field.name), hints(type(part))[field.name], value
        for number, item in enumerate(value if isinstance(value, tuple) else ()):
            if is_dataclass(item):
                yield from places(item, (*path, field.name, number))
        if is_dataclass(value):
            yield from places(value, (*path, field.name))


def changed(part: Any, path: Path_, value: Any) -> Any:
    """The policy with another value at one place."""
    if not path:
        return value
    if isinstance(part, tuple):
        number = int(path[0])
        return (*part[:number], changed(part[number], path[1:], value), *part[number + 1 :])
    name = str(path[0])
    return replace(part, **{name: changed(getattr(part, name), path[1:], value)})


MAKER = Maker()
FULL: Policy = MAKER.make(Policy)
PLACES = [each for each in places(FULL) if each[0] != ("id",)]
FIRST_OF_EACH = list({(kind, path[-1]): (path, kind, value) for path, kind, value in PLACES[::-1]}.values())
at_places = pytest.mark.parametrize(
    "chosen", [FIRST_OF_EACH, pytest.param(PLACES, marks=pytest.mark.thorough)], ids=["sample", "all"]
)


@at_places
def test_no_change_of_any_field_goes_unsaid(chosen: list[Place]) -> None:
    """Every field at every place of a policy that has everything, changed to each kind of value it may have."""
    tried = 0
    for path, kind, value in chosen:
        for other in others(kind, value, MAKER):
            found = diff(FULL, changed(FULL, path, other))
            assert found, f"nothing is said of {path} as {other!r}"
            for change in found:
                assert change.kind in GROUPS
                assert not re.search("None|=|Silent[.]|<|{", change.says), change.says
                assert change.says[0] == change.says[0].upper()
                assert change.says.rstrip("”")[-1] in ".?!", change.says
            tried += 1
    assert tried > 1.5 * len(chosen)


@at_places
def test_what_is_gone_is_new_the_other_way_round(chosen: list[Place]) -> None:
    for path, kind, value in chosen:
        for other in others(kind, value, MAKER):
            assert diff(changed(FULL, path, other), FULL), path


def test_the_same_twice_is_no_change() -> None:
    assert diff(FULL, FULL) == ()
    assert diff(FULL, replace(FULL, id="another")) == ()
    assert in_words(FULL, ()) == NOTHING


def test_every_field_has_a_noun_and_no_other_has() -> None:
    untold = {"id", "source", "says", "scenarios"}
    for kind in classes():
        if kind.__name__ in ("Scenario", "Expected"):
            continue
        assert NOUNS[kind.__name__].keys() == hints(kind).keys() - untold, kind.__name__


PLAIN = policy("plainshire")
TALK, LEADS = PLAIN.ladder
(CALL,) = TALK.timescales  # type: ignore[misc]
(OFFICE,) = LEADS.contacts  # type: ignore[misc]
(DUTY,) = LEADS.records  # type: ignore[misc]
(FORM,) = PLAIN.forms  # type: ignore[misc]
(ROUTE,) = PLAIN.other_routes  # type: ignore[misc]
(TEN_DAYS,) = PLAIN.budgets  # type: ignore[misc]
BOTH = replace(TEN_DAYS, covers=("first_talk", "leads"))
PANEL = replace(TALK, id="panel", label="Level 2", name="Panel")


def talk(**fields_: Any) -> Policy:
    """Plainshire with another first level."""
    return replace(PLAIN, stages=(replace(TALK, **fields_), LEADS))


def leads(**fields_: Any) -> Policy:
    """Plainshire with another last level."""
    return replace(PLAIN, stages=(TALK, replace(LEADS, **fields_)))


def call(**fields_: Any) -> Policy:
    """Plainshire with another time limit at its first level."""
    return talk(timescales=(replace(CALL, **fields_),))


def document(**fields_: Any) -> Policy:
    """Plainshire with other facts about its document."""
    return replace(PLAIN, document=replace(PLAIN.document, **fields_))


TYPICAL: list[tuple[str, Policy, list[str]]] = [  # what changed, the new version, what is said of it
    ("a day more", call(amount=4), ["Level 1 now allows 4 working days, was 3."]),
    ("one day", call(amount=1), ["Level 1 now allows 1 working day, was 3."]),
    (
        "hours in place of days",
        call(amount=48, unit=Unit.HOURS, also=SaidTwice(unit=Unit.WORKING_DAYS, amount=2)),
        ["Level 1 now allows 48 hours (2 working days), was 3 working days."],
    ),
    (
        "no number any more",
        call(amount=None, unit=Unit.AT_ONCE, counts_from=None, says="without delay"),
        [
            "Level 1: the time is now at once (“without delay”), was 3 working days.",
            "Level 1: nothing is counted any more, was from the start of the first stage.",
            "Level 1: the policy’s own words now read “without delay”.",
        ],
    ),
    (
        "a limit becomes a target",
        call(strength=Strength.TARGET),
        ["Level 1: how firmly the policy sets the time is now “target”, was “must”."],
    ),
    (
        "the limit is gone",
        talk(timescales=NOT_STATED),
        ["Level 1: there is no longer a time limit for the call; it was 3 working days."],
    ),
    (
        "a limit where there was none",
        leads(timescales=(replace(CALL, what="the letters", counts_from=Start.STAGE_BEFORE),)),
        ["Formal level: a new time limit: 3 working days for the letters."],
    ),
    (
        "a ceiling",
        replace(PLAIN, budgets=(replace(TEN_DAYS, amount=8),)),
        ["Where possible: now 8 working days, was 10."],
    ),
    (
        "a stage more",
        replace(PLAIN, stages=(TALK, PANEL, LEADS)),
        ["Level 2 is new: Panel, after Level 1; its time limit is 3 working days."],
    ),
    (
        "a stage at the front",
        replace(PLAIN, stages=(PANEL, TALK, LEADS)),
        ["Level 2 is new: Panel, before Level 1; its time limit is 3 working days."],
    ),
    (
        "a stage more without a time limit",
        replace(PLAIN, stages=(TALK, replace(PANEL, timescales=NOT_STATED), LEADS)),
        ["Level 2 is new: Panel, after Level 1; it has no time limit of its own."],
    ),
    (
        "only another id",
        replace(PLAIN, stages=(replace(TALK, id="first_talk"), LEADS), budgets=(BOTH,)),
        ["Level 1: it has another short name in addresses, so links to it that were kept no longer lead there."],
    ),
    (
        "another id and another time",
        replace(talk(id="first_talk", timescales=(replace(CALL, amount=4),)), budgets=(BOTH,)),
        [
            "Level 1 now allows 4 working days, was 3.",
            "Level 1: it has another short name in addresses, so links to it that were kept no longer lead there.",
        ],
    ),
    (
        "another start",
        call(counts_from=Start.THIS_STAGE),
        ["The limit of Level 1 now counts from the start of this stage, was from the start of the first stage."],
    ),
    (
        "a start that is no longer said",
        call(counts_from=NOT_STATED),
        ["The policy no longer says what the limit of Level 1 counts from, was from the start of the first stage."],
    ),
    ("for one priority", call(priority="high"), ["Level 1: the limit now holds for high only, was for every priority."]),
    (
        "a sooner day",
        call(or_sooner="a time that protects the child"),
        ["Level 1: the policy now asks for a sooner day where that is needed: “a time that protects the child”."],
    ),
    (
        "the start day does not count any more",
        replace(PLAIN, start_day_counts=NOT_STATED),
        ["The policy no longer says whether the start day counts, so every date that is counted in days is one day later."],
    ),
    (
        "what only the keepers of the file see",
        replace(document(taken=date(2026, 11, 22)), scenarios=(replace(PLAIN.scenarios[0], name="Another"), *PLAIN.scenarios[1:])),
        [
            "The day on which the facts were taken is now 22 November 2026, was 21 November 2026.",
            "1 situation that the check tries has changed.",
        ],
    ),
    ("a stage less", replace(PLAIN, stages=(LEADS,)), ["Level 1 is gone: Talk."]),
    ("stages change places", replace(PLAIN, stages=(LEADS, TALK)), ["The stages now come in this order: Formal level, Level 1."]),
    ("a new label", leads(label="Level 2"), ["Formal level (Leads) is now called Level 2."]),
    (
        "somebody else to speak to",
        talk(theirs="the other worker’s manager"),
        ["At Level 1 you now speak to the other worker’s manager, was the other worker."],
    ),
    (
        "somebody else on your side",
        leads(yours="your head teacher"),
        ["Formal level: your side is now your head teacher, was your safeguarding lead."],
    ),
    (
        "a gate",
        leads(gate=Gate(who="Your manager", decides="whether it is justified", if_refused=NOT_STATED, says="if", source="4")),
        ["Formal level: a new decision before it begins: Your manager decides whether it is justified."],
    ),
    (
        "a telephone number that was not published",
        leads(contacts=(replace(OFFICE, email="office@plainshire.example"),)),
        ["Formal level, partnership office: the e-mail address is now office@plainshire.example, was not published."],
    ),
    (
        "another contact",
        leads(contacts=(OFFICE, replace(OFFICE, role="Duty desk"))),
        ["Formal level: a new contact: Duty desk."],
    ),
    ("a form less", replace(PLAIN, forms=NOT_STATED), ["A form is gone: Resolution form (Annex A)."]),
    (
        "a form's field more",
        replace(PLAIN, forms=(replace(FORM, fields=(FormField(label="Date"),)),)),
        ["Resolution form: a new field: Date."],
    ),
    (
        "a route more",
        replace(PLAIN, other_routes=(ROUTE, replace(ROUTE, id="whistle", name="Whistleblowing"))),
        ["A new route: Whistleblowing."],
    ),
    (
        "a duty to record",
        talk(records=(replace(DUTY, form=None, who="You", does="write down the outcome."),)),
        ["Level 1: a new duty: You write down the outcome."],
    ),
    ("the review date", document(review=date(2028, 4, 1)), ["The review date is now 1 April 2028, was 1 April 2027."]),
    (
        "it binds",
        leads(ends=replace(LEADS.ends, power=Power.DECIDES, binding=True)),  # type: ignore[type-var]
        ["Formal level: what it does in the end is now decides, was recommends.", "Formal level: the end is now binding."],
    ),
    (
        "only a wording",
        talk(do=(Point(text="Say plainly what worries you.", source="Section 3"),)),
        ["Level 1: the wording of a thing to do has changed and now reads: Say plainly what worries you."],
    ),
    (
        "something else instead",
        replace(PLAIN, other_routes=(replace(ROUTE, instead="Write to the ombudsman."),)),
        ["Complaint: what to use instead now reads: Write to the ombudsman."],
    ),
    (
        "only where it stands",
        talk(source="Section 9", do=(replace(TALK.do[0], source="Section 9"),)),
        ["Level 1: some facts now stand at another place in the policy."],
    ),
    ("nothing", PLAIN, []),
]  # fmt: skip


@pytest.mark.parametrize(("new", "said"), [row[1:] for row in TYPICAL], ids=[row[0] for row in TYPICAL])
def test_typical_changes_read_like_this(new: Policy, said: list[str]) -> None:
    assert [change.says for change in diff(PLAIN, new)] == said


def test_a_change_has_its_group_its_stage_and_both_values() -> None:
    assert diff(PLAIN, call(amount=4)) == (
        Change(
            kind="times",
            stage="talk",
            says="Level 1 now allows 4 working days, was 3.",
            was="3 working days",
            now="4 working days",
        ),
    )
    (gone,) = diff(PLAIN, replace(PLAIN, forms=NOT_STATED))
    assert (gone.kind, gone.stage, gone.now) == ("forms", "", "")


def test_several_limits_of_a_stage_are_told_apart() -> None:
    two = (CALL, replace(CALL, what="the letter"))
    old, new = talk(timescales=two), talk(timescales=(CALL, replace(two[1], amount=5)))
    assert [change.says for change in diff(old, new)] == [
        "Level 1 now allows 5 working days for the letter, was 3."
    ]


def test_the_most_telling_comes_first() -> None:
    new = replace(
        call(amount=4),
        summary="Another summary.",
        forms=(replace(FORM, name="Log"),),
    )
    new = replace(new, stages=(*new.ladder, PANEL))
    assert [change.kind for change in diff(PLAIN, new)] == ["stages", "times", "forms", "words"]


def test_no_text_is_quoted_twice() -> None:
    new = talk(say="I am very worried because [your reason].")
    (change,) = diff(PLAIN, new)
    assert change.says.count("because [your reason]") == 1
    assert (change.was, change.now) == (TALK.say, "I am very worried because [your reason].")


def test_a_stage_of_another_ladder_is_named_with_it() -> None:
    ladder = FULL.ladders[0]
    stage = replace(ladder.stages[0], theirs="the duty manager")
    new = replace(FULL, ladders=(replace(ladder, stages=(stage, *ladder.stages[1:])), *FULL.ladders[1:]))
    (change,) = diff(FULL, new)
    assert change.says.startswith(
        f"{ladder.name[:1].upper()}{ladder.name[1:]}, {stage.called}: their side is now the duty manager"
    )


@pytest.fixture
def two_files(tmp_path: Path) -> tuple[str, str]:
    old = MADE_UP / "plainshire.yaml"
    new = tmp_path / "draft.yaml"
    new.write_text(old.read_text("utf-8").replace("amount: 3", "amount: 4", 1), "utf-8")
    return str(old), str(new)


def test_two_files_as_text_and_as_json(two_files: tuple[str, str]) -> None:
    said = "Level 1 now allows 4 working days, was 3."
    assert compare(*two_files, as_json=False).splitlines() == [
        "Plainshire: 1 change.",
        "",
        "Time limits",
        f"- {said}",
    ]
    assert json.loads(compare(*two_files, as_json=True)) == [
        {"kind": "times", "stage": "talk", "says": said, "was": "3 working days", "now": "4 working days"}
    ]


def test_the_command_takes_files_and_ids(two_files: tuple[str, str], run_guide: Run) -> None:
    code, out, _ = run_guide("diff", *two_files)
    assert (code, out.splitlines()[-1]) == (0, "- Level 1 now allows 4 working days, was 3.")
    code, out, _ = run_guide("diff", "sefton", "sefton")
    assert (code, out.strip()) == (0, NOTHING)
    code, _, err = run_guide("diff", "sefton", "nowhere")
    assert (code, "There is no policy 'nowhere'. Write a file, or one of: " in err) == (1, True)
