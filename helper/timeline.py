"""The whole ladder as a list with "you are here" and every date."""

from dataclasses import dataclass
from datetime import date

from helper.dates import DayInWords, in_words
from helper.due import Due
from helper.due_words import each_priority, in_time
from helper.fixed_words import Power, Silent
from helper.ladder import Rung
from helper.limit_row import in_its_case
from helper.moment import END_OF_DAY
from helper.one_area import may_come
from helper.place import Place
from helper.policy import Policy
from helper.situation import Situation
from helper.stage import Stage
from helper.starts import ENDED as ENDED_ON
from helper.vocabulary import title

ENDED = {
    "agreed": "Ended in agreement",
    "not_agreed": "Ended without agreement",
    "no_answer": "No answer in time",
    "waiting": "Not settled in time",
}
BEFORE_DAY = {"done": "limit was", "ahead": "at the latest by"}
FIXED = {"here": "You are here", "left_out": "Not used"}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One stage in the list.

    label, title: Step 2, and with its name. status: done, here, ahead or left_out, with its words
    in said. last_day: of its limit; of a stage of which the end is known, that day. by: the word
    before the date. limit: the time limit in words, for where there is no date. note: what to know
    about the stage.
    """

    stage: str
    label: str
    title: str
    status: str
    said: str
    by: str
    last_day: date | None
    last_day_in_words: DayInWords | None
    clock: str
    limit: str
    note: str


def timeline(place: Place) -> tuple[Entry, ...]:
    """Every stage of the ladder, with where the practitioner is."""
    return tuple(_entry(place, rung) for rung in place.rungs)


def _entry(place: Place, rung: Rung) -> Entry:
    stage, status, ended = place.policy.ladder[rung.index], _status(place, rung), _ended(place, rung)
    agreed = place.now.result == "agreed" and status == "ahead"
    day = ended or (None if agreed else _last_day(rung, status))
    return Entry(
        stage=stage.id,
        label=stage.short_title,
        title=title(stage),
        status=status,
        said=_said(place.now, rung.index, status),
        by="ended on" if ended else _by(place, day, status),
        last_day=day,
        last_day_in_words=in_words(day) if day else None,
        limit=_limit(rung),
        clock="" if ended else _clock(rung, day, status),
        note=" ".join([*_note(stage), *_of_one_area(place.policy, stage), *_still_open(place, rung)]),
    )


def _last_day(rung: Rung, status: str) -> date | None:
    """Of its own limit, or of a shared one that ends before it; none where it was for one priority."""
    if status == "done":
        return rung.last_day if len({each.priority for each in rung.own if each.ends_stage}) == 1 else None
    days = (rung.last_day, *(each.last_day for each in _binding(rung)))
    return min(filter(None, days)) if rung.last_day else None


def _binding(rung: Rung) -> list[Due]:
    """The shared limits that may still end the stage before its own does."""
    return [each for each in rung.shared if each.binds and not each.passed]


def _ended(place: Place, rung: Rung) -> date | None:
    """The day on which the stage before the one that counts now really ended, where that is known."""
    now = place.now
    before = [each.index for each in place.rungs if each.used and each.index < now.target]
    return now.days[ENDED_ON].day if ENDED_ON in now.days and rung.index == before[-1] else None


def _clock(rung: Rung, day: date | None, status: str) -> str:
    """The clock time by which its last day ends, where it is not the whole day."""
    shared = [] if status == "done" else _binding(rung)
    ending = (*(each for each in rung.own if each.ends_stage), *shared)
    first = min((each.clock or END_OF_DAY for each in ending if each.last_day == day), default="")
    return first.replace(END_OF_DAY, "")


def _note(stage: Stage) -> list[str]:
    """What to know about a stage before one comes to it."""
    only_if = [f"Not always used: “{stage.only_if.says}”."] if stage.only_if else []
    return [*only_if, *([stage.ends.does] if stage.ends else [])]


def _of_one_area(policy: Policy, stage: Stage) -> list[str]:
    """What comes after it in one area alone, where nobody has said which area it is."""
    return [f"In {area}, {added.called} comes next." for area, added in may_come(policy, (stage,))]


def _still_open(place: Place, rung: Rung) -> list[str]:
    """That the time of a stage that was left may not be over in one case."""
    own = [each for each in place.still_open if each in rung.own]
    return [in_its_case(each, place.today) for each in own]


def _by(place: Place, day: date | None, status: str) -> str:
    """The words before a day: of a stage that is over it was its limit, of one ahead it is the latest.

    While it is only thought over, those ahead are for raising it today and so not the latest.
    """
    if day is None:
        return ""
    if place.today and day < place.today:
        return "was due"
    if status == "done" and place.today:
        return "limit is"
    if status == "here" and place.loud and place.loud.unchecked and day == place.loud.last_day:
        return BEFORE_DAY["ahead"]
    if status == "ahead" and place.stage.before_raising:
        return "by"
    return BEFORE_DAY.get(status, "by")


def _status(place: Place, rung: Rung) -> str:
    if not rung.used:
        return "left_out"
    if rung.index == place.here and place.now.result != "agreed":
        return "here"
    return "done" if rung.index < place.here else "ahead"


def _said(now: Situation, index: int, status: str) -> str:
    if status in FIXED:
        return FIXED[status]
    if status == "ahead":
        return "Not needed after agreement" if now.result == "agreed" else ""
    stage = now.policy.ladder[index]
    if index != now.reached:
        return "Not always used" if stage.only_if else "Done"
    ends = stage.ends
    if ends and ends.power is Power.DECIDES and now.result in ("agreed", "not_agreed"):
        return "Has decided"
    if now.result == "no_answer" and _silence_counts(now):
        return "No answer in time: by this policy, not agreed"
    return ENDED.get(now.result or "", "")


def _silence_counts(now: Situation) -> bool:
    """Whether the policy says that no answer counts as no agreement."""
    return not isinstance(now.policy.silence, Silent) and now.policy.silence.not_agreed is True


def _limit(rung: Rung) -> str:
    if not rung.used:
        return ""
    own = [each for each in rung.own if each.limit and each.moves_on and not (each.when or each.met)]
    if own and own[0].priority:
        return each_priority([each for each in own if each.priority])
    if own:
        return " ".join(in_time(own[0]))
    if any(each.when and each.limit for each in rung.own):
        return "a limit in one case only"
    words = [each.says for each in rung.own if not (each.limit or each.when)]
    if words:
        return f"“{words[0]}”"
    return "no limit of its own" if rung.shared else "no time limit stated"
