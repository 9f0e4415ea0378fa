"""What a policy says about time in words, before any day is known."""

from helper.fixed_words import Strength, Unit, amount_in_words
from helper.time_facts import Timescale
from helper.timescale import NEXT_DAY, SAME_DAY


def kind(timescale: Timescale) -> str:
    """A target where the policy says "where possible" or "as a guide", otherwise a limit."""
    return "target" if timescale.strength is Strength.TARGET else "limit"


def limit_in_words(timescale: Timescale) -> str:
    """2 working days, by 12:00; the same working day; nothing where the policy gives no number."""
    clock = f", by {timescale.clock}" if timescale.clock else ""
    return f"{_length(timescale)}{clock}"


def _length(timescale: Timescale) -> str:
    if timescale.unit is Unit.SAME_WORKING_DAY:
        return SAME_DAY
    if timescale.unit is Unit.NEXT_WORKING_DAY:
        return NEXT_DAY
    if timescale.unit is Unit.WORKING_WEEK:
        return "a working week"
    said = "" if timescale.amount is None else amount_in_words(timescale.amount, timescale.unit)
    also = timescale.also and amount_in_words(timescale.also.amount, timescale.also.unit)
    return f"{said} ({also})" if also else said
