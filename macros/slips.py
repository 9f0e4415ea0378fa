"""Slips of the pen that YAML reports at another place, or not at all: found by looking at the lines."""

import re

LOOKS_LIKE_SPACE = re.compile("^[ -]*\xa0|^[ -]*[\\w-]+:[ ]*\xa0", re.MULTILINE)
NO_SPACE = re.compile(r"^[ -]*([a-z_]+):([^\s/\"'].*)$")
MARKED = re.compile(r"^[ -]*(?:\w+: +)?([*&])")
VALUE = re.compile(r"(?:^[ -]*|: +)(?P<sign>[\"'])")


def marked(lines: list[str]) -> str:
    """That a text begins with * or &, which YAML takes for more than a letter: in the line at which it
    stopped, or in the one above if that goes on there. lines: those up to that one."""
    last = lines[-2:] if ":" not in lines[-1] else lines[-1:]
    signs = [match[1] for line in last if (match := MARKED.match(line))]
    return f"a text begins with {signs[-1]}. Put the text in double quotes." if signs else ""


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
