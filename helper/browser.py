"""The helper as the browser calls it: JSON text in, JSON text out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from helper.asking import AnswerError
from helper.decide import Decider, Question
from helper.plain import read, to_plain
from helper.policy import Policy
from helper.working_days import CalendarError


@dataclass(frozen=True)
class Engine:
    """Answers for one policy."""

    decider: Decider

    def answer(self, request: str) -> str:
        """The reply to `{"answers": {…}, "today": "2026-11-21"}`.

        A Question or a NextStep, or `{"type": "error", "question": …, "text": …}` for an answer
        that is not allowed and for a day outside the calendar, where question is the id of the date
        question answered last, empty if there is none.
        """
        asked = json.loads(request)
        answers, today = asked["answers"], date.fromisoformat(asked["today"])
        try:
            reply = to_plain(self.decider.decide(answers, today))
        except AnswerError as error:
            reply = _error(error.question, error)
        except CalendarError as error:
            reply = _error(_last_date(self.decider, answers, today), error)
        return json.dumps(reply, ensure_ascii=False)


def load(policy: str) -> Engine:
    """The engine for a policy as `/api/v1/<policy>.json` has it."""
    return Engine(Decider(read(Policy, json.loads(policy))))


def _error(question: str, error: ValueError) -> dict[str, str]:
    return {"type": "error", "question": question, "text": str(error)}


def _last_date(decider: Decider, answers: Mapping[str, str], today: date) -> str:
    """Found by taking answers away from the end until a question for a day comes back."""
    left = dict(answers)
    for id_ in [entry.id for entry in reversed(decider.entries) if entry.id in answers]:
        del left[id_]
        try:
            shown = decider.decide(left, today)
        except CalendarError:
            continue
        if isinstance(shown, Question) and shown.kind == "date":
            return shown.id
    return ""
