"""The command line, `guide`: its words, and what is said when a command cannot be done."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from helper.asking import AnswerError
from helper.working_days import CalendarError
from macros.arguments import made_parser
from macros.ask import AskError
from macros.assets import AssetsError
from macros.bench_reader import BenchError
from macros.briefing_pdf import BriefingError
from macros.build import BuildError
from macros.diff.versions import NoVersion
from macros.holidays import HolidaysError
from macros.new_file import NewError
from macros.policies import PolicyFaults
from macros.publish.nginx_here import NoHost
from macros.refused import in_words
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
    HolidaysError,
    NewError,
    NoHost,
    NoVersion,
    RuntimeMissing,
    SearchError,
    ServeError,
)
MORE = {"answers": str, "files": Path}  # lists that may go on behind an option


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
    except OSError as error:
        print(in_words(error), file=sys.stderr)
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
    parser = made_parser()
    arguments, left = parser.parse_known_args(words)
    answers = [word for word in left if not word.startswith("-")]
    listed = next((name for name in MORE if hasattr(arguments, name)), "")
    if len(answers) < len(left) or (left and not listed):
        parser.error(f"unrecognized arguments: {' '.join(left)}")
    if left:
        setattr(arguments, listed, [*getattr(arguments, listed), *map(MORE[listed], answers)])
    return arguments


if __name__ == "__main__":
    sys.exit(main())
