"""Each rule of the check: a file that breaks it, with the exact line, and one that does not."""

from datetime import date
from pathlib import Path

import pytest

from helper.faults import Fault
from helper.policy import Policy
from macros.check import Checked, TriedOut, check, rules_values
from macros.proof.scenarios import not_asked, scenario_faults
from macros.render import render
from macros.rules import RULES
from macros.rules.numbers import said_amounts
from macros.rules.rule import Kind, Rule, elsewhere
from macros.rules.short_forms import GLOSSARY
from tests.conftest import ALL_POLICIES, MADE_UP
from tests.rules.case import BASE, TODAY, Case
from tests.rules.facts import FACTS
from tests.rules.reading import READING
from tests.rules.time import TIME
from tests.rules.words import WORDS

CASES = (*READING, *FACTS, *TIME, *WORDS)
RULE = {rule.name: rule for rule in RULES}


def checked(folder: Path, text: str, today: date = TODAY, name: str = "fairmead") -> Checked:
    """What the check finds in a file of this text."""
    file = folder / f"{name}.yaml"
    file.write_text(text, "utf-8")
    return check([file], today, _tried)


def rule_of(line: str) -> str:
    """The name at the end of a printed line."""
    return line.rpartition(" [")[2].removesuffix("]")


def _tried(policy: Policy) -> TriedOut:
    """The helper's answers to the scenarios, without the second that the proof takes; Nowhere leads nowhere."""
    faults = [*scenario_faults(policy)]
    if policy.name == "Nowhere":
        faults.append(Fault(path=(), found="leads astray", write="Mend it.", rule="no-dead-end"))
    unasked = () if faults else tuple(not_asked(policy))
    return TriedOut(faults=tuple(faults), proof=f"{policy.id}: proved.", warnings=unasked)


def test_the_base_file_has_neither_faults_nor_warnings(tmp_path: Path) -> None:
    found = checked(tmp_path, BASE)
    assert found.lines == ()
    assert found.totals == "1 policy in order, 0 faults, 0 warnings."


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_file_that_breaks_the_rule_gets_its_line(case: Case, tmp_path: Path) -> None:
    name = "fair mead" if case.rule == "file-name" else "fairmead"
    found = checked(tmp_path, case.text(case.wrong), case.today, name)
    lines = [line.replace(f"{tmp_path}/{name}.yaml:", "") for line in found.lines]
    assert [line for line in lines if line.endswith(f" [{case.rule}]")] == [case.said]
    assert [rule_of(line) for line in lines if line != case.said] == [*case.besides]
    assert (": warning: " in case.said) == (RULE[case.rule].kind is Kind.WARNING)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_faults_and_warnings_are_counted_apart(case: Case, tmp_path: Path) -> None:
    name = "fair mead" if case.rule == "file-name" else "fairmead"
    found = checked(tmp_path, case.text(case.wrong), case.today, name)
    kinds = [RULE[rule_of(line)].kind for line in found.lines]
    assert found.faults == kinds.count(Kind.FAULT)
    assert found.warnings == kinds.count(Kind.WARNING)
    assert len(found.policies) == (0 if found.faults else 1)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_mended_file_gets_none(case: Case, tmp_path: Path) -> None:
    assert checked(tmp_path, case.text(case.right)).lines == ()


@pytest.mark.parametrize("name", ["policies", "openapi", "bank-holidays", "search"])
def test_a_policy_called_like_a_file_of_the_site_is_refused(name: str, tmp_path: Path) -> None:
    """Else its own data would be lost, with nothing said."""
    found = checked(tmp_path, BASE, name=name)
    assert [rule_of(line) for line in found.lines] == ["file-name"]
    assert f"is named '{name}'" in found.lines[0]


def test_every_rule_has_its_case_and_every_case_its_rule() -> None:
    assert {case.rule for case in CASES} | {"scenario-coverage"} == set(RULE)
    assert len(RULE) == len(RULES)


def the_page() -> str:
    return render("checks", root="../../", **rules_values())


