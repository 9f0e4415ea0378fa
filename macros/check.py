"""What `guide check` finds: faults and warnings of every file, and the proof of what has no fault."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from helper.faults import Fault
from helper.policy import Policy
from macros.cache import cached
from macros.glossary import SHORT_FORMS
from macros.makers import with_makers
from macros.policies import PolicyFile, placed_line, read_file
from macros.proof import proof_line, prove
from macros.proof.coverage import untried
from macros.proof.scenarios import not_asked, scenario_faults
from macros.rules import GROUPS, warnings
from macros.source import Mark

POLICIES = 2000
"""Of how many policies it is remembered that they are proved."""
YES = b"yes"


@dataclass(frozen=True, kw_only=True)
class TriedOut:
    """What came out when the helper went through a policy. proof: a line with its numbers."""

    faults: tuple[Fault, ...]
    proof: str
    warnings: tuple[Fault, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Checked:
    """policies: those without a fault; proofs: of each a line. lines: file by file, in reading order."""

    policies: tuple[Policy, ...]
    proofs: tuple[str, ...]
    lines: tuple[str, ...]
    faults: int
    warnings: int

    @property
    def totals(self) -> str:
        """2 policies in order, 1 fault, 3 warnings."""
        policies = _number(len(self.policies), "policy", "policies")
        faults = _number(self.faults, "fault", "faults")
        return f"{policies} in order, {faults}, {_number(self.warnings, 'warning', 'warnings')}."


def try_out(policy: Policy) -> TriedOut:
    """Asks the helper every scenario and goes every way through the policy."""
    proof, faults = prove(policy), tuple(scenario_faults(policy))
    unasked = () if faults else not_asked(policy)
    return TriedOut(
        faults=(*faults, *proof.faults),
        proof=proof_line(proof),
        warnings=(*unasked, *untried(policy, proof.graph)),
    )


def is_proved(policy: Policy) -> bool:
    """Whether every situation and every way ends as it should; gone through once, then remembered."""
    proved = cached("proofs", with_makers(policy), lambda: _yes(try_out(policy)), keep=POLICIES)
    return proved == YES


def check(files: Iterable[Path], today: date, tried: Callable[[Policy], TriedOut] = try_out) -> Checked:
    """Everything that is wrong or worth a thought, of every file at once."""
    found = [_look(file, today, tried) for file in files]
    return Checked(
        policies=tuple(policy for each in found for policy in each.policies),
        proofs=tuple(proof for each in found for proof in each.proofs),
        lines=tuple(line for each in found for line in each.lines),
        faults=sum(each.faults for each in found),
        warnings=sum(each.warnings for each in found),
    )


def rules_values() -> dict[str, object]:
    """What the page of the check prints: every rule, and the short forms that need no meaning."""
    return {"groups": GROUPS, "glossary": sorted(SHORT_FORMS.items())}


def _yes(out: TriedOut) -> bytes:
    return b"" if out.faults else YES


def _look(file: Path, today: date, tried: Callable[[Policy], TriedOut]) -> Checked:
    """What is found in one file."""
    found = read_file(file)
    out = tried(found.policy) if found.policy and not found.faults else None
    wrong = [*found.faults, *_placed(found, out.faults if out else ())]
    seen = warnings(found.policy, today) if found.policy else []
    doubtful = _placed(found, [*seen, *(out.warnings if out else ())], warning=True)
    return Checked(
        policies=(found.policy,) if found.policy and not wrong else (),
        proofs=(out.proof,) if out else (),
        lines=tuple(line for _, line in sorted([*wrong, *doubtful])),
        faults=len(wrong),
        warnings=len(doubtful),
    )


def _placed(found: PolicyFile, faults: Iterable[Fault], *, warning: bool = False) -> list[tuple[Mark, str]]:
    if found.source is None:
        return []
    return [placed_line(found.source, fault, warning=warning) for fault in faults]


def _number(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"
