"""Which limit has passed, as the sentence that stands above the next step."""

from helper.dates import words
from helper.due import Due, is_over
from helper.place import Place


def passed_line(place: Place) -> str:
    """The limit for Step 2 has passed: Thursday 24 December 2026; of one for several, its words too."""
    last = place.passed[-1] if place.passed else None
    if not last or not last.last_day:
        return ""
    clock = f", {last.clock}" if last.clock else ""
    said = f". The policy says “{last.says}”" if last.shared else ""
    first = "first " if place.has_later_limit else ""
    over = is_over(last, place.today)
    passed = f"has passed{_counted(place, last)}" if over else "may have passed, as its hour is not known"
    return f"The {first}{last.kind} for {last.covers} {passed}: {words(last.last_day)}{clock}{said}"


def _counted(place: Place, last: Due) -> str:
    """That the policy's words can be counted to a later day too, which has not passed."""
    today = place.today
    later = any(today is not None and each.last_day >= today for each in last.other_readings)
    return " by the earlier of two ways to count" if later else ""
