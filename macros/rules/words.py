"""Words and addresses that have had their day."""

import re
from collections.abc import Iterator
from datetime import date

from helper.dates import words as in_words
from helper.faults import Fault, Path
from helper.policy import Policy
from helper.working_days import Division
from macros.rules.places import Placed, contacts, once, placed
from macros.rules.rule import Kind, Rule, at
from macros.rules.texts import all_texts, our_texts

LSCB = re.compile(r"\bLSCBs?\b|\bLocal Safeguarding Children(?:[’']s)? Boards?\b", re.IGNORECASE)
PLAIN_HTTP = re.compile(r"http://\S+", re.IGNORECASE)
MAY_LACK_LINK = (("other_routes",), ("overlays",))
SILENCE = re.compile(
    r"^(?:not stated|not published|not known|unknown|none|n/?a|tb[ac]|does not apply|-)$",
    re.IGNORECASE | re.MULTILINE,
)
ADDRESS = re.compile(r"https?://\S+")

# The newest editions that we know of; look them up on GOV.UK each September and change them here.
TAKEN = date(2026, 11, 21)
EDITIONS = {"Working Together to Safeguard Children": 2026, "Keeping Children Safe in Education": 2025}
SHORT = {"working together": 2026, "kcsie": 2025} | {name.lower(): year for name, year in EDITIONS.items()}
GUIDANCE = re.compile(
    r"\b(working together to safeguard children|working together(?= \(?20)"
    r"|keeping children safe in education|kcsie)\b"
    r"(?:\W{1,4}(?:(?:HM Government|DfE|July|September|December|March)\W{1,2}){0,2}(20\d\d)\b)?",
    re.IGNORECASE,
)


def _lscb(policy: Policy, today: date) -> Iterator[Fault]:
    for path, match in our_texts(policy).find(LSCB, "LSCB", "Local S", "Local s", "local s"):
        write = (
            "Write the partnership’s name, or “the safeguarding partnership”. Quotes and names stay "
            "as they are."
        )
        yield Fault(path=path, found=f"says “{match[0]}”", write=write)


@once
def _guidance(policy: Policy) -> list[Placed[re.Match[str]]]:
    return list(
        our_texts(policy).find(
            GUIDANCE, "Working T", "Working t", "working t", "Keeping C", "Keeping c", "keeping c", "KCSIE"
        )
    )


def _old_guidance(policy: Policy, today: date) -> Iterator[Fault]:
    for path, match in _guidance(policy):
        newest = SHORT[match[1].lower()]
        if match[2] and int(match[2]) < newest:
            write = f"There is an edition of {newest}: write that if it says the same, or leave the year out."
            yield Fault(path=path, found=f"names {match[1]} {match[2]}", write=write)


def _guidance_of_england(policy: Policy, today: date) -> Iterator[Fault]:
    if policy.division is not Division.ENGLAND_AND_WALES:
        for path, match in _guidance(policy):
            write = "That is England’s guidance: name the guidance of your own country, or leave it out."
            yield Fault(path=path, found=f"names {match[1]}", write=write)


def _plain_http(policy: Policy, today: date) -> Iterator[Fault]:
    for path, match in all_texts(policy).find(PLAIN_HTTP, "http://", "HTTP://"):
        write = "Open the address with https:// and write that if it works."
        yield Fault(
            path=path, found=f"has {match[0]}, which others on the network can read and change", write=write
        )


def _web_address(policy: Policy, today: date) -> Iterator[Fault]:
    for path, link in _links(policy):
        if isinstance(link, str) and not ADDRESS.fullmatch(link):
            missing = "leave it out" if path[-2:-1] in MAY_LACK_LINK else "write not stated"
            write = f"Write the whole address, beginning with https://, or {missing} if none is published."
            yield at(path, "link", f"is '{link}'", write)


