"""The certificate, the table that people sign, and its CSV."""

import csv
import hashlib
from dataclasses import replace
from datetime import date
from io import StringIO

import html5lib
import pytest

from helper.decide import decide
from helper.fixed_words import NOT_STATED
from helper.policy import Policy
from macros.api import api_files
from macros.csv_text import csv_text
from macros.proof.certificate import Certificate, certificate
from macros.proof.graph import graph
from macros.proof.sign_off import COLUMNS, MOST, SignOff, paths_csv, sign_off
from macros.proof.step_words import in_few_words
from macros.render import render
from tests.conftest import ALL_POLICIES, policy

IDS = [each.id for each in ALL_POLICIES]


def table(id_: str) -> SignOff:
    return sign_off(policy(id_), graph(policy(id_), decide))


def page(asked: Policy, held: Certificate) -> str:
    return render("proof", policy=asked, held=held, root="../../")


def rows(id_: str) -> list[dict[str, str]]:
    text = paths_csv(policy(id_)).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def words(html: str) -> str:
    return " ".join("".join(html5lib.parse(html, namespaceHTMLElements=False).itertext()).split())


@pytest.mark.parametrize("id_", IDS)
def test_every_next_step_stands_in_the_table_with_a_way_to_it(id_: str) -> None:
    found = graph(policy(id_), decide)
    signed = table(id_)
    assert [group.state for group in signed.groups] == list(found.steps)
    for group in signed.groups:
        assert group.rows
        assert all(vars(group.words).values())
    assert signed.rows <= 2 * MOST


def test_one_row_is_one_way_in_order() -> None:
    group = next(group for group in table("sefton").groups if group.state == "managers-not_agreed")
    assert [[(said.name, said.text) for said in row.way] for row in group.rows] == [
        [
            ("Immediate danger", "No"),
            ("Another route", "None of these"),
            ("Step reached", "Step 2: Manager to manager"),
            ("What happened at Step 2", "It was not agreed"),
        ],
        [
            ("Immediate danger", "No"),
            ("Another route", "None of these"),
            ("Step reached", "I do not know"),
            ("Step 1 has begun", "Yes"),
            ("Step 2 has begun", "Yes"),
            ("Step 3 has begun", "No"),
            ("What happened at Step 2", "It was not agreed"),
        ],
    ]


def test_a_next_step_in_few_words() -> None:
    steps = graph(policy("sefton"), decide).steps
    said = in_few_words(policy("sefton"), steps["managers-not_agreed"])
    assert said.what == "Ask for your head of service to speak to the other agency’s head of service."
    assert said.who == "Your agency’s head of service, with the other agency’s head of service."
    assert said.by_when == (
        "At once (“should be contacted immediately”). Limit of 2 working days, counted from the day Step 2 "
        "ended; 6 in all (“should be in place within a further 2 working days (6 days total)”)."
    )
    assert said.source == "Step 3"
    late = in_few_words(policy("sefton"), steps["managers-waiting-moved_on"])
    assert late.by_when.startswith("Now. At once")


def test_each_limit_says_for_which_priority_it_is() -> None:
    steps = graph(policy("longwater"), decide).steps
    said = in_few_words(policy("longwater"), steps["managers-not_agreed"]).by_when
    assert said.startswith(
        "Priority 1: limit of 48 hours (2 working days), counted from the day Stage 3 begins"
    )
    assert " Priority 2: limit of a working week, counted from the day Stage 3 begins" in said


def test_a_start_that_is_not_stated_is_marked_as_our_assumption() -> None:
    asked = policy("sefton")
    assert (
        "our assumption" not in in_few_words(asked, graph(asked, decide).steps["managers-not_agreed"]).by_when
    )
    first, *others = asked.ladder
    limits = tuple(replace(each, counts_from=NOT_STATED) for each in first.timescales)  # type: ignore[union-attr]
    unclear = replace(asked, stages=(replace(first, timescales=limits), *others))
    said = in_few_words(unclear, graph(unclear, decide).steps["not_raised"]).by_when
    assert "counted from the day Step 1 began (our assumption: the policy does not say) (“" in said


def test_the_decision_on_which_a_stage_waits_comes_first() -> None:
    steps = graph(policy("manyford"), decide).steps
    before = in_few_words(policy("manyford"), steps["workers-not_agreed"])
    assert before.what == (
        "First: your manager decides whether the challenge is justified. "
        "Ask your line manager to take it up with the other worker’s line manager."
    )
    begun = in_few_words(policy("manyford"), steps["managers-waiting"])
    assert begun.what == (
        "Go on with Tier 2. If it is not done yet, "
        "ask your line manager to take it up with the other worker’s line manager."
    )


