"""What limits need, what they add up to, and where they can be read in two ways."""

from tests.rules.case import BASE, Case

DISCUSSION = """\
        says: must be held within two working days
        unit: working days
        amount: 2
        counts_from: start of the first stage
        strength: must
"""
SAME_DAY = """\
        says: by 5pm on the same working day
        unit: same working day
        counts_from: start of this stage
        clock: "17:00"
"""
PLAN = """\
        says: should be agreed within a further three working days
        unit: working days
        amount: 3
"""
DECISION = """\
        says: where possible within 48 hours
        unit: hours
        amount: 48
        counts_from: end of the stage before
        or_from: decision_received
        strength: target
"""
THINKING = "    say: I am worried because [your reason].\n    timescales: not stated\n"
NOW = "ring their head of service now because [your reason].\n        timescales: not stated\n"
FIRST_CALL = (
    "[{{what: the call, says: within 2 hours, unit: hours, amount: 2, counts_from: {start}, "
    "strength: must, source: Section 4}}]"
)
ANSWER = "        amount: 10\n        counts_from: decision_received\n"
COVERED = """\
      - talk
      - managers
    what: both stages
    says: must not take more than 5 working days
    unit: working days
    amount: 5
"""
ONE_COVERED = """\
      - managers
    what: the second stage
    says: must not take more than {days} working days
    unit: working days
    amount: {days}
"""
CEILING = "    amount: 5\n    counts_from: start of the first stage\n"


def changed(text: str, old: str, new: str) -> str:
    """A part of the base file with one place of it changed."""
    assert text.count(old) == 1
    return text.replace(old, new)


