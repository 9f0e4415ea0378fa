"""Terms that a reader may not know: explained in one place, linked where a page first uses them."""

import re

import pytest

from helper.policy import Policy
from macros.glossary import TERMS
from macros.kinds import KINDS
from macros.policy_pages import page_of
from macros.terms import with_terms
from tests.conftest import ALL_POLICIES, policy

LINK = re.compile(r'<a class="eg-term" href="([^"]+)">([^<]+)</a>')
ONE_NATION = ("Children Act", "Ofsted", "Working Together", "LADO", "council’s officer")
CASES = [  # html, what is linked, why
    ("<p>Your line manager asks their line manager.</p>", ["line manager"], "only the first"),
    ("<p>Two Working days.</p>", ["Working days"], "in capitals and in the plural"),
    ("<h2>Line manager</h2><p>Then the line manager.</p>", ["line manager"], "no heading"),
    ("<p>“Tell the DSL” means: tell the DSL.</p>", ["DSL"], "not in the policy's words"),
    (
        '<p class="eg-quote">the DSL</p><p>a DSLs and dsl</p>',
        ["DSLs"],
        "nor in a quotation; no small letters",
    ),
    ('<p><a href="x">the DSL</a> <b>or MASH</b> their GP</p>', ["GP"], "not in another link or in bold"),
    ("<p>whistleblowing-line, sub-threshold, deescalate</p>", [], "whole words alone"),
    ('<p class="eg-limit__words">2 working days</p>', [], "running text alone"),
    ('<section class="eg-harm"><p>Tell your DSL.</p></section>', [], "nobody is led away in an emergency"),
]


@pytest.mark.parametrize(("html", "linked", "why"), CASES, ids=[row[2] for row in CASES])
def test_the_first_use_in_running_text_is_linked(html: str, linked: list[str], why: str) -> None:
    out = with_terms(html, "../")
    assert [text for _, text in LINK.findall(out)] == linked
    assert re.sub(LINK, r"\2", out) == html


@pytest.mark.parametrize("asked", ALL_POLICIES, ids=lambda asked: asked.id)
def test_each_policy_page_links_each_term_once_to_where_it_stands(asked: Policy) -> None:
    ids = {term.id for term in TERMS}
    for kind in KINDS:
        found = [address for address, _ in LINK.findall(page_of(asked, kind).body)]
        targets = [re.fullmatch(r"(?:\.\./)+about/glossary/#(.+)", address)[1] for address in found]
        assert len(targets) == len(set(targets))
        assert set(targets) <= ids
        assert targets or kind.name not in ("at_a_glance", "procedure"), kind.name
        assert not targets or kind.name != "what_now"


def test_a_meaning_is_short_and_names_its_nation() -> None:
    assert len({term.id for term in TERMS}) == len(TERMS)
    for term in TERMS:
        for sentence in re.split(r"(?<=[.:]) ", term.means):
            assert len(sentence.split()) <= 22, sentence
        if any(each in f"{term.name} {term.means}" for each in ONE_NATION):
            assert "England" in term.means, term.name


def test_the_pages_of_another_nation_have_no_guidance_of_england() -> None:
    """Glenmore is made up, in Scotland, for adults; its own text names none of these."""
    english = "Working Together|Keeping Children Safe|Ofsted|LADO|MASH|section 47|Children Act|England"
    assert re.search(english, page_of(policy("bedfordshire"), KINDS[0]).body)
    for kind in KINDS:
        body = re.sub(r"<a [^>]+>|<template.*?</template>", "", page_of(policy("glenmore"), kind).body)
        assert re.findall(rf"\b(?:{english})\b", body) == [], kind.name
