"""Clock times as a policy's words give them: "by noon", "before 4.30 pm", "by 17:00"."""

import re
from collections.abc import Iterator

from macros.rules.numbers import NUMBERS

NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
NOON, LAST_HOUR = 12, 23
IN_WORDS = "|".join(word for word, number in NUMBERS.items() if number <= NOON and word not in ("a", "an"))
TIME = re.compile(
    rf"(?<![\d.:])(?:(?:12(?:[:.]00)? )?(?P<named>{'|'.join(NAMED)})\b"
    rf"|\b(?P<hour>\d\d?|{IN_WORDS})(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])\.? ?m\b"
    r"|(?P<of_24>[01]?\d|2[0-3]):(?P<past>[0-5]\d)(?!\d)"
    r"|(?P<written>(?:[01]\d|2[0-3])(?:\.[0-5]\d\b(?!\.\d)|[0-5]\d(?= ?h(?:(?:ou)?rs)?\b))))",
    re.IGNORECASE,
)
UNTIL = re.compile(
    r"(?:\b(?:by|before|until|till|(?:no|not) later than)(?: (?:the|latest|about|around))*"
    r"|\b(?:end|close) of (?:(?:the|that|same|next|following|working|business|day|play)\b ?)+,?) ?\(?$",
    re.IGNORECASE,
)
AT_THE_LATEST = re.compile(r"\.?,? at the latest", re.IGNORECASE)
CLAUSE = re.compile(r"[,;:()]|\. ")
CASE = re.compile(
    r"\b(?:if(?! (?:at all |it is )?(?:possible|practicable))|when|unless|once)\b"
    r"|(?<!\bbe )\b(?:raised|received|reported|made|submitted|referred|notified)\b",
    re.IGNORECASE,
)


def said_times(words: str) -> list[str]:
    """Every clock time in a policy's words, as 17:00: "9 am to 5 pm" has two."""
    return [time for time, _ in _times(words)]


def said_deadlines(words: str) -> list[str]:
    """Those by which something has to be done; "after 4 pm" and "if raised before 4 pm" are none."""
    return [
        time for time, found in _times(words) if _is_deadline(words[: found.start()], words[found.end() :])
    ]


def _times(words: str) -> Iterator[tuple[str, re.Match[str]]]:
    for found in TIME.finditer(words):
        if time := _in_figures(found):
            yield time, found


def _in_figures(found: re.Match[str]) -> str:
    """A clock time as 17:00; empty for what no clock shows, such as 25 pm."""
    if found["named"]:
        return NAMED[found["named"].lower()]
    if found["written"]:
        return f"{found['written'][:2]}:{found['written'][-2:]}"
    if found["of_24"]:
        return f"{found['of_24']:0>2}:{found['past']}"
    hour = _hour(found["hour"].lower(), found["half"].lower())
    return f"{hour:02}:{found['minute'] or '00'}" if hour <= LAST_HOUR else ""


def _hour(said: str, half: str) -> int:
    hour = int(said) if said.isdecimal() else NUMBERS[said]
    return hour if hour > NOON else hour % NOON + (NOON if half == "p" else 0)


def _is_deadline(before: str, after: str) -> bool:
    clause = CLAUSE.split(UNTIL.sub("", before))[-1]
    return bool(UNTIL.search(before) or AT_THE_LATEST.match(after)) and not CASE.search(clause)
