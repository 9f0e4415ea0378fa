"""What one policy gives to the site, kept from build to build: an edit of one makes only its own anew."""

import io
import json
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from helper.plain import to_plain
from helper.policy import Policy
from macros.cache import cached
from macros.diff.versions import earlier_versions
from macros.framed import Site
from macros.makers import makers
from macros.outputs import Made, made_of, outputs_of

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
    return facts.encode() + makers()
