"""A copy of the project with policies of its own, for builds that must not touch the real one."""

import shutil
from pathlib import Path

from tests.conftest import ROOT


def project(folder: Path, *policies: Path) -> Path:
    """A folder with the real pages and templates and only these policies."""
    for name in ("docs", "macros", "helper"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "policies").mkdir()
    for file in policies:
        shutil.copy(file, folder / "policies")
    return folder