def test_a_limit_of_one_case_names_the_case() -> None:
    asked = policy("sefton")
    first, *others = asked.ladder
    limits = tuple(replace(each, when="There is a risk of harm") for each in first.timescales)  # type: ignore[union-attr]
    risky = replace(asked, stages=(replace(first, timescales=limits), *others))
    said = in_few_words(risky, graph(risky, decide).steps["not_raised"]).by_when
    assert "If there is a risk of harm: limit of 2 working days" in said


def test_silence_about_time_is_said() -> None:
    steps = graph(policy("general-guide"), decide).steps
    asked = in_few_words(policy("general-guide"), steps["managers-not_agreed"])
    assert asked.by_when == "No limit stated."


def test_answers_that_lead_to_the_same_place_stand_in_one_row() -> None:
    said = [said.text for group in table("berkshire-west").groups for row in group.rows for said in row.way]
    assert "West Berkshire, Reading, Wokingham or I do not know" in said


def test_over_three_hundred_ways_it_is_one_row_for_each_last_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    every = table("sefton")
    assert every.every_way
    monkeypatch.setattr("macros.proof.sign_off.MOST", 60)
    short = table("sefton")
    assert not short.every_way
    assert short.rows < every.rows
    assert [group.state for group in short.groups] == [group.state for group in every.groups]
    for group, long in zip(short.groups, every.groups, strict=True):
        assert {row.way for row in group.rows} <= {row.way for row in long.rows}


@pytest.mark.parametrize("id_", ["sefton", "manyford", "bedfordshire"])
def test_the_csv_has_the_rows_of_the_table(id_: str) -> None:
    signed = table(id_)
    found = rows(id_)
    assert tuple(found[0]) == COLUMNS
    assert [row["State"] for row in found] == [g.state for g in signed.groups for _ in g.rows]
    assert all(row[column] for row in found for column in COLUMNS[:-2])
    assert {row[column] for row in found for column in COLUMNS[-2:]} == {""}


def test_a_spreadsheet_takes_the_csv_for_what_it_is() -> None:
    raw = paths_csv(policy("sefton"))
    assert raw.startswith(b'\xef\xbb\xbf"State","Answers"')
    assert raw.endswith(b'"\r\n')
    assert raw.count(b"\r\n") == raw.count(b"\n")


@pytest.mark.parametrize("formula", ["=1+1", "+44 1632", "-1", "@x", '=HYPERLINK("https://x")'])
def test_no_cell_is_a_formula(formula: str) -> None:
    ((cell,),) = csv.reader(StringIO(csv_text([[formula]]), newline=""))
    assert cell == f"'{formula}"


def test_the_certificate_says_what_was_proved_and_what_was_not() -> None:
    asked = policy("sefton")
    held = certificate(asked)
    text = words(page(asked, held))
    for said in (
        "That the file says what the policy says",
        "After at most 9 questions",
        "Saturday 21 November 2026",
        "./dev check policies/sefton.yaml",
        held.line,
        held.fingerprint,
        "RoleSignatureDate",
    ):
        assert said in text


def test_the_fingerprint_is_that_of_the_published_file() -> None:
    asked = policy("oldharbour")
    published = dict(api_files((asked,)))["api/v1/oldharbour.json"]
    assert certificate(asked).fingerprint == hashlib.sha256(published.encode()).hexdigest()
    later = replace(asked, document=replace(asked.document, taken=date(2026, 11, 22)))
    assert certificate(later).fingerprint != certificate(asked).fingerprint


def test_where_the_proof_fails_there_is_nothing_to_sign() -> None:
    asked = policy("oldharbour")
    silent = replace(asked, stages=tuple(replace(stage, theirs="") for stage in asked.ladder))
    held = certificate(silent)
    text = words(page(silent, held))
    assert "Do not sign this." in text
    assert "The next step does not say who acts or whom to tell." in text
    assert "To compare and sign" not in text


def test_hostile_text_stays_text() -> None:
    asked = policy("oldharbour")
    hostile = "=<script>alert(1)</script>{{ 7 * 7 }}"
    first = replace(asked.ladder[0], action=hostile, contacts=NOT_STATED)
    spoilt = replace(asked, stages=(first, *asked.ladder[1:]))
    html = page(spoilt, certificate(spoilt))
    assert "<script" not in html
    assert "{{ 7 * 7 }}" in html
    assert f"\"'{hostile}.".encode() in paths_csv(spoilt)


@pytest.mark.parametrize("id_", ["sefton", "bedfordshire", "longwater"])
def test_the_html_is_sound_and_no_id_stands_twice(id_: str) -> None:
    html = page(policy(id_), certificate(policy(id_)))
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    tree = parser.parse(f"<!doctype html><title>x</title>{html}")
    assert [error for _, error, _ in parser.errors] == []
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
