"""Templates to HTML; the only file that imports jinja2. Everything is escaped, nothing may be undefined."""

import re
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from helper.dates import Month, on_or_in, words
from helper.fixed_words import Silent
from helper.hidden import BREAKS, made_visible
from helper.vocabulary import listed, teller, with_article
from macros.cache import folder
from macros.limits import if_longer_of
from macros.qr import qr

TEMPLATES = Path(__file__).with_name("templates")
FRAME = TEMPLATES.parent.parent / "docs" / "theme"
"""The frame around the pages, which the site builder fills; its parts are macros as well."""
ENDS = ("\n", "\r", *BREAKS)
BLANK = re.compile(r"\[([^\]]*)\]")
PHONE = r"\b(?:0800 1111|0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4})\b"
"""A whole number of the United Kingdom, and Childline's short one: 0900-1700 is a time."""
NUMBER = re.compile(f"({PHONE})")
WEB = r"https?://[^\s<>\"“”]*[^\s<>\"“”.,;:)]"
MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
ADDRESS = re.compile(f"({WEB}|{MAIL}|{PHONE})", re.ASCII)
"""As in helper/web/addresses.js, which does the same with the helper's reply."""
BLANK_MARKUP = Markup(
    '<span class="eg-blank"><span class="eg-hidden">[</span>{}<span class="eg-hidden">]</span></span>'
)


def render(template: str, **values: object) -> str:
    """The HTML of `macros/templates/<template>.html.j2`, one element, without blank lines or indents."""
    return _tidy(ENVIRONMENT.get_template(f"{template}.html.j2").render(values))


def render_part(template: str, macro: str, *values: object) -> Markup:
    """The HTML of one macro of a template, as pages have it."""
    part: Callable[..., Markup] = getattr(ENVIRONMENT.get_template(template).module, macro)
    return Markup(_tidy(part(*values)))


def _tidy(html: str) -> str:
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def printed_text(text: str) -> str:
    """A text as `{{ text }}` prints it, before it is escaped."""
    return str(printed(text))


def printed(value: object) -> object:
    """What `{{ value }}` prints: dates and fixed words in words, apostrophes as in print."""
    if isinstance(value, str):
        return value if isinstance(value, Markup) else _one_line(value).replace("'", "’")
    if isinstance(value, Enum):
        return printed(value.value)
    return words(value) if isinstance(value, date) else value


def _one_line(text: str) -> str:
    """Nothing that ends a line, and hidden characters by their codes: they could turn text around."""
    if text.isprintable():
        return text
    return made_visible(" ".join(text.split()) if any(sign in text for sign in ENDS) else text)


def _blanks(text: str) -> Markup:
    """Words to use, each [blank] as an underlined word to replace; its brackets are heard and copied."""
    parts = [escape(printed(part)) for part in BLANK.split(text)]
    marked = (BLANK_MARKUP.format(part) for part in parts[1::2])
    blanks = [*marked, Markup("")]
    return Markup("").join(text for pair in zip(parts[::2], blanks, strict=True) for text in pair)


def _calls(text: str) -> Markup:
    """A sentence whose phone numbers can be pressed."""
    return _with_links(text, NUMBER, '<a href="{}">{}</a>')


def _linked(text: str) -> Markup:
    """A sentence whose web pages, mailboxes and phone numbers can be pressed."""
    return _with_links(text, ADDRESS, '<a href="{}" rel="noreferrer">{}</a>')


def _with_links(text: str, pattern: re.Pattern[str], link: str) -> Markup:
    parts = pattern.split(str(printed(text)))
    links = [Markup(link).format(_href(each), each) for each in parts[1::2]]
    texts = map(escape, parts[::2])
    return Markup("").join(part for pair in zip(texts, [*links, Markup("")], strict=True) for part in pair)


def _href(address: str) -> str:
    if "://" in address:
        return address
    return f"mailto:{address}" if "@" in address else f"tel:{re.sub('[ -]', '', address)}"


def _qr(address: str) -> Markup:
    return Markup(qr(address))


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower_first(text: str) -> str:
    """You have spoken -> you have spoken; BSCB decides stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _stated(value: object) -> bool:
    return not isinstance(value, Silent)


def _day(value: object) -> bool:
    return isinstance(value, date)


def _month(value: object) -> bool:
    return isinstance(value, Month)


def _first_day(day: date) -> str:
    """2026-11-21; of a month its first day."""
    return f"{day:%Y-%m-%d}"


def _web_address(value: object) -> bool:
    return isinstance(value, str) and value.startswith(("https://", "http://"))


ENVIRONMENT = Environment(
    loader=FileSystemLoader((TEMPLATES, FRAME)),
    bytecode_cache=FileSystemBytecodeCache(str(folder("templates"))),
    autoescape=True,
    undefined=StrictUndefined,
    finalize=printed,
    trim_blocks=True,
    lstrip_blocks=True,
)
ENVIRONMENT.filters.update(
    with_article=with_article,
    teller=teller,
    if_longer=if_longer_of,
    blanks=_blanks,
    calls=_calls,
    linked=_linked,
    upper_first=_upper_first,
    lower_first=_lower_first,
    listed=listed,
    words=words,
    on_or_in=on_or_in,
    first_day=_first_day,
    qr=_qr,
)
ENVIRONMENT.globals.update(remembered=lru_cache(maxsize=256))
"""`remembered(macro)` prints anew only what it has not printed of late; for what many sections say again."""
ENVIRONMENT.tests.update(day=_day, month=_month, stated=_stated, web_address=_web_address)
