"""What a policy owner is told when something is wrong in the file: where, what was found, what to write."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.policies import PolicyFaults, policy_files, read_policy
from tests.conftest import MADE_UP, ROOT

GOOD = (MADE_UP / "plainshire.yaml").read_text("utf-8")
EVENT = "{id: told, name: you were told, ask: When were you told?, source: Section 1}"
Run = Callable[..., tuple[int, str, str]]


def faults(tmp_path: Path, old: str, new: str, name: str = "town.yaml") -> list[str]:
    """The faults of the good file with one place changed, without the folder's name."""
    assert old in GOOD
    return faults_of(tmp_path, GOOD.replace(old, new, 1).encode(), name)


def faults_of(tmp_path: Path, content: bytes, name: str = "town.yaml") -> list[str]:
    file = tmp_path / name
    file.write_bytes(content)
    try:
        read_policy(file)
    except PolicyFaults as error:
        return [line.replace(f"{tmp_path}/", "") for line in error.lines]
    return []


def test_the_good_file_has_no_fault(tmp_path: Path) -> None:
    assert faults_of(tmp_path, GOOD.encode()) == []


ONE_FAULT = [  # old, new, the fault
    (
        "        unit: working days\n        amount: 3",
        "        unit: workdays\n        amount: 3",
        "town.yaml:57:15: stages[0].timescales[0].unit is 'workdays'. "
        "Did you mean working days? Write one of: working days, a working week, days, hours, same working day, next working day, at once, words only. [not-a-value]",
    ),
    (
        "    name: Talk\n",
        "    name: Talk\n    colour: red\n",
        "town.yaml:45:5: stages[0].colour is not a field here. "
        "Fields not yet used: ends, before_raising, only_if, gate, roles, in_preference, chair, tells. [unknown-field]",
    ),
    (
        "stage_word: level\n",
        "stage_word: level\nstage_word: rung\n",
        "town.yaml:7:1: stage_word stands here again. It is already at line 6: keep one. [twice]",
    ),
    (
        "division: scotland\n",
        "",
        "town.yaml:2:1: division is missing. "
        "Write division: and then one of: england-and-wales, scotland, northern-ireland. [missing-field]",
    ),
    (
        "    name: Talk\n",
        "    name:\n",
        "town.yaml:44:10: stages[0].name is empty. Write text. [not-a-value]",
    ),
    (
        "        amount: 3",
        "        amount: three",
        "town.yaml:58:17: stages[0].timescales[0].amount is 'three'. "
        "Write a whole number, for example 2. [not-a-value]",
    ),
    (
        "issued: 2026-03-02",
        "issued: 2 March 2026",
        "town.yaml:13:11: document.issued is '2 March 2026'. "
        "Write a day as year-month-day (for example 2026-11-21) or a month alone (2026-11) or not stated. [not-a-value]",
    ),
    (
        "issued: 2026-03-02",
        "issued: 2026-02-30",
        "town.yaml:13:11: document.issued is '2026-02-30'. "
        "There is no such day: February 2026 has 28 days. [not-a-value]",
    ),
    (
        "areas:\n  - Plainshire\n",
        "areas: Plainshire\n",
        "town.yaml:3:8: areas is 'Plainshire'. "
        "Write a list, each item on a line of its own after “- ” or does not apply. [not-a-value]",
    ),
    (
        "        amount: 3\n",
        "",
        "town.yaml:55:9: stages[0].timescales[0].amount is missing. "
        "Write amount: and a whole number of working days, from 1. [amount]",
    ),
    (
        "        amount: 3\n",
        "        amount: 3\n        total: 4\n",
        "town.yaml:59:16: stages[0].timescales[0].total is 4. "
        "The limits up to here add up to 3: write 3, or put the amounts right. [running-total]",
    ),
    (
        "name: Plainshire\n",
        "name: Plainshire\nid: town\n",
        "town.yaml:3:1: id is not a field here. Leave it out: the file's name is the id. [own-id]",
    ),
    (
        "form: resolution",
        "form: other",
        "town.yaml:84:15: stages[1].records[0].form is 'other'. "
        "Write one of the forms: resolution. [unknown-form]",
    ),
    (
        "      - talk\n",
        "      - talking\n",
        "town.yaml:108:9: budgets[0].covers[0] is 'talking'. "
        "Did you mean talk? Write one of the stages: talk, leads. [unknown-stage]",
    ),
    (
        "name: Plainshire\n",
        "name: &Co Plainshire\n",
        "town.yaml:2:7: name begins with & or !. Put the text in double quotes. [mark]",
    ),
    (
        "stage_word: level",
        "stage_word: !!python/object:os.system level",
        "town.yaml:6:13: stage_word begins with & or !. Put the text in double quotes. [mark]",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), ONE_FAULT, ids=lambda text: text[:40])
