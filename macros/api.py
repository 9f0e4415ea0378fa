"""The read-only JSON under /api/v1/."""

import json
from collections.abc import Iterator

from helper import bank_holidays
from helper.fixed_words import Silent
from helper.narrow import area_names
from helper.plain import to_plain
from helper.policy import Policy
from helper.working_days import Division, published
from macros.api_names import DESCRIPTION, HOLIDAYS, LIST, SCHEMA, file_of
from macros.openapi import openapi
from macros.schema import schema

LISTED = 250
"""The most policies in one list, so that it stays smaller than a file of the API may be."""


def api_files(policies: tuple[Policy, ...]) -> Iterator[tuple[str, str]]:
    """One file a policy, then those that list them, describe them and say what they count with."""
    yield from map(api_of_policy, policies)
    yield from api_lists(policies)


def api_of_policy(policy: Policy) -> tuple[str, str]:
    """Everything that one policy's file says."""
    return file_of(policy.id), _json(to_plain(policy))


def api_lists(policies: tuple[Policy, ...]) -> Iterator[tuple[str, str]]:
    """The files of no single policy: the list, the schema, the bank holidays, and what describes them."""
    yield from _lists(policies)
    yield file_of(SCHEMA), _json(schema())
    yield file_of(HOLIDAYS), _json(_bank_holidays())
    yield file_of(DESCRIPTION), openapi(policies)


def _lists(policies: tuple[Policy, ...]) -> Iterator[tuple[str, str]]:
    """The list of policies; if it is long, in parts that each give the address of the next."""
    starts = range(0, max(1, len(policies)), LISTED)
    for number, start in enumerate(starts, 1):
        listed = [_listed(policy) for policy in policies[start : start + LISTED]]
        more = {"next": f"/{_part(number + 1)}"} if number < len(starts) else {}
        yield _part(number), _json({"policies": listed, **more})


def _part(number: int) -> str:
    return file_of(LIST if number == 1 else f"{LIST}/{number}")


def _listed(policy: Policy) -> dict[str, object]:
    return {
        "id": policy.id,
        "name": policy.name,
        "areas": area_names(policy),
        "partnership": policy.partnership.name,
        "scope": policy.scope.value,
        "division": policy.division.value,
        "stages": None if isinstance(policy.stages, Silent) else len(policy.ladder),
        "page": f"/{policy.id}/",
        "json": f"/{file_of(policy.id)}",
    }


def _bank_holidays() -> dict[str, object]:
    return {
        "source": bank_holidays.SOURCE,
        "taken": bank_holidays.TAKEN,
        "first_year": bank_holidays.FIRST_YEAR,
        "last_year": bank_holidays.LAST_YEAR,
        "divisions": {division.value: _days(division) for division in Division},
    }


def _days(division: Division) -> list[dict[str, str]]:
    return [{"date": day.isoformat(), "name": name} for day, name in published(division).items()]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
