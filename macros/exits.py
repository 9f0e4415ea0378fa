"""The ways out of a stage: across when it is settled, down when it is not."""

from dataclasses import dataclass, replace

from helper.fixed_words import Silent, stated
from helper.policy import Policy
from helper.stage import Gate, Stage
from helper.vocabulary import upper_first
from macros.limits import Rung, rungs


@dataclass(frozen=True, kw_only=True)
class Exits:
    """across: what leads out, end: what is to do then, empty where the policy asks for nothing.

    down: what leads on, empty at the last stage. refused: what is to do where the stage may not
    begin; empty where nobody decides that.
    """

    across: str
    end: str
    down: str = ""
    refused: str = ""


def all_exits(policy: Policy) -> dict[str, Exits]:
    """The ways out of every stage, by its id."""
    return {rung.stage.id: exits(policy, rung) for rung in rungs(policy)}


def exits(policy: Policy, rung: Rung) -> Exits:
    """Silence leads down only where the policy says that it counts as no agreement."""
    return replace(_ways(policy, rung), refused=_refused(rung.stage.gate))


def _refused(gate: Gate | None) -> str:
    if gate is None:
        return ""
    return "The policy does not say what then." if isinstance(gate.if_refused, Silent) else gate.if_refused


def _ways(policy: Policy, rung: Rung) -> Exits:
    if rung.last:
        return _last(rung.stage)
    if rung.stage.before_raising:
        return Exits(across="Settled", end="There is nothing to raise.", down="Still worried")
    silent = getattr(policy.silence, "not_agreed", False) is True
    down = "Not agreed, or no answer" if silent else "Not agreed"
    return Exits(across="Agreed", end=_record(rung.stage), down=down)


def _record(stage: Stage) -> str:
    """That the policy asks for a record; none of our own advice where it does not."""
    records = stated(stage.records)
    return "Record it as the policy asks." if any(not each.when for each in records) else ""


def _last(stage: Stage) -> Exits:
    ends = stage.ends
    if ends is None:
        return Exits(across="Ended", end="The policy does not say how it ends.")
    if ends.binding is True:
        return Exits(across="Final and binding", end=_record(stage))
    said = "It is not binding." if ends.binding is False else "Not stated whether it is binding."
    across = "Ended" if isinstance(ends.power, Silent) else upper_first(ends.power.value)
    return Exits(across=across, end=said)
