"""Names of people where a role belongs. Careful rather than complete: a person has to look as well."""

import re
from collections.abc import Iterator
from datetime import date

from helper.faults import Fault
from helper.fixed_words import Outside, Silent
from helper.policy import Policy
from macros.rules.places import Placed, contacts, duties, once, placed, roles, stages
from macros.rules.rule import Kind, Rule
from macros.rules.texts import joined

TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev)\.? [A-Z][\w’-]+")
NAME = r"[A-Z](?:[a-z]+|’[A-Z][a-z]+)(?:[’-][A-Z]?[a-z]+)*"
RUN = re.compile(f"{NAME}(?: {NAME})+")
MAILBOX = re.compile(r"([a-z]{2,})\.([a-z]{2,})\d?@", re.IGNORECASE)
# Words of roles, bodies, teams and places: where one of them stands there is no name of a person.
IN_ROLES = """
    access adult adults advice adviser advisor agencies agency allegations ambulance and area assistant
    assurance audit board borough business care carer carers case central chair chairs chief child
    children childrens city clinical college commander commissioner commissioning committee community
    complaints conference constable consultant contact coordinator council councillor county court
    customer deputy designated desk detective development director directorate district doctor domestic
    duty early east education emergency enquiries enquiry executive families family fire first forum
    foundation front general governance governor group guardian head headteacher health help helpline
    home hospital hours hub independent info information inspector integrated interim joint lead leader
    leaders leadership learning legal liaison line local looked manager managers mash medical meeting
    mental midwife multi named national network nhs north nurse nursing office officer operations out
    panel partner partners partnership pathway permanent police policy practice practitioner principal
    probation professional professionals programme protection public quality referral referrals region
    regional registered report reporting representative resolution response reviewing route royal safe
    safeguarding school schools scrutineer secondary secretary section senior sergeant service services
    signatory single social south specialist staff standards statutory strategic strategy superintendent
    supervision supervisor support team teams the training trust unit united vice virtual visitor
    voluntary ward welfare west work worker young youth
"""
ROLE_WORDS = frozenset(IN_ROLES.split())


def _persons_name(policy: Policy, today: date) -> Iterator[Fault]:
    known = _no_names(policy)
    first = {text: path for path, text in reversed([*_roles(policy)])}
    texts = joined([(path, text) for text, path in first.items()])
    runs = [(path, run[0]) for path, run in texts.find(RUN) if not known & set(_words(run[0]))]
    for path, name in dict([*runs, *((path, match[0]) for path, match in texts.find(TITLED))]).items():
        write = "Write the role alone: people move on. If it is no person’s name, leave it as it is."
        yield Fault(path=path, found=f"seems to name a person, “{name}”", write=write)


def _persons_mailbox(policy: Policy, today: date) -> Iterator[Fault]:
    known = _no_names(policy)
    for path, contact in contacts(policy):
        match = MAILBOX.search(contact.email) if isinstance(contact.email, str) else None
        if match and not known & {part.lower() for part in match.groups()}:
            write = "Write the address of a team or office: one person’s is not read when they are away."
            yield Fault(
                path=(*path, "email"),
                found=f"is '{contact.email}', which looks like one person’s",
                write=write,
            )


def _roles(policy: Policy) -> Iterator[Placed[str]]:
    """Every text that holds a role or a body."""
    approved = policy.document.approved_by
    if not isinstance(approved, (Silent, Outside)):
        yield ("document", "approved_by"), approved
    for path, contact in contacts(policy):
        yield (*path, "role"), contact.role
    for path, role in roles(policy):
        yield (*path, "role"), role.role
        yield (*path, "stand_in"), role.stand_in or ""
    for path, duty in duties(policy):
        yield (*path, "who"), duty.who
    for path, stage in stages(policy):
        yield (*path, "yours"), stage.yours
        yield (*path, "theirs"), stage.theirs
        yield from (((*place, "role"), chair.role) for place, chair in placed((*path, "chair"), stage.chair))


@once
def _no_names(policy: Policy) -> frozenset[str]:
    """Words of roles, and those of the policy's own areas, agencies and partnership."""
    areas = policy.areas if isinstance(policy.areas, tuple) else ()
    agencies = (each.name for each in policy.agencies)
    names = (policy.name, policy.partnership.name, policy.partnership.means, *areas, *agencies)
    return ROLE_WORDS | {word for name in names for word in _words(name)}


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower().replace("’", ""))


PEOPLE = (
    Rule(
        name="persons-name",
        kind=Kind.WARNING,
        says="A contact, a role or “approved by” names a role or a body, never a person.",
        why="People move on, and nobody has agreed to have their name here.",
        wrong="role: Ms Example, safeguarding manager",
        right="role: Safeguarding manager",
        find=_persons_name,
    ),
    Rule(
        name="persons-mailbox",
        kind=Kind.WARNING,
        says="An e-mail address is that of a team or an office.",
        why="A message to one person waits while that person is on leave or has left.",
        wrong="email: first.last@northtown.example",
        right="email: safeguarding@northtown.example",
        find=_persons_mailbox,
    ),
)