def test_every_rule_is_explained_on_its_page() -> None:
    page = the_page()
    for rule in RULES:
        assert f'id="{rule.name}"' in page
        assert rule.wrong != rule.right
        assert all(text.endswith((".", "?")) for text in (rule.says, rule.why))
    assert all(form in page for form in GLOSSARY)


def test_the_page_keeps_the_indents_of_its_examples() -> None:
    assert "label: Stage 4&#10;  ends:&#10;    power: decides" in the_page()


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.kind is Kind.FAULT], ids=lambda rule: rule.name
)
def test_a_fault_does_not_depend_on_the_day(rule: Rule) -> None:
    for policy in ALL_POLICIES:
        assert [*rule.find(policy, date.min)] == [*rule.find(policy, date.max)] == []


def test_no_policy_here_has_a_fault() -> None:
    looking = [rule for rule in RULES if rule.kind is Kind.FAULT and rule.find is not elsewhere]
    assert len(looking) > 20
    assert [fault for policy in ALL_POLICIES for rule in looking for fault in rule.find(policy, TODAY)] == []


AMOUNTS = [  # the policy's words, amounts: number, thing, said to be working days
    ("within 2 working days (4 days total)", [(2, "day", True), (4, "day", False)]),
    ("within twenty-four (24) hours", [(24, "hour", False)]),
    ("one further working day", [(1, "day", True)]),
    ("in forty eight hours or a working week", [(48, "hour", False), (1, "week", True)]),
    ("a fortnight", [(1, "fortnight", False)]),
    ("day by day, on the same working day", []),
    ("within 99999 days", []),
    ("28 calendar days, or a month", [(28, "day", False), (1, "month", False)]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "amounts"), AMOUNTS)
def test_amounts_are_read_from_words(words: str, amounts: list[tuple[int, str, bool]]) -> None:
    found = [(each.number, each.thing, each.working) for each in said_amounts(words)]
    assert found == amounts


NO_NAMES = (
    "Head of Safeguarding and Quality Assurance",
    "The Fairmead Board Manager",
    "Your line manager or Named Nurse",
    "Upper Fairmead Duty Desk",
    "Detective Sergeant, Public Protection Unit",
    "Director of Children’s Services",
)


@pytest.mark.parametrize("role", NO_NAMES)
def test_a_role_in_capitals_is_no_persons_name(role: str, tmp_path: Path) -> None:
    text = BASE.replace("role: Partnership office", f'role: "{role}"')
    assert checked(tmp_path, text).lines == ()


NO_WAYS = (
    ("phone", "office@fairmead.example or 01632 960999"),
    ("phone", "extension 12"),
    ("phone", "01632 96O3O1"),
    ("phone", "O1632 960999"),
    ("phone", "01632 96099l"),
    ("phone", "01632 96S999"),
    ("phone", "01632"),
    ("phone", "01632 960999 or 01632"),
    ("phone", "+44 (0)1632"),
    ("email", "office at fairmead.example"),
    ("email", "office@"),
    ("email", "office@fairmead@example"),
    ("email", "office@fairmead.example, desk@fairmead.example"),
    ("email", "mailto:office@fairmead.example"),
)
WAYS = (
    ("phone", "01632 960140, option 2"),
    ("phone", "+44 (0)1632 960140 (ask for the duty desk)"),
    ("phone", "101"),
    ("phone", "999, or 112 from abroad"),
    ("phone", "NHS 111, press 2"),
    ("phone", "01632 960999 ext 123"),
    ("phone", "01632 960999 x0123"),
    ("phone", "(01632) 960999 extension 0123"),
    ("phone", "Option 1: 01632-960-999, then pin 0123"),
    ("phone", "01632 960999 (24 hours), 8.30am to 5pm: 020 7946 0018"),
    ("phone", "01632 960999 24/7"),
    ("phone", "01632 960999 / 960998 (9-5)"),
    ("phone", "0800 1111"),
    ("phone", "116 000"),
    ("phone", "18001 01632 960999"),
    ("phone", "Text 60777"),
    ("phone", "Text 786 786"),
    ("phone", "101 or 111, and 999 at once"),
    ("phone", "116 123 or 118 500"),
    ("phone", "+44 20 9012 3456"),
    ("phone", "0300 123 1000"),
    ("phone", "020 9012 3456, 24 hours, or 9012 3457"),
    ("phone", "112, 8.30am-5pm, option 20"),
    ("phone", "00353 1 234 5678 or +353 (0)1 234 5678"),
    ("phone", "0044 1632 960999"),
    ("email", "fairmead.office+escalation@children.fairmead.example"),
)
PUBLISHED = {"phone": "01632 960999", "email": "office@fairmead.example"}


