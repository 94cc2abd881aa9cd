"""A clause file gives its document back exactly, and one reader finds every fault of another."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import InvalidYaml
from drafter.library import Adoption, Curated, Obtained, Source, Votes, import_document
from drafter.library.clause_file import (
    ClauseFile,
    InvalidClauseFile,
    completed,
    parse,
    text_fingerprint,
)
from drafter.library.clause_writing import written
from drafter.library.importing import filled
from drafter.library.source import Reservation
from drafter.model import record_write
from drafter.model.provenance import Action, Origin, Proposal, Stage, Status, Waiver
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Kind
from tests.library.samples import ANNEXED, REPORT, annexed, report

FILE = Path("x.yaml")


def _back(file):
    return parse(written(file).encode(), FILE)


@pytest.mark.parametrize(("document", "source"), [(annexed(), ANNEXED), (report(), REPORT)])
def test_a_file_gives_its_document_back_exactly(document, source, tmp_path):
    outcome = import_document(document, source, tmp_path)
    read = parse(outcome.path.read_bytes(), outcome.path)
    assert read.document == completed(document, read.source) == outcome.document
    assert read.source == filled(source, document)


def test_everything_a_source_can_say_comes_back():
    whole = Source(
        symbol="A/79/L.1", language="zh", stage=Stage.NO_ACTION, title="题", body="ga", session=79,
        date="2024-11-26", original_language="en", adopted_as=(("resolution", "79/1"),),
        adoption=(
            Adoption(
                "resolution", "recorded-vote", Votes(120, 3, 40),
                (Votes(100, 20, 30, "resolution/op3", "A/79/PV.53"),),
                (Reservation("某国", "resolution/op4", "不参加协商一致", "A/79/PV.53"),),
                "A/79/PV.53",
            ),
            Adoption("resolution/annex-1"),
        ),
        obtained=Obtained("against document", "H", "2026-11-21", "a" * 64),
        url="https://example.org/A/79/L.1", notice="NOTICE.md",
    )  # fmt: skip
    file = ClauseFile(whole, completed(annexed(), whole))
    assert _back(file).source == whole


def test_what_maintainers_add_comes_back():
    added = Curated(("remittances",), ("member-states",), "汇款", "与79/217比较", "reviewed")
    source = filled(ANNEXED, annexed())
    file = ClauseFile(source, completed(annexed(), source), (("resolution/annex-1/46", added),))
    assert dict(_back(file).curated) == {"resolution/annex-1/46": added}


def test_the_working_state_of_a_draft_comes_back():
    def worked(paragraph):
        return replace(
            paragraph,
            origins=(Origin("A/68/L.5", "resolution", "op1", "通过", stage=Stage.DRAFT),),
            status=Status(round=2),
            proposals=(Proposal(("某国",), Action.REPLACE, "a", "b", round=1),),
            waivers=(Waiver("N01", "有意"),),
            label_fixed="7 bis",
        )

    document = annexed()
    blocks = tuple(
        worked(b) if getattr(b, "kind", None) is Kind.OPERATIVE else b for b in document.root.blocks
    )
    source = filled(ANNEXED, document)
    whole = completed(replace(document, root=replace(document.root, blocks=blocks)), source)
    assert _back(ClauseFile(source, whole)).document == whole


def test_every_field_of_the_model_has_its_place_in_the_shape():
    from drafter.library import clause_file, shape

    paragraph = {*record_write.PARAGRAPH_KEYS, *clause_file.DERIVED, *clause_file.CURATED, "notes"}
    assert set(shape.ParagraphShape.model_fields) == paragraph
    assert set(shape.PartShape.model_fields) == set(record_write.PART_KEYS)
    assert set(shape.NoteShape.model_fields) == set(record_write.NOTE_KEYS)
    masthead = set(record_write.MASTHEAD_KEYS) - set(clause_file.MASTHEAD_TOLD_BY_SOURCE)
    assert set(shape.MastheadShape.model_fields) == masthead
    whole = set(record_write.DOCUMENT_KEYS) - set(clause_file.TOLD_BY_SOURCE)
    assert set(shape.ClauseFileShape.model_fields) == whole | {"source", "imported"}
    for model, keys in (
        (shape.OriginShape, record_write.ORIGIN_KEYS),
        (shape.StatusShape, record_write.STATUS_KEYS),
        (shape.ProposalShape, record_write.PROPOSAL_KEYS),
        (shape.WaiverShape, record_write.WAIVER_KEYS),
        (shape.PairShape, record_write.PAIR_KEYS),
    ):
        assert set(model.model_fields) == set(keys)


def test_an_edit_by_hand_changes_the_fingerprint_and_a_new_stage_does_not():
    source = filled(ANNEXED, annexed())
    whole = completed(annexed(), source)
    adopted = completed(annexed(), replace(source, stage=Stage.ADOPTED, date="2016-09-19"))
    assert text_fingerprint(whole) == text_fingerprint(adopted)
    edited = replace(whole, notes=whole.notes[:1])
    assert text_fingerprint(edited) != text_fingerprint(whole)


_CHARACTERS = st.text(st.sampled_from("回顾a1 *[]^\\：，'\"#-\n\u3000é\U00020000"), max_size=20)
_SPANS = st.lists(
    st.builds(Span, _CHARACTERS, st.sampled_from([SpanKind.PLAIN, SpanKind.EMPHASIS])),
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(_SPANS, _CHARACTERS, _CHARACTERS)
def test_any_words_survive_the_file(spans, note, label):
    document = annexed()
    first = document.root.blocks[0]
    changed = replace(first, text=Text.of(*spans), label_read=label.strip())
    root = replace(document.root, blocks=(changed, *document.root.blocks[1:]))
    source = filled(ANNEXED, replace(document, root=root))
    whole = completed(replace(document, root=root), source)
    added = Curated(note=note)
    back = _back(ClauseFile(source, whole, (("resolution/op1", added),)))
    assert back.document == whole
    assert dict(back.curated).get("resolution/op1", Curated()) == added


# Faults ------------------------------------------------------------------------------------------


def _faults(text):
    with pytest.raises(InvalidClauseFile) as caught:
        parse(text.encode(), FILE)
    return {(f.code, f.place.line, f.values.get("field", "")) for f in caught.value.findings}


SOUND = """\
format: 1
source:
  symbol: A/79/L.1
  language: zh
  stage: draft
