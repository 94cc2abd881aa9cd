"""A PDF that drafter writes reads back as the same document, in every language and type."""

import pytest

from drafter.languages import language
from drafter.model.tree import DocumentType, Kind
from drafter.readers import ReadOptions, read
from tests.writers.life import CODES, draft, typed
from tests.writers.pdf.installed import needs_fonts
from tests.writers.test_reading_back import SEEDS, notes, squeezed
from tests.writers.writing_samples import DATA, viewed, written

TYPES = (
    DocumentType.DRAFT_RESOLUTION,
    DocumentType.COMMITTEE_REPORT,
    DocumentType.RESOLUTION,
    DocumentType.DECISION,
)


def elements(view):
    """What the pages show; the organ's name in italics is no part of what readers keep."""
    return [
        (e.part, e.kind, e.level, e.label, e.opening if e.kind is not Kind.ENACTING else "",
         squeezed(e.text.plain()), tuple(m for _, m in e.marks))
        for e in view.elements
    ]  # fmt: skip


def read_back(document, folder, **options):
    path = folder / "written.pdf"
    path.write_bytes(written(document, "pdf", **options))
    return read(path).document


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("code", CODES)
def test_a_document_is_the_same_after_printing_and_reading(code, kind, tmp_path):
    needs_fonts(code)
    document = typed(code, kind)
    again = read_back(document, tmp_path)
    assert elements(viewed(again)) == elements(viewed(document))
    assert notes(viewed(again)) == notes(viewed(document))
    assert (again.type, again.language) == (document.type, code)


@pytest.mark.parametrize("seed", sorted(SEEDS))
def test_a_real_text_is_the_same_after_printing_and_reading(seed, tmp_path):
    needs_fonts("zh")
    first = read(DATA / "seeds" / f"{seed}.txt", ReadOptions(symbol=SEEDS[seed])).document
    again = read_back(first, tmp_path)
    assert elements(viewed(again)) == elements(viewed(first))
    assert notes(viewed(again)) == notes(viewed(first))


@pytest.mark.parametrize("code", CODES)
def test_what_runs_on_the_edges_of_pages_is_not_read_as_text(code, tmp_path):
    needs_fonts(code)
    plain = read_back(draft(code), tmp_path, official=True)
    marked = read_back(draft(code), tmp_path, draft=True, consultation=True)
    assert elements(viewed(marked)) == elements(viewed(plain))
    assert language(code).masthead.organ("general-assembly") == marked.masthead.body
