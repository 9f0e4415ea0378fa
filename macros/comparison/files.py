"""The file of each policy's column, for the script that puts any two side by side."""

import hashlib
import json
from dataclasses import asdict

from helper.policy import Policy
from macros.comparison.column import column


def column_file(policy: Policy) -> tuple[str, str]:
    """Its path, whose name changes with its content, and the column as JSON."""
    text = json.dumps(asdict(column(policy)), ensure_ascii=False, separators=(",", ":")) + "\n"
    name = hashlib.sha256(text.encode()).hexdigest()[:12]
    return f"assets/compare/{policy.id}-{name}.json", text
