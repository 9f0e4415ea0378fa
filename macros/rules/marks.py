"""Quotes that are too long, and quotation marks around a quote or a name."""

import re
from collections.abc import Iterator
from datetime import date

from helper.faults import Fault
from helper.policy import Policy
from macros.rules.rule import Kind, Rule
from macros.rules.texts import all_texts

WITHIN = "[^“”]*"
AROUND = re.compile(f"(?:“{WITHIN}(?:“{WITHIN}”{WITHIN})*”|['‘][^'‘]*['’]|\"[^\"]*\")[.,;:]?")

SET = "Leave them out: the pages set them. Those inside the words stay."
SHOWN = "Leave them out: the pages would show them as part of the name. Those inside the words stay."
WRITE = {"says": SET, "say": SET, "name": SHOWN, "label": SHOWN, "title": SHOWN}
LONGEST = 60


def _marks_around(policy: Policy, today: date) -> Iterator[Fault]:
    for path, text in all_texts(policy).found:
        write = WRITE.get(str(path[-1]))
        if write and AROUND.fullmatch(text):
            yield Fault(path=path, found="has quotation marks around it", write=write)


def _long_quote(policy: Policy, today: date) -> Iterator[Fault]:
    for path, text in all_texts(policy).found:
        length = text.count(" ") + 1
        if path[-1] == "says" and length > LONGEST:
            write = (
                f"Write at most {LONGEST}: the words that say it, with “…” where you leave some out. "
                "A second fact is a quote of its own."
            )
            yield Fault(path=path, found=f"has {length} words", write=write)


MARKS = (
    Rule(
        name="marks-around",
        kind=Kind.WARNING,
        says=(
            "A quote, the words to say and a name have no quotation marks around them. Inside they may "
            "have some."
        ),
        why="The pages set those of a quote, so people would see two pairs. A name has none.",
        wrong="says: “within 2 working days”",
        right="says: within 2 “working days”",
        find=_marks_around,
    ),
    Rule(
        name="long-quote",
        kind=Kind.WARNING,
        says=f"A quote has at most {LONGEST} words.",
        why="It stands beside a date or a duty, and whoever is in a hurry has to find the words in it.",
        wrong="says: a whole paragraph of the policy, word for word",
        right="says: The managers will meet … within 2 working days",
        find=_long_quote,
    ),
)