@pytest.mark.parametrize(("way", "text"), NO_WAYS)
def test_a_number_or_address_that_reaches_nobody_is_a_fault(way: str, text: str, tmp_path: Path) -> None:
    found = checked(tmp_path, BASE.replace(f"{way}: {PUBLISHED[way]}", f'{way}: "{text}"'))
    assert [rule_of(line) for line in found.lines] == [way]


@pytest.mark.parametrize(("way", "text"), WAYS)
def test_a_number_with_words_beside_it_may_stand(way: str, text: str, tmp_path: Path) -> None:
    assert checked(tmp_path, BASE.replace(f"{way}: {PUBLISHED[way]}", f'{way}: "{text}"')).lines == ()


@pytest.mark.parametrize(
    "text", ["9012 3456", "960999", "(9012) 3456", "ring 7946-0018, ext 12", "1632 960999"]
)
def test_a_number_without_its_area_code_is_warned_of(text: str, tmp_path: Path) -> None:
    """The README asks for it: a mobile cannot ring it without."""
    found = checked(tmp_path, BASE.replace("phone: 01632 960999", f'phone: "{text}"'))
    assert [rule_of(line) for line in found.lines] == ["phone-area-code"]


WAYS_TO_AVOID = (
    "Never by text message.",
    "No e-mail.",
    "Not by letter, unless asked to.",
    "E-mail alone is not enough.",
    "E-mail should be avoided.",
    "E-mail isn’t recommended.",
)


@pytest.mark.parametrize("text", WAYS_TO_AVOID)
def test_a_way_to_avoid_may_be_said_in_many_words(text: str, tmp_path: Path) -> None:
    assert checked(tmp_path, BASE.replace("avoid: not stated", f"avoid: {text}")).lines == ()


OTHER_UNITS = [  # the policy's words, what stands in the file, what is warned of
    ("within 3 hours", "unit: working days\n        amount: 3", "hours and amount: 3"),
    ("within 20 working days", "unit: days\n        amount: 20", "working days and amount: 20"),
    ("within two weeks", "unit: working days\n        amount: 10", "days and amount: 14"),
    ("within a week", "unit: a working week", "days and amount: 7"),
    ("within one working week", "unit: days\n        amount: 7", "working days and amount: 5"),
    ("within a month", "unit: days\n        amount: 30", "words only, without an amount: a month has no"),
    ("in 8 working hours", "unit: hours\n        amount: 8", "words only, without an amount: nights would"),
    ("within 24 hours", "unit: same working day\n        clock: 17:00", "hours and amount: 24"),
    ("within 24 hours", "unit: at once", "hours and amount: 24"),
    ("the same working day", "unit: hours\n        amount: 8", "same working day, without an amount"),
    ("the same day", "unit: at once", "same working day, without an amount"),
    ("the same day", "unit: next working day", "same working day, without an amount"),
    ("within one working day", "unit: next working day", "working days and amount: 1"),
    ("the same day", "unit: a working week", "same working day, without an amount"),
    (
        "within 48 hours (two working days)",
        "unit: hours\n        amount: 48\n        also: {unit: days, amount: 2}",
        "working days and amount: 2",
    ),
]
SAME_UNITS = [  # the policy's words, what stands in the file
    ("within 72 hours", "unit: hours\n        amount: 72"),
    ("within two weeks", "unit: days\n        amount: 14"),
    ("within 28 days (one month)", "unit: days\n        amount: 28"),
    ("within a working week", "unit: a working week"),
    ("within 5 working days", "unit: a working week"),
    ("within a working week", "unit: working days\n        amount: 5"),
    ("within 48 hours (2 working days)", "unit: hours\n        amount: 48"),
    ("by noon on the next working day", "unit: next working day\n        clock: 12:00"),
    ("on the school day following it", "unit: next working day"),
    ("the same day or, after 4 pm, by the next working day", "unit: next working day"),
    ("the next working day, and the plan within 2 days", "unit: next working day"),
    ("within one working day, so on the next working day", "unit: working days\n        amount: 1"),
    ("by the next day", "unit: working days\n        amount: 1"),
    ("the same working day, 8 hours at most", "unit: hours\n        amount: 8"),
    ("the same day, not 5 working days later", "unit: same working day\n        clock: 17:00"),
    ("immediately, and the plan within 2 days", "unit: at once"),
    ("immediately, on the same working day", "unit: at once"),
    ("within a month", "unit: words only"),
    ("5 working days before the meeting", "unit: words only"),
]


