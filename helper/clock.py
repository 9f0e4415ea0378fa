"""Hours by the United Kingdom's clock, which changes twice a year.

The browser's Python holds no time zones, so the rule stands here: summer time, one hour ahead of
UTC, from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October.
"""

from datetime import datetime, timedelta

HOUR = timedelta(hours=1)


def hours_later(start: datetime, hours: int) -> datetime:
    """The clock time `hours` hours after `start`, straight through nights, weekends and clock changes.

    Both are clock times in the United Kingdom, without a zone. Of the hour that comes twice in
    October `start` is the first unless its fold is 1, which is the earlier and so the safer reading.
    """
    return _local(_utc(start) + hours * HOUR)


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _summer(utc: datetime) -> bool:
    return _last_sunday(utc.year, 3) <= utc < _last_sunday(utc.year, 10)


def _utc(local: datetime) -> datetime:
    """UTC of a clock time; a time that the March change jumps over is read as winter time."""
    in_summer = _summer(local - HOUR) and not (local.fold and not _summer(local))
    return local.replace(fold=0) - (HOUR if in_summer else 0 * HOUR)


def _local(utc: datetime) -> datetime:
    return utc + HOUR if _summer(utc) else utc
