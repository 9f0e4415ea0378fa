"""The short names of ours: well formed, each used once, none of the helper's own words."""

import re
from collections.abc import Iterator
from datetime import date

from helper.faults import Fault, Path
from helper.faults import place as where
from helper.narrow import slug
from helper.policy import Policy
from macros.api_names import OWN
from macros.rules.places import Placed, placed, stages
from macros.rules.rule import Kind, Rule, at

FILE_NAME = "file-name"
NAME = re.compile(r"[a-z][a-z0-9_]*")
WITH_HYPHENS = re.compile(r"[a-z][a-z0-9_-]*")
ADDRESS = re.compile(r"[a-z][a-z0-9-]*")
PAGES = ("about", "api", "areas", "assets", "compare", "offline", "search", "site-map", "what-now")
TAKEN = tuple(sorted({*PAGES, *filter(ADDRESS.fullmatch, OWN)}))
"""No policy is called so: its pages, or its file of the API, would take the place of another."""
OWN_WORDS = """
    start stage emergency not_raised unknown none normal first area route ladder agency other_agency
    start_at priority result passed date full_procedure opted_out raised_on ended_on began_on
"""
RESERVED = frozenset(OWN_WORDS.split())
BEGINS = ("begun_", "use_", "when_", "without_")
NO_ANSWERS = frozenset({"unknown", "none"})


def _file_name(policy: Policy, today: date) -> Iterator[Fault]:
    if not ADDRESS.fullmatch(policy.id) or policy.id in TAKEN:
        yield Fault(
            path=(),
            found=f"is named '{policy.id}'",
            write="Name the file with a small letter first, then small letters, digits and hyphens, "
            f"for example north-town.yaml, but none of: {', '.join(TAKEN)}.",
        )


def _form(policy: Policy, today: date) -> Iterator[Fault]:
    for path, id_ in [*_strict(policy), *_loose(policy)]:
        pattern, hyphens = (NAME, "") if _is_strict(path) else (WITH_HYPHENS, ", -")
        if not pattern.fullmatch(id_):
            write = f"Begin with a small letter, then write small letters, digits{hyphens} and _."
            yield at(path, "id", f"is '{id_}'", write)


def _reserved(policy: Policy, today: date) -> Iterator[Fault]:
    for path, id_ in [*_strict(policy), *_loose(policy)]:
        steers = path[-1] == "stage" or path[-2] in ("stages", "ladders")
        if id_ in (RESERVED if steers else NO_ANSWERS) or (steers and id_.startswith(BEGINS)):
            yield at(path, "id", f"is '{id_}'", "Write another id: the helper uses this word itself.")
    for path, area in _areas(policy):
        if slug(area) in RESERVED:
            yield Fault(path=path, found=f"is '{area}'", write="Write the area's name in full.")


def _twice(policy: Policy, today: date) -> Iterator[Fault]:
    seen: dict[tuple[str, str], Path] = {}
    areas = [(path, area) for path, area in _areas(policy)]
    overlays = [((*path, "area"), each.area) for path, each in placed(("overlays",), policy.overlays)]
    ids = [((*path, "id"), id_) for path, id_ in [*_strict(policy), *_loose(policy)]]
    for path, id_ in [*ids, *areas, *overlays]:
        first = seen.setdefault((_space(path), slug(id_)), path)
        if first is not path:
            write = f"Write one of its own: {where(first)} has it already."
            yield Fault(path=path, found=f"is '{id_}' again", write=write)


def _strict(policy: Policy) -> list[Placed[str]]:
    """The ids that stand in the names of answers, without hyphens."""
    return [
        *((path, stage.id) for path, stage in stages(policy)),
        *((path, each.id) for path, each in placed(("ladders",), policy.ladders)),
        *((path, each.id) for path, each in placed(("agencies",), policy.agencies)),
        *((path, each.id) for path, each in placed(("events",), policy.events)),
        *((path, each.id) for path, each in placed(("priorities",), policy.priorities)),
    ]


def _loose(policy: Policy) -> list[Placed[str]]:
    return [
        *((path, each.id) for path, each in placed(("other_routes",), policy.other_routes)),
        *((path, each.id) for path, each in placed(("forms",), policy.forms)),
        *((path, each.id) for path, each in placed(("budgets",), policy.budgets)),
    ]


def _areas(policy: Policy) -> list[Placed[str]]:
    return list(placed(("areas",), policy.areas if isinstance(policy.areas, tuple) else ()))


def _is_strict(path: Path) -> bool:
    return path[0] not in ("other_routes", "forms", "budgets")


def _space(path: Path) -> str:
    """The ids that must differ from each other: those of stages, ladders and areas stand in one name."""
    if path[0] in ("stages", "ladders", "areas") or "adds" in path:
        return "stages"
    return str(path[0])


IDS = (
    Rule(
        name=FILE_NAME,
        kind=Kind.FAULT,
        says=(
            "The file is named in small letters, digits and hyphens, and not like a file of the site. "
            "Its name ends in .yaml."
        ),
        why=(
            "The name is the address of your pages, and stays so for ever. A file that ends in .yml or "
            ".yaml.txt would be read by nobody."
        ),
        wrong="policies/North Town.yaml",
        right="policies/north-town.yaml",
        find=_file_name,
    ),
    Rule(
        name="id-form",
        kind=Kind.FAULT,
        says=(
            "An id begins with a small letter and has only small letters, digits and _. Forms, "
            "routes and budgets may have hyphens too."
        ),
        why="Ids stand in addresses, which people copy, send and read out.",
        wrong="- id: Line Managers",
        right="- id: line_managers",
        find=_form,
    ),
    Rule(
        name="id-reserved",
        kind=Kind.FAULT,
        says=(
            "An id is none of the words that the helper uses itself, and a stage's does not begin "
            "with begun_, use_, when_ or without_."
        ),
        why="Two answers would have the same name, and a practitioner could be led to the wrong one.",
        wrong="- id: emergency",
        right="- id: urgent_meeting",
        find=_reserved,
    ),
    Rule(
        name="id-twice",
        kind=Kind.FAULT,
        says=(
            "Every id is used once. No two stages, ladders or areas share a name, not even in "
            "different ladders, and no area has two overlays."
        ),
        why="A link or a record that names a stage must always mean the same one.",
        wrong="- id: managers\n- id: managers",
        right="- id: managers\n- id: heads_of_service",
        find=_twice,
    ),
)