def test_a_fault_is_named_with_its_place_and_what_to_write(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert faults(tmp_path, old, new) == [said]


NOT_READABLE = [  # content, what is said
    (b"name: [a\nareas: b\n", "town.yaml:2:6: a quote mark or a bracket is opened and not closed"),
    (b"name: a: b\n", "town.yaml:1:8: there is “: ” inside a text, or this line is indented too far."),
    (b"name: a\n\tareas: b\n", "town.yaml:2:1: there is a tab. Write spaces in its place."),
    (b"name: @a\n", "town.yaml:1:7: a text begins with @. Put the text in double quotes."),
    (b"name: 'a\n", "town.yaml:2:1: a quote mark or a bracket is opened and not closed"),
    (b'name: "a" b\n', "town.yaml:1:11: this line does not fit the ones above it."),
    (b"  name: a\nareas: b\n", "town.yaml:2:1: this line does not fit the ones above it."),
    (b"name: Caf\xe9\n", "town.yaml:1:10: this is not UTF-8. Save the file as UTF-8. [unreadable]"),
    (
        b"name: a\nareas: \0\n",
        "town.yaml:2:8: there is a NUL byte. Save the file as plain text. [unreadable]",
    ),
    (b"name: a\n---\nname: b\n", "town.yaml:2:1: YAML stops here: "),
    (b"x" * 300_000, "town.yaml:1:1: the file "),
    (b"- a\n", "town.yaml:1:1: the file is a list. Write the fields name, areas"),
    (b"", "town.yaml:1:1: the file is empty. Delete it, then run ./dev new town."),
    (b" \n\n", "town.yaml:1:1: the file is empty."),
    (b"# North Town\n\n  # name: a\n", "town.yaml:1:1: the file is empty but for notes: every line"),
    ("name:\u00a0a\n".encode(), "town.yaml:1:6: there is a non-breaking space (U+00A0)"),
    ("a:\n \u00a0b: c\n".encode(), "town.yaml:2:2: there is a non-breaking space (U+00A0)"),
    (b"name: * a\n", "town.yaml:1:8: a text begins with *. Put the text in double quotes."),
    (
        b"a:\n  - says: *within 2 days\n",
        "town.yaml:2:19: a text begins with *. Put the text in double quotes.",
    ),
    (b"a:\n  - *within\n    2 days\n", "town.yaml:3:5: a text begins with *. Put the text in double quotes."),
    (b"says: &within 2: days\n", "town.yaml:1:16: a text begins with &. Put the text in double quotes."),
    (b"a: *x # y\nb: c: d\n", "town.yaml:2:5: there is “: ” inside a text"),
    (b"a: " + b"[" * 50 + b"]" * 50, "town.yaml:1:1: name is missing"),
    (b"\x01\x02", "town.yaml:1:1: there is a hidden character (U+0001). Delete it. [hidden-character]"),
]


SLIPS = [  # content, what is said of what may lie behind it
    (
        b"name: a\nstage_word:stage\nareas: b\n",
        "Write a space after the colon: \u201cstage_word: stage\u201d.",
    ),
    (b'name: "a\nareas: b\n', "Perhaps the quote mark that is opened in line 1 is not closed."),
    (b'a: 1\nname: "b\nc: "d"\ne: 2\n', "Perhaps the quote mark that is opened in line 2 is not closed."),
    (b"a:\n  - 'b\n  - c\n", "Perhaps the quote mark that is opened in line 2 is not closed."),
]


@pytest.mark.parametrize(("content", "said"), SLIPS, ids=lambda part: str(part)[:30])
def test_what_may_lie_behind_an_error_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    (line,) = faults_of(tmp_path, content)
    assert line.endswith(f" {said} [unreadable]")


@pytest.mark.parametrize(("content", "said"), NOT_READABLE, ids=lambda part: str(part)[:30])
def test_what_is_no_policy_at_all_still_gets_a_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    assert [line for line in faults_of(tmp_path, content) if line.startswith(said)]


NO_DAYS = [  # what is written, what is said
    ("2028-02-30", "There is no such day: February 2028 has 29 days."),
    ("2026-04-31", "There is no such day: April 2026 has 30 days."),
    ("2026-12-32", "There is no such day: December 2026 has 31 days."),
    ("2026-05-00", "There is no such day: May 2026 has 31 days."),
    ("2026-13-05", "There is no such day: write a month from 01 to 12."),
    ("2026-3-2", "Write 2026-03-02."),
    (
        "0000-01-05",
        "Write a day as year-month-day (for example 2026-11-21) or a month alone (2026-11) or not stated.",
    ),
    (
        "02-03-2026",
        "Write a day as year-month-day (for example 2026-11-21) or a month alone (2026-11) or not stated.",
    ),
]


@pytest.mark.parametrize(("written", "said"), NO_DAYS)
def test_a_day_that_is_none_is_told_why(tmp_path: Path, written: str, said: str) -> None:
    assert faults(tmp_path, "issued: 2026-03-02", f"issued: {written}") == [
        f"town.yaml:13:11: document.issued is '{written}'. {said} [not-a-value]"
    ]


NEAR_WORDS = [  # field, what it is, what is written, what is said before all words that there are
    (
        "unit",
        "working days\n        amount: 3",
        "weeks\n        amount: 2",
        "Write days and how many in amount, 14 for two weeks, or working days if the policy says so.",
    ),
    (
        "unit",
        "working days\n        amount: 3",
        "months\n        amount: 1",
        "Write words only: a month has no fixed number of days, so it cannot be counted.",
    ),
    ("unit", "working days\n        amount: 3", "calendar days\n        amount: 3", "Did you mean days?"),
    ("unit", "working days\n        amount: 3", "Immediately", "Did you mean at once?"),
    ("strength", "must", "shall", "Did you mean must?"),
    ("division", "scotland", "wales", "Did you mean england-and-wales?"),
    ("division", "scotland", "England", "Did you mean england-and-wales?"),
]


@pytest.mark.parametrize(("field", "right", "written", "said"), NEAR_WORDS, ids=lambda text: text[:20])
def test_what_is_no_fixed_word_is_told_which_is_meant(
    tmp_path: Path, field: str, right: str, written: str, said: str
) -> None:
    (fault,) = faults(tmp_path, f"{field}: {right}\n", f"{field}: {written}\n")
    found = written.partition("\n")[0]
    assert f"{field} is '{found}'. {said} Write one of: " in fault


def test_a_month_in_another_field_is_not_told_of_days(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, "division: scotland", "division: weeks")
    assert "division is 'weeks'. Write one of: england-and-wales" in fault


def test_a_file_of_notes_alone_gets_one_line(tmp_path: Path) -> None:
    assert faults_of(tmp_path, b"# My policy\n#name: North Town\n") == [
        "town.yaml:1:1: the file is empty but for notes: every line begins with #. Take the # away from "
        "the fields, or delete the file, then run ./dev new town. [unreadable]"
    ]


def test_an_alias_is_refused_where_it_stands(tmp_path: Path) -> None:
    content = GOOD.replace("name: Plainshire\n", "name: &it Plainshire\n", 1)
    found = faults_of(tmp_path, content.replace("stage_word: level", "stage_word: *it").encode())
    assert found == [
        "town.yaml:2:7: name begins with & or !. Put the text in double quotes. [mark]",
        "town.yaml:6:13: stage_word is an alias (*). Write the value itself once more, or put the text in double quotes if it begins with *. [alias]",
    ]


def test_a_mistyped_field_is_told_which_was_meant(tmp_path: Path) -> None:
    assert faults(tmp_path, "    theirs: the other worker", "    their: the other worker") == [
        "town.yaml:42:5: stages[0].theirs is missing. Write theirs: and then text. [missing-field]",
        "town.yaml:46:5: stages[0].their is not a field here. Did you mean theirs? Fields not yet used: "
        "theirs, ends, before_raising, only_if, gate, roles, in_preference, chair, tells. [unknown-field]",
    ]


def test_text_after_a_hash_is_not_lost_in_silence(tmp_path: Path) -> None:
    assert faults(tmp_path, "name: Talk", "name: Talk to unit #4") == [
        "town.yaml:44:11: stages[0].name is cut off at #. "
        "Put the text in double quotes, or a remark on a line of its own. [cut-off]"
    ]


def test_two_stages_cannot_have_the_same_id(tmp_path: Path) -> None:
    """The budget names leads, the id that is lost by it; a fault of that would only follow."""
    assert faults(tmp_path, "  - id: leads", "  - id: talk") == [
        "town.yaml:68:9: stages[1].id is 'talk' again. Write one of its own: stages[0].id has it already. [id-twice]"
    ]


def test_two_events_with_the_same_id_are_one_fault(tmp_path: Path) -> None:
    content = GOOD.replace("\nstages:\n", f"\nevents: [{EVENT}, {EVENT}]\nstages:\n", 1)
    content = content.replace("counts_from: start of the first stage", "counts_from: meeting", 1)
    (said,) = faults_of(tmp_path, content.encode())
    assert said.endswith(
        "events[1].id is 'told' again. Write one of its own: events[0].id has it already. [id-twice]"
    )


def test_a_stage_id_cannot_be_one_of_the_helpers_own_words(tmp_path: Path) -> None:
    assert faults(tmp_path, "  - id: talk", "  - id: emergency")[0] == (
        "town.yaml:42:9: stages[0].id is 'emergency'. "
        "Write another id: the helper uses this word itself. [id-reserved]"
    )


def test_a_file_name_that_is_no_address_is_refused(tmp_path: Path) -> None:
    (said,) = faults(tmp_path, "name: ", "name: ", name="My Town.yaml")
    assert (
        "is named 'My Town'. Name the file with a small letter first, then small letters, digits and hyphens"
        in said
    )


def test_all_faults_of_all_files_come_at_once(tmp_path: Path, run_guide: Run) -> None:
    for name, old, new in (("a", "division: scotland", "division: mars"), ("b", "name: Talk", "nam: Talk")):
        (tmp_path / f"{name}.yaml").write_text(GOOD.replace(old, new, 1), "utf-8")
    code, out, err = run_guide("check", str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml"))
    lines = f"{out}{err}".replace(f"{tmp_path}/", "").splitlines()
    assert code == 1
    assert [line.split(". ")[0] for line in lines] == [
        "a.yaml:20:11: division is 'mars'",
        "b.yaml:42:5: stages[0].name is missing",
        "b.yaml:44:5: stages[0].nam is not a field here",
        "0 policies in order, 3 faults, 0 warnings.",
    ]


def test_a_field_that_comes_again_in_an_item_may_begin_a_new_one(tmp_path: Path) -> None:
    twice = faults(tmp_path, "    name: Talk\n", "    name: Talk\n    name: Talk again\n")
    assert twice == [
        "town.yaml:45:5: stages[0].name stands here again. It is already at line 44: keep one, "
        "or put “- ” before it to begin a new item. [twice]"
    ]


def test_an_event_that_is_none_is_told_of_the_events(tmp_path: Path) -> None:
    (said,) = faults(tmp_path, "counts_from: start of the first stage", "counts_from: the decision")
    assert "or the id of one of your events" in said


def test_an_answer_that_is_not_allowed_is_told_once(tmp_path: Path, run_guide: Run) -> None:
    file = tmp_path / "town.yaml"
    file.write_text(GOOD.replace("immediate_danger: no", "immediate_danger: No", 1), "utf-8")
    _, out, _ = run_guide("check", str(file))
    line = next(line for line in out.splitlines() if "[scenario]" in line)
    assert line.count("immediate_danger") == 1


def test_answers_may_stand_on_both_sides_of_an_option(run_guide: Run) -> None:
    given = ("immediate_danger=no", "route=none", "stage=not_raised")
    day = ("--today", "2026-11-27")
    plain = run_guide("ask", "sefton", *given, *day)
    assert plain[0] == 0
    assert run_guide("ask", "sefton", *day, *given) == plain
    assert run_guide("ask", "sefton", given[0], *day, *given[1:]) == plain


def test_an_answer_that_nobody_asked_for_is_named_beside_the_next_step(run_guide: Run) -> None:
    danger = ("ask", "sefton", "immediate_danger=yes", "--today", "2026-11-27")
    code, out, err = run_guide(*danger)
    assert (code, err) == (0, "")
    said = "Not asked here, so without effect: stage=managers.\n"
    assert run_guide(*danger, "stage=managers") == (0, out, said)
    begun = run_guide("ask", "sefton", "immediate_danger=no", "stage=managers", "--today", "2026-11-27")
    assert begun[2] == "Not asked so far: stage=managers.\n"


def test_a_stage_without_limit_stands_in_the_list_without_a_stray_comma(run_guide: Run) -> None:
    """Of a stage that is left out no limit is shown."""
    given = "immediate_danger=no route=none ladder=normal stage=safeguarding_leads start_at=first"
    ended = "result=not_agreed use_meeting=no raised_on=2026-11-27 ended_on=2026-12-11"
    words = [*given.split(), *ended.split(), "--today", "2026-12-11"]
    _, out, _ = run_guide("ask", str(MADE_UP / "longwater.yaml"), *words)
    assert "\nResolution meeting (Not used)\n" in out
    assert "\nFinal stage: The partnership’s executive, by Fri 8 Jan 2027 (You are here)\n" in out


def test_what_no_command_knows_is_refused(run_guide: Run) -> None:
    for words in (("ask", "sefton", "--tody", "2026-11-27"), ("diff", "sefton", "barnet", "more")):
        with pytest.raises(SystemExit) as stopped:
            run_guide(*words)
        assert stopped.value.code == 2


def test_a_reader_who_leaves_early_gets_no_traceback() -> None:
    command = [sys.executable, "-m", "macros.command", "schema"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.close()
        assert (run.stderr.read(), run.wait()) == (b"", 1)


def test_a_file_that_is_not_there_gets_a_sentence(tmp_path: Path, run_guide: Run) -> None:
    for name in ("nosuch.yaml", ""):
        code, out, err = run_guide("check", str(tmp_path / name))
        assert code == 1
        assert "the file cannot be read:" in out + err


def test_check_says_that_the_real_policies_are_in_order(
    run_guide: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    code, out, _ = run_guide("check")
    assert code == 0
    assert f"{len(policy_files())} policies in order, 0 faults, " in out.splitlines()[-1]


def test_a_scenario_that_is_answered_otherwise_fails_the_check(tmp_path: Path, run_guide: Run) -> None:
    file = tmp_path / "town.yaml"
    file.write_text(GOOD.replace("last_day: 2027-03-30", "last_day: 2027-03-31"), "utf-8")
    code, out, _ = run_guide("check", str(file))
    assert code == 1
    assert "expects 2027-03-31, and the helper says 2027-03-30" in out
