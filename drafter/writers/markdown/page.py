"""The blocks of a document as Markdown: headings, paragraphs with their labels, footnotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from drafter.languages import Language
from drafter.model.tree import Kind
from drafter.model.view import DocumentView
from drafter.writers.blocks.body import body
from drafter.writers.blocks.values import Block, Body, Run
from drafter.writers.bodies import type_row
from drafter.writers.front import Front, front
from drafter.writers.layout import layout
from drafter.writers.markdown.escaping import at_start, escaped, link, set_off
from drafter.writers.writer import WriteOptions

_BOLD = frozenset({"Session", "Committee", "AgendaTitleH2", "TitleH1", "TitleHCH", "Sponsors"})
_SLANTED = frozenset({"Bracket", "Rapporteur", "Closing"})
# Lines that belong together stand in one paragraph.
_TOGETHER = {
    "Session": "agenda", "Committee": "agenda", "AgendaItemNormal": "agenda",
    "AgendaTitleH2": "agenda", "Closing": "closing",
}  # fmt: skip
_BREAK = "\\\n"
_TITLE, _PART, _SECTION = "# ", "## ", "### "


def markdown(view: DocumentView, language: Language, options: WriteOptions) -> str:
    """The whole text; its last line ends. Raises `InvalidYaml` for a broken layout."""
    rules = layout(options.templates)
    kind = type_row(view, language, options, rules)
    face = front(view, language, options, rules)
    return "\n\n".join([*_masthead(face), *_Text(body(view, kind, face)).paragraphs()]) + "\n"


def _masthead(face: Front) -> Iterator[str]:
    labels = [set_off(word, "**") for word in (face.watermark, face.consultation) if word]
    yield from (at_start(label) for label in labels)
    if face.unofficial:
        yield at_start(set_off(face.unofficial, "*"))
    lines = (face.united_nations, face.symbol, face.organ, *(each.text for each in face.issue))
    yield _BREAK.join(at_start(escaped(line)) for line in lines if line.strip())


class _Text:
    def __init__(self, written: Body) -> None:
        self._blocks = written.blocks
        self._footnotes = {note.id: note for note in written.footnotes}
        self._names = _names(written)
        self._said: dict[str, str] = {}
        self._titled = False

    def paragraphs(self) -> Iterator[str]:
        """The paragraphs of the text, then the notes."""
        for name, group in groupby(self._blocks, key=lambda each: _TOGETHER.get(each.style, "")):
            lines = [self._line(block) for block in group]
            yield from [_BREAK.join(lines)] if name else lines
        for number, note in self._footnotes.items():
            words = at_start(self._runs(note.runs, iter(())))
            yield f"[^{self._names[number]}]: {words}"

    def _line(self, block: Block) -> str:
        if block.element is None:
            sign = "**" if block.style in _BOLD else "*" if block.style in _SLANTED else ""
            return at_start(self._runs(block.runs, iter(()), sign))
        words = self._runs(block.runs, iter(block.element.text.notes))
        head = self._heading(block)
        label = escaped(block.label) if block.element.paragraph is not None else ""
        labelled = f"{label} {words}" if label else words
        return head + (labelled.replace(_BREAK, " ") if head else at_start(labelled))

    def _heading(self, block: Block) -> str:
        element = block.element
        if element is None or element.kind not in (Kind.TITLE, Kind.HEADING):
            return ""
        if element.kind is Kind.TITLE and not self._titled:
            self._titled = True
            return _TITLE
        return _SECTION if element.paragraph is not None and element.kind is Kind.HEADING else _PART

    def _runs(self, runs: Iterable[Run], notes: Iterator[str], sign: str = "") -> str:
        return "".join(self._run(run, notes, sign) for run in runs).strip(" ")

    def _run(self, run: Run, notes: Iterator[str], sign: str) -> str:
        if run.printed:
            return self._mark(run, next(notes, ""))
        if run.breaks:
            return _BREAK if run.breaks == "line" else " "
        words = set_off(run.text, sign or "*") if run.emphasis or sign else escaped(run.text)
        if run.href:
            return link(words, run.href)
        return words

    def _mark(self, run: Run, note: str) -> str:
        if run.note:
            self._said[note] = self._names[run.note]
        name = self._names.get(run.note, "") or self._said.get(note, "")
        return f"[^{name}]" if name else escaped(run.printed)


def _names(written: Body) -> dict[int, str]:
    """The name of each note by its id: its number; where numbers start again, with a count; a mark
    of its own has none that a name may hold."""
    times: Counter[str] = Counter()
    names: dict[int, str] = {}
    for note in written.footnotes:
        plain = note.printed if note.printed.isalnum() else "n"
        times[plain] += 1
        names[note.id] = plain if times[plain] == 1 else f"{plain}-{times[plain]}"
    return names