def with_unit(said: str, unit: str) -> str:
    """The base file, whose second stage has a limit of these words, written down in this way."""
    counts = (
        "" if "at once" in unit or "words only" in unit else "        counts_from: end of the stage before\n"
    )
    old = (
        "        says: should be agreed within a further three working days\n        unit: working days\n"
        "        amount: 3\n        counts_from: end of the stage before\n"
    )
    assert BASE.count(old) == 1
    return BASE.replace(old, f"        says: should be agreed {said}\n        {unit}\n{counts}")


@pytest.mark.parametrize(("said", "unit", "write"), OTHER_UNITS)
def test_a_unit_that_the_quote_does_not_have_is_warned_of(
    said: str, unit: str, write: str, tmp_path: Path
) -> None:
    lines = checked(tmp_path, with_unit(said, unit)).lines
    (line,) = (line for line in lines if rule_of(line) == "unit-differs")
    assert f"but the quote says “should be agreed {said}”. Write unit: {write}" in line


@pytest.mark.parametrize(("said", "unit"), SAME_UNITS)
def test_a_unit_that_the_quote_has_is_not_warned_of(said: str, unit: str, tmp_path: Path) -> None:
    rules = {rule_of(line) for line in checked(tmp_path, with_unit(said, unit)).lines}
    assert rules <= {"hours-and-days", "bare-days", "ceiling-too-short"}


ASKED_WHICH_DAYS = [  # the policy's words, the amount of days, whether the check asks which days they are
    ("within 28 days", 28, True),
    ("within 28 days (one month)", 28, True),
    ("without delay", 28, True),
    ("within 10 days of the end of the second week", 10, True),
    ("within two weeks", 14, False),
    ("within one week", 7, False),
    ("within a fortnight", 14, False),
    ("within 28 days (four weeks)", 28, False),
    ("within 10 calendar days", 10, False),
]


@pytest.mark.parametrize(("said", "amount", "asked"), ASKED_WHICH_DAYS)
def test_weeks_and_calendar_days_are_not_asked_about(
    said: str, amount: int, asked: bool, tmp_path: Path
) -> None:
    lines = checked(tmp_path, with_unit(said, f"unit: days\n        amount: {amount}")).lines
    assert ("bare-days" in {rule_of(line) for line in lines}) == asked


ONE_DAY = [  # the policy's words, whether they say the next working day and not one working day
    ("on the next working day", True),
    ("by 5 pm on the following business day", True),
    ("by noon on the working day after the conference", True),
    ("on the first working day following the meeting", True),
    ("within one working day, so by the next working day", False),
    ("within 1 working day after it", False),
    ("by the next day", False),
]


@pytest.mark.parametrize(("said", "warned"), ONE_DAY)
def test_the_next_working_day_as_one_working_day_is_warned_of(
    said: str, warned: bool, tmp_path: Path
) -> None:
    """From a Sunday the next working day is Monday, and one working day ends on Tuesday."""
    lines = checked(tmp_path, with_unit(said, "unit: working days\n        amount: 1")).lines
    assert ("next-working-day" in map(rule_of, lines)) == warned


