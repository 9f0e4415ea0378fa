"""What the files under /api/v1/ are called that are no single policy's, so no policy can be called so."""

FOLDER = "api/v1"
LIST, SCHEMA, HOLIDAYS, DESCRIPTION = OWN = ("policies", "policy.schema", "bank-holidays", "openapi")


def file_of(name: str) -> str:
    """The path of a file: of one of these names, of a part of the list, or of a policy's id."""
    return f"{FOLDER}/{name}.json"
