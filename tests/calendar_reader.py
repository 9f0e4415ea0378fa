"""A calendar file read by two libraries that know nothing of each other, and by hand."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from icalendar import Calendar

from macros.node import node

WRITER = Path(__file__).with_name("calendar_writer.mjs")


@dataclass(frozen=True)
class Event:
    """One entry as a calendar shows it; until is the first day after it."""

    uid: str
    summary: str
    description: str
    day: date
    until: date
    sequence: int


class Node:
    """The page's own calendar.js, and ical.js to read what it wrote, in one node."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def write(self, entries: list[dict[str, object]]) -> str:
        """The file of these entries."""
        return str(self._ask({"entries": entries})["text"])

    def read(self, text: str) -> list[Event]:
        """The entries of a file, by ical.js."""
        found = self._ask({"text": text})["read"]
        assert all(each.pop("allDay") for each in found)
        days = (
            {**each, **{name: date.fromisoformat(each[name]) for name in ("day", "until")}} for each in found
        )
        return [Event(**each) for each in days]

    def _ask(self, message: dict[str, object]) -> dict[str, Any]:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer


@contextmanager
def started_node() -> Iterator[Node]:
    """A node that stops at the end."""
    runs = node()
    assert runs
    pipe = subprocess.PIPE
    with subprocess.Popen([runs, WRITER], stdin=pipe, stdout=pipe, text=True, encoding="utf-8") as process:
        yield Node(process)
        process.terminate()


def read_by_icalendar(text: str) -> list[Event]:
    """The entries of a file, by icalendar."""
    calendar = Calendar.from_ical(text)
    return [
        Event(
            uid=str(each["uid"]),
            summary=str(each["summary"]),
            description=str(each["description"]),
            day=each["dtstart"].dt,
            until=each["dtend"].dt,
            sequence=int(each["sequence"]),
        )
        for each in calendar.walk("VEVENT")
    ]


def octet_faults(text: str) -> list[str]:
    """What RFC 5545 asks of the bytes: every line ends in CRLF, none is longer than 75 octets."""
    raw = text.encode()
    lines = raw.split(b"\r\n")
    faults = [] if lines[-1] == b"" else ["the last line does not end in CRLF"]
    faults += [f"{line!r} has {len(line)} octets" for line in lines if len(line) > 75]
    faults += [f"{line!r} has a bare CR or LF" for line in lines if b"\r" in line or b"\n" in line]
    return faults + [f"{line!r} is cut inside a character" for line in lines if not _whole(line)]


def _whole(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True