def test_a_second_unit_needs_an_amount_so_nothing_is_warned_of(tmp_path: Path) -> None:
    twice = "unit: working days\n        amount: 1\n        also: {unit: hours, amount: 24}"
    lines = checked(tmp_path, with_unit("within 24 hours or on the next working day", twice)).lines
    assert "next-working-day" not in map(rule_of, lines)


HOURS = [  # the policy's words, the hour in the file, the hour that the check asks for
    ("by noon on the next working day", "", "12:00"),
    ("by 12:00 on the next working day", "", "12:00"),
    ("by 5pm on the next working day", "", "17:00"),
    ("before 4.30 pm on the next working day", "", "16:30"),
    ("on the next working day, 5 p.m. at the latest", "", "17:00"),
    ("by the end of the next working day (1700 hours)", "", "17:00"),
    ("if possible by midday on the next working day", "", "12:00"),
    ("which must be received by 16.30 on the next working day", "", "16:30"),
    ("by noon on the next working day, or by 5 pm", "", "12:00 or 17:00"),
    ("by noon on the next working day", "17:00", "12:00"),
    ("by 5 pm on the next working day", "05:00", "17:00"),
    ("by noon or 5 pm on the next working day", "17:00", ""),
    ("by the end of the next working day", "", ""),
    ("by midnight on the next working day", "", ""),
    ("the same day or, after 4 pm, by the next working day", "", ""),
    ("on the next working day if it is raised before 4 pm", "", ""),
    ("for concerns received by 4 pm, on the next working day", "", ""),
    ("on the next working day, between 9 am and 5 pm", "", ""),
    ("on the next working day", "12:00", ""),
]


@pytest.mark.parametrize(("said", "clock", "write"), HOURS)
def test_the_hour_of_the_words_is_the_hour_of_the_file(
    said: str, clock: str, write: str, tmp_path: Path
) -> None:
    """Without it the helper says “by the end of” the day, half a day late."""
    unit = "unit: next working day" + (f"\n        clock: {clock}" if clock else "")
    lines = checked(tmp_path, with_unit(said, unit)).lines
    found = [line.rpartition("Write ")[2] for line in lines if rule_of(line) == "clock-differs"]
    assert found == ([f"clock: {write}. [clock-differs]"] if write else [])


HOURS_IN_WORDS = [  # what stands in clock, what to write instead
    ("noon", "Write 12:00."),
    ("midday", "Write 12:00."),
    ("12 noon", "Write 12:00."),
    ("5pm", "Write 17:00."),
    ("4.30 p.m.", "Write 16:30."),
    ("9am", "Write 09:00."),
    ("five pm", "Write 17:00."),
    ("17.00", "Write 17:00."),
    ("9:30", "Write 09:30."),
    ("midnight", "Leave it out: a limit without an hour holds until midnight at the end of its last day."),
    ("12 am", "Leave it out: a limit without an hour holds until midnight at the end of its last day."),
    ("close of business", "Write hours and minutes with two digits each, for example 09:00 or 17:00."),
    ("24:00", "Write hours and minutes with two digits each, for example 09:00 or 17:00."),
    ("9am to 5pm", "Write hours and minutes with two digits each, for example 09:00 or 17:00."),
]


@pytest.mark.parametrize(("clock", "write"), HOURS_IN_WORDS)
def test_an_hour_in_words_is_told_in_figures(clock: str, write: str, tmp_path: Path) -> None:
    unit = f"unit: next working day\n        clock: {clock}"
    lines = checked(tmp_path, with_unit("on the next working day", unit)).lines
    (line,) = [line for line in lines if rule_of(line) == "clock"]
    assert line.endswith(f"clock is '{clock}'. {write} [clock]")


NO_HOURS = [  # the policy's words, what stands in the file
    ("within 24 hours, by 5 pm", "unit: hours\n        amount: 24"),
    ("by noon, as both agree", "unit: words only"),
    ("immediately, by noon at the latest", "unit: at once"),
    ("by 5pm the same day, the plan within 15 working days", "unit: working days\n        amount: 15"),
]


