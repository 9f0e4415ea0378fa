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
THINGS = {"hour", "day", "week", "fortnight", "month"}
WORKING = {"working", "business", "office", "school"}
EVERY = {"calendar", "consecutive"}
BETWEEN = WORKING | EVERY | {"further", "additional", "more", "full", "clear", "single"}
WORD = re.compile(r"[a-z]+|\d+")
HOURS_A_DAY, DAYS_A_WEEK, WORKING_DAYS_A_WEEK = 24, 7, 5
WEEKS = {"week": 1, "fortnight": 2}
IN_A_WEEK = {
    Unit.DAYS: DAYS_A_WEEK,
    Unit.HOURS: DAYS_A_WEEK * HOURS_A_DAY,
    Unit.WORKING_DAYS: WORKING_DAYS_A_WEEK,
}
DIGITS = 3


@dataclass(frozen=True, kw_only=True)
class Said:
    """An amount of time in words. thing: hour, day, week, fortnight or month.

    working, every: said to be working days, or calendar days.
    """

    number: int
    thing: str
    working: bool = False
    every: bool = False

    def fits(self, unit: Unit, amount: int) -> bool:
        """Whether the number can be meant by these words; weeks are counted out in the unit."""
        if self.thing in WEEKS:
            return amount == self.number * WEEKS[self.thing] * IN_A_WEEK.get(unit, 0)
        return self.thing != "month" and amount == self.number

    def names(self, unit: Unit) -> bool:
        """Whether these words name the unit. "Days" alone may be days of either kind."""
        if self.thing == "day" and not (self.working or self.every):
            return unit in (Unit.DAYS, Unit.WORKING_DAYS)
        if unit is Unit.WORKING_WEEK:
            return self.working and self.unit is Unit.WORKING_DAYS and self.amount == WORKING_DAYS_A_WEEK
        return unit is self.unit or (self.thing in WEEKS and not self.working and unit is Unit.HOURS)

    @property
    def unit(self) -> Unit:
        """The unit to write for these words; nothing counts working hours or months."""
        if self.thing == "month" or (self.thing == "hour" and self.working):
            return Unit.WORDS_ONLY
        if self.thing == "hour":
            return Unit.HOURS
        return Unit.WORKING_DAYS if self.working else Unit.DAYS

    @property
    def amount(self) -> int:
        """The amount to write for these words, in that unit."""
        return self.number * WEEKS.get(self.thing, 0) * IN_A_WEEK.get(self.unit, 0) or self.number


def said_amounts(words: str) -> list[Said]:
    """Every amount of time in a policy's words: "within twenty-four (24) hours" is 24 hours."""
    parts = WORD.findall(words.lower())
    things = [(end, part.removesuffix("s")) for end, part in enumerate(parts)]
    found = [_said(parts[:end], thing) for end, thing in things if thing in THINGS]
    return [each for each in found if each.number]


def _said(before: list[str], thing: str) -> Said:
    """The amount of a thing, from the words before it; its number is 0 where they give none."""
    between = set[str]()
    while before and before[-1] in BETWEEN:
        between.add(before[-1])
        before = before[:-1]
    return Said(
        number=_number(before), thing=thing, working=bool(between & WORKING), every=bool(between & EVERY)
    )


def _number(before: list[str]) -> int:
    """The number at the end of some words; 0 where there is none."""
    last = before[-1] if before else ""
    if last.isdecimal():
        return int(last) if len(last) <= DIGITS else 0
    tens = TENS.get(before[-2], 0) if len(before) > 1 and last not in TENS else 0
    return NUMBERS[last] + tens if last in NUMBERS else 0
