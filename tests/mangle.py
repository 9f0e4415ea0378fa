"""Policy files mangled in every way that a hand, an editor or an attacker might; one number, one file."""

import re
from collections.abc import Callable
from random import Random

from tests.conftest import ALL_FILES, ROOT

README = (ROOT / "policies" / "README.md").read_text("utf-8")
SOUND = (
    *(file.read_text("utf-8") for file in ALL_FILES),
    *re.findall(r"^```yaml\n(name: .*?)^```$", README, re.M | re.S),
)
TOKENS = (
    *("&a ", "*a", "&a [*a]", "!!python/object:os.system ", "!", "<<: *a", "<<: {a: b}", "---\n", "...\n"),
    *("%YAML 1.3\n", "\t", "\0", "\r", "\r\n", "\n", "\n\n", "\x1b[2J", "\x7f", "\x85", "\u2028", "\u2029"),
    *(": ", " #", "#", "- ", "? ", "|", ">", "|2-\n", "@", "`", "%", "'", '"', '""', "[", "]", "{", "}", ","),
    *("\ufeff", "\u202e", "\u2066", "\u200f", "\u061c", "\u00ad", "\u200d", "\ufffe", "\U000e0041", "\xa0"),
    *(
        "\\u202e",
        "\\0",
        "\\ud800",
        "\\",
        "e\u0301",
        "ﷺ",
        "👩‍👩‍👧",
        "<script>",
        "{{ 7 * 7 }}",
        "{% raw %}",
        "[a](b)",
    ),
)
VALUES = (
    *(
        "",
        "~",
        "null",
        "yes",
        "no",
        "true",
        "not stated",
        "does not apply",
        "all stages",
        "unknown",
        "FILL IN",
    ),
    *(
        "0",
        "1",
        "-1",
        "3",
        "999",
        "1000",
        "9" * 400,
        "1e9",
        "0x10",
        "17:00",
        "٣",
        "²",
        "½",
        "1.5",
        "NaN",
        "inf",
    ),
    *("2026-11-21", "9999-99-99", "0000-00-00", "9999-12-31", "2026-02-30", "２０２６-11-21", "21/11/2026"),
    *(
        "[]",
        "{}",
        "[a, b]",
        "{a: b}",
        "[[]]",
        "{? [a]: b}",
        '"a: b"',
        "'it''s'",
        '"\\u202e"',
        '"\\ud800"',
        "''",
    ),
    *(
        "working days",
        "hours",
        "same working day",
        "next working day",
        "end of the stage before",
        "must",
        "yours",
        "scotland",
    ),
    *("immediate_danger", "emergency", "not_raised", "../../etc/passwd", "https://example.org/", "a" * 5000),
)
BOMBS = (
    "[" * 10_000,
    "{" * 10_000,
    "a: " * 3_000,
    "- " * 10_000,
    "? " * 10_000,
    "[" * 5_000 + "]" * 5_000,
    "&a [*a,*a]\n" * 200,
    "\n".join(f"b{n}: &b{n} [*b{n - 1}, *b{n - 1}]" for n in range(1, 40)),
    "a: 1\n" * 10_000,
    "x" * 100_000,
    "- a\n" * 20_000,
    "[" + "a," * 50_000 + "]",
)
TOO_LARGE = 10_000_000
FIELD = re.compile(r"^( *(?:- )?[a-z_]+:) .*$", re.M)
BREAKS = ("\r\n", "\r", "\u2028", "\n\n")
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "utf-8-sig", "utf-7")

Change = Callable[[Random, str], str]


def mangled(seed: int) -> bytes:
    """The file of this number, always the same."""
    random = Random(seed)
    text = random.choice(SOUND)
    for _ in range(random.choice((0, 1, 1, 1, 2, 3, 8))):
        text = random.choice(CHANGES)(random, text)
    if not random.randrange(40):
        text = random.choice(RARE)(random, text)
    raw = text.encode("utf-8", "surrogatepass")
    return raw if random.randrange(30) else _other_bytes(random, text, raw)


