"""Links the first use of each term of the glossary, in running text, to what it means."""

import re
from functools import lru_cache

from macros.glossary import TERMS

GLOSSARY = "about/glossary/"
TOKEN = re.compile(r"<[^>]+>|[^<]+")
NAME = re.compile(r"<(\w+)")
VOID = frozenset(["br", "hr", "img", "input", "link", "meta", "source", "wbr"])
LABELS = "b button caption dt h1 h2 h3 h4 label legend strong summary th"
ELSEWHERE = "a aside blockquote code nav pre q template"
CLOSED = frozenset(f"{LABELS} {ELSEWHERE}".split())
"""Where no link is set: labels, headings, what is linked already, the words of others."""
CLOSED_CLASSES = re.compile(r'class="[^"]*\beg-(?:card|flow|harm|limit|panel|quote|signing|source|stamp)')
"""Nor in a quotation, nor where somebody has to act at once and must not be led away."""
BY_FORM = {
    form.casefold(): term
    for term in TERMS
    for form in filter(None, (term.name, term.short, *term.also))
}  # fmt: skip
FORMS = re.compile(
    rf"(?<![\w’-])(?:{'|'.join(map(re.escape, sorted(BY_FORM, key=len, reverse=True)))})s?(?![\w-])", re.I
)


def with_terms(html: str, root: str) -> str:
    """The page with its terms linked. html: of our own templates, where each element is closed.

    root: the way to the site's own root.
    """
    linker = _Linker(f"{root}{GLOSSARY}")
    closed: list[bool] = [False]
    return "".join(_token(token, closed, linker) for token in TOKEN.findall(html))


def _token(token: str, closed: list[bool], linker: "_Linker") -> str:
    """One tag, or one text, linked if none of the elements around it is closed to links."""
    if token.startswith("</"):
        closed.pop()
    elif name := NAME.match(token):
        if name[1] not in VOID:
            closed.append(closed[-1] or name[1] in CLOSED or bool(CLOSED_CLASSES.search(token)))
    elif not closed[-1] and _has_term(token):
        return FORMS.sub(linker, token)
    return token


@lru_cache(maxsize=2048)
def _has_term(text: str) -> bool:
    """Most texts stand on several pages, and have none."""
    return bool(FORMS.search(text))


class _Linker:
    """Remembers on one page which terms are linked."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.linked: set[str] = set()

    def __call__(self, match: re.Match[str]) -> str:
        form = match[0]
        name = form.casefold() if form.casefold() in BY_FORM else form.casefold().removesuffix("s")
        term = BY_FORM[name]
        no_short_form = name == term.short.casefold() and form.removesuffix("s") != term.short
        if term.id in self.linked or no_short_form or _quoted(match):
            return form
        self.linked.add(term.id)
        return f'<a class="eg-term" href="{self.address}#{term.id}">{form}</a>'


def _quoted(match: re.Match[str]) -> bool:
    """Whether it stands within “ and ”."""
    before = match.string[: match.start()]
    return before.count("“") > before.count("”")
