"""The rows below the date of the action card: other limits, how, contact."""

from collections.abc import Iterable, Iterator

from helper.due import Due
from helper.facts import Contact
from helper.fixed_words import NOT_STATED, Silent, Unit, stated
from helper.limit_row import Row, case_row, date_row
from helper.one_area import may_come
from helper.place import Place
from helper.policy import Policy, covers
from helper.stage import Stage
from helper.vocabulary import lead, upper_first
from helper.working_days import which


def rows(place: Place, *, urgent: bool) -> tuple[Row, ...]:
    """The rows of a stage. urgent: "Now" stands on the card, so that every date is in the rows."""
    stage, policy = place.stage, place.policy
    optional = {
        "Before it": _gate(policy, stage),
        "Only if": _only_if(place),
        "Out of hours": _closed(place),
        "Or else": stage.in_preference.text if stage.in_preference else "",
        "How": how_in_words(policy, stage),
        "Chair": " ".join(_chairs(stage)),
    }
    said = (Row(term=term, text=text) for term, text in optional.items() if text)
    return (*area_rows(place), *limit_rows(place, urgent=urgent), *said, *contact_rows(policy, stage))


def area_rows(place: Place) -> tuple[Row, ...]:
    """What comes before it in one area, where nobody has said which area it is."""
    each_area = may_come(place.policy, place.left_behind)
    return tuple(
        Row(term=f"In {area}", text=f"{upper_first(stage.called)} comes first. {stage.action}.")
        for area, stage in each_area
    )


def limit_rows(place: Place, *, urgent: bool) -> tuple[Row, ...]:
    """Every limit but the loud one; first those that have passed without ending the stage."""
    dues = _behind_now(place) if urgent else _quiet(place)
    shown = (each for each in dues if each not in place.passed or each.other_readings)
    return (
        *dated_rows(place, place.missed),
        *still_open_rows(place),
        *_cases(place),
        *dated_rows(place, shown),
    )


def dated_rows(place: Place, dues: Iterable[Due]) -> Iterator[Row]:
    """Limits as they stand today."""
    return (date_row(each, place.today) for each in dues)


def still_open_rows(place: Place) -> tuple[Row, ...]:
    """The limits of one case that may not have passed, though the one that always holds has."""
    return tuple(case_row(each, place.today) for each in place.still_open)


def _cases(place: Place) -> Iterator[Row]:
    """The limits that hold in one case, and those that have passed for a priority that nobody knows of."""
    for each in place.rungs[place.here].dues:
        if each.when and each not in place.still_open:
            yield case_row(each, place.today) if each.passed else date_row(each, place.today)
        elif each.passed and each.priority and each.moves_on and each not in place.passed:
            yield date_row(each, place.today)


def _behind_now(place: Place) -> tuple[Due, ...]:
    """Every limit where "Now" stands in place of the date: those with a day, without, and in words only."""
    late = place.moved_on or place.passed
    undated = (each for each in place.undated if late or each != place.loud)
    return (*place.overdue, *place.open, *undated, *_in_words_only(place))


def _in_words_only(place: Place) -> Iterator[Due]:
    """Of this stage; that it begins at once stands beside "Now"."""
    for each in place.rungs[place.here].own:
        if not (each.limit or each.when) and (each.owner or each.unit is not Unit.AT_ONCE):
            yield each


def _quiet(place: Place) -> tuple[Due, ...]:
    """The limits with a day beside the loud one; where that has none itself, the others without too."""
    loud = place.loud
    others = () if loud and loud.last_day else place.undated
    return tuple(each for each in (*place.open, *others) if each != loud)


def _gate(policy: Policy, stage: Stage) -> str:
    """Who has to decide before the stage begins, and what if the answer is no."""
    gate = stage.gate
    if gate is None:
        return ""
    silent = f"The policy does not say what happens if the answer is no: tell your {lead(policy)}."
    refused = silent if isinstance(gate.if_refused, Silent) else gate.if_refused
    return f"{upper_first(gate.who)} decides {gate.decides}. The policy says “{gate.says}”. {refused}"


def _only_if(place: Place) -> str:
    """That the stage is not always used, and where to go if it is not."""
    only_if = place.stage.only_if
    if only_if is None or place.now.reached == place.here:
        return ""
    then = "it ends here" if place.is_last else place.then
    return f"The policy says “{only_if.says}”. If it is not used, {then}."


def _chairs(stage: Stage) -> Iterator[str]:
    for chair in stage.chair:
        yield f"{chair.when}: {chair.role}." if chair.when else f"{upper_first(chair.role)}."


def how_in_words(policy: Policy, stage: Stage) -> str:
    """The channel rules as the policy has them for this stage; empty where it states none."""
    held = [each for each in stated(policy.channels) if covers(each.stages, stage)]
    said = [[each.use, *([] if isinstance(each.avoid, Silent) else [each.avoid])] for each in held]
    return " ".join(text for texts in said for text in texts)


def contact_rows(policy: Policy, stage: Stage) -> tuple[Row, ...]:
    """How to reach the other side, or plainly that nothing is published and whom to ask."""
    if not isinstance(stage.contacts, Silent):
        return (Row(term="Contact", text="; ".join(map(contact_in_words, stage.contacts))),)
    general = stated(policy.contacts)
    others = (Row(term="For all", text="; ".join(map(contact_in_words, general))),) if general else ()
    if stage.before_raising:
        return others
    ask = f"Ask your {lead(policy)}, or the switchboard of the agency or partnership, how to reach"
    silent = f"The policy publishes no number for this. {ask} {stage.theirs}."
    return (Row(term="Contact", text=silent), *others)


def contact_in_words(contact: Contact) -> str:
    """Duty desk (Eastford): 01632 960999, 9 to 5"""
    place = f" ({contact.area})" if contact.area else ""
    hours = "" if isinstance(contact.hours, Silent) else f" ({contact.hours})"
    return f"{contact.role}{place}: {_ways(contact)}{hours}"


def _closed(place: Place) -> str:
    """That offices are closed today, and why, or may be by now where something is due before they close."""
    why = place.closed
    if not why and any(each.unit is Unit.SAME_WORKING_DAY and not each.until for each in place.open[:1]):
        return "If your offices are closed now and it cannot wait, see “Out of hours” below."
    if not why:
        return ""
    return f"Today is not a working day{which(why)}. See “Out of hours” below if it cannot wait."


def closed_rows(place: Place) -> tuple[Row, ...]:
    """The same as a row; none on a working day."""
    return (Row(term="Out of hours", text=_closed(place)),) if place.closed else ()


def _ways(contact: Contact) -> str:
    ways = (contact.phone, contact.email, contact.link)
    return ", ".join(str(way) for way in ways if way is not NOT_STATED) or "not published"
