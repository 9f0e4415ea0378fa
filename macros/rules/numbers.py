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
TOTAL = {"total", "altogether", "overall"}
IN_ALL = re.compile(r"\bin all(?=\W*$|[).,;])")
LABELS = {"stage", "step", "level", "phase", "tier", "part", "section"}
TO_TOTAL = {"in", "as", "a"}
OF_TOTAL = {"of", "up", "to", "at", "most", "no", "more", "than", "not", "maximum", "a"}


@dataclass(frozen=True, kw_only=True)
class Said:
    """An amount of time in words. thing: hour, day, week, fortnight or month; empty: "4 in total".

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


def said_totals(words: str) -> list[Said]:
    """Every amount that is called a total: "a further 2 days (4 in total)", "a total of 4 days"."""
    parts = WORD.findall(IN_ALL.sub("in total", words.lower()))
    places = [place for place, part in enumerate(parts) if part in TOTAL]
    return [each for place in places for each in _total(parts[:place], parts[place + 1 :]) if each.number]


def _total(before: list[str], after: list[str]) -> list[Said]:
    """What stands before the word total, which may belong to the limit itself, and what behind it."""
    behind = _behind(after)
    if after[:1] == ["of"]:
        return [behind]
    while before and before[-1] in TO_TOTAL:
        before = before[:-1]
    thing = before[-1].removesuffix("s") if before else ""
    bare = 0 if {*before[-2:-1]} & LABELS else _number(before)
    return [_said(before[:-1], thing) if thing in THINGS else Said(number=bare, thing=""), behind]


def _behind(after: list[str]) -> Said:
    """The amount that follows at once; its number is 0 where none does."""
    while after and after[0] in OF_TOTAL:
        after = after[1:]
    things = [part.removesuffix("s") for part in after]
    end = next((place for place, thing in enumerate(things) if thing in THINGS), len(after))
    if not all(part in NUMBERS or part in BETWEEN or part.isdecimal() for part in after[:end]):
        return Said(number=0, thing="")
    return _said(after[:end], things[end]) if end < len(after) else Said(number=_number(after), thing="")


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
