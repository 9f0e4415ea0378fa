"""What is said of a file that is no plain text or no YAML: where, what is there, what to write instead."""

from pathlib import Path

from helper.hidden import BREAKS, in_words, is_hidden
from macros.slips import LOOKS_LIKE_SPACE
from macros.source import Mark

LARGEST = 131_072

ADVICE = (
    "Write fields as “name: value”, lists with “- ”, two spaces for each level, "
    "and text with “: ” in it in double quotes."
)
NO_BREAK = "there is a non-breaking space (U+00A0), which YAML takes for a letter. Write a plain space."
ONLY_NOTES = (
    "the file is empty but for notes: every line begins with #. "
    "Take the # away from the fields, or delete the file, then run ./dev new {}."
)
OPEN = "a quote mark or a bracket is opened and not closed before this place."
CROOKED = (
    "this line does not fit the ones above it. Look at its indentation (two spaces for each level), "
    "for a missing “:” and for text after a closing quote mark."
)
STUMBLES = (
    ("alphabetic or numeric character", "a text begins with * or &. Put the text in double quotes."),
    (
        "mapping values are not allowed",
        "there is “: ” inside a text, or this line is indented too far. "
        "Put the text in double quotes, or move the line to its level.",
    ),
    ("end of stream", OPEN),
    ("expected ',' or", OPEN),
    ("did not find expected", CROOKED),
    ("could not find expected", CROOKED),
)


class Unreadable(ValueError):
    """The file is no YAML that we read. mark: line and column, counted from 1."""

    def __init__(self, mark: Mark, said: str) -> None:
        super().__init__(said)
        self.mark = mark


def text_of(file: Path) -> str:
    """The text of a file, its lines ended by \n. Raises Unreadable for what is no plain text in UTF-8."""
    raw = _raw(file)
    try:
        text = _decoded(raw)
    except UnicodeDecodeError as error:
        before = _decoded(raw[: error.start])
        raise Unreadable(end_of(before), "this is not UTF-8. Save the file as UTF-8.") from None
    if not text.replace("\n", "").isprintable():
        _refuse_hidden(text)
    if found := LOOKS_LIKE_SPACE.search(text):
        raise Unreadable(end_of(text[: found.end() - 1]), NO_BREAK)
    if not text.strip():
        raise Unreadable((1, 1), f"the file is empty. Delete it, then run ./dev new {file.stem}.")
    if all(line[:1] in ("", "#") for line in map(str.lstrip, text.split("\n"))):
        raise Unreadable((1, 1), ONLY_NOTES.format(file.stem))
    return text


def end_of(text: str) -> Mark:
    """The line and column behind the last character."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def in_plain_words(problem: str, begins: str) -> str:
    """What YAML stumbles over, as somebody who never met YAML can mend it. begins: the character there."""
    if "cannot start any token" in problem:
        return f"a text begins with {begins}. Put the text in double quotes."
    found = [said for part, said in STUMBLES if part in problem]
    return found[0] if found else f"YAML stops here: {problem}. {ADVICE}"


def _raw(file: Path) -> bytes:
    """What is in the file; of one that is too large only the size is looked at."""
    try:
        with file.open("rb") as opened:
            raw = opened.read(LARGEST + 1)
    except OSError as error:
        said = f"the file cannot be read: {error.strerror}. Name a policy file."
        raise Unreadable((1, 1), said) from None
    if len(raw) > LARGEST:
        size = file.stat().st_size
        raise Unreadable((1, 1), f"the file has {size:,} bytes. Write at most {LARGEST:,}.")
    return raw


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _refuse_hidden(text: str) -> None:
    signs = [sign for sign in set(text) if is_hidden(sign) or sign in BREAKS]
    for sign in sorted(signs, key=text.index)[:1]:
        raise Unreadable(end_of(text[: text.index(sign)]), _said_of(sign, text.count(sign)))


def _said_of(sign: str, times: int) -> str:
    first = f", the first of {times:,}" if times > 1 else ""
    if sign == "\t":
        return f"there is a tab{first}. Write spaces in its place."
    if sign == "\0":
        return f"there is a NUL byte{first}. Save the file as plain text."
    return f"there is {in_words(sign)}{first}. Delete it."