NOT_ON = "        moves_on: no\n"
CLASSES = BASE[BASE.index("priorities:") : BASE.index("        source: Stage 2\n    records:")]
TWO_CLASSES = (
    changed(
        CLASSES,
        "stages:\n",
        "  - {id: low, name: Low, means: It may wait a day., source: Section 3}\nstages:\n",
    )
    + "        priority: low\n"
)
CALL = "      - what: the managers' call\n"
TIME = (
    Case(
        rule="moves-on",
        old="        unit: at once\n",
        wrong="        unit: at once\n" + NOT_ON,
        right="        unit: words only\n",
        said="101:19: stages[1].timescales[0].moves_on is 'no'. Nothing is counted, so it never passes: leave it out. [moves-on]",
    ),
    Case(
        rule="moves-on",
        old=ANSWER,
        wrong=ANSWER + NOT_ON,
        right=None,
        said="286:19: other_routes[0].timescales[0].moves_on is 'no'. Another route has no stages: leave it out. [moves-on]",
    ),
    Case(
        rule="nothing-moves-on",
        old=DECISION,
        wrong=DECISION + NOT_ON,
        right=DECISION + "        moves_on: yes\n",
        said="181:19: stages[3].timescales[0].moves_on is 'no', as in every limit of the stage. No limit of Stage 3 takes anybody to the next stage, however long it lasts. Leave it out of the limit that decides. [nothing-moves-on]",
    ),
    Case(
        rule="nothing-moves-on-for-one",
        old=CLASSES,
        wrong=changed(TWO_CLASSES, "        priority: high\n", "        priority: high\n" + NOT_ON),
        right=TWO_CLASSES,
        said="137:19: warning: stages[2].timescales[0].moves_on is 'no', as in every limit of the stage for the priority ‘High’. No limit of Stage 2 takes these people to the next stage, however long it lasts. Leave it out of the limit that decides. If none does, ask the partnership what holds for them. [nothing-moves-on-for-one]",
    ),
    Case(
        rule="acknowledgement",
        old=CALL,
        wrong=CALL.replace("the managers' call", "an acknowledgement"),
        right=CALL.replace("the managers' call", "an acknowledgement") + NOT_ON,
        said="129:15: warning: stages[2].timescales[0].what is 'an acknowledgement'. Once it has passed people are sent to the stage after Stage 2, though another limit of the same stage still runs. If an acknowledgement settles nothing, write moves_on: no. If they are to go on, write moves_on: yes. [acknowledgement]",
    ),
    Case(
        rule="amount",
        old=DISCUSSION,
        wrong=changed(DISCUSSION, "        amount: 2\n", ""),
        right=changed(DISCUSSION, "two working days", "one working day").replace("amount: 2", "amount: 1"),
        said="103:9: stages[1].timescales[1].amount is missing. Write amount: and a whole number of working days, from 1. [amount]",
    ),
    Case(
        rule="amount",
        old=SAME_DAY,
        wrong=SAME_DAY + "        amount: 1\n",
        right=None,
        said="134:17: stages[2].timescales[0].amount is 1. Leave it out: “same working day” has none. [amount]",
    ),
    Case(
        rule="counted",
        old=ANSWER,
        wrong="        amount: 10\n",
        right=None,
        said="281:9: other_routes[0].timescales[0].counts_from is missing. Write one of: start of the first stage, end of the stage before, start of this stage, decision_received, not stated. [counted]",
    ),
    Case(
        rule="counted",
        old="        unit: at once\n",
        wrong="        unit: at once\n        counts_from: start of the first stage\n",
        right="        unit: words only\n",
        said="101:22: stages[1].timescales[0].counts_from is there. Leave it out: nothing is counted “at once”. [counted]",
    ),
    Case(
        rule="clock",
        old=SAME_DAY,
        wrong=changed(SAME_DAY, "17:00", "5pm"),
        right=changed(SAME_DAY, "by 5pm", "by 4.30 p.m.").replace("17:00", "16:30"),
        said="133:16: stages[2].timescales[0].clock is '5pm'. Write 17:00. [clock]",
    ),
    Case(
        rule="clock",
        old=SAME_DAY,
        wrong=changed(SAME_DAY, '"17:00"', "9:00"),
        right=changed(SAME_DAY, '"17:00"', "09:00").replace("5pm", "9am"),
        said="133:16: stages[2].timescales[0].clock is '9:00'. Write 09:00. [clock]",
    ),
    Case(
        rule="clock",
        old=DECISION,
        wrong=DECISION + "        clock: 12:00\n",
        right=None,
        said="181:16: stages[3].timescales[0].clock is '12:00'. Leave it out: hours end at a clock time of their own. An hour stands with days alone. [clock]",
    ),
    Case(
        rule="clock",
        old=PLAN,
        wrong=PLAN + "        clock: 00:00\n",
        right=PLAN + "        clock: 12:00\n",
        said="141:16: stages[2].timescales[1].clock is '00:00'. Leave it out: a limit without an hour holds until midnight at the end of its last day. [clock]",
    ),
    Case(
        rule="clock",
        old=PLAN,
        wrong=PLAN + "        also: {unit: hours, amount: 72}\n        clock: 12:00\n",
        right=None,
        said="142:16: stages[2].timescales[1].clock is '12:00'. Leave it out: hours end at a clock time of their own. An hour stands with days alone. [clock]",
        besides=("hours-and-days",),
    ),
    Case(
        rule="clock",
        old="        unit: at once\n",
        wrong="        unit: at once\n        clock: 12:00\n",
        right=None,
        said="101:16: stages[1].timescales[0].clock is '12:00'. Leave it out: “at once” has no day that the hour could be on. [clock]",
    ),
    Case(
        rule="also",
        old=DECISION,
        wrong=DECISION + "        also: {unit: hours, amount: 48}\n",
        right=DECISION + "        also: {unit: days, amount: 2}\n",
        said="181:22: stages[3].timescales[0].also.unit is 'hours'. Write one of: working days, days. [also]",
    ),
    Case(
        rule="or-from",
        old=DECISION,
        wrong=changed(DECISION, "or_from: decision_received", "or_from: end of the stage before"),
        right=changed(DECISION, "        or_from: decision_received\n", ""),
        said="179:18: stages[3].timescales[0].or_from is the same as counts_from. Write the other event, or leave it out. [or-from]",
    ),
    Case(
        rule="stage-before",
        old=NOW,
        wrong=changed(NOW, "not stated", FIRST_CALL.format(start="end of the stage before")),
        right=changed(NOW, "not stated", FIRST_CALL.format(start="start of the first stage")),
        said="211:98: ladders[0].stages[0].timescales[0].counts_from is 'end of the stage before'. The first stage has none before it: write not stated, or start of the first stage. [stage-before]",
    ),
    Case(
        rule="stage-before",
        old=THINKING,
        wrong=changed(THINKING, "not stated", FIRST_CALL.format(start="start of the first stage")),
        right=changed(THINKING, "not stated", FIRST_CALL.format(start="start of this stage")),
        said="77:94: stages[0].timescales[0].counts_from is 'start of the first stage'. The concern is not raised yet: write not stated, or start of this stage. [stage-before]",
    ),
    Case(
        rule="shared-start",
        old=CEILING,
        wrong=changed(CEILING, "start of the first stage", "end of the stage before"),
        right=changed(CEILING, "start of the first stage", "decision_received"),
        said="263:18: budgets[0].counts_from is 'end of the stage before'. A limit for several stages counts from the start of the first: write that, an event, or not stated. [shared-start]",
    ),
    Case(
        rule="shared-start",
        old=ANSWER,
        wrong=changed(ANSWER, "decision_received", "start of the first stage"),
        right=None,
        said="285:22: other_routes[0].timescales[0].counts_from is 'start of the first stage'. Another route has no stages: write the id of an event, or not stated. [shared-start]",
    ),
    Case(
        rule="running-total",
        old=PLAN,
        wrong=PLAN + "        total: 1\n",
        right=PLAN + "        total: 5\n",
        said="141:16: stages[2].timescales[1].total is 1. The limits up to here add up to 5: write 5, or put the amounts right. [running-total]",
    ),
    Case(
        rule="ceiling-too-short",
        old="    says: must not take more than 5 working days\n    unit: working days\n    amount: 5\n",
        wrong="    says: must not take more than 4 working days\n    unit: working days\n    amount: 4\n",
        right="    says: must not take more than 6 working days\n    unit: working days\n    amount: 6\n",
        said="262:13: warning: budgets[0].amount comes to 4 working days, but the stages that it covers come to 5. Compare both with the policy. If the policy has it so, ask the partnership which one holds. The helper shows both and leads with the earlier. [ceiling-too-short]",
    ),
    Case(
        rule="hours-and-days",
        old=DECISION,
        wrong=changed(DECISION, "48 hours", "48 hours (two working days)"),
        right=changed(DECISION, "48 hours", "forty-eight (48) hours"),
        said="175:15: warning: stages[3].timescales[0].says gives hours and days, of which one is counted. Write the second one in also:, or leave it out of the quote if it is for something else. [hours-and-days]",
    ),
    Case(
        rule="hours-and-days",
        old=DECISION,
        wrong=changed(DECISION, "48 hours", "48 hours (two working days)")
        + "        also: {unit: working days, amount: 2}\n",
        right=changed(DECISION, "48 hours", "48 hours (two calendar days)")
        + "        also: {unit: days, amount: 2}\n",
        said="181:15: warning: stages[3].timescales[0].also is 2 working days. Over a weekend the two end on different days. The helper shows both and leads with the earlier. Ask the partnership which one is meant. [hours-and-days]",
    ),
    Case(
        rule="no-start-event",
        old=ANSWER,
        wrong=changed(ANSWER, "decision_received", "not stated"),
        right=None,
        said="285:22: warning: other_routes[0].timescales[0].counts_from is 'not stated'. Look for the event in the policy once more. If there is none, ask the partnership to name one. Until then no date is worked out. [no-start-event]",
    ),
    Case(
        rule="same-day-without-hour",
        old=SAME_DAY,
        wrong=changed(SAME_DAY, '        clock: "17:00"\n', "").replace("by 5pm on", "on"),
        right=changed(SAME_DAY, "by 5pm on", "on").replace("17:00", "12:00"),
        said="131:15: warning: stages[2].timescales[0].unit is 'same working day' without an hour. Write clock: and the hour if the policy names one. If not, ask the partnership what holds late in the afternoon and outside working days. [same-day-without-hour]",
    ),
    Case(
        rule="amount-differs",
        old=PLAN,
        wrong=changed(PLAN, "a further three working days", "a fortnight"),
        right=changed(PLAN, "a further three working days", "three (3) working days (5 days in all)")
        + "        total: 5\n",
        said="140:17: warning: stages[2].timescales[1].amount is 3, but the quote says “should be agreed within a fortnight”. Write the number and the unit that the policy gives. [amount-differs]",
    ),
    Case(
        rule="clock-differs",
        old=SAME_DAY,
        wrong=changed(SAME_DAY, '        clock: "17:00"\n', ""),
        right=changed(SAME_DAY, "by 5pm on", "by 17.00 on"),
        said="129:9: warning: stages[2].timescales[0].clock is missing, but the quote says “by 5pm on the same working day”. Write clock: 17:00. [clock-differs]",
    ),
    Case(
        rule="clock-differs",
        old=SAME_DAY,
        wrong=changed(SAME_DAY, "by 5pm", "by 12 noon"),
        right=changed(SAME_DAY, "by 5pm", "after 4 pm, and no later than 5 p.m."),
        said="133:16: warning: stages[2].timescales[0].clock is '17:00', but the quote says “by 12 noon on the same working day”. Write clock: 12:00. [clock-differs]",
    ),
    Case(
        rule="total-differs",
        old=PLAN,
        wrong=changed(PLAN, "three working days", "three working days (6 working days in total)"),
        right=changed(PLAN, "three working days", "three working days (5 in total)") + "        total: 5\n",
        said="137:9: warning: stages[2].timescales[1].total is missing, but the quote says “should be agreed within a further three working days (6 working days in total)”. Write total: 6. The helper then shows the earlier of the two days. [total-differs]",
    ),
    Case(
        rule="total-differs",
        old=PLAN,
        wrong=changed(PLAN, "three working days", "three working days (4 in total)") + "        total: 5\n",
        right=changed(PLAN, "three working days", "three working days, 5 altogether") + "        total: 5\n",
        said="141:16: warning: stages[2].timescales[1].total is 5, but the quote says “should be agreed within a further three working days (4 in total)”. Write the total that the policy gives. [total-differs]",
    ),
    Case(
        rule="unit-differs",
        old=PLAN,
        wrong=changed(PLAN, "three working days", "3 calendar days"),
        right=changed(PLAN, "unit: working days", "unit: days").replace("three working", "3 calendar"),
        said="139:15: warning: stages[2].timescales[1].unit is 'working days', but the quote says “should be agreed within a further 3 calendar days”. Write unit: days and amount: 3, or quote the words that you count. [unit-differs]",
    ),
    Case(
        rule="unit-differs",
        old=PLAN,
        wrong=changed(PLAN, "unit: working days", "unit: days"),
        right=None,
        said="139:15: warning: stages[2].timescales[1].unit is 'days', but the quote says “should be agreed within a further three working days”. Write unit: working days and amount: 3, or quote the words that you count. [unit-differs]",
    ),
    Case(
        rule="unit-differs",
        old=PLAN,
        wrong=changed(PLAN, "within a further three working days", "on the same working day"),
        right=None,
        said="139:15: warning: stages[2].timescales[1].unit is 'working days', but the quote says “should be agreed on the same working day”. Write unit: same working day, without an amount, or quote the words that you count. [unit-differs]",
    ),
    Case(
        rule="unit-differs",
        old=PLAN,
        wrong=changed(PLAN, "three working days", "three working days (5 calendar days in all)")
        + "        total: 5\n",
        right=changed(PLAN, "three working days", "three working days (5 days in all)")
        + "        total: 5\n",
        said="141:16: warning: stages[2].timescales[1].total is 5, which is counted in working days as the limit is, but the quote says “should be agreed within a further three working days (5 calendar days in all)”. Leave it out, and write it under budgets in its own unit, for the stages up to here. [unit-differs]",
    ),
    Case(
        rule="next-working-day",
        old=PLAN,
        wrong=changed(PLAN, "within a further three working days", "on the next working day").replace(
            "amount: 3", "amount: 1"
        ),
        right=changed(PLAN, "within a further three working days", "on the next working day").replace(
            "unit: working days\n        amount: 3", "unit: next working day"
        ),
        said="139:15: warning: stages[2].timescales[1].unit is 'working days' with amount 1, but the quote says “should be agreed on the next working day”. Write unit: next working day, without an amount: the first working day after the day it starts from. One working day from a Sunday ends on Tuesday. [next-working-day]",
    ),
    Case(
        rule="bare-days",
        old=PLAN,
        wrong=changed(PLAN, "unit: working days", "unit: days").replace("three working", "three"),
        right=changed(PLAN, "unit: working days", "unit: days").replace("three working", "three calendar"),
        said="139:15: warning: stages[2].timescales[1].unit is 'days', as the quote does not say which days. Ask the partnership whether working days are meant. Until then every day is counted, which gives the earlier date. [bare-days]",
    ),
    Case(
        rule="bare-days",
        old=PLAN,
        wrong=changed(PLAN, "three working days", "three days"),
        right=changed(PLAN, "three working days", "three clear working days"),
        said="139:15: warning: stages[2].timescales[1].unit is 'working days', but the quote says only days. Write unit: days, or quote the words that show that working days are meant. [bare-days]",
    ),
    Case(
        rule="may-be-met",
        old=PLAN + "        counts_from: end of the stage before\n",
        wrong=PLAN + "        counts_from: decision_received\n",
        right=None,
        said="129:15: warning: stages[2].timescales[0].what is “the managers’ call”, beside a limit that counts from decision_received. Is it kept once the decision was received, and is that day always after the one it counts from? Then write met_by: decision_received, and the helper stops asking for it once people give that day. Is it something else, such as the end of the stage, or an earlier day? Then leave it. [may-be-met]",
    ),
    Case(
        rule="met-by",
        old=DECISION,
        wrong=DECISION + "        met_by: start of this stage\n",
        right=None,
        said="181:17: stages[3].timescales[0].met_by is 'start of this stage', which shows nothing. Write a day from which another limit of the stage counts (there is none here), or leave it out. [met-by]",
    ),
    Case(
        rule="met-by",
        old=ANSWER,
        wrong=ANSWER + "        met_by: decision_received\n",
        right=None,
        said="286:17: other_routes[0].timescales[0].met_by is 'decision_received'. Only a limit of one stage, with a number to count, is seen to be kept: leave it out. [met-by]",
    ),
    Case(
        rule="same-what",
        old="      - what: the discussion\n",
        wrong="      - what: the first call\n",
        right="      - what: the second call\n",
        said="103:15: warning: stages[1].timescales[1].what is 'the first call' again. Write what is different: what has to happen, who acts, the priority or the case. [same-what]",
    ),
    Case(
        rule="same-what",
        old="      - what: the discussion\n",
        wrong="      - what: The first call\n",
        right="      - what: the first call\n        when: It is after 4 pm\n",
        said="103:15: warning: stages[1].timescales[1].what is 'The first call' again. Write what is different: what has to happen, who acts, the priority or the case. [same-what]",
    ),
    Case(
        rule="target-words",
        old=DECISION,
        wrong=changed(DECISION, "target", "should"),
        right=changed(DECISION, "target", "should").replace("where possible", "should decide"),
        said="180:19: warning: stages[3].timescales[0].strength is 'should'. Write target: the quote says “where possible”. [target-words]",
    ),
    Case(
        rule="target-words",
        old="    says: must not take more than 5 working days\n    unit: working days\n    amount: 5\n"
        "    counts_from: start of the first stage\n    strength: must\n",
        wrong="    says: must not take more than 5 working days\n    unit: working days\n    amount: 5\n"
        "    counts_from: start of the first stage\n    strength: target\n",
        right="    says: 5 working days as a guide\n    unit: working days\n    amount: 5\n"
        "    counts_from: start of the first stage\n    strength: target\n",
        said="264:15: warning: budgets[0].strength is 'target'. Write must, will or should: the quote says “must” and nothing that softens it. [target-words]",
    ),
    Case(
        rule="must-or-should",
        old="        strength: must\n        says: must be recorded on the log\n",
        wrong="        strength: should\n        says: must be recorded on the log\n",
        right="        strength: should\n        says: should be recorded on the log\n",
        said="148:19: warning: stages[2].records[0].strength is 'should'. The quote says “must”: write must. [must-or-should]",
    ),
    Case(
        rule="must-or-should",
        old="        strength: must\n        says: must be recorded on the log\n",
        wrong="        strength: must\n        says: should be recorded on the log\n",
        right="        strength: must\n        says: is to be recorded on the log\n",
        said="148:19: warning: stages[2].records[0].strength is 'must'. The quote says “should”: write should. [must-or-should]",
    ),
    Case(
        rule="must-or-should",
        old=DECISION,
        wrong=changed(DECISION, "target", "may").replace("where possible", "will decide"),
        right=changed(DECISION, "target", "may").replace("where possible", "may decide"),
        said="180:19: warning: stages[3].timescales[0].strength is 'may'. The quote says “will”: write will. [must-or-should]",
    ),
    Case(
        rule="must-or-should",
        old="        strength: must\n        says: must be recorded on the log\n",
        wrong="        strength: may\n        says: must be recorded on the log\n",
        right="        strength: may\n        says: may be recorded on the log\n",
        said="148:19: warning: stages[2].records[0].strength is 'may'. The quote says “must”: write must. [must-or-should]",
    ),
    Case(
        rule="amount",
        old=PLAN,
        wrong=changed(PLAN, "amount: 3", "amount: 0"),
        right=None,
        said="140:17: stages[2].timescales[1].amount is 0. Write amount: and a whole number of working days, from 1. [amount]",
    ),
    Case(
        rule="also",
        old=SAME_DAY,
        wrong=SAME_DAY + "        also: {unit: hours, amount: 4}\n",
        right=None,
        said="134:15: stages[2].timescales[0].also is there. Leave it out: “same working day” has no second unit. [also]",
    ),
    Case(
        rule="or-from",
        old=DECISION,
        wrong=changed(DECISION, "counts_from: end of the stage before", "counts_from: not stated"),
        right=None,
        besides=("no-start-event",),
        said="179:18: stages[3].timescales[0].or_from stands alone. Write the first of the two events in counts_from. [or-from]",
    ),
    Case(
        rule="running-total",
        old=DECISION,
        wrong=changed(DECISION, "or_from: decision_received", "total: 40"),
        right=changed(DECISION, "or_from: decision_received", "total: 96"),
        said="179:16: stages[3].timescales[0].total is 40. The limits up to here add up to at least 48: write 48 or more, or put the amounts right. [running-total]",
    ),
    Case(
        rule="ceiling-too-short",
        old=COVERED,
        wrong=ONE_COVERED.format(days=2),
        right=ONE_COVERED.format(days=3),
        said="261:13: warning: budgets[0].amount comes to 2 working days, but the stages that it covers come to 3. Compare both with the policy. If the policy has it so, ask the partnership which one holds. The helper shows both and leads with the earlier. [ceiling-too-short]",
    ),
)
