"""The JSON Schema of a clause file, for editors that complete and check YAML."""

from __future__ import annotations

import json
from functools import cache

Schema = dict[str, object]
_PLAIN = ["string", "number", "boolean", "null"]


def schema() -> Schema:
    """The schema. Where drafter reads text, an editor may see a number (79) or nothing."""
    from drafter.library.shape import ClauseFileShape

    generated = ClauseFileShape.model_json_schema()
    loosened = {key: _loosened(value) for key, value in generated.items()}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **loosened}


@cache
def schema_text() -> str:
    """The schema as the text of a file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _loosened(value: object) -> object:
    if isinstance(value, list):
        return [_loosened(each) for each in value]
    if not isinstance(value, dict):
        return value
    loosened = {key: _loosened(each) for key, each in value.items()}
    kind = loosened.get("type")
    if kind == "string" and "enum" not in loosened and "const" not in loosened:
        loosened["type"] = _PLAIN
    elif kind in ("array", "object") and "default" in loosened:
        loosened["type"] = [kind, "null"]
    elif loosened.get("const") == "1":
        loosened = {"enum": ["1", 1]}
    return loosened
