"""A revision holds both texts, whatever was done to the first."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.compare import compare_documents
from drafter.compare.revising import revision
from drafter.languages import language
from drafter.model.revision import Fate, base_texts, draft_texts
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Kind, Note, Paragraph
from drafter.model.view import view
from tests.compare.documents import TEXTS, document, paragraph

ZH = language("zh")
NOTES = tuple(Note(f"n{i}", Text.of(f"第{70 + i}/{i}号决议。")) for i in range(4))
WORDS = st.sampled_from((*TEXTS, "鼓励", "，酌情，", "第79/217号决议", "2026年", "a b", ""))
MARKS = st.sampled_from(["n0", "n1", "n2", "n3", "n9"])


@st.composite
def marked(draw):
    parts = [*draw(st.lists(WORDS, min_size=1, max_size=4)), ""]
    marks = [draw(st.lists(MARKS, max_size=2)) if draw(st.booleans()) else [] for _ in parts]
    spans = []
    for word, notes in zip(parts, marks, strict=True):
        spans += [word, *(Span(note, SpanKind.NOTE) for note in notes)]
    return Text.of(*spans)


@st.composite
def drafts(draw):
    made = [
        replace(
            paragraph(f"op{number}", ""),
            text=draw(marked()),
            children=tuple(
                replace(paragraph(f"op{number}.{letter}", ""), text=draw(marked()))
                for letter in "ab"[: draw(st.integers(0, 2))]
            ),
        )
        for number in range(draw(st.integers(0, 5)))
    ]
    return document(*made, notes=NOTES[: draw(st.integers(0, 4))])


@st.composite
def edited(draw, made):
    """`made` with paragraphs moved, dropped, fused, split and reworded, and its notes renamed."""
    blocks = list(made.root.blocks)
    for _ in range(draw(st.integers(0, 4))):
        if not blocks:
            break
        at = draw(st.integers(0, len(blocks) - 1))
        block = blocks.pop(at)
        match draw(st.sampled_from(["move", "drop", "fuse", "split", "reword"])):
            case "move":
                blocks.insert(draw(st.integers(0, len(blocks))), block)
            case "fuse" if at < len(blocks):
                other = blocks[at]
                joined = Text.of(*block.text.spans, *other.text.spans)
                blocks[at] = replace(other, text=joined)
            case "split":
                cut = draw(st.integers(0, len(block.text)))
                first, rest = block.text.slice(0, cut), block.text.slice(cut, len(block.text))
                second = Paragraph(f"{block.id}-2", Kind.OPERATIVE, rest)
                blocks[at:at] = [replace(block, text=first), second]
            case "reword":
                blocks.insert(at, replace(block, text=draw(marked())))
    return replace(made, root=replace(made.root, blocks=tuple(blocks)))


def printed(side):
    return [(each.id, unemphasised(each.text)) for each in side.elements]


def unemphasised(text):
    spans = (s if s.kind is SpanKind.NOTE else Span(s.text) for s in text.spans)
    return Text.of(*spans)


def revised(old, new):
    a, b = view(old, ZH.conventions), view(new, ZH.conventions)
    return a, b, revision(a, b, compare_documents(old, new, ZH), ZH)


def plainly(texts):
    return [(name, unemphasised(text)) for name, text in texts]


@given(data=st.data())
def test_rejecting_all_gives_the_base_and_accepting_all_the_draft(data):
    old = data.draw(drafts())
    new = data.draw(edited(old) if data.draw(st.booleans()) else drafts())
    a, b, found = revised(old, new)
    assert plainly(base_texts(found)) == printed(a)
    assert plainly(draft_texts(found)) == printed(b)
    olds = [note.old for note in found.notes if note.old]
    assert sorted(olds) == sorted(note.id for note in a.notes)
    assert [note.new for note in found.notes if note.new] == [note.id for note in b.notes]


@given(made=drafts())
def test_nothing_changed_is_nothing_revised(made):
    _, _, found = revised(made, made)
    assert not any(each.changed for each in (*found.paragraphs, *found.notes))


def fates(old, new):
    return [
        (each.fate.value, [(p.fate.value, p.text.plain()) for p in each.pieces if p.text.plain()])
        for each in revised(old, new)[2].paragraphs
    ]


def test_two_paragraphs_fused_lose_the_mark_between_them():
    old = document(*(paragraph(f"op{i}", text) for i, text in enumerate(TEXTS[:2])))
    new = document(paragraph("op0", TEXTS[0] + TEXTS[1]))
    assert fates(old, new) == [
        ("deleted", [("kept", TEXTS[0])]),
        ("kept", [("kept", TEXTS[1])]),
    ]


def test_a_paragraph_split_gains_a_mark_and_no_words():
    old = document(paragraph("op0", TEXTS[0] + TEXTS[1]))
    new = document(*(paragraph(f"op{i}", text) for i, text in enumerate(TEXTS[:2])))
    assert fates(old, new) == [
        ("inserted", [("kept", TEXTS[0])]),
        ("kept", [("kept", TEXTS[1])]),
    ]


def test_a_paragraph_that_moves_takes_its_sub_paragraphs_along():
    child = paragraph("op0.a", "流离失所者；")
    first, *rest = (paragraph(f"op{i}", text) for i, text in enumerate(TEXTS))
    first = replace(first, children=(child,))
    found = revised(document(first, *rest), document(*rest, first))[2]
    moved = [(each.fate, each.old or each.new, each.move) for each in found.paragraphs if each.move]
    assert moved == [
        (Fate.MOVED_FROM, "resolution/op0", "move1"),
        (Fate.MOVED_FROM, "resolution/op0.a", "move2"),
        (Fate.MOVED_TO, "resolution/op0", "move1"),
        (Fate.MOVED_TO, "resolution/op0.a", "move2"),
    ]


@pytest.mark.parametrize("word", ["2026", "2027"])
def test_a_note_mark_stays_beside_words_that_change_before_it(word):
    mark = Span("n0", SpanKind.NOTE)

    def dated(year):
        text = Text.of(f"决定于{year}年", mark, "召开会议；")
        return document(replace(paragraph("op1", ""), text=text), notes=NOTES[:1])

    kept = [
        note
        for each in revised(dated("2025"), dated(word))[2].paragraphs
        for piece in each.pieces
        for note in piece.text.notes
        if piece.fate is Fate.KEPT
    ]
    assert kept == ["n0"]