def _cut_lines(random: Random, text: str) -> str:
    lines = text.split("\n")
    first = random.randrange(len(lines))
    del lines[first : first + random.choice((1, 1, 2, 10))]
    return "\n".join(lines)


def _cut_short(random: Random, text: str) -> str:
    return text[: random.randrange(len(text) + 1)]


def _swap_lines(random: Random, text: str) -> str:
    lines = text.split("\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _repeat_lines(random: Random, text: str) -> str:
    lines = text.split("\n")
    first = random.randrange(len(lines))
    part = lines[first : first + random.choice((1, 1, 5, 40))]
    at = random.choice((first, random.randrange(len(lines))))
    return "\n".join([*lines[:at], *part, *lines[at:]])


def _move_in(random: Random, text: str) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    lines[at] = random.choice(
        (" " + lines[at], "  " + lines[at], "\t" + lines[at], lines[at][1:], lines[at].strip())
    )
    return "\n".join(lines)


def _unquote(random: Random, text: str) -> str:
    return text.replace(random.choice("\"'[]{}:-"), "", random.choice((1, 5, 1000)))


def _put_in(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(TOKENS) + text[at:]


def _put_before_a_value(random: Random, text: str) -> str:
    return _at_a_field(
        random, text, lambda field: f"{field[1]} {random.choice(TOKENS)}{field[0][len(field[1]) + 1 :]}"
    )


def _other_value(random: Random, text: str) -> str:
    return _at_a_field(random, text, lambda field: f"{field[1]} {random.choice(VALUES)}")


def _other_name(random: Random, text: str) -> str:
    name = random.choice(FIELD.findall(text) or ["a:"]).strip(" -")
    return _at_a_field(random, text, lambda field: re.sub("[a-z_]+:", name, field[0], count=1))


def _drop_a_sign(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + text[at + 1 :]


def _from_another(random: Random, text: str) -> str:
    other = random.choice(SOUND).split("\n")
    first = random.randrange(len(other))
    lines = text.split("\n")
    at = random.randrange(len(lines))
    return "\n".join([*lines[:at], *other[first : first + 20], *lines[at:]])


def _other_breaks(random: Random, text: str) -> str:
    return text.replace("\n", random.choice(BREAKS))


def _bomb(random: Random, text: str) -> str:
    bomb = random.choice(BOMBS)
    return random.choice((bomb, f"{text}\nx: {bomb}", f"name: {bomb}\n{text}", f"{bomb}\n{text}"))


def _one_part_many_times(random: Random, text: str) -> str:
    lines = text.split("\n")
    first = random.randrange(len(lines))
    part = lines[first : first + random.randrange(1, 60)]
    return "\n".join([*lines[:first], *(part * random.randrange(2, 300)), *lines[first:]])


def _much_too_long(random: Random, text: str) -> str:
    return random.choice((text * 200, "x" * TOO_LARGE, f"{text}\nname: {'y' * TOO_LARGE}"))


def _at_a_field(random: Random, text: str, change: Callable[[re.Match[str]], str]) -> str:
    fields = list(FIELD.finditer(text))
    if not fields:
        return text
    field = random.choice(fields)
    return text[: field.start()] + change(field) + text[field.end() :]


def _other_bytes(random: Random, text: str, raw: bytes) -> bytes:
    """The file in another encoding, or with bytes in it that no encoding has."""
    if random.randrange(2):
        return text.encode(random.choice(ENCODINGS), "replace")
    at = random.randrange(len(raw) + 1)
    return (
        raw[:at] + random.choice((b"\xff", b"\xed\xa0\x80", b"\xc3", b"\0", random.randbytes(8))) + raw[at:]
    )


CHANGES: tuple[Change, ...] = (
    *(_cut_lines, _cut_short, _swap_lines, _repeat_lines, _move_in, _unquote, _put_in, _drop_a_sign),
    *(_put_before_a_value, _put_before_a_value, _other_name, _from_another, _other_breaks),
    *(_other_value, _other_value, _other_value, _other_value),
)
RARE: tuple[Change, ...] = (_bomb, _bomb, _bomb, _one_part_many_times, _much_too_long)
