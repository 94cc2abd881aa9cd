"""Texts to amend, what a text says, and the instructions as they are read."""

from dataclasses import replace

from hypothesis import strategies as st

from drafter.compare import compare_documents
from drafter.compare.amending import amendments
from drafter.compare.amending_sheet import paragraphs
from drafter.compare.revising import revision
from drafter.languages import language
from drafter.model import edits, moving, note_edits
from drafter.model.amendments import applied, ending_at
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Note, Paragraph, Part, PartKind
from drafter.model.view import view


def amending(a, b):
    """The instructions that make `a` into `b`."""
    rules = language(a.language)
    before, after = (view(each, rules.conventions) for each in (a, b))
    told = revision(before, after, compare_documents(a, b, rules), rules)
    return amendments(before, after, told, rules)


def said(document):
    """All that a text prints but its masthead and emphasis, whatever its ids are; notes in full."""
    shown = view(document, language(document.language).conventions)
    rows = [(e.part, e.kind, e.level, e.label, e.text.plain(), e.marks) for e in shown.elements]
    return rows, [(n.number, document.note(n.id).text.plain()) for n in shown.notes]


def carried_out(a, b):
    """What `a` says when the instructions that make it into `b` are carried out."""
    return said(applied(a, amending(a, b)))


def sheet(a, b, written=paragraphs):
    """The instructions as lines, with what stands under each."""
    rules = language(a.language)
    rows, _ = written(view(a, rules.conventions), amending(a, b), rules)
    return [[each.text.plain() for each in row.walk()] for row in rows]


@st.composite
def edited(draw, document):
    """`document` with some of its blocks moved, dropped, doubled, joined or reworded."""
    document = replace(document, root=_part(draw, document.root))
    taken = {n for _, p in document.walk() for n in p.text.notes}
    notes = [
        replace(n, text=_words(draw, n.text, ())) if n.id in taken and draw(RARELY) else n
        for n in document.notes
    ]
    return replace(document, notes=tuple(notes))


RARELY = st.sampled_from([False] * 6 + [True])


def _part(draw, part):
    blocks = [_part(draw, b) if isinstance(b, Part) else _paragraph(draw, b) for b in part.blocks]
    return replace(part, blocks=tuple(_row(draw, blocks)))


def _paragraph(draw, paragraph):
    children = [_paragraph(draw, child) for child in paragraph.children]
    text = _words(draw, paragraph.text, paragraph.text.notes) if draw(RARELY) else paragraph.text
    return replace(paragraph, text=text, children=tuple(_row(draw, children)))


def _row(draw, row):
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
        if not row:
            break
        at, other = draw(st.integers(0, len(row) - 1)), draw(st.integers(0, len(row) - 1))
        match draw(st.sampled_from(["drop", "move", "add"])):
            case "drop" if not isinstance(row[at], Part):
                row.pop(at)
            case "drop" if row[at].kind is PartKind.ANNEX:
                row.pop(at)
            case "move" if not (isinstance(row[at], Part) or isinstance(row[other], Part)):
                row.insert(other, row.pop(at))
            case "add" if isinstance(row[at], Paragraph):
                row.insert(at, _another(draw, row[at]))
    return row


def _another(draw, paragraph):
    """A new paragraph, made of the words of an old one."""
    name = f"{paragraph.id}~{draw(st.integers(0, 10**9))}"
    words = paragraph.text.plain().split(" ")[::-1]
    return Paragraph(name, paragraph.kind, Text.of(" ".join(words)), (), paragraph.numbered)


def _words(draw, text, notes):
    """Some words of the text dropped, doubled or replaced, and some of its marks."""
    spans = []
    for span in text.spans:
        if span.kind is SpanKind.NOTE:
            spans += [] if span.text in notes and draw(RARELY) else [span]
            continue
        words = span.text.split(" ") if " " in span.text else list(span.text)
        glue = " " if " " in span.text else ""
        for _ in range(draw(st.integers(0, 3))):
            at = draw(st.integers(0, len(words) - 1))
            new = draw(st.sampled_from(["", "water", "水", words[at], words[0], "，", "70/1,"]))
            words[at : at + draw(st.integers(0, 2))] = [new] if new else []
            words = words or ["x"]
        spans.append(Span(glue.join(words), span.kind))
    return Text.of(*spans)


def revised(document):
    """`document`, one of tests/data/life, with a change of every sort; the words are its own."""
    at = {each.id.removeprefix("resolution/"): each for _, each in document.walk()}

    def worded(place, old, new):
        each = document.paragraph(at[place].id)
        start = each.text.plain().index(old)
        text = each.text.replaced(start, start + len(old), new)
        return edits.set_text(document, each.id, text)

    document = worded("pp1", "77/172", "78/172")
    document = worded("pp1", "70/1", "71/1")
    document = note_edits.remove_note(document, "n7")
    document = edits.delete(document, at["pp3"].id)
    document = edits.delete(document, at["pp4"].id)
    fresh = (("pp9", "pp5", at["annex-1/4"]), ("op9", "op1", at["annex-1/1"]))
    for name, after, like in fresh:
        kind, text = at[after].kind, like.text
        new = Paragraph(f"resolution/{name}", kind, text)
        document = edits.insert_after(document, at[after].id, new)
    document = edits.set_text(document, at["s2"].id, at["annex-1/appendix-1/title"].text)
    document = moving.move(document, at["op2.c"].id, up=True)
    document = edits.delete(document, at["op2.b.ii"].id)
    end = ending_at(at["op5"].text.plain())
    document = edits.set_text(document, at["op5"].id, at["op5"].text.replaced(end, end, " (70/1)"))
    document = note_edits.add_note(
        document,
        at["op6"].id,
        len(at["op6"].text),
        Note("n20", Text.of(at["annex-1/2"].text.plain())),
    )
    document = edits.set_text(document, at["annex-1/3.b"].id, at["annex-1/1"].text)
    note = document.note("n8")
    document = note_edits.set_note(document, replace(note, text=note.text.replaced(5, 8, "215")))
    annex = document.root.parts[0]
    shorter = replace(annex, blocks=annex.blocks[:-1])
    blocks = tuple(shorter if block is annex else block for block in document.root.blocks)
    return replace(document, root=replace(document.root, blocks=blocks))
