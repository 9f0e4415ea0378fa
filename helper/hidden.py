"""Characters that nobody sees: some turn the text around them back to front, so they are refused.

Spaces of any width are none of them. Neither are the two joiners: some languages cannot be spelt
without them.
"""

JOINERS = "\u200c\u200d"
BREAKS = "\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"  # spaces to us, but a line may end there to others
TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def is_hidden(sign: str) -> bool:
    """Whether nobody would see this character."""
    return not (sign.isprintable() or sign.isspace() or sign in JOINERS)


def first_hidden(text: str) -> str:
    """The first hidden character of a text; empty where there is none."""
    return "" if text.isprintable() else next(filter(is_hidden, text), "")


def in_words(sign: str) -> str:
    """A hidden character, so that its owner knows what it does."""
    turns = " that turns text around" if sign in TURNING else ""
    return f"a hidden character{turns} ({_code(sign)})"


def made_visible(text: str, *, kept: str = JOINERS) -> str:
    """The text with the code of each hidden character in its place: a(U+202E)b."""
    if text.isprintable():
        return text
    return "".join(sign if sign in kept or sign.isspace() else _printed(sign) for sign in text)


def _printed(sign: str) -> str:
    return sign if sign.isprintable() else f"({_code(sign)})"


def _code(sign: str) -> str:
    return f"U+{ord(sign):04X}"
