"""What each command does, from its arguments to the exit code."""

import json
import sys
import time
from argparse import Namespace
from pathlib import Path

from helper.policy import Policy
from macros.adapter_disk import write_to_disk
from macros.addresses import PUBLISHED, note
from macros.ask import ask, not_asked
from macros.build import SITE, BuildError, build
from macros.check import check, is_proved
from macros.diff.compare import compare
from macros.diff.versions import NoVersion
from macros.file_names import meant
from macros.holidays import refresh
from macros.new_file import write_new
from macros.outputs import outputs
from macros.policies import FOLDER, all_files, policy_files, read_policies, read_policy
from macros.progress import say, told
from macros.schema import schema

NOT_THE_WHOLE = (
    "Do not publish it in place of the whole site: every other page would be gone, and no redirect is in it. "
    "./dev build without --only makes the whole site again."
)


def serve_site(arguments: Namespace) -> int:
    """Shows the site, until it is stopped. Imported here: no other command needs the whole of MkDocs."""
    say("Starting …")
    from macros.serve import serve

    return serve(arguments.port)


def build_site(arguments: Namespace) -> int:
    """Builds the site, or writes its pages for another builder."""
    began = time.monotonic()
    policies = (_named(arguments.only),) if arguments.only else read_policies(told(all_files(), "files read"))
    print(f"Policies read: {len(policies)}.", flush=True)
    if arguments.to_disk:
        written = write_to_disk(outputs(policies, arguments.url), arguments.to_disk)
        print(f"{written} files written to {arguments.to_disk}.")
        return 0
    unproved = [policy.id for policy in told(policies, "policies proved") if not is_proved(policy)]
    if unproved:
        raise BuildError(
            f"Not proved: {', '.join(unproved)}. Run guide check: it says what is wrong and where."
        )
    print("Building the site …", flush=True)
    count = build(
        only=arguments.only,
        url=arguments.url,
        compressed=not arguments.quick,
        builder=arguments.builder,
    )
    new = 0 if arguments.only else _noted()
    if new:
        print(f"{new} new addresses, noted in {PUBLISHED}. Keep that file: it holds what must never vanish.")
    print(f"{count} pages in site/ after {time.monotonic() - began:.1f} s. For your host: site.publish/")
    if arguments.only:
        print(f"{SITE}/ holds {policies[0].name} alone now. {NOT_THE_WHOLE}")
    return 0


def _noted() -> int:
    """How many addresses are new. Raises BuildError where they cannot be noted; the new site stands."""
    try:
        return note(SITE)
    except OSError as error:
        raise BuildError(
            f"The new site stands in {SITE}/, but {PUBLISHED} could not be written: {error.strerror}.\n"
            "That file holds the addresses that must never vanish. Let it be written, then build again."
        ) from error


def check_files(arguments: Namespace) -> int:
    """Every fault and warning of every file, and the proof of each policy without a fault."""
    known = all_files()
    files = [meant(file, known) for file in arguments.files] or known
    checked = check(told(files, "files checked"), arguments.today)
    print("\n".join([*checked.lines, *checked.proofs, checked.totals]))
    return 1 if checked.faults else 0


def ask_helper(arguments: Namespace) -> int:
    """The helper's next question or next step; on stderr which answers nobody asked for."""
    policy = _named(arguments.policy)
    print(ask(policy, arguments.answers, arguments.today, as_json=arguments.json))
    unasked = not_asked(policy, arguments.answers, arguments.today)
    if unasked:
        print(unasked, file=sys.stderr)
    return 0


def begin_file(arguments: Namespace) -> int:
    """Writes the starting file of a new policy."""
    print(write_new(arguments.id, arguments.areas))
    return 0


def compare_versions(arguments: Namespace) -> int:
    """What changed between two versions."""
    print(compare(arguments.old, arguments.new, as_json=arguments.json))
    return 0


def print_schema(arguments: Namespace) -> int:
    """The JSON Schema of a policy file."""
    print(json.dumps(schema(), ensure_ascii=False, indent=1))
    return 0


def take_in_holidays(arguments: Namespace) -> int:
    """Brings the bank holidays up to date."""
    changed = refresh(arguments.file, arguments.taken)
    print("\n".join([*changed, f"{len(changed)} lines changed. Run ./dev test before you keep them."]))
    return 0


def _named(name: str) -> Policy:
    """A policy by its id or file. Raises NoVersion where there is none, PolicyFaults where it is at fault."""
    file = Path(name) if name.endswith((".yaml", ".yml")) else FOLDER / f"{name}.yaml"
    if not file.is_file():
        known = ", ".join(each.stem for each in policy_files())
        raise NoVersion(f"There is no policy '{name}'. The policies are: {known}.")
    return read_policy(file)
