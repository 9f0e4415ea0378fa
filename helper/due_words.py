"""What is said of a limit wherever it stands: its length, who has to act, what may make it earlier."""

from helper.due import Due
from helper.fixed_words import Unit
from helper.timescale import NEXT_DAY


def in_time(each: Due) -> tuple[str, str]:
    """A limit whose day is not known, as two words: ("within", "2 working days, by 12:00").

    ("by 12:00 on", "the next working day") for one that is a day.
    """
    if each.unit is Unit.NEXT_WORKING_DAY:
        return f"by {each.until} on" if each.until else "by the end of", NEXT_DAY
    return "within", each.limit


def each_priority(dues: list[Due]) -> str:
    """within 48 hours (Priority 1), or a working week (Priority 2)"""
    leads = {in_time(each)[0] for each in dues}
    told = [f"{' '.join(in_time(each))} ({each.priority})" for each in dues]
    joint = ", or " if len(leads) > 1 else f", or {leads.pop()} "
    return ", or ".join(told).replace(joint, ", or ")


def whose(due: Due) -> list[str]:
    """Who has to act, where it is not both sides."""
    return [f"To act: {due.owner}."] if due.owner else []


def check(due: Due) -> list[str]:
    """What to find out, because it could give an earlier day."""
    return [f"It may be earlier: find out when {due.unchecked}."] if due.unchecked else []


def sooner(due: Due) -> list[str]:
    """The other limb of "whichever is sooner", which only judgement can date."""
    return [f"Sooner if it is needed: the policy says “{due.or_sooner}”."] if due.or_sooner else []
