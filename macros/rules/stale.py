"""What has grown old; the day on which that is asked is always given."""

from collections.abc import Iterator
from datetime import date

from helper.bank_holidays import LAST_YEAR
from helper.dates import Month, words
from helper.faults import Fault, Path
from helper.fixed_words import NOT_STATED, Unit
from helper.policy import Policy
from macros.rules.places import contacts, limits
from macros.rules.rule import Kind, Rule, at

OLD_AFTER = 3
COUNTED = (Unit.WORKING_DAYS, Unit.WORKING_WEEK, Unit.SAME_WORKING_DAY, Unit.NEXT_WORKING_DAY)


def _review_passed(policy: Policy, today: date) -> Iterator[Fault]:
    review = policy.document.review
    if isinstance(review, date) and review < today and not policy.document.superseded_by:
        write = (
            "Look for the new version. If there is none, ask the partnership whether this one still holds."
        )
        over = "begun" if isinstance(review, Month) else "passed"
        yield at(("document",), "review", f"is {review}, which has {over}", write)


def _no_review(policy: Policy, today: date) -> Iterator[Fault]:
    document = policy.document
    dates = [day for day in (document.issued, document.effective) if isinstance(day, date)]
    if document.review is not NOT_STATED or document.superseded_by:
        return
    write = "Ask the partnership whether it is still in force and when it will be reviewed."
    if dates and years_since(max(dates), today) >= OLD_AFTER:
        found = f"is not stated, and the document is from {words(max(dates))}"
        yield at(("document",), "review", found, write)
    if not dates and document.version is NOT_STATED:
        yield at(("document",), "review", "is not stated, and the document bears no date", write)


def _contact_unchecked(policy: Policy, today: date) -> Iterator[Fault]:
    for path, contact in contacts(policy):
        if years_since(contact.checked, today) >= 1:
            write = "Check that the contact is still published, then write the day on which you did."
            yield at(path, "checked", f"is {contact.checked}, and a year has passed since", write)


def _holidays_ending(policy: Policy, today: date) -> Iterator[Fault]:
    counts = any(limit.unit in COUNTED for _, limit in limits(policy))
    if counts and today.year >= LAST_YEAR:
        found = f"has published bank holidays up to {LAST_YEAR} only"
        write = (
            f"Take in the newer list: guide holidays FILE. Without it, dates after {LAST_YEAR} are "
            "provisional."
        )
        yield at((), "division", found, write)


def _superseded(policy: Policy, today: date) -> Iterator[Fault]:
    if policy.document.superseded_by is not None:
        write = "Take the facts from the document that replaced it, or take the policy off the site."
        yield at(("document",), "superseded_by", "is filled in: this document is no longer in force", write)


def _day_to_come(policy: Policy, today: date) -> Iterator[Fault]:
    days: list[tuple[Path, date]] = [(("document", "taken"), policy.document.taken)]
    days += [((*path, "checked"), contact.checked) for path, contact in contacts(policy)]
    for path, day in days:
        if day > today:
            yield Fault(
                path=path, found=f"is {day}, which is still to come", write=f"Write a day up to {today}."
            )


def years_since(day: date, today: date) -> int:
    """Whole years from a day to today; a year after 29 February is over on 1 March."""
    return today.year - day.year - ((today.month, today.day) < (day.month, day.day))


STALE = (
    Rule(
        name="review-passed",
        kind=Kind.WARNING,
        says="The day on which the policy is due for review lies ahead.",
        why="After that day a new version may be in force, with other stages or other limits.",
        wrong="review: 2025-04-01",
        right="review: 2028-04-01",
        find=_review_passed,
    ),
    Rule(
        name="no-review-date",
        kind=Kind.WARNING,
        says="A policy without a review date is less than three years old.",
        why="Nobody can see whether an old or undated policy is still in force.",
        wrong="issued: 2020-05-02\nreview: not stated",
        right="issued: 2020-05-02\nreview: 2028-05-02",
        find=_no_review,
    ),
    Rule(
        name="contact-unchecked",
        kind=Kind.WARNING,
        says="Every contact was checked within the last year.",
        why="A number that nobody answers costs a child hours.",
        wrong="phone: 01632 960999\nchecked: 2024-02-01",
        right="phone: 01632 960999\nchecked: 2026-11-02",
        find=_contact_unchecked,
    ),
    Rule(
        name="holidays-ending",
        kind=Kind.WARNING,
        says="The bank holidays that we hold reach more than a year ahead.",
        why="Dates past the last published list are provisional: a bank holiday may still be added.",
        wrong="# the list ends within twelve months",
        right="# the newest list from GOV.UK has been taken in",
        find=_holidays_ending,
    ),
    Rule(
        name="superseded",
        kind=Kind.WARNING,
        says="The document that the facts are from is still in force.",
        why="People would follow stages that the partnership has given up.",
        wrong="superseded_by:\n  text: The policy of 2026 replaced it.\n  source: The partnership’s page",
        right="title: Escalation policy 2026",
        find=_superseded,
    ),
    Rule(
        name="day-to-come",
        kind=Kind.WARNING,
        says="The days on which facts and contacts were taken or checked are not still to come.",
        why="A slip in the year would keep an old contact from ever being called old.",
        wrong="checked: 2062-11-02",
        right="checked: 2026-11-02",
        find=_day_to_come,
    ),
)
