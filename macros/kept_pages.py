"""What one policy gives to the site, kept from build to build: an edit of one makes only its own anew."""

import hashlib
import io
import json
from functools import cache
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from helper.plain import to_plain
from helper.policy import Policy
from macros.cache import cached
from macros.diff.versions import earlier_versions
from macros.framed import Site
from macros.outputs import Made, made_of, outputs_of

ROOT = Path(__file__).resolve().parent.parent
MADE_BY = ("requirements.txt", "docs/theme/**/*", "helper/*.py", "macros/**/*")
"""All that makes a page, beside its policy: a change in any of it makes every page anew."""
POLICIES = 2000
"""Of how many policies the pages are kept."""
MADE, QUICK = "made.json", 1


def write_kept(policy: Policy, site: Site) -> Made:
    """Writes what one policy gives, made now or kept from before; what it is."""
    packed = cached("pages", _made_from(policy, site), lambda: _packed(policy, site), keep=POLICIES)
    with ZipFile(io.BytesIO(packed)) as held:
        for name in held.namelist():
            if name != MADE:
                site.put(name, held.read(name))
        return made_of(json.loads(held.read(MADE)))


def _packed(policy: Policy, site: Site) -> bytes:
    made, packed = Made(), io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=QUICK) as held:
        for output in outputs_of(policy, made, site.address):
            held.writestr(ZipInfo(output.built), site.content(output), ZIP_DEFLATED, QUICK)
        held.writestr(ZipInfo(MADE), json.dumps(made.plain()))
    return packed.getvalue()


def _made_from(policy: Policy, site: Site) -> bytes:
    """All that the pages depend on."""
    earlier = [[f"{day}", to_plain(before)] for day, before in earlier_versions(policy.id)]
    facts = json.dumps([to_plain(policy), policy.id, earlier, site.frame, site.address], ensure_ascii=False)
    return facts.encode() + _makers()


@cache
def _makers() -> bytes:
    """The hash of every file that a page is made by."""
    files = sorted({file for pattern in MADE_BY for file in ROOT.glob(pattern) if file.is_file()})
    whole = hashlib.sha256()
    for file in (file for file in files if file.suffix != ".pyc"):
        whole.update(f"{file.relative_to(ROOT)} {file.stat().st_size} ".encode() + file.read_bytes())
    return whole.digest()