type: draft-resolution
part: resolution
blocks:
  - id: resolution/op1
    kind: operative
    text: 决定
"""


def test_the_smallest_sound_file_is_read():
    assert parse(SOUND.encode(), FILE).document.paragraph("resolution/op1").text.plain() == "决定"


def test_every_fault_is_told_at_once_with_its_line():
    text = SOUND.replace("  symbol: A/79/L.1\n", "  simbol: A/79/L.1\n")
    text = text.replace("stage: draft", "stage: agreed").replace("kind: operative", "kind: verb")
    text += "    topics: remittances\n    verdict: good\n  - part: annex\n    blocks: none\n"
    assert _faults(text) == {
        ("missing-field", 2 + 1, "source.symbol"),
        ("unknown-key", 3, "source.simbol"),
        ("wrong-value", 5, "source.stage"),
        ("wrong-value", 10, "blocks.0.kind"),
        ("not-list", 12, "blocks.0.topics"),
        ("unknown-key", 13, "blocks.0.verdict"),
        ("not-list", 15, "blocks.1.blocks"),
    }


@pytest.mark.parametrize("field", ["symbol: A/79/L.1", "stage: draft", "language: zh"])
def test_a_source_without_symbol_stage_or_language_is_refused(field):
    name = field.partition(":")[0]
    assert ("missing-field", 3, f"source.{name}") in _faults(SOUND.replace(f"  {field}\n", ""))
    found = _faults(SOUND.replace(field, f"{name}:"))
    assert f"source.{name}" in {row[2] for row in found}


def test_a_file_without_source_is_refused():
    text = SOUND.replace(SOUND[SOUND.index("source:") : SOUND.index("type:")], "")
    assert ("missing-field", 1, "source") in _faults(text)


def test_what_is_allowed_is_told():
    with pytest.raises(InvalidClauseFile) as caught:
        parse(SOUND.replace("stage: draft", "stage: agreed").encode(), FILE)
    allowed = caught.value.findings[0].values["allowed"]
    assert allowed == "draft, committee, adopted, withdrawn, no-action"
    with pytest.raises(InvalidClauseFile) as caught:
        parse((SOUND + "    subject: x\n").encode(), FILE)
    assert "topics" in caught.value.findings[0].values["allowed"]


def test_a_key_twice_is_refused_with_its_line():
    with pytest.raises(InvalidYaml) as caught:
        parse((SOUND + "    text: 又决定\n").encode(), FILE)
    assert caught.value.place == "x.yaml:12"


def test_ids_twice_and_marks_without_note_are_all_told():
    again = SOUND[SOUND.index("  - id") :]
    text = SOUND + again.replace("决定", "决定[^n7]") + again.replace("决定", "又[^n8]")
    assert {(code, line) for code, line, _ in _faults(text)} == {
        ("duplicate-id", 12),
        ("mark-without-note", 14),
        ("duplicate-id", 15),
        ("mark-without-note", 17),
    }


def test_another_format_is_refused_before_anything_else():
    text = SOUND.replace("format: 1", "format: 2") + "surprise: yes\n"
    assert {row[0] for row in _faults(text)} == {"other-format"}


@pytest.mark.parametrize("text", ["", "hello", "- a\n- b\n", "format: 1\n", "{}\n"])
def test_what_is_no_clause_file_is_refused(text):
    assert _faults(text)


def test_a_file_that_is_not_utf_8_is_refused_with_its_line():
    with pytest.raises(InvalidClauseFile) as caught:
        parse(SOUND.encode().replace("决定".encode(), b"\xff\xfe"), FILE)
    assert caught.value.findings[0].place.line == 11
