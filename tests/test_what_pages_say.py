"""Every fact of every policy, real and made up, stands on its procedure page; at a glance has the main ones."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from html import escape, unescape
from typing import Any

import pytest

from helper.fixed_words import NOT_STATED
from helper.limit_words import limit_in_words
from helper.narrow import all_stages, area_names
from helper.policy import Policy
from helper.stage import Stage
from macros.briefing import duties_to_record
from macros.flow_picture import flow_picture
from macros.kinds import KINDS
from macros.limits import ladder_in_words
from macros.policy_pages import page_of
from macros.procedure import sections
from tests.conftest import ALL_POLICIES, policy
from tests.test_pages import stated, words

ELSEWHERE = {  # what the helper, the briefing, the source note and the frame print, and what points to a fact
    "Policy": {"id", "stage_word", "document", "vocabulary", "briefing", "scenarios", "quick_exit"},
    "Partnership": {"name", "short"},
    "Urgent": {"when"},
    "Stage": {"id", "action", "in_brief", "reached", "say"},
    "OnlyIf": {"ask"},
    "Event": {"id", "ask"},
    "Timescale": {"counts_from", "or_from", "met_by", "priority"},
    "Budget": {"id", "counts_from", "or_from", "met_by", "covers"},
    "Contact": {"agency", "area"},
    "Channel": {"stages"},
    "Role": {"agency"},
    "Duty": {"form"},
    "StepsIn": {"stage"},
    "StartHigher": {"stage"},
    "Added": {"after"},
    "Agency": {"id", "name"},
    **dict.fromkeys(("Form", "Ladder", "OtherRoute", "Priority"), {"id"}),
}
NOT_AT_A_GLANCE = {  # what only the procedure in full prints
    "Policy": {"use_when", "principles"},
    "Stage": {"do", "quotes", "records", "source"},
    "Timescale": {"what", "source"},
    "Budget": {"what", "source"},
    "Duty": {"says", "source"},
    "OtherRoute": {"id"},
    "FormField": {"label", "hint"},
    **dict.fromkeys(("Urgent", "StartHigher", "Ladder"), {"says", "source"}),
    **dict.fromkeys(("Role", "Chair", "Gate", "OnlyIf", "Ending", "Point", "Contact", "Form"), {"source"}),
    **dict.fromkeys(("Event", "Added", "OptOut"), {"source", "name"}),
}
ROLE = {"agency", "source"}  # the procedure gives the place of each
WITHOUT_LADDER = [asked for asked in ALL_POLICIES if not asked.ladder]
BY_POLICY = pytest.mark.parametrize("asked", ALL_POLICIES, ids=lambda asked: asked.id)


def facts(value: Any, *skipped: dict[str, set[str]]) -> Iterator[str]:
    """Every text that the policy file states, but for the fields of each class that are skipped."""
    if isinstance(value, tuple):
        for item in value:
            yield from facts(item, *skipped)
    elif is_dataclass(value):
        left_out = {name for each in skipped for name in each.get(type(value).__name__, ())}
        for field in fields(value):
            if field.name not in left_out:
                yield from facts(getattr(value, field.name), *skipped)
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield value


def page(asked: Policy, kind: str) -> str:
    """The words of a page on one line, then its markup, where the addresses of links stand."""
    body = page_of(asked, next(each for each in KINDS if each.name == kind)).body
    return plain(f"{words(body.replace('</p>', ' </p>'))} {body}")


def picture(asked: Policy) -> str:
    """The words of the flowchart for slides, drawn ones only."""
    found = re.findall("<text.*?</text>", flow_picture(asked), re.S)
    return plain(unescape(re.sub("<[^>]+>", "", " ".join(found))))


def plain(text: str) -> str:
    return " ".join(text.split()).replace("’", "'").removesuffix(".").lower()


def absent(found: str, wanted: list[str]) -> list[str]:
    return [each for each in wanted if plain(each) not in found and escape(each).lower() not in found]


@BY_POLICY
def test_the_procedure_says_everything_that_the_policy_file_says(asked: Policy) -> None:
    """Each stage, contact, limit, role, route, form and duty, and the source of each."""
    assert absent(page(asked, "procedure"), list(facts(asked, ELSEWHERE))) == []


@BY_POLICY
def test_at_a_glance_shows_the_main_facts(asked: Policy) -> None:
    """Everything but reasons, instructions and sources: who, by when, how, what else, what differs."""
    assert absent(page(asked, "at_a_glance"), list(facts(asked, ELSEWHERE, NOT_AT_A_GLANCE))) == []


@BY_POLICY
def test_only_a_procedure_with_stages_has_a_section_on_their_time(asked: Policy) -> None:
    """“Time for all no stages” is no heading."""
    titles = [each.title for each in sections(asked) if each.title.startswith("Time for")]
    assert len(titles) == (1 if asked.ladder else 0)
    assert all(each.endswith(" together") for each in titles)


def test_a_duty_of_one_case_begins_with_if() -> None:
    """Without it Sefton's “You still believe that the child is at risk” read as a fact."""
    said = "If you still believe that the child is at risk of significant harm: you or your agency tell"
    assert plain(said) in page(policy("sefton"), "procedure")


