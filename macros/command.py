"""The command line, `guide`: its words, and what is said when a command cannot be done."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from helper.asking import AnswerError
from helper.working_days import CalendarError
from macros import run
from macros.ask import AskError
from macros.assets import AssetsError
from macros.bench_reader import BenchError
from macros.briefing_pdf import BriefingError
from macros.build import BuildError
from macros.builders import BUILDERS
from macros.diff.versions import NoVersion
from macros.holidays import HolidaysError
from macros.new_file import NewError
from macros.policies import PolicyFaults
from macros.publish.nginx_here import NoHost
from macros.runtime import RuntimeMissing
from macros.search import SearchError
from macros.serving.port import ServeError

STOPS = (
    AnswerError,
    AskError,
    AssetsError,
    BriefingError,
    BenchError,
    BuildError,
    CalendarError,
    FileExistsError,
    HolidaysError,
    NewError,
    NoHost,
    NoVersion,
    RuntimeMissing,
    SearchError,
    ServeError,
)
MORE = {"answers": str, "files": Path}  # lists that may go on behind an option
Run = Callable[[argparse.Namespace], int]


def main(words: Sequence[str] | None = None) -> int:
    """Runs one command; 0 if it went well, 1 with what is wrong and what to write otherwise."""
    arguments = _arguments(words)
    try:
        return _run(arguments)
    except PolicyFaults as error:
        print(error, file=sys.stderr)
        print("1 fault." if len(error.lines) == 1 else f"{len(error.lines)} faults.", file=sys.stderr)
    except STOPS as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
    except BrokenPipeError:
        _print_no_more()
    return 1


def _run(arguments: argparse.Namespace) -> int:
    """Runs the command, and prints all that it has said, so that a closed pipe is noticed here."""
    code = int(arguments.run(arguments))
    sys.stdout.flush()
    return code


def _print_no_more() -> None:
    """Whoever read what is printed has left: the rest goes nowhere, also when Python ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    """The words of the command line; answers and files may stand before and behind an option."""
    parser = _parser()
    arguments, left = parser.parse_known_args(words)
    answers = [word for word in left if not word.startswith("-")]
    listed = next((name for name in MORE if hasattr(arguments, name)), "")
    if len(answers) < len(left) or (left and not listed):
        parser.error(f"unrecognized arguments: {' '.join(left)}")
    if left:
        setattr(arguments, listed, [*getattr(arguments, listed), *map(MORE[listed], answers)])
    return arguments


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="guide", description="Escalation Guide: policies to pages and dated answers."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, does: Run, words: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=words)
        one.set_defaults(run=does)
        return one

    one = command("serve", run.serve_site, "build the site and show it on this machine")
    one.add_argument("--port", type=int, default=8000)
    one = command("build", run.build_site, "build the site into site/")
    one.add_argument("--only", metavar="ID", help="one policy alone")
    one.add_argument(
        "--url", type=_site_address, default="", metavar="URL", help="the address that the site will have"
    )
    one.add_argument("--quick", action="store_true", help="without the compressed copies, to look at it")
    one.add_argument("--builder", choices=BUILDERS, default=BUILDERS[0], help="which site builder to use")
    one.add_argument(
        "--to-disk", metavar="DIR", type=Path, help="write the pages to a folder for another site builder"
    )
    one = command("check", run.check_files, "check policy files and prove that every way ends well")
    one.add_argument("files", nargs="*", type=Path, metavar="FILE")
    _takes_today(one)
    one = command("ask", run.ask_helper, "ask the helper: the next question, or the next step with its dates")
    one.add_argument("policy", metavar="POLICY", help="the policy's id, or its file")
    one.add_argument("answers", nargs="*", metavar="id=value")
    _takes_today(one)
    one.add_argument("--json", action="store_true")
    one = command("new", run.begin_file, "begin a new policy file, to be filled in")
    one.add_argument("id", metavar="ID", help="small letters, digits and hyphens: north-town")
    one.add_argument("--areas", nargs="+", default=(), metavar="AREA", help="the local authority areas")
    one = command("diff", run.compare_versions, "say what changed between two versions of a policy")
    one.add_argument("old", metavar="OLD", help="a file, or a policy's id")
    one.add_argument("new", metavar="NEW", help="a file, or a policy's id")
    one.add_argument("--json", action="store_true")
    command("schema", run.print_schema, "print the JSON Schema of a policy file, for editors")
    one = command("holidays", run.take_in_holidays, "take in a downloaded gov.uk/bank-holidays.json")
    one.add_argument("file", type=Path, metavar="FILE")
    one.add_argument("--taken", type=_day, default=_today(), metavar="DATE", help="the day it was downloaded")
    one = command(
        "bench", run.measure, "measure builds, checks, edits, a host's load, a reader's wait, searches"
    )
    one.add_argument("what", choices=("build", "check", "edit", "host", "reader", "search"))
    one.add_argument("files", nargs="*", type=Path, metavar="FILE")
    one.add_argument("--runs", type=int, default=5, metavar="N", help="how often each thing is timed")
    one.add_argument(
        "--sizes", type=int, nargs="+", default=(), metavar="N", help="beside how many partnerships"
    )
    one.add_argument("--seconds", type=int, default=30, metavar="N", help="how long a host is loaded")
    _takes_today(one)
    return parser


def _takes_today(one: argparse.ArgumentParser) -> None:
    one.add_argument("--today", type=_day, default=_today(), metavar="DATE", help="as if it were that day")


def _today() -> date:
    return datetime.now().astimezone().date()


def _site_address(text: str) -> str:
    """With its last slash; empty stays empty."""
    if not text:
        return ""
    if not text.startswith(("https://", "http://")):
        raise argparse.ArgumentTypeError(f"'{text}' is no web address. Write https://guide.example/")
    return f"{text.rstrip('/')}/"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no day. Write year-month-day: 2026-11-27.") from None


if __name__ == "__main__":
    sys.exit(main())
