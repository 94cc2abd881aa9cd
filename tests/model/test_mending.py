import pytest

from drafter.errors import EditRefused
from drafter.model.mending import mend_note
from drafter.model.text import Text
from drafter.model.tree import Document, DocumentType, Note, Part, PartKind

WORK = "联合国,《条约汇编》"


def _document():
    notes = (
        Note("n1", Text.of(f"{WORK}，第189卷。")),
        Note("n2", Text.of(f"{WORK}，第606卷,附件。"), work=WORK),
        Note("n3", Text.of("第70/1号决议。")),
    )
    return Document(DocumentType.RESOLUTION, "zh", Part(PartKind.RESOLUTION), notes=notes)


def _notes(document):
    return [(note.text.plain(), note.work) for note in document.notes]


def test_mending_the_work_of_a_note_mends_the_notes_that_cite_it():
    better = mend_note(_document(), "n1", 3, 4, "，")
    assert _notes(better) == [
        ("联合国，《条约汇编》，第189卷。", ""),
        ("联合国，《条约汇编》，第606卷,附件。", "联合国，《条约汇编》"),
        ("第70/1号决议。", ""),
    ]


def test_mending_the_rest_of_a_note_leaves_the_others_alone():
    better = mend_note(_document(), "n2", 16, 17, "，")
    assert _notes(better)[1] == (f"{WORK}，第606卷，附件。", WORK)
    assert _notes(better)[0] == (f"{WORK}，第189卷。", "")


def test_words_put_before_a_note_stand_in_that_note_only():
    better = mend_note(_document(), "n3", 0, 0, "见")
    assert [words for words, _ in _notes(better)][2] == "见第70/1号决议。"
    assert _notes(better)[:2] == _notes(_document())[:2]


def test_an_unknown_note_is_refused():
    with pytest.raises(EditRefused):
        mend_note(_document(), "n9", 0, 0, "x")
