"""The OpenAPI description of the files under /api/v1/, for whoever reads them by a program."""

import json
from collections.abc import Sequence

from helper.policy import Policy

LARGEST = 200_000
"""Bytes that a file of the API may have, uncompressed."""
TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
STAGES = {
    "type": ["integer", "null"],
    "minimum": 1,
    "description": "How many stages the policy has; null where it does not state its stages",
}
DAY = {"type": "string", "format": "date"}
PART = {
    "name": "part",
    "in": "path",
    "required": True,
    "description": "2 for the second part; only a site of many policies has one",
    "schema": {"type": "integer", "minimum": 2},
    "example": 2,
}


def openapi(policies: Sequence[Policy]) -> str:
    """The description as JSON. The files are read only, and there is no server that could refuse any."""
    described = {
        "openapi": "3.1.0",
        "info": {
            "title": "Escalation Guide",
            "version": "1",
            "description": (
                "Escalation policies as data, read only. Within version 1 nothing is taken away or changes "
                f"its meaning; fields may be added. No file has more than {LARGEST} bytes. "
                "The policy itself always decides."
            ),
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "../..", "description": "The site, wherever it is published"}],
        "paths": {
            "/api/v1/policies.json": _get("listPolicies", "Every policy, with its areas", "PolicyList"),
            "/api/v1/policies/{part}.json": _get(
                "listMorePolicies", "A further part of a long list, as `next` names it", "PolicyList", PART
            ),
            "/api/v1/{policy}.json": _get("readPolicy", "One policy in full", "Policy", _ids(policies)),
            "/api/v1/policy.schema.json": _get("readSchema", "The JSON Schema of a policy file", "Schema"),
            "/api/v1/bank-holidays.json": _get(
                "readBankHolidays", "The bank holidays counted with", "Holidays"
            ),
        },
        "components": {"schemas": _schemas()},
    }
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def _get(name: str, summary: str, returns: str, parameter: object = None) -> dict[str, object]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{returns}"}}}
    found, missing = {"description": summary, "content": content}, {"description": "There is no such file"}
    operation = {"operationId": name, "summary": summary, "security": []}
    answers = {"responses": {"200": found, "404": missing}}
    return {"get": {**operation, **({"parameters": [parameter]} if parameter else {}), **answers}}


def _ids(policies: Sequence[Policy]) -> dict[str, object]:
    return {
        "name": "policy",
        "in": "path",
        "required": True,
        "description": "The id of a policy, from the list of policies",
        "schema": {"type": "string", "pattern": "^[a-z0-9-]+$"},
        "example": policies[0].id if policies else "north-town",
    }


def _schemas() -> dict[str, object]:
    listed = {
        **dict.fromkeys(("id", "name", "partnership", "scope", "division", "page", "json"), TEXT),
        "areas": {"type": "array", "items": TEXT},
        "stages": STAGES,
    }
    day = _object({"date": DAY, "name": TEXT})
    holidays = {"source": TEXT, "taken": DAY, "first_year": WHOLE, "last_year": WHOLE}
    divisions = {"type": "object", "additionalProperties": {"type": "array", "items": day}}
    policies = {"type": "array", "items": _object(listed)}
    more = {"type": "string", "description": "Where the list goes on; missing in its last part"}
    return {
        "PolicyList": {**_object({"policies": policies, "next": more}), "required": ["policies"]},
        "Policy": {
            "type": "object",
            "description": "The fields of a policy file; policy.schema.json describes each",
            "required": ["id", "name", "partnership", "document"],
        },
        "Schema": {"type": "object", "description": "A JSON Schema, draft 2020-12"},
        "Holidays": _object({**holidays, "divisions": divisions}),
    }


def _object(fields: dict[str, object]) -> dict[str, object]:
    return {"type": "object", "required": list(fields), "properties": fields}
