"""Every part of the pages, in the order of the sheet. A new one is written in one of these three files."""

from macros.components.frame import FRAME
from macros.components.helper_pages import HELPER_PAGES
from macros.components.policy_pages import POLICY_PAGES

COMPONENTS = (*FRAME, *HELPER_PAGES, *POLICY_PAGES)
