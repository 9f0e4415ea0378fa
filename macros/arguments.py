"""The words of the command line: each command, what it takes, and the function that does it."""

import argparse
import re
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from macros import run
from macros.builders import BUILDERS
from macros.measure import BENCHES, measure

Run = Callable[[argparse.Namespace], int]
Takes = Callable[[ArgumentParser], None]
SITE_ADDRESS = re.compile(r"https?://[a-z0-9.-]+(:\d+)?(/(?!\.\.?(/|$))[\w.~-]+)*/*", re.ASCII | re.I)
"""As hosts, pages and the sitemap all write it: without a word that one of them would read otherwise."""
NO_ADDRESS = (
    "is no address that a site can have. Write https://, the name of the host and, if there is one, a path "
    "of letters, digits and - . _ ~: https://guide.example/ or https://www.example.org/escalation/"
)


def made_parser() -> ArgumentParser:
    """A parser for every command of `guide`."""
    parser = ArgumentParser(
        prog="guide", description="Escalation Guide: policies to pages and dated answers."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, (does, words, takes) in COMMANDS.items():
        one = commands.add_parser(name, help=words)
        one.set_defaults(run=does)
        takes(one)
    return parser


def _serve(one: ArgumentParser) -> None:
    one.add_argument("--port", type=int, default=8000)


def _build(one: ArgumentParser) -> None:
    to_disk, url = (
        "write the pages to a folder for another site builder",
        "the address that the site will have",
    )
    one.add_argument("--only", metavar="ID", help="one policy alone")
    one.add_argument("--url", type=_site_address, default="", metavar="URL", help=url)
    one.add_argument("--quick", action="store_true", help="without the compressed copies, to look at it")
    one.add_argument("--builder", choices=BUILDERS, default=BUILDERS[0], help="which site builder to use")
    one.add_argument("--to-disk", metavar="DIR", type=Path, help=to_disk)


def _check(one: ArgumentParser) -> None:
    one.add_argument("files", nargs="*", type=Path, metavar="FILE", help="a file, or a policy's id")
    _today(one)


def _ask(one: ArgumentParser) -> None:
    one.add_argument("policy", metavar="POLICY", help="the policy's id, or its file")
    one.add_argument("answers", nargs="*", metavar="id=value")
    one.add_argument("--json", action="store_true")
    _today(one)


def _new(one: ArgumentParser) -> None:
    one.add_argument("id", metavar="ID", help="small letters, digits and hyphens: north-town")
    one.add_argument("--areas", nargs="+", default=(), metavar="AREA", help="the local authority areas")


def _diff(one: ArgumentParser) -> None:
    one.add_argument("old", metavar="OLD", help="a file, or a policy's id")
    one.add_argument("new", metavar="NEW", help="a file, or a policy's id")
    one.add_argument("--json", action="store_true")


def _holidays(one: ArgumentParser) -> None:
    one.add_argument("file", type=Path, metavar="FILE")
    one.add_argument("--taken", type=_day, default=_now(), metavar="DATE", help="the day it was downloaded")


def _bench(one: ArgumentParser) -> None:
    one.add_argument("what", choices=sorted(BENCHES))
    one.add_argument("files", nargs="*", type=Path, metavar="FILE")
    one.add_argument("--runs", type=int, default=5, metavar="N", help="how often each thing is timed")
    one.add_argument("--seconds", type=int, default=30, metavar="N", help="how long a host is loaded")
    one.add_argument(
        "--sizes", type=int, nargs="+", default=(), metavar="N", help="beside how many partnerships"
    )
    _today(one)


def _nothing(_: ArgumentParser) -> None:
    """The command takes no words."""


def _today(one: ArgumentParser) -> None:
    one.add_argument("--today", type=_day, default=_now(), metavar="DATE", help="as if it were that day")


def _now() -> date:
    return datetime.now().astimezone().date()


def _site_address(text: str) -> str:
    """With its last slash; empty stays empty."""
    if not text:
        return ""
    if not SITE_ADDRESS.fullmatch(text):
        raise argparse.ArgumentTypeError(f"'{text}' {NO_ADDRESS}")
    return f"{text.rstrip('/')}/"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no day. Write year-month-day: 2026-11-27.") from None


COMMANDS: dict[str, tuple[Run, str, Takes]] = {
    "serve": (run.serve_site, "build the site and show it on this machine", _serve),
    "build": (run.build_site, "build the site into site/", _build),
    "check": (run.check_files, "check policy files and prove that every way ends well", _check),
    "ask": (run.ask_helper, "ask the helper: the next question, or the next step with its dates", _ask),
    "new": (run.begin_file, "begin a new policy file, to be filled in", _new),
    "diff": (run.compare_versions, "say what changed between two versions of a policy", _diff),
    "schema": (run.print_schema, "print the JSON Schema of a policy file, for editors", _nothing),
    "holidays": (run.take_in_holidays, "take in a downloaded gov.uk/bank-holidays.json", _holidays),
    "bench": (measure, "measure builds, checks, edits, a host's load, a reader's wait, searches", _bench),
}
