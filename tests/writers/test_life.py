"""The sample drafts of every language say the same in the same structure."""

import pytest

from drafter.model.tree import DocumentType
from tests.writers import life
from tests.writers.writing_samples import viewed


def shape(document):
    return [
        (e.part, e.kind, e.level, bool(e.label), tuple(m for _, m in e.marks))
        for e in viewed(document).elements
    ]


@pytest.mark.parametrize("variant", sorted(life.VARIANTS))
@pytest.mark.parametrize("code", life.CODES)
def test_a_variant_has_the_same_structure_in_every_language(variant, code):
    make = life.VARIANTS[variant]
    assert shape(make(code)) == shape(make("en"))


@pytest.mark.parametrize("code", life.CODES)
def test_every_mark_of_a_variant_has_its_note_and_every_note_its_mark(code):
    for make in life.VARIANTS.values():
        whole = make(code)
        marked = {note for _, paragraph in whole.walk() for note in paragraph.text.notes}
        assert marked == {note.id for note in whole.notes}
        ids = [paragraph.id for _, paragraph in whole.walk()]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("kind", sorted(DocumentType))
def test_the_draft_becomes_a_document_of_each_type(kind):
    assert life.typed("en", kind).type is kind