@pytest.mark.parametrize(("said", "unit"), NO_HOURS)
def test_no_hour_is_asked_for_where_none_can_stand(said: str, unit: str, tmp_path: Path) -> None:
    lines = checked(tmp_path, with_unit(said, unit)).lines
    assert "clock-differs" not in map(rule_of, lines)


SUMS = [  # the policy's words, unit and amount in the file, the total that the check asks for
    ("within a further 3 working days (6 working days in total)", "working days\n        amount: 3", "6"),
    ("within a further 3 working days (six in total)", "working days\n        amount: 3", "6"),
    ("within 3 working days, a total of no more than 6", "working days\n        amount: 3", "6"),
    ("within 3 working days, in total 6 working days", "working days\n        amount: 3", "6"),
    ("on the next working day (4 working days altogether)", "next working day", "4"),
    ("within a further 2 working days (3 working days in total)", "working days\n        amount: 3", "3"),
    ("within 3 working days in all cases", "working days\n        amount: 3", ""),
    ("within 3 working days in total", "working days\n        amount: 3", ""),
    ("within 3 working days, for a total of 4 managers", "working days\n        amount: 3", ""),
    ("within 3 working days. Stage 2 in total may be longer", "working days\n        amount: 3", ""),
    ("within 3 working days (72 hours in total)", "working days\n        amount: 3", ""),
]


@pytest.mark.parametrize(("said", "unit", "write"), SUMS)
def test_a_total_in_the_words_is_a_total_of_the_file(
    said: str, unit: str, write: str, tmp_path: Path
) -> None:
    lines = checked(tmp_path, with_unit(said, f"unit: {unit}")).lines
    found = [line for line in lines if rule_of(line) == "total-differs"]
    assert [f"Write total: {write}. " in line for line in found] == ([True] if write else [])


def test_a_total_that_is_a_limit_of_several_stages_is_there(tmp_path: Path) -> None:
    """The base file has such a limit of 5 working days, under another name."""
    said = "within a further 3 working days (5 working days in total)"
    text = with_unit(said, "unit: working days\n        amount: 3")
    assert "total-differs" not in map(rule_of, checked(tmp_path, text).lines)


def test_the_policies_here_count_in_the_units_of_their_quotes() -> None:
    for name in (
        "unit-differs",
        "next-working-day",
        "amount-differs",
        "clock-differs",
        "total-differs",
        "long-quote",
        "phone-length",
        "phone-area-code",
        "marks-around",
    ):
        assert [fault for policy in ALL_POLICIES for fault in RULE[name].find(policy, TODAY)] == []


MEETING = """\
  - id: form_received
    name: the partnership received the form
    ask: On which day did the partnership receive the form?
    source: Section 6
  - id: heads_meeting
    name: the heads of service met
    ask: On which day did the heads of service meet?
    source: Section 6
priorities:
"""
LIMIT = """\
      - what: {what}
        says: should be within {amount} working days
        unit: working days
        amount: {amount}
        counts_from: {start}
        strength: should
{met}        source: Stage 3
"""


def with_meeting(met_by: str = "", notes_met_by: str = "") -> str:
    """The base file with a form, a meeting after it, and the notes of the meeting."""

    def limit(what: str, amount: int, start: str, end: str) -> str:
        met = f"        met_by: {end}\n" if end else ""
        return LIMIT.format(what=what, amount=amount, start=start, met=met)

    limits = limit("the meeting", 5, "form_received", met_by)
    limits += limit("the notes of the meeting", 10, "heads_meeting", notes_met_by)
    begins = "      - what: the decision\n"
    assert BASE.count(begins) == BASE.count("priorities:\n") == 1
    return BASE.replace("priorities:\n", MEETING).replace(begins, limits + begins)


def met(lines: tuple[str, ...]) -> list[str]:
    """What is said of met_by, from the place on."""
    rules = ("met-by", "may-be-met", "unknown-event")
    return [line.split(": ", 1)[1] for line in lines if rule_of(line) in rules]


def test_notes_are_not_met_by_the_form_that_comes_before_their_meeting(tmp_path: Path) -> None:
    """The helper would take the notes for sent once people give the day of the form."""
    text = with_meeting(met_by="heads_meeting").replace(
        "or_from: decision_received", "or_from: form_received"
    )
    said = met(checked(tmp_path, text).lines)
    assert not [line for line in said if "the notes of the meeting" in line]
    assert not [line for line in said if "“the meeting”" in line]