def _links(policy: Policy) -> Iterator[tuple[Path, object]]:
    """Every field for a web address, with the part that it stands in."""
    yield ("document",), policy.document.link
    yield from ((path, each.link) for path, each in contacts(policy))
    yield from ((path, each.link) for path, each in placed(("forms",), policy.forms))
    yield from ((path, each.link) for path, each in placed(("other_routes",), policy.other_routes))
    for path, overlay in placed(("overlays",), policy.overlays):
        yield path, overlay.link
        if overlay.opts_out:
            yield (*path, "opts_out"), overlay.opts_out.link


def _silence_as_text(policy: Policy, today: date) -> Iterator[Fault]:
    for path, match in all_texts(policy).find(SILENCE):
        write = (
            "Write not stated, in small letters, where the field may be silent. Else name whom or what "
            "the policy means, or leave the item out."
        )
        yield Fault(path=path, found=f"is '{match[0]}', which pages would print as it stands", write=write)


def _same_field(policy: Policy, today: date) -> Iterator[Fault]:
    for path, form in placed(("forms",), policy.forms):
        seen: set[str] = set()
        for place, each in placed((*path, "fields"), form.fields):
            if each.label.casefold() in seen:
                yield at(place, "label", f"is '{each.label}' again", "Write what sets it apart.")
            seen.add(each.label.casefold())


WORDS = (
    Rule(
        name="silence-as-text",
        kind=Kind.FAULT,
        says="A text says something: “not stated”, “not published”, “none” or “n/a” alone is no text.",
        why="A page would read “not stated fills in the form”, or show “not published” as an address.",
        wrong="who: not stated",
        right="who: The manager who raises it",
        find=_silence_as_text,
    ),
    Rule(
        name="lscb",
        kind=Kind.WARNING,
        says=(
            "Our own sentences do not speak of Local Safeguarding Children Boards. Quotes, documents "
            "and the partnership’s name may."
        ),
        why=(
            "Safeguarding partners took their place in England by 2019. People look for the name "
            "that is used now."
        ),
        wrong="text: Tell the LSCB office.",
        right="text: Tell the partnership’s office.",
        find=_lscb,
    ),
    Rule(
        name="old-guidance",
        kind=Kind.WARNING,
        says="National guidance is not named with the year of an edition that has been replaced. We hold: "
        + "; ".join(f"{name} {year}" for name, year in EDITIONS.items())
        + f", as far as we knew on {in_words(TAKEN)}. Later years are never questioned.",
        why="Schools and partnerships are inspected against the edition in force.",
        wrong="text: See Working Together to Safeguard Children 2018.",
        right="text: See Working Together to Safeguard Children.",
        find=_old_guidance,
    ),
    Rule(
        name="guidance-of-england",
        kind=Kind.WARNING,
        says="England’s guidance is not named in a policy of Scotland or Northern Ireland.",
        why="It does not apply there. Each country has guidance of its own.",
        wrong="division: scotland\nsummary: It follows Keeping Children Safe in Education.",
        right="division: scotland\nsummary: It follows the national guidance for Scotland.",
        find=_guidance_of_england,
    ),
    Rule(
        name="plain-http",
        kind=Kind.WARNING,
        says="Links begin with https:// wherever the site offers it.",
        why="Over http:// others on the network can read which page was opened, and can change what it says.",
        wrong="link: http://northtown.example/escalation",
        right="link: https://northtown.example/escalation",
        find=_plain_http,
    ),
    Rule(
        name="web-address",
        kind=Kind.FAULT,
        says="A link is one whole web address: it begins with https:// or http:// and has no space in it.",
        why="The pages could not link to anything else, and would say that the source gives no address.",
        wrong="link: northtown.example/escalation",
        right="link: https://northtown.example/escalation",
        find=_web_address,
    ),
    Rule(
        name="same-field",
        kind=Kind.FAULT,
        says="No two fields of a form have the same label.",
        why="Somebody who listens to the page hears only the label, and could not tell them apart.",
        wrong="fields:\n  - label: Date\n  - label: Date",
        right="fields:\n  - label: Date of the form\n  - label: Date of the meeting",
        find=_same_field,
    ),
)
