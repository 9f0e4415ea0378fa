"""What the seven-minute briefing says to record and to tell: each duty once, with the stages it holds for."""

from helper.facts import Duty
from helper.fixed_words import stated
from helper.policy import Policy
from helper.vocabulary import listed


def duties_to_record(policy: Policy) -> tuple[tuple[str, Duty], ...]:
    """Each record and message of the stages, said once, and where it holds: "Every step", "Step 3".

    A duty that holds in one case only says so itself, in `when`. Where no stage has any, what holds
    always stands here.
    """
    held: dict[Duty, list[str]] = {}
    for stage in policy.ladder:
        records = stated(stage.records)
        for duty in (*records, *stage.tells):
            held.setdefault(duty, []).append(stage.short_title)
    every = f"Every {policy.stage_word}"
    found = [(every if len(at) == len(policy.ladder) else listed(at), duty) for duty, at in held.items()]
    found.sort(key=lambda each: each[0] != every)
    always = stated(policy.always)
    return (*found, *(("", duty) for duty in always if duty.when or not found))