@pytest.mark.parametrize("kind", ["procedure", "record_form", "what_now"])
def test_what_to_do_if_it_takes_longer_says_than_what(kind: str) -> None:
    """Barnet's five working days are far from the heading."""
    assert "once it takes longer than 5 working days" in page(policy("barnet"), kind)


@pytest.mark.parametrize("kind", ["at_a_glance", "what_now"])
def test_what_you_can_do_is_a_sentence_below_your_name(kind: str) -> None:
    """An instruction can stand below “You” alone: “Work with your colleague first”."""
    assert "<dd>you can open the escalation procedures" in page(policy("bedfordshire"), kind)


@pytest.mark.parametrize("kind", ["procedure", "what_now"])
def test_a_policy_for_adults_too_says_where_it_names_no_place_for_them_at_once(kind: str) -> None:
    """Bedfordshire's page is for children and adults, and sends only children somewhere."""
    assert "for an adult at immediate risk the page names no place" in page(policy("bedfordshire"), kind)


def test_what_a_limit_counts_from_is_in_the_policys_own_word_for_a_stage() -> None:
    assert "counted from the end of the step before." in page(policy("sefton"), "procedure")
    assert "counted from the end of the stage before." in page(policy("longwater"), "procedure")


@BY_POLICY
def test_no_procedure_calls_its_levels_or_steps_stages_there(asked: Policy) -> None:
    found = [each.body.text for section in sections(asked) for each in section.paragraphs]
    counted = " ".join(text for text in found if text.startswith("Counted from"))
    assert "stage" not in counted or asked.stage_word == "stage"


@BY_POLICY
def test_the_page_of_contacts_says_everything_about_each(asked: Policy) -> None:
    """Those of the policy, of each stage and of each other route, and who it is in each agency."""
    stages, routes = all_stages(asked), stated(asked.other_routes)
    held = [asked.contacts, *(each.contacts for each in (*stages, *routes)), *(each.roles for each in stages)]
    wanted = [text for each in held for text in facts(each, {"Contact": {"agency"}, "Role": ROLE})]
    names = [each.name for each in asked.agencies]
    areas = [] if len(area_names(asked)) < 2 else area_names(asked)
    assert absent(page(asked, "contacts"), [*wanted, *names, *areas]) == []


@BY_POLICY
def test_the_record_form_says_everything_about_each_form(asked: Policy) -> None:
    assert absent(page(asked, "record_form"), list(facts(asked.forms, {"Form": {"id"}}))) == []


@BY_POLICY
@pytest.mark.parametrize("kind", ["flowchart", "briefing", "picture"])
def test_every_stage_and_its_time_is_on_the_sheets(asked: Policy, kind: str) -> None:
    found = picture(asked) if kind == "picture" else page(asked, kind)
    for stage in asked.ladder:
        wanted = [stage.label or "", stage.name, stage.in_brief]
        wanted += [limit_in_words(each) or each.says for each in stated(stage.timescales)]
        assert absent(found, [each.removeprefix("the ") for each in wanted]) == []
    others = [stage for stage in all_stages(asked) if stage not in asked.ladder]
    assert absent(found, [stage.name for stage in others]) == []


CASES = ("at_a_glance", "procedure", "flowchart", "briefing", "pocket_card", "picture")


