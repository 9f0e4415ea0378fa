"""The command line, `guide`."""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from helper.asking import AnswerError
from helper.policy import Policy
from helper.walk import walk
from helper.working_days import CalendarError
from macros.adapter_disk import write_to_disk
from macros.ask import AskError, ask
from macros.build import BuildError, build
from macros.holidays import HolidaysError, refresh
from macros.outputs import outputs
from macros.policies import FOLDER, PolicyFaults, policy_files, read_policies, read_policy
from macros.runtime import RuntimeMissing
from macros.scenarios import failed_scenarios
from macros.schema import schema
from macros.serve import ServeError, serve


class NoPolicy(ValueError):
    """A policy was named that there is no file for."""


STOPS = (
    AnswerError,
    AskError,
    BuildError,
    CalendarError,
    FileExistsError,
    HolidaysError,
    NoPolicy,
    RuntimeMissing,
    ServeError,
)


def main(words: Sequence[str] | None = None) -> int:
    """Runs one command; 0 if it went well, 1 with what is wrong and what to write otherwise."""
    arguments = _parser().parse_args(words)
    try:
        return int(arguments.run(arguments))
    except PolicyFaults as error:
        print(error, file=sys.stderr)
        print("1 fault." if len(error.lines) == 1 else f"{len(error.lines)} faults.", file=sys.stderr)
    except STOPS as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="guide", description="Escalation Guide: policies to pages and dated answers."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    one = commands.add_parser("serve", help="build the site and show it on this machine")
    one.add_argument("--port", type=int, default=8000)
    one.set_defaults(run=_serve)
    one = commands.add_parser("build", help="build the site into site/")
    one.add_argument("--only", metavar="ID", help="one policy alone")
    one.add_argument(
        "--to-disk",
        metavar="DIR",
        type=Path,
        help="write the pages to a folder for another site builder",
    )
    one.set_defaults(run=_build)
    one = commands.add_parser("check", help="check policy files: every fault with file, line and column")
    one.add_argument("files", nargs="*", type=Path, metavar="FILE")
    one.set_defaults(run=_check)
    one = commands.add_parser("schema", help="print the JSON Schema of a policy file, for editors")
    one.set_defaults(run=_schema)
    one = commands.add_parser("holidays", help="take in a downloaded gov.uk/bank-holidays.json")
    one.add_argument("file", type=Path, metavar="FILE")
    one.add_argument("--taken", type=_day, default=_today(), metavar="DATE", help="the day it was downloaded")
    one.set_defaults(run=_holidays)
    one = commands.add_parser(
        "ask", help="ask the helper: the next question, or the next step with its dates"
    )
    one.add_argument("policy", metavar="POLICY", help="the policy's id, or its file")
    one.add_argument("answers", nargs="*", metavar="id=value")
    one.add_argument("--today", type=_day, default=_today(), metavar="DATE")
    one.add_argument("--json", action="store_true")
    one.set_defaults(run=_ask)
    return parser


def _today() -> date:
    return datetime.now().astimezone().date()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no day. Write year-month-day: 2026-11-27.") from None


def _serve(arguments: argparse.Namespace) -> int:
    read_policies(policy_files())
    return serve(arguments.port)


def _build(arguments: argparse.Namespace) -> int:
    began = time.monotonic()
    policies = _chosen(arguments.only)
    print(f"Policies read: {len(policies)}.", flush=True)
    if arguments.to_disk:
        print(f"{write_to_disk(outputs(policies), arguments.to_disk)} files written to {arguments.to_disk}.")
        return 0
    print("Building the site …", flush=True)
    count = build(outputs(policies), only=arguments.only)
    print(f"{count} pages in site/ after {time.monotonic() - began:.1f} s.")
    return 0


def _check(arguments: argparse.Namespace) -> int:
    files = arguments.files or policy_files()
    policies = read_policies(files)
    failed = [line for policy in policies for line in failed_scenarios(policy)]
    for policy in policies:
        print(
            f"{policy.id}: {len(walk(policy))} questions and next steps, {len(policy.scenarios)} scenarios."
        )
    print("\n".join([*failed, f"{len(policies)} policies, {len(failed)} faults."]))
    return 1 if failed else 0


def _schema(arguments: argparse.Namespace) -> int:
    print(json.dumps(schema(), ensure_ascii=False, indent=1))
    return 0


def _holidays(arguments: argparse.Namespace) -> int:
    changed = refresh(arguments.file, arguments.taken)
    print("\n".join([*changed, f"{len(changed)} lines changed. Run ./dev test before you keep them."]))
    return 0


def _ask(arguments: argparse.Namespace) -> int:
    policy = _named(arguments.policy)
    print(ask(policy, arguments.answers, arguments.today, as_json=arguments.json))
    return 0


def _named(name: str) -> Policy:
    file = Path(name) if name.endswith((".yaml", ".yml")) else FOLDER / f"{name}.yaml"
    if not file.is_file():
        known = ", ".join(each.stem for each in policy_files())
        raise NoPolicy(f"There is no policy '{name}'. The policies are: {known}.")
    return read_policy(file)


def _chosen(only: str | None) -> tuple[Policy, ...]:
    return (_named(only),) if only else read_policies(policy_files())


if __name__ == "__main__":
    sys.exit(main())
