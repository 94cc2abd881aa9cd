"""Instructions derived from differences: carried out, they give the new text to the letter."""

import gzip
import json
import os
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from drafter.compare.amending_places import Places
from drafter.compare.amending_sheet import paragraphs
from drafter.compare.correcting_sheet import corrections
from drafter.compare.unseen import evened
from drafter.languages import language
from drafter.model import edits
from drafter.model.markup import parse, write
from drafter.model.text import Text
from drafter.model.tree import Document, DocumentType, Kind, Paragraph, Part, PartKind
from drafter.model.view import view
from tests.compare.amending import amending, carried_out, edited, revised, said, sheet
from tests.compare.test_documents_laws import documents
from tests.compare.test_revising import drafts
from tests.compare.test_revising import edited as rearranged
from tests.writers.life import CODES, draft

PAIRS = Path(__file__).resolve().parents[3] / "shared" / "real" / "pairs_en.jsonl.gz"
GOLDEN = Path(__file__).resolve().parents[1] / "data" / "golden"
SLOW = settings(
    deadline=None,
    max_examples=25,
    # an example is a whole draft, and takes minutes to shrink
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("code", CODES)
@SLOW
@given(st.data())
def test_instructions_carried_out_give_the_revised_text(code, data):
    before = draft(code)
    after = data.draw(edited(before))
    assert carried_out(before, after) == said(after)


@settings(SLOW, max_examples=80)
@given(documents(), documents())
def test_any_text_can_be_amended_to_any_other(a, b):
    assert carried_out(a, b) == said(b)


@settings(SLOW, max_examples=80)
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
            assert _heard(carried_out(a, b)) == _heard(said(b)), row["b_text"]


@pytest.mark.parametrize(
    ("name", "written"), [("amending", paragraphs), ("corrigendum", corrections)]
)
@pytest.mark.parametrize("code", CODES)
def test_every_sort_of_instruction_is_said_in_every_language(code, name, written):
    """After a wanted change: DRAFTER_GOLDEN=write pytest tests/compare/test_amending.py"""
    before, after = draft(code), revised(draft(code))
    lines = [
        ("  " * min(number, 1)) + words
        for row in sheet(before, after, written)
        for number, words in enumerate(row)
    ]
    path = GOLDEN / f"{name}-{code}.txt"
    if os.environ.get("DRAFTER_GOLDEN") == "write":
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert path.read_text(encoding="utf-8").splitlines() == lines
    assert carried_out(before, after) == said(after)


def _heard(rows):
    return evened(str(rows).replace("\\xa0", " "))


def _alone(words, code="en"):
    part = Part(PartKind.RESOLUTION, (Paragraph("p", Kind.PREAMBULAR, Text.of(words)),))
    return Document(DocumentType.DRAFT_RESOLUTION, code, part)


@pytest.mark.parametrize(
    ("code", "before", "after", "told"),
    [
        ("zh", "纳入国家发展计划，开展合作，发展经济，", "纳入国家开发计划，开展合作，发展经济，",
         "将“国家发展”改为“国家开发”"),
        ("zh", "邀请各国在一般性讨论(见附件)中发言，", "邀请各国在一般性讨论(见附件)中首先发言，",
         "在“(见附件)中”之后插入“首先”"),
        ("zh", "在题为“水与发展”的议程项目下，", "在题为“水与发展”的议程项目的分项目下，",
         "在“议程项目”之后插入“的分项目”"),
        ("en", "Noting the “Water” theme, a sub-item,", "Noting the “Water” theme, the sub-item,",
         "replace the words “theme, a” with the words “theme, the”"),
        ("en", "Noting Oslo (2014) and Rome (2019),", "Noting Oslo (2015) and Rome (2019),",
         "replace “2014” with “2015”"),
        ("en", "Meeting in Rome (in May) and in Oslo (in June),",
         "Meeting in Rome (in May and then) and in Oslo (in June),",
         "after the words “in May”, insert the words “and then”"),
        ("en", "Recalling the governmental reports,", "Recalling the non-governmental reports,",
         "replace the word “governmental” with the words “non-governmental”"),
        ("en", "Noting the parties,", "Noting the parties, held in Rome,",
         "at the end, add the words “, held in Rome”"),
        ("ru", "напоминая о докладе 12,", "напоминая о докладе 13,", "заменить «12» на «13»"),
    ],
)  # fmt: skip
def test_what_is_quoted_is_whole_and_as_short_as_can_be(code, before, after, told):
    a, b = (_alone(words, code) for words in (before, after))
    (lines,) = sheet(a, b)
    assert [told in line for line in lines].count(True) == 1, lines
    assert carried_out(a, b) == said(b)


def test_places_that_a_negotiation_numbered_are_named_too():
    before = draft("en")
    names = {"resolution/pp3": "PP 2 bis", "resolution/op2": "2 alt"}
    before = replace(before, root=_labelled(before.root, names))
    after = before
    for place in ("resolution/pp3", "resolution/op2.b", "resolution/op2.c"):
        after = edits.delete(after, place)
    (row,) = sheet(before, after)
    assert row == [
        "Delete the third preambular paragraph and operative paragraphs 2 alt (b) and 2 alt (c)."
    ]


@pytest.mark.parametrize(
    ("code", "words", "named"),
    [
        ("en", "Water", "“Water”"),
        ("en", "Soil, and whatever else there is beside the water", "else there is beside”"),
        ("zh", "另外还有各国为此采取的措施" * 4, "另外还有各国为此采取的措施另外还有"),
    ],
)  # fmt: skip
def test_one_of_several_without_a_number_is_named_by_its_first_words(code, words, named):
    rows = tuple(
        Paragraph(name, Kind.CONTINUATION, Text.of(text), numbered=False)
        for name, text in (("a", words), ("b", "…"))
    )
    under = Paragraph("o", Kind.OPERATIVE, Text.of("x"), rows)
    text = Document(DocumentType.DRAFT_RESOLUTION, code, Part(PartKind.RESOLUTION, (under,)))
    rules = language(code)
    assert named in Places(view(text, rules.conventions), rules).name("a")


def test_words_that_are_exchanged_are_emphasised_as_they_stand_in_the_text():
    part = Part(
        PartKind.RESOLUTION, (Paragraph("p", Kind.OPERATIVE, parse("*Welcomes* the report;")),)
    )
    before = Document(DocumentType.DRAFT_RESOLUTION, "en", part)
    after = edits.set_text(before, "p", parse("*Notes* the report;"))
    rules = language("en")
    (row,), _ = paragraphs(view(before, rules.conventions), amending(before, after), rules)
    assert write(row.text).endswith("replace the word “*Welcomes*” with the word “*Notes*”.")


def _labelled(part, names):
    blocks = (
        _labelled(b, names) if isinstance(b, Part)
        else replace(b, label_fixed=names.get(b.id, "")) for b in part.blocks
    )  # fmt: skip
    return replace(part, blocks=tuple(blocks))


def test_a_paragraph_is_named_with_its_section_where_sections_count_by_themselves():
    def text(*words, restarts=True):
        rows = (
            Paragraph("h1", Kind.HEADING, Text.of("Posts")),
            Paragraph("a1", Kind.OPERATIVE, Text.of(words[0])),
            Paragraph("a2", Kind.OPERATIVE, Text.of("Keeps them under review;")),
            Paragraph("h2", Kind.HEADING, Text.of("Travel"), restarts=restarts),
            Paragraph("b1", Kind.OPERATIVE, Text.of(words[1])),
            Paragraph("b2", Kind.OPERATIVE, Text.of("Requests a report.")),
        )
        return Document(DocumentType.DRAFT_RESOLUTION, "en", Part(PartKind.RESOLUTION, rows))

    before = text("Approves the posts;", "Notes the cost;")
    after = text("Approves the posts proposed;", "Notes the rising cost;")
    assert carried_out(before, after) == said(after)
    first, second = (row[0] for row in sheet(before, after))
    assert first.startswith("In operative paragraph 1 of section I, ")
    assert second.startswith("In operative paragraph 1 of section II, ")
    rules = language("en")
    places = Places(view(before, rules.conventions), rules)
    assert places.names(["b1", "b2"]) == "operative paragraphs 1 and 2 of section II"
    running = text("Approves the posts;", "Notes the cost;", restarts=False)
    assert carried_out(before, running) == said(running)
