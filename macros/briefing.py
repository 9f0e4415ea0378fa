"""What the seven-minute briefing says about records: each duty once, with the stages it holds for."""

from helper.policy import NOT_STATED, Duty, Policy


def duties_to_record(policy: Policy) -> tuple[tuple[str, Duty], ...]:
    """Each duty of the stages, said once, and where it holds: "Every step", "Step 3".

    A duty that holds in one case only says so itself, in `when`.
    """
    held: dict[Duty, list[str]] = {}
    for stage in policy.stages:
        for duty in () if stage.records is NOT_STATED else stage.records:
            held.setdefault(duty, []).append(stage.label)
    every = f"Every {policy.stage_word}"
    found = [(every if len(at) == len(policy.stages) else ", ".join(at), duty) for duty, at in held.items()]
    found.sort(key=lambda each: each[0] != every)
    always = () if policy.always is NOT_STATED else policy.always
    return (*found, *(("", duty) for duty in always if duty.when))
