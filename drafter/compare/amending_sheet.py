"""Instructions as the numbered paragraphs of a document: amendments, or oral revisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from string import Formatter

from drafter.compare.amending_places import Places
from drafter.compare.tokens import tokens
from drafter.languages import Language
from drafter.model.amendments import (
    Amendments,
    Block,
    Deleted,
    Inserted,
    Instruction,
    InWords,
    Moved,
    Renumbered,
    Replaced,
    Reworded,
    Spot,
    WordChange,
    once,
)
from drafter.model.markup import parse
from drafter.model.numbering import label
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import (
    NUMBERED_KINDS,
    Kind,
    Note,
    Paragraph,
    Part,
    PartKind,
)
from drafter.model.view import DocumentView, view

_EDITS = {
    Spot.AFTER: "after", Spot.BEFORE: "before", Spot.BEGINNING: "beginning", Spot.END: "end",
    Spot.CLOSE: "end",
}  # fmt: skip
_NEW: Mapping[Kind | PartKind, str] = {
    **dict.fromkeys(NUMBERED_KINDS, "paragraph"),
    Kind.PREAMBULAR: "preambular", Kind.OPERATIVE: "operative",
}  # fmt: skip
_PUT = {Spot.AFTER: "after", Spot.BEFORE: "before", Spot.UNDER: "under"}


def paragraphs(
    a: DocumentView, amendments: Amendments, language: Language
) -> tuple[tuple[Paragraph, ...], tuple[Note, ...]]:
    """A numbered paragraph for each instruction on the text `a`, and the notes of new words.

    A single one takes no number (A/C.6/80/L.24), and says nothing of those that follow from it
    (A/C.3/80/L.56, A/C.3/80/L.65). What is put in stands under its instruction in quotation marks,
    which every paragraph of it opens and the last one closes.
    """
    return Sheet(a, amendments, language).paragraphs()


class Sheet:
    """The instructions on one text as the paragraphs of a document."""

    def __init__(self, a: DocumentView, amendments: Amendments, language: Language) -> None:
        self._a, self._amendments, self._language = a, amendments, language
        self._words = language.amending
        self._places = Places(a, language)
        self._notes = {n.id: n for n in (*a.document.notes, *amendments.notes)}
        self._closed = language.conventions.stop

    def paragraphs(self) -> tuple[tuple[Paragraph, ...], tuple[Note, ...]]:
        """One for each instruction, in order, and the notes that they mark; see `paragraphs`."""
        told = self._amendments.instructions
        if len(told) == 2 and isinstance(told[1], Renumbered):
            told = told[:1]
        made = tuple(self._paragraph(f"i{number}", each) for number, each in enumerate(told, 1))
        if len(made) == 1:
            made = (replace(made[0], numbered=False),)
        marked = {note for top in made for each in top.walk() for note in each.text.notes}
        return made, tuple(note for name, note in self._notes.items() if name in marked)

    def _paragraph(self, name: str, each: Instruction) -> Paragraph:
        match each:
            case InWords():
                return self._in_words(name, each)
            case Reworded():
                what = self._places.chapeau(each.place)
                said = self._said("instructions", "replace", what=what)
                return self._with(name, said, [each.text])
            case Replaced():
                what = self._places.names(each.places)
                said = self._said("instructions", "replace", what=what)
                return self._with(name, said, self._printed(each.blocks))
            case Inserted():
                said = self._inserting(each)
                return self._with(name, said, self._printed(each.blocks))
            case Deleted():
                said = self._said("instructions", "delete", what=self._places.names(each.places))
            case Moved():
                row = "move_after" if each.spot is Spot.AFTER else "move_before"
                what, of = self._places.names(each.places), self._places.name(each.place, "of")
                said = self._said("instructions", row, what=what, of=of)
            case Renumbered():
                said = self._said("instructions", "renumber")
        return Paragraph(name, Kind.PROSE, sentence(said, self._closed))

    def _inserting(self, each: Inserted) -> Text:
        several = "s" if len(each.blocks) > 1 else ""
        row = self._new(each)
        new = self._words.said("new", row + several if row != "other" else row)
        of, what = self._places.name(each.place, "of"), self._places.name(each.place)
        return self._said("instructions", _PUT[each.spot], of=of, what=what, new=new)

    def _new(self, each: Inserted) -> str:
        """The row that says what is put in."""
        kinds = {block.kind for block in each.blocks}
        kind = kinds.pop()
        if kinds or kind not in _NEW:
            return "other"
        under = each.spot is Spot.UNDER and each.place not in {p for p, _ in self._parts()}
        return "sub" if under or self._is_inner(each.place) else _NEW[kind]

    def _parts(self) -> Iterator[tuple[str, Part]]:
        return self._a.document.parts()

    def _is_inner(self, place: str) -> bool:
        element = self._a.element(place)
        return element is not None and element.level > 1

    def _in_words(self, name: str, each: InWords) -> Paragraph:
        edits = [t for change in each.changes for t in self._edits(change, self._text(each.place))]
        where = self._places.chapeau(each.place, "in")
        if len(edits) == 1:
            said = filled(self._words.said("edits", "within"), {"in": where, "edit": edits[0]})
            return Paragraph(name, Kind.PROSE, sentence(said, self._closed))
        head = filled(self._words.said("edits", "several"), {"in": where})
        sub = self._language.endings.sub
        ends = [*([sub] * (len(edits) - 1)), self._closed]
        below = tuple(
            Paragraph(f"{name}.{number}", Kind.PROSE, sentence(text, end))
            for number, (text, end) in enumerate(zip(edits, ends, strict=True), 1)
        )
        return Paragraph(name, Kind.PROSE, sentence(head, ""), below)

    def _text(self, place: str) -> Text:
        """The words of a paragraph, or of a note, as they are."""
        element, note = self._a.element(place), self._a.document.note(place)
        return element.text if element else note.text if note else Text()

    def _edits(self, change: WordChange, text: Text) -> Iterator[Text]:
        """The change of `text` itself, then the notes that go with it."""
        if change.spot is not Spot.NOTE:
            yield self._edit(change, in_place(change.anchor, text))
        for note in change.gone:
            if note not in change.new.notes:
                yield self._said("edits", "no_note", number=self._places.note_number(note))

    def _edit(self, change: WordChange, anchor: Text) -> Text:
        new = change.new
        fields = {
            "beside": self._quoted("beside", anchor), "what": self._quoted("what", anchor),
            "by": self._quoted("by", new), "new": self._quoted("what", new),
        }  # fmt: skip
        if change.spot is Spot.INSTEAD:
            row = "instead" if new.spans else "delete"
            return filled(self._words.said("edits", row, self._case(new)), fields)
        fields["by"] = self._quoted("by", anchor)
        if len(new):
            return filled(self._words.said("edits", _EDITS[change.spot]), fields)
        notes = [self._mark(self._notes[note].text) for note in new.notes]
        fields["new"] = Text.of(*(span for text in notes for span in text.spans))
        row = "note_end" if change.spot is Spot.CLOSE else "note"
        return filled(self._words.said("edits", row), fields)

    def _quoted(self, row: str, words: Text) -> Text:
        """Words in quotation marks, called words or a word."""
        template = self._words.said("words", row, self._case(words))
        return filled(template, {"words": self._mark(words)})

    def _case(self, words: Text) -> str:
        """The form for one word, for several, or for none at all."""
        found = tokens(words.plain())
        worded = any(len(each.text) > 1 and each.text.isalpha() for each in found)
        return ("one" if len(found) == 1 else "") if worded else "figures"

    def _mark(self, words: Text) -> Text:
        first, last = self._words.quotes
        return Text.of(first, *_stripped(words).spans, last)

    def _with(self, name: str, said: Text, new: Sequence[Text]) -> Paragraph:
        """An instruction with what it puts in under it."""
        return under(name, said, self._put_in(new))

    def _put_in(self, new: Sequence[Text]) -> list[Text]:
        first, last = self._words.quotes
        rows = [Text.of(first, *text.spans) for text in new]
        return [*rows[:-1], Text.of(*rows[-1].spans, last)]

    def _said(self, table: str, row: str, **fields: str) -> Text:
        template = self._words.said(table, row)
        return filled(template, {name: Text.of(words) for name, words in fields.items()})

    def _printed(self, blocks: Iterable[Block]) -> list[Text]:
        """New paragraphs as they print, the numbers of the outermost ones apart: those follow from
        where they stand."""
        found: list[Text] = []
        for block in blocks:
            if isinstance(block, Part):
                found += self._printed_part(block)
            else:
                found.append(block.text)
                found += self._below(block, 1)
        return found

    def _below(self, paragraph: Paragraph, depth: int) -> Iterator[Text]:
        rules, number = self._language.conventions, 0
        for child in paragraph.children:
            printed = ""
            if child.numbered and child.kind is not Kind.CONTINUATION:
                number += 1
                printed = label(rules.levels[min(depth, len(rules.levels) - 1)], number)
            yield _labelled(child.label_fixed or printed, child.text)
            yield from self._below(child, depth + 1)

    def _printed_part(self, part: Part) -> Iterator[Text]:
        whole = Part(PartKind.RESOLUTION, (part,))
        alone = replace(self._a.document, root=whole, base=None, notes=tuple(self._notes.values()))
        for element in view(alone, self._language.conventions).elements:
            yield _labelled(element.label, element.text)


def under(name: str, head: Text, rows: Iterable[Text]) -> Paragraph:
    """A paragraph with `rows` under it, which take no numbers."""
    below = tuple(
        Paragraph(f"{name}.{number}", Kind.CONTINUATION, text, numbered=False)
        for number, text in enumerate(rows, 1)
    )
    return Paragraph(name, Kind.PROSE, sentence(head, ""), below)


def _labelled(printed: str, text: Text) -> Text:
    return Text.of(f"{printed} ", *text.spans) if printed else text


def filled(template: str, fields: Mapping[str, Text | str]) -> Text:
    """A template, with its emphasis, and texts in its fields."""
    parts: list[str | Span] = []
    for literal, name, _, _ in Formatter().parse(template):
        parts += parse(literal).spans
        value = fields[name] if name else ""
        parts += value.spans if isinstance(value, Text) else [value]
    return Text.of(*parts)


def sentence(text: Text, end: str) -> Text:
    """The text with a capital letter, closed by `end` unless a quotation closes it."""
    words, mark = text.plain()[:-1].rstrip(), text.plain()[-1:]
    end = "" if end and not mark.isalnum() and words.endswith(end) else end
    first, *rest = text.spans
    return Text.of(Span(first.text[:1].upper() + first.text[1:], first.kind), *rest, end)


def in_place(words: str, text: Text) -> Text:
    """Words that stand once in a text, with the emphasis that they have there."""
    at = once(words, text.plain())
    if at < 0:
        return Text.of(words)
    found = text.slice(at, at + len(words)).spans
    return Text.of(*(span for span in found if span.kind is not SpanKind.NOTE))


def _stripped(text: Text) -> Text:
    """Without white space at either end."""
    spans = list(text.spans)
    while spans and spans[0].kind is not SpanKind.NOTE and spans[0].text[0].isspace():
        spans[0] = Span(spans[0].text.lstrip(), spans[0].kind)
        spans = [*Text.of(*spans).spans]
    while spans and spans[-1].kind is not SpanKind.NOTE and spans[-1].text[-1].isspace():
        spans[-1] = Span(spans[-1].text.rstrip(), spans[-1].kind)
        spans = [*Text.of(*spans).spans]
    return Text(tuple(spans))
