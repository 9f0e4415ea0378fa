"""Amounts of time as a policy's words give them: digits or words, and what they count."""

import re
from dataclasses import dataclass

from helper.fixed_words import Unit

TO_NINETEEN = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
"""
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "ninety": 90}
NUMBERS = {word: number for number, word in enumerate(TO_NINETEEN.split(), 1)} | TENS | {"a": 1, "an": 1}
THINGS = {"hour", "day", "week", "fortnight"}
WORKING = {"working", "business", "office", "school"}
BETWEEN = WORKING | {"further", "additional", "more", "full", "clear", "calendar", "consecutive", "single"}
WORD = re.compile(r"[a-z]+|\d+")
HOURS_A_DAY, DAYS_A_WEEK, WORKING_DAYS_A_WEEK = 24, 7, 5
DIGITS = 3


@dataclass(frozen=True, kw_only=True)
class Said:
    """An amount of time in words. thing: hour, day, week or fortnight. working: said to be working days."""

    number: int
    thing: str
    working: bool

    def fits(self, unit: Unit, amount: int) -> bool:
        """Whether an amount of a unit can be meant by these words."""
        weeks = self.number * (2 if self.thing == "fortnight" else 1)
        if self.thing in ("week", "fortnight"):
            return amount == _of_weeks(unit, weeks)
        if self.thing == "hour":
            return unit is Unit.HOURS and amount == self.number
        return unit in (Unit.DAYS, Unit.WORKING_DAYS) and amount == self.number


def said_amounts(words: str) -> list[Said]:
    """Every amount of time in a policy's words: "within twenty-four (24) hours" is 24 hours."""
    parts = WORD.findall(words.lower())
    things = [(end, part.removesuffix("s")) for end, part in enumerate(parts)]
    found = [_said(parts[:end], thing) for end, thing in things if thing in THINGS]
    return [each for each in found if each.number]


def _said(before: list[str], thing: str) -> Said:
    """The amount of a thing, from the words before it; its number is 0 where they give none."""
    working = False
    while before and before[-1] in BETWEEN:
        working = working or before[-1] in WORKING
        before = before[:-1]
    return Said(number=_number(before), thing=thing, working=working)


def _number(before: list[str]) -> int:
    """The number at the end of some words; 0 where there is none."""
    last = before[-1] if before else ""
    if last.isdecimal():
        return int(last) if len(last) <= DIGITS else 0
    tens = TENS.get(before[-2], 0) if len(before) > 1 and last not in TENS else 0
    return NUMBERS[last] + tens if last in NUMBERS else 0


def _of_weeks(unit: Unit, weeks: int) -> int:
    if unit is Unit.DAYS:
        return weeks * DAYS_A_WEEK
    if unit is Unit.HOURS:
        return weeks * DAYS_A_WEEK * HOURS_A_DAY
    return weeks * WORKING_DAYS_A_WEEK
