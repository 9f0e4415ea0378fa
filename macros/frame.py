"""What the frame around the pages prints of the site, for every site builder."""

from collections.abc import Sequence

from helper.policy import Policy
from macros.assets import asset_names, page_policy, within
from macros.policy_pages import chrome


def frame(policies: Sequence[Policy], *, serving: bool = False) -> dict[str, object]:
    """The values below `config.extra` of docs/theme; the adapter adds theme_styles, where its theme has them.

    serving: somebody works on the site, so no browser is to keep its pages.
    """
    return {
        "policies": chrome(policies),
        "serving": serving,
        "assets": asset_names(),
        "within": within(),
        "content_policy": page_policy(),
    }