def in_one_case(asked: Policy) -> Policy:
    """Every limit of a stage holds after its own hour, and those over several stages at night."""

    def limited(stage: Stage, hour: int) -> Stage:
        own = tuple(replace(each, when=f"It is after {hour}:00") for each in stated(stage.timescales))
        return replace(stage, timescales=own or stage.timescales)

    stages = tuple(limited(stage, hour) for hour, stage in enumerate(asked.stages, 13))
    budgets = tuple(replace(each, when="It is night") for each in stated(asked.budgets))
    return replace(asked, stages=stages, budgets=budgets or asked.budgets)


@pytest.mark.parametrize("kind", CASES)
@pytest.mark.parametrize("id_", ["sefton", "longwater", "plainshire", "manyford"])
def test_a_limit_that_holds_in_one_case_names_it_wherever_it_is_printed(id_: str, kind: str) -> None:
    asked = in_one_case(policy(id_))
    found = picture(asked) if kind == "picture" else page(asked, kind)
    for stage in asked.stages:
        for each in stated(stage.timescales):
            assert f"only if this is true: {plain(each.when)}" in found
    for _ in stated(asked.budgets):
        assert "only if this is true: it is night" in found


def test_an_area_s_line_states_no_limit_that_holds_in_one_case_only() -> None:
    """On the page of areas there is no room for the case."""
    assert ladder_in_words(policy("longwater")) == "six stages, 40 working days"
    assert ladder_in_words(in_one_case(policy("longwater"))) == "six stages"


@BY_POLICY
@pytest.mark.parametrize("kind", ["flowchart", "briefing", "pocket_card", "picture"])
def test_a_last_stage_that_binds_is_called_final_on_every_sheet(asked: Policy, kind: str) -> None:
    """And none that does not, or whose policy is silent."""
    ends = asked.ladder[-1].ends if asked.ladder else None
    found = picture(asked) if kind == "picture" else page(asked, kind)
    assert ("final and binding" in found) == (ends is not None and ends.binding is True)


@BY_POLICY
def test_a_stage_without_a_label_prints_its_name_once(asked: Policy) -> None:
    for kind in ("flowchart", "briefing"):
        body = page_of(asked, next(each for each in KINDS if each.name == kind)).body
        for stage in (each for each in asked.ladder if not each.label):
            own = re.sub(r'<a class="eg-term".*?</a>', "", body)  # where the name is a term as well
            assert own.count(f">{escape(stage.name)}<") == 1


@pytest.mark.parametrize("kind", ["at_a_glance", "flowchart", "briefing"])
@pytest.mark.parametrize("asked", WITHOUT_LADDER, ids=lambda asked: asked.id)
def test_without_a_ladder_the_page_says_so_and_leads_on(asked: Policy, kind: str) -> None:
    found = page(asked, kind)
    assert f"source does not state the {asked.stage_word}s" in found
    assert "full procedure" in found
    links = [overlay.link for overlay in asked.overlays if overlay.link]
    assert absent(found, links) == []
    assert bool(links) != ("the source gives no address" in found)
    routes = stated(asked.other_routes)
    assert absent(found, [route.use_when for route in routes]) == []
    for contact in (contact for route in routes for contact in route.contacts):
        assert str(contact.phone) in found
    assert not re.search(r"<(ul|ol|dl)[^>]*>\s*</\1>|<h[1-6][^>]*>\s*</h", found)


def test_a_page_about_a_policy_is_not_taken_for_the_policy() -> None:
    """Berkshire West's source only introduces the policy: what it leaves out, the policy may have."""
    for kind in KINDS:
        shown = words(page_of(policy("berkshire-west"), kind).body)
        if kind.name not in ("what_now", "proof"):
            assert not re.search("The policy (does not say|publishes)|Not stated in the policy", shown), (
                kind.name
            )


def test_the_briefing_tells_what_to_record_where_only_the_whole_policy_says_so() -> None:
    """And what holds in one case, beside what the stages ask for."""
    sefton = policy("sefton")
    silent = tuple(replace(stage, records=NOT_STATED, tells=()) for stage in sefton.ladder)
    assert isinstance(sefton.always, tuple)
    told = [duty for _, duty in duties_to_record(replace(sefton, stages=silent))]
    assert told == [*sefton.always]
