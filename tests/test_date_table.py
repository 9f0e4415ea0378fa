"""The date table says what the engine says, for every policy, state and start day."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helper.browser import Engine
from helper.calendar import Calendar
from helper.dates import DateError, in_words, read_date
from helper.decide import Decider
from helper.policy import Policy, StartHigher
from helper.working_days import FIRST_KNOWN
from macros.date_table.clocks import clocks_of
from macros.date_table.files import table_file
from macros.date_table.pool import Pool, Written
from macros.date_table.traced import Names, NotInTable, Trace, TracedDay, TracingCalendar
from macros.pages import pages
from macros.proof.graph import states_of
from tests.conftest import ALL_POLICIES, policy
from tests.days import day
from tests.tables import Pair, look_up, sample, ways
from tests.test_moves_on import acknowledged
from tests.test_rare_ladders import fairmead

SMALL = ("barnet", "bedfordshire", "berkshire-west", "general-guide", "oldharbour", "plainshire", "sefton")
NOT_FOUND = 0.01
"""Of a hundred ways, how many the search for the table may have missed: the engine answers those."""


def check(id_: str, count: int) -> None:
    tally = sample(policy(id_), count)
    print(f"{id_}: {tally}")
    assert tally.differences == []
    assert len(tally.only_engine) <= NOT_FOUND * tally.same


@pytest.mark.parametrize("id_", SMALL)
def test_table_and_engine_agree(id_: str) -> None:
    check(id_, 12)


@pytest.mark.parametrize("made", [fairmead(lambda tree: None), acknowledged(moves_on=False)])
def test_a_day_that_only_some_ways_ask_for(made: Policy) -> None:
    """The table and the engine agree too where a limit beside others counts from an event of its own."""
    tally = sample(made, 20)
    assert tally.differences == []
    assert tally.same > len(tally.only_engine)


@pytest.mark.thorough
@pytest.mark.parametrize("id_", [*SMALL, "glenmore", "manyford"])
def test_table_and_engine_agree_on_many_days(id_: str) -> None:
    check(id_, 150)


@pytest.mark.thorough
def test_where_limits_run_in_hours_the_engine_answers() -> None:
    """Longwater has a ladder in hours, and choices with too many ways: the table says nothing of either."""
    tally = Pair(policy("longwater")).compare(iter([day("Tue 2026-12-01")]))
    assert tally.differences == []
    assert tally.only_engine
    assert tally.same


@pytest.mark.parametrize(
    ("id_", "answers", "today", "act_by"),
    [
        # Fri 27 Nov is day 0; Mon 30 is 1, Tue 1 Dec is 2.
        ("sefton", {"stage": "not_raised"}, "Fri 2026-11-27", "Tue 2026-12-01"),
        # Day 0 Thu 24 Dec; 25 Christmas, 26/27 weekend, 28 substitute; Tue 29 is 1, Wed 30 is 2.
        ("sefton", {"stage": "not_raised"}, "Thu 2026-12-24", "Wed 2026-12-30"),
        # The same working day, on a Sunday: Monday.
        ("barnet", {"stage": "not_raised"}, "Sun 2026-11-22", "Mon 2026-11-23"),
    ],
)
def test_a_date_worked_out_by_hand_stands_in_the_table(
    id_: str, answers: dict[str, str], today: str, act_by: str
) -> None:
    routes = {"route": "none"} if id_ == "sefton" else {}
    asked = {"immediate_danger": "no", **routes, **answers}
    [reply] = look_up(policy(id_), [[asked, str(day(today))]])
    assert reply["card"]["day"] == in_words(day(act_by)).__dict__ or reply["act_by"] == str(day(act_by))


KNOWN_NOTHING = {"immediate_danger": "no", "area": "unknown", "route": "none", "ladder": "normal"} | {
    "agency": "unknown",
    "other_agency": "unknown",
}
USED = "“Progression meeting” is used"


@pytest.mark.parametrize(
    ("use", "said"), [("yes", [f"{USED}: Yes"]), ("unknown", [])], ids=["it is used", "I do not know"]
)
def test_the_record_never_says_an_answer_that_nobody_gave(use: str, said: list[str]) -> None:
    """“I do not know” leads to the same step as “Yes”; in the record it is no “Yes”."""
    asked = {**KNOWN_NOTHING, "stage": "managers", "result": "not_agreed", "use_meeting": use}
    asked |= {"raised_on": "2026-12-17", "ended_on": "2026-12-21"}
    [reply] = look_up(policy("manyford"), [[asked, "2026-12-22"]])
    written = reply["escalation_record"]["known"]["answers so far"].split("\n")
    assert [line for line in written if USED in line] == said
    assert "What happened at Tier 2: It was not agreed" in written


def test_the_record_says_how_the_stage_was_found_out(barnet: Policy) -> None:
    """Who did not know the stage was asked of each whether it has begun, and did not choose one."""
    asked = {"immediate_danger": "no", "stage": "unknown", "begun_professionals": "yes"}
    asked |= {"begun_managers": "no", "result": "waiting", "raised_on": "2026-12-21"}
    [reply] = look_up(barnet, [[asked, "2026-12-22"]])
    written = reply["escalation_record"]["known"]["answers so far"]
    assert written.startswith("Stage 1 has begun: Yes\nStage 2 has begun: No\nWhat happened at Stage 1:")


@pytest.mark.parametrize(("began", "first"), [("first", "Step 1"), ("heads_of_service", "Step 3")])
def test_the_first_day_is_asked_of_the_step_where_it_began(sefton: Policy, began: str, first: str) -> None:
    """Where a policy lets it begin later and it did, nobody is asked when Step 1 was."""
    higher = StartHigher(stage="heads_of_service", when="It was raised before", says="may", source="Page 1")
    asked = {"immediate_danger": "no", "route": "none", "stage": "heads_of_service", "start_at": began}
    [reply] = look_up(
        replace(sefton, start_higher=(higher,)), [[{**asked, "result": "not_agreed"}, "2026-12-22"]]
    )
    assert reply["text"] == f"When did {first} begin?"


def test_the_comparison_goes_every_way_that_leads_to_a_state() -> None:
    """Both ways to say at which step it is, with each answer to whether the next one is used."""
    found = ways(states_of(policy("manyford")))["managers-not_agreed"]
    assert {(each["stage"], each["use_meeting"]) for each in found} == {
        (stage, use) for stage in ("managers", "unknown") for use in ("yes", "unknown")
    }


@pytest.mark.parametrize(
    "typed",
    [
        "2026-12-24", "24 12 2026", "24/12/2026", "24.12.2026", "24 dec 2026", "24th December, 2026",
        "Thursday 24 December 2026", "thu, 24 dec 2026", "1 sept 2026", "3 ju 2026", "31 11 2026",
        "29 2 2027", "29 2 2028", "today", " Yesterday ", "", "tomorrow", "24 12 26", "0 1 2026",
        "24 13 2026", "2026-2-30", "24  12   2026", "24 december2026", "１ 1 2026",
        "24 12 0026", "0026-12-24", "29 2 0026", "29 2 0004", "1 1 0001", "1 1 0000", "31 12 0099",
    ],
)  # fmt: skip
def test_the_page_reads_a_typed_day_as_the_engine_does(typed: str) -> None:
    same_day_or_error([typed])


@settings(max_examples=1, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 40).map(str),
            st.sampled_from([" ", "/", "-", ".", ", ", "  "]),
            st.sampled_from([*map(str, range(15)), "jan", "Febr", "MAY", "sept", "se", "decem", "decembre"]),
            st.sampled_from([" ", "/", "-", ".", ", "]),
            st.sampled_from(["2026", "2028", "26", "1999", "20267"]),
        ).map("".join),
        min_size=400,
        max_size=400,
    )
)
def test_whatever_is_typed_reads_the_same(typed: list[str]) -> None:
    same_day_or_error(typed)


@pytest.mark.parametrize(
    ("raised", "ended"),
    [
        ("1 1 2018", ""),
        ("16 11 0026", ""),
        ("31 12 2031", ""),
        ("14 12 2026", "1 1 2018"),
        ("14 12 2026", "1 12 2026"),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_the_engines_words(raised: str, ended: str) -> None:
    sefton, today = policy("sefton"), "2026-12-21"
    asked = {"immediate_danger": "no", "route": "none", "stage": "managers", "result": "not_agreed"}
    asked |= {"raised_on": raised, **({"ended_on": ended} if ended else {})}
    [said] = look_up(sefton, [[asked, today]])
    reply = Engine(Decider(sefton)).answer(json.dumps({"answers": asked, "today": today}))
    assert said == json.loads(reply)
    assert said["type"] == "error"


def same_day_or_error(typed: list[str]) -> None:
    today = day("Sun 2026-11-22")
    found = look_up(policy("general-guide"), [[each, str(today)] for each in typed], "typed.mjs")
    for each, read in zip(typed, found, strict=True):
        assert read == as_engine(each, today), each


def as_engine(typed: str, today: date) -> str:
    try:
        read = read_date(" ".join(typed.split()), today)
    except DateError as error:
        return str(error)
    return str(read)


def traced() -> tuple[Names, TracedDay, TracedDay]:
    names = Names(clocks_of(policy("sefton")))
    trace = Trace(names)
    raised, today = day("Thu 2026-12-17"), day("Mon 2026-12-21")
    return names, TracedDay.of(trace, "raised_on", raised), TracedDay.of(trace, "today", today)


def test_a_traced_day_has_the_order_of_its_day_and_notes_what_was_asked() -> None:
    _, raised, today = traced()
    assert raised < today
    assert raised != today
    assert sorted([today, raised]) == [raised, today]
    assert raised.trace.steps == [(("order", 1, 0), "1")]


def test_a_traced_day_gives_away_no_date_of_its_own() -> None:
    """What is not counted by the calendar cannot be in the table, so that the engine has to answer."""
    _, raised, _ = traced()
    assert "2026" not in "".join(in_words(raised).__dict__.values()) + raised.isoformat()
    with pytest.raises(NotInTable):
        raised + timedelta(days=1)
    with pytest.raises(NotInTable):
        f"{raised:%d}"


def test_a_clock_of_the_table_ends_as_the_calendar_says() -> None:
    clocks = clocks_of(policy("sefton"))
    calendar = Calendar.of(policy("sefton"))
    assert isinstance(TracingCalendar(calendar.days, trace=Trace(Names(clocks))), Calendar)
    assert clocks.rest[(day("Fri 2026-12-25") - FIRST_KNOWN).days] == "Christmas Day"


def test_a_value_stands_where_it_belongs_and_in_the_list_only_if_it_belongs_twice() -> None:
    pool = Pool()
    once, twice = {"name": "Step 1", "hours": 4}, {"name": "Step 2", "day": {"$": 1}, "last": False}
    top = pool.pack([once, twice, {"also": twice}])
    written = Written(pool, [top])
    assert written.listed == [{"name": "Step 2", "day": {"$": 1}, "last": False}, 4]
    assert written.part(top) == [{"name": "Step 1", "hours": 1}, 0, {"also": 0}]


BY_SCRIPT = {"", "act_by", "calendar", "escalation_record", "kind", "passed", "state", "summary"}
BY_SCRIPT |= {"if_not_agreed.label", "if_not_agreed.stage"}
"""Fields that the script itself uses: for what is saved and copied, and to know where one is."""


@pytest.mark.parametrize("id_", [each.id for each in ALL_POLICIES])
def test_whatever_a_date_makes_different_the_page_has_a_place_for(id_: str) -> None:
    """Words that were printed without dates would go on standing beside the dated ones."""
    asked = policy(id_)
    [page] = [each for each in pages((asked,)) if each.kind == "what_now"]
    places = set(re.findall(r'data-(?:fill|show|each)="([\w.]+)', page.markdown()))
    trees = json.loads(table_file(asked)[1])["trees"].values()
    dated = {name for each in trees for name in each or ()}
    unseen = {name for name in dated - BY_SCRIPT if name.partition(".")[0] not in BY_SCRIPT}
    assert {name for name in unseen if not any(f"{at}.".startswith(f"{name}.") for at in places)} == set()
