"""The Word file and the PDF of one document of the United Nations read as the same text."""

import difflib
from functools import cache
from pathlib import Path

import pytest

from drafter.languages import language
from drafter.model.view import view
from drafter.readers import read

REAL = Path(__file__).resolve().parents[4] / "shared" / "real" / "docx_en"
FILES = sorted(REAL.glob("*.docx"))
pytestmark = pytest.mark.skipif(not FILES, reason="the real files are not at hand")
AGREEMENT = 0.99


@cache
def seen(path):
    result = read(path)
    return result, view(result.document, language(result.document.language).conventions)


def squeezed(text):
    return "".join(text.split())


def paragraphs(path):
    """What stands outside tables: labelled paragraphs, headings and long paragraphs."""
    return [
        (
            squeezed(each.label),
            squeezed(each.text.plain()),
            tuple(map(str, dict(each.marks).values())),
        )
        for each in seen(path)[1].elements
        if each.label or len(each.text.plain()) > 240
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_labelled_paragraphs_and_notes_are_those_of_the_pdf(path):
    word, pdf = paragraphs(path), paragraphs(path.with_suffix(".pdf"))
    same = difflib.SequenceMatcher(None, word, pdf, autojunk=False).get_matching_blocks()
    assert 2 * sum(block.size for block in same) / (len(word) + len(pdf)) >= AGREEMENT
    notes = [
        [(n.number, n.text.plain()) for n in seen(p)[1].notes]
        for p in (path, path.with_suffix(".pdf"))
    ]
    assert notes[0] == notes[1]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_masthead_is_that_of_the_pdf(path):
    word, pdf = (seen(p)[0].document.masthead for p in (path, path.with_suffix(".pdf")))
    for field in ("symbol", "session", "agenda_items", "agenda_titles", "date", "distribution",
                  "original_language", "body", "job_number"):  # fmt: skip
        assert getattr(word, field) == getattr(pdf, field)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_paragraphs_are_numbered_without_gap(path):
    numbers = [
        int(each.label.rstrip(".")) for each in seen(path)[1].elements
        if each.label.rstrip(".").isdecimal() and each.kind.value != "heading"
    ]  # fmt: skip
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 30
