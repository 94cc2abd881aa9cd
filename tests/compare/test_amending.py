"""Instructions derived from differences: carried out, they give the new text to the letter."""

import gzip
import json
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.model.tree import Document, DocumentType, Kind, Paragraph, Part, PartKind
from drafter.model.text import Text
from tests.compare.amending import amending, carried_out, edited, said
from tests.compare.test_revising import drafts, edited as rearranged
from tests.compare.test_documents_laws import documents
from tests.writers.life import CODES, draft

PAIRS = Path(__file__).resolve().parents[3] / "shared" / "real" / "pairs_en.jsonl.gz"
SLOW = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("code", CODES)
@SLOW
@given(st.data())
def test_instructions_carried_out_give_the_revised_text(code, data):
    before = draft(code)
    after = data.draw(edited(before))
    assert carried_out(before, after) == said(after)


@settings(SLOW, max_examples=200)
@given(documents(), documents())
def test_any_text_can_be_amended_to_any_other(a, b):
    assert carried_out(a, b) == said(b)


@settings(SLOW, max_examples=200)
@given(st.data())
def test_fused_split_and_moved_paragraphs_come_out_as_they_should(data):
    before = data.draw(drafts())
    after = data.draw(rearranged(before))
    assert carried_out(before, after) == said(after)


@pytest.mark.parametrize("code", CODES)
def test_a_text_needs_no_instruction_to_stay_as_it_is(code):
    assert amending(draft(code), draft(code)).instructions == ()


@pytest.mark.skipif(not PAIRS.is_file(), reason="the real pairs of paragraphs are not here")
def test_real_paragraphs_come_out_to_the_letter():
    with gzip.open(PAIRS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, 0, None, 97)]
    for row in rows:
        if row["a_text"] and row["b_text"]:
            a, b = (_alone(row[side]) for side in ("a_text", "b_text"))
            assert carried_out(a, b) == said(b), row["b_text"]


def _alone(words):
    part = Part(PartKind.RESOLUTION, (Paragraph("p", Kind.PREAMBULAR, Text.of(words)),))
    return Document(DocumentType.DRAFT_RESOLUTION, "en", part)