def test_where_nothing_tells_which_day_comes_first_the_author_decides(tmp_path: Path) -> None:
    said = met(checked(tmp_path, with_meeting()).lines)
    meeting = next(line for line in said if "“the meeting”" in line)
    assert "Is it kept once the decision was received or once the heads of service met, and is" in meeting
    assert "that day always after the one it counts from? Then write met_by: decision_received or" in meeting
    assert meeting.endswith("or an earlier day? Then leave it. [may-be-met]")


def test_a_misspelt_met_by_is_one_fault_with_the_day_that_may_stand_there(tmp_path: Path) -> None:
    text = with_meeting(met_by="meeting").replace("or_from: decision_received\n", "or_from: form_received\n")
    (said,) = met(checked(tmp_path, text).lines)
    assert said == (
        "stages[3].timescales[0].met_by is 'meeting', which is none of the events. Did you mean heads_meeting? "
        "Write a day from which another limit of the stage counts (heads_meeting), or leave it out. [met-by]"
    )


def test_a_right_met_by_is_no_fault_where_only_the_start_is_misspelt(tmp_path: Path) -> None:
    text = with_meeting(met_by="heads_meeting").replace(
        "counts_from: heads_meeting", "counts_from: heads_meting"
    )
    faults = [line for line in checked(tmp_path, text).lines if "warning" not in line]
    assert [rule_of(line) for line in faults] == ["unknown-event"]
    assert "Did you mean heads_meeting?" in faults[0]


def test_totals_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BASE.replace("scope: children", "scope: all"), "utf-8")
    (tmp_path / "b.yaml").write_text(BASE.replace("review: 2028", "review: 2026"), "utf-8")
    found = check(sorted(tmp_path.glob("*.yaml")), TODAY, _tried)
    assert [rule_of(line) for line in found.lines] == ["not-a-value", "review-passed"]
    assert found.totals == "1 policy in order, 1 fault, 1 warning."
    assert found.proofs == ("b: proved.",)


def test_a_policy_with_faults_gets_its_warnings_as_well(tmp_path: Path) -> None:
    text = BASE.replace("form: log", "form: logs").replace("review: 2028", "review: 2026")
    assert [rule_of(line) for line in checked(tmp_path, text).lines] == ["review-passed", "unknown-form"]


def test_the_real_helper_answers_the_scenarios_and_is_proved(tmp_path: Path) -> None:
    file = tmp_path / "town.yaml"
    plainshire = (MADE_UP / "plainshire.yaml").read_text("utf-8")
    file.write_text(plainshire.replace("last_day: 2027-03-30", "last_day: 2027-03-31"), "utf-8")
    found = check([file], TODAY)
    line = next(line for line in found.lines if "warning" not in line)
    assert "scenarios[0].expect.last_day expects 2027-03-31, and the helper says 2027-03-30" in line
    assert line.endswith("Work it out by hand, then put the scenario or the facts right. [scenario]")
    assert [proof.partition(":")[0] for proof in found.proofs] == ["town"]


def test_what_no_scenario_tries_is_warned_of_with_one_to_copy(tmp_path: Path) -> None:
    """Plainshire has one scenario, Old Harbour one for each thing that has to be tried."""
    found = check([MADE_UP / "plainshire.yaml"], TODAY)
    warned = [line for line in found.lines if line.endswith(" [scenario-coverage]")]
    assert warned[0] == (
        f"{MADE_UP / 'plainshire.yaml'}:158:3: warning: scenarios try nothing for Complaint. "
        "Add a real situation and work its day out by hand: - {name: FILL IN, today: FILL IN, "
        "answers: {immediate_danger: no, route: complaint}, expect: {state: route-complaint}} "
        "[scenario-coverage]"
    )
    assert (found.faults, found.warnings) == (0, len(found.lines))
    assert not [line for line in check([MADE_UP / "oldharbour.yaml"], TODAY).lines if "coverage" in line]
