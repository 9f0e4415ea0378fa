"""Quotation marks around a quote, which pages set themselves."""

import re
from collections.abc import Iterator
from datetime import date

from helper.faults import Fault
from helper.policy import Policy
from macros.rules.rule import Kind, Rule
from macros.rules.texts import all_texts

WITHIN = "[^“”]*"
AROUND = re.compile(f"(?:“{WITHIN}(?:“{WITHIN}”{WITHIN})*”|['‘][^'‘]*['’]|\"[^\"]*\")[.,;:]?")


def _marks_around(policy: Policy, today: date) -> Iterator[Fault]:
    for path, text in all_texts(policy).found:
        if path[-1] == "says" and AROUND.fullmatch(text):
            write = "Leave them out: the pages set them. Those inside the words stay."
            yield Fault(path=path, found="has quotation marks around it", write=write)


MARKS = (
    Rule(
        name="marks-around",
        kind=Kind.WARNING,
        says="A quote has no quotation marks around it. Inside its words it may have some.",
        why="The pages set them, so people would see two pairs.",
        wrong="says: “within 2 working days”",
        right="says: within 2 “working days”",
        find=_marks_around,
    ),
)
