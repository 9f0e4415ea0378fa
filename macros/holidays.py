"""Takes a downloaded list of bank holidays into helper/bank_holidays.py."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from helper.working_days import LETTER, Division

FILE = Path("helper/bank_holidays.py")
FEWEST = 8
"""Bank holidays in a year that is published whole: no division has fewer."""

Days = dict[tuple[str, str], str]


class HolidaysError(ValueError):
    """The downloaded file is not the list that GOV.UK publishes."""


def refresh(download: Path, taken: date, file: Path = FILE) -> list[str]:
    """Writes the days of a downloaded gov.uk/bank-holidays.json; what changed, a line each.

    Years that the download has whole are replaced by it. Other years stay as they were: a year of
    which only a part is published would make dates too early. Raises HolidaysError with what is
    wrong, and then writes nothing.
    """
    text = file.read_text("utf-8")
    old, new = _held(text), _downloaded(download)
    whole = _whole_years(new)
    kept = {key: who for key, who in old.items() if key[0][:4] not in whole}
    days = {**kept, **{key: who for key, who in new.items() if key[0][:4] in whole}}
    file.write_text(_written(text, days, taken), "utf-8")
    return [*_lines("-", old, days), *_lines("+", days, old)]


def _held(text: str) -> Days:
    table = text.split('PUBLISHED = """\n')[1].split('"""', maxsplit=1)[0]
    rows = (line.split(" ", 2) for line in table.splitlines())
    return {(day, name): who for day, who, name in rows}


def _downloaded(download: Path) -> Days:
    found: Days = {}
    try:
        tree = json.loads(download.read_text("utf-8"))
        for division in Division:
            for event in tree[division.value]["events"]:
                key = (date.fromisoformat(event["date"]).isoformat(), _name(event))
                found[key] = found.get(key, "") + LETTER[division]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise HolidaysError(
            f"{download} is not the list of gov.uk/bank-holidays.json: {error!r}. Download it anew."
        ) from None
    return {key: "".join(one if one in who else "-" for one in "ESN") for key, who in found.items()}


def _name(event: dict[str, str]) -> str:
    note = " (substitute day)" if event["notes"] == "Substitute day" else ""
    return f"{event['title']}{note}".replace("'", "’")


def _whole_years(days: Days) -> set[str]:
    years = {day[:4] for day, _ in days}
    return {year for year in years if all(_count(days, year, one) >= FEWEST for one in "ESN")}


def _count(days: Days, year: str, division: str) -> int:
    return sum(day.startswith(year) and division in who for (day, _), who in days.items())


def _written(text: str, days: Days, taken: date) -> str:
    first, last = (pick(day[:4] for day, _ in days) for pick in (min, max))
    rows = "".join(f"{day} {who} {name}\n" for (day, name), who in sorted(days.items()))
    for name, value in (("TAKEN", f'"{taken}"'), ("FIRST_YEAR", first), ("LAST_YEAR", last)):
        text = re.sub(rf"^{name} = .*$", f"{name} = {value}", text, flags=re.M)
    before, _, after = text.partition('PUBLISHED = """\n')
    return f'{before}PUBLISHED = """\n{rows}"""{after.partition(chr(34) * 3)[2]}'


def _lines(sign: str, these: Days, others: Days) -> Iterator[str]:
    for (day, name), who in sorted(these.items()):
        if others.get((day, name)) != who:
            yield f"{sign} {day} {who} {name}"
