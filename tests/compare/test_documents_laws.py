"""Laws of any two documents, with annexes, sub-paragraphs, equal texts and notes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compare import RowState, compare_documents
from drafter.languages import language
from drafter.model.tree import Kind, PartKind
from drafter.model.view import view
from tests.compare.documents import TEXTS, document, marked, note, paragraph, part

ZH = language("zh")
# two of them nearly the same, one that holds another
WORDS = (
    *TEXTS,
    TEXTS[0].replace("鼓励", "敦促"),
    TEXTS[2][:-1] + "，并" + TEXTS[3],
    "其他事项；",
    "",
)
NOTES = ("A/77/236。", "见A/77/236，第三节。", "同上。")


@st.composite
def documents(draw):
    """Paragraphs in a text and two annexes, each with up to one sub-paragraph and one mark."""
    notes = [note(number, text) for number, text in enumerate(NOTES, 1)]
    unmarked = {1, 2, 3}
    count = 0

    def one(kind):
        nonlocal count
        count += 1
        marks = [unmarked.pop()] if unmarked and draw(st.booleans()) else []
        inner = [paragraph(f"p{count}.a", draw(words), kind=kind)] if draw(st.booleans()) else []
        return paragraph(f"p{count}", marked(draw(words), *marks), *inner, kind=kind)

    words = st.sampled_from(WORDS)
    sizes = draw(st.tuples(st.integers(0, 4), st.integers(0, 3), st.integers(0, 3)))
    text, *annexes = (
        [one(kind) for _ in range(size)] for kind, size in zip(_KINDS, sizes, strict=True)
    )
    return document(*text, *(part(PartKind.ANNEX, *rows) for rows in annexes), notes=notes)


_KINDS = (Kind.OPERATIVE, Kind.PROSE, Kind.PROSE)


def ids(document):
    shown = view(document, ZH.conventions)
    return sorted([*(each.id for each in shown.elements), *(each.id for each in document.notes)])


@settings(deadline=None, max_examples=150)
@given(documents(), documents())
def test_every_element_and_note_stands_in_one_row(a, b):
    found = compare_documents(a, b, ZH).rows
    assert sorted(each for row in found for each in row.a) == ids(a)
    assert sorted(each for row in found for each in row.b) == ids(b)


@settings(deadline=None, max_examples=100)
@given(documents())
def test_a_document_beside_itself_is_kept_in_every_fact(a):
    found = compare_documents(a, a, ZH).rows
    assert {row.state for row in found} <= {RowState.KEPT}
    assert all(row.a == row.b for row in found)
    assert not any(row.structure for row in found)


@settings(deadline=None, max_examples=100)
@given(documents(), documents())
def test_notes_never_move_and_structure_changes_no_state(a, b):
    notes = {each.id for each in a.notes}
    for row in compare_documents(a, b, ZH).rows:
        assert row.state is not RowState.MOVED or notes.isdisjoint(row.a)
        assert row.state is not RowState.CHANGED or row.changes
