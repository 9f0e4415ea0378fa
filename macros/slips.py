"""Slips of the pen that YAML reports at another place, or not at all: found by looking at the lines."""

import re

LOOKS_LIKE_SPACE = re.compile("^[ -]*\xa0|^[ -]*[\\w-]+:[ ]*\xa0", re.MULTILINE)
NO_SPACE = re.compile(r"^[ -]*([a-z_]+):([^\s/\"'].*)$")
VALUE = re.compile(r"(?:^[ -]*|: +)(?P<sign>[\"'])")


def slip(lines: list[str]) -> str:
    """What may lie behind an error: lines are those up to the one at which YAML stopped."""
    return _no_space(lines[-2:]) or _open_quote(lines)


def _no_space(lines: list[str]) -> str:
    found = [match for line in lines if (match := NO_SPACE.match(line))]
    if not found:
        return ""
    field, value = found[-1].groups()
    return f"Write a space after the colon: “{field}: {value[:40].strip()}”."


def _open_quote(lines: list[str]) -> str:
    """The last line before with a value whose quote sign stands there an odd number of times."""
    for number in range(len(lines), 0, -1):
        line = lines[number - 1]
        if (match := VALUE.search(line)) and line[match.start() :].count(match["sign"]) % 2:
            return f"Perhaps the quote mark that is opened in line {number} is not closed."
    return ""
