"""The JSON Schema for editors is that of the program, and follows the shipped files."""

import json
from pathlib import Path

from drafter.library import schema, schema_text

COMMITTED = Path(__file__).resolve().parents[2] / "clauses" / "clause.schema.json"


def test_the_committed_schema_is_fresh():
    assert COMMITTED.read_text(encoding="utf-8") == schema_text()


def test_an_editor_is_told_what_is_allowed():
    definitions = schema()["$defs"]
    stages = definitions["SourceShape"]["properties"]["stage"]["enum"]
    assert stages == ["draft", "committee", "adopted", "withdrawn", "no-action"]
    assert definitions["SourceShape"]["additionalProperties"] is False
    assert {"symbol", "language", "stage"} <= set(definitions["SourceShape"]["required"])


def test_a_number_an_editor_sees_is_no_fault():
    session = schema()["$defs"]["SourceShape"]["properties"]["session"]
    assert "number" in session["type"]
    assert json.loads(schema_text()) == schema()
