"""A document becomes a record and the record the same document; anything else is refused."""

import copy

import pytest
from hypothesis import HealthCheck, given, settings

from drafter.errors import InvalidRecord
from drafter.model.record_read import document
from drafter.model.record_write import fingerprint, record
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import (
    Document,
    DocumentType,
    Kind,
    Note,
    Paragraph,
    Part,
    PartKind,
)
from drafter.yamlio import dump
from tests.model.documents import documents

SLOW = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)


@SLOW
@given(documents())
def test_a_document_is_given_back_by_its_record(whole):
    assert document(record(whole)) == whole


def small():
    marked = Text.of(Span("回顾", SpanKind.EMPHASIS), "其决议，", Span("n1", SpanKind.NOTE))
    return Document(
        DocumentType.DRAFT_RESOLUTION,
        "zh",
        Part(
            PartKind.RESOLUTION,
            (
                Paragraph("pp1", Kind.PREAMBULAR, marked),
                Paragraph(
                    "op1",
                    Kind.OPERATIVE,
                    Text.of("请："),
                    (Paragraph("op1.a", Kind.OPERATIVE, Text.of("甲；"), label_read="(a)"),),
                ),
            ),
        ),
        notes=(Note("n1", Text.of("第70/1号决议。")),),
    )


def test_the_record_reads_like_the_document():
    assert dump(record(small())) == (
        "format: 1\ntype: draft-resolution\nlanguage: zh\npart: resolution\nblocks:\n"
        "  - id: pp1\n    kind: preambular\n    text: |-\n      *回顾*其决议，[^n1]\n"
        "  - id: op1\n    kind: operative\n    text: |-\n      请：\n    children:\n"
        "      - id: op1.a\n        kind: operative\n        label_read: '(a)'\n"
        "        text: |-\n          甲；\n"
        "notes:\n  - id: n1\n    text: |-\n      第70/1号决议。\n"
    )


def changed(*path, value):
    """The record of the small document with `value` at `path` (None takes it out)."""
    whole = copy.deepcopy(record(small()))
    inner = whole
    for step in path[:-1]:
        inner = inner[step]
    if value is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return whole


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("colour",), "red", "yaml.unknown-key"),
        (("blocks", 0, "kinds"), "preambular", "yaml.unknown-key"),
        (("notes", 0, "number"), "1", "yaml.unknown-key"),
        (("masthead",), {"distr": "Limited"}, "yaml.unknown-key"),
        (("masthead",), ["x"], "yaml.not-a-record"),
        (("masthead",), {"agenda_items": "20(b)"}, "yaml.not-a-list"),
        (("masthead",), {"session": "seventy"}, "yaml.not-a-number"),
        (("blocks", 0, "id"), None, "yaml.missing-key"),
        (("blocks", 0, "kind"), None, "yaml.missing-key"),
        (("blocks", 1, "children", 0, "kind"), "clause", "yaml.not-a-choice"),
        (("blocks", 0, "text"), ["x"], "yaml.not-words"),
        (("blocks",), "x", "yaml.not-a-list"),
        (("blocks", 0), "x", "yaml.not-a-record"),
        (("blocks", 0, "numbered"), "no", "yaml.not-a-choice"),
        (("blocks", 1, "id"), "pp1", "yaml.duplicate-id"),
        (("blocks", 1, "children", 0, "id"), "op1", "yaml.duplicate-id"),
        (("notes",), [{"id": "n1"}, {"id": "n1"}], "yaml.duplicate-id"),
        (("notes",), None, "yaml.mark-without-note"),
        (("type",), "treaty", "yaml.not-a-choice"),
        (("language",), None, "yaml.missing-key"),
        (("part",), None, "yaml.missing-key"),
        (("format",), "2", "yaml.newer-format"),
        (("format",), "0", "yaml.not-a-choice"),
        (("format",), "new", "yaml.not-a-number"),
        (("format",), None, "yaml.not-a-draft"),
        (("round",), "-1", "yaml.not-a-number"),
        (("base",), {"symbol": "79/217"}, "yaml.not-a-draft"),
        (("adopted_as",), ["x"], "yaml.not-pairs"),
        (("blocks", 0, "status"), {"standing": "done"}, "yaml.not-a-choice"),
        (("blocks", 0, "origins"), [{"stage": "agreed"}], "yaml.not-a-choice"),
        (("blocks", 0, "proposals"), [{"by": "Chair"}], "yaml.not-a-list"),
        (("blocks", 0, "waivers"), [{}], "yaml.missing-key"),
        (("concordance",), [["7", "8"]], "yaml.not-a-record"),
    ],
)
def test_what_is_no_document_is_refused(path, value, message):
    with pytest.raises(InvalidRecord) as caught:
        document(changed(*path, value=value))
    assert caught.value.message_id == message


def test_an_error_leads_to_the_value_and_says_what_is_allowed():
    with pytest.raises(InvalidRecord) as caught:
        document(changed("blocks", 1, "children", 0, "kind", value="clause"))
    assert caught.value.path == ("blocks", 1, "children", 0, "kind")
    assert "preambular, operative" in str(caught.value.params["allowed"])


def test_a_newer_format_is_refused_before_its_unknown_keys():
    with pytest.raises(InvalidRecord) as caught:
        document({"format": "7", "brave": "new"})
    assert caught.value.message_id == "yaml.newer-format"


@pytest.mark.parametrize("value", ["", [], "a draft", {"clauses": []}])
def test_what_is_no_record_of_ours_is_called_that(value):
    with pytest.raises(InvalidRecord) as caught:
        document(value)
    assert caught.value.message_id == "yaml.not-a-draft"


def test_the_fingerprint_follows_the_words():
    whole = small()
    assert fingerprint(whole) == fingerprint(small())
    assert fingerprint(whole) != fingerprint(document(changed("blocks", 1, "text", value="请")))
