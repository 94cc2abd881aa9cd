"""A document as plain text: masthead, text, and the notes at the end of each numbering scope."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from drafter.languages import Language
from drafter.languages.wrapping import columns, wrapped
from drafter.model.footnotes import scope
from drafter.model.tree import Kind, PartKind
from drafter.model.view import DocumentView, ElementView
from drafter.writers.adoption_words import without_vote
from drafter.writers.blocks.lists import stands_alone
from drafter.writers.clean import for_text
from drafter.writers.front import Front, front
from drafter.writers.issue import BLANK
from drafter.writers.layout import layout
from drafter.writers.writer import WriteOptions

WIDTH = 72
_INDENT = 4
_HEADING = "  "
_STOPS = ".。؟!?"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SET_OFF = frozenset({Kind.TITLE, Kind.HEADING})
_NEW_PAGE = frozenset({PartKind.ANNEX, PartKind.APPENDIX})


def page(view: DocumentView, language: Language, options: WriteOptions) -> str:
    """The whole text; paragraphs are separated by an empty line, the last line ends."""
    face = front(view, language, options, layout(options.templates))
    groups = [*_masthead(face, language), *_Text(view, face, language).groups()]
    return "\n\n".join("\n".join(filter(None, group)) for group in groups if any(group)) + "\n"


def _masthead(face: Front, language: Language) -> Iterator[list[str]]:
    # The organ never stands alone on its line: the words would be those of an enacting line. A
    # line of underscores alone would be the rule above notes.
    between = "" if language.joins.delete else " "
    names = [name for name in (face.united_nations, face.organ) if name.strip("_")]
    issue = [_at_right(line.text) for line in face.issue if not line.text.endswith(BLANK)]
    yield [face.watermark]
    yield [between.join(names), _at_right(face.symbol), *issue]
    labels = (face.unofficial, face.consultation)
    yield [_at_right(line) for line in labels if line]
    yield [line for line in (face.council, face.session, face.committee) if line]
    for line in (face.agenda_items, *face.agenda_titles):
        yield wrapped(line, WIDTH, language)
    adopted = face.adopted.replace("\u00a0", " ")
    for line in (face.resolution, adopted, face.bracket, face.sponsors, face.alone):
        yield wrapped(line, WIDTH, language, first=_HEADING)


def _at_right(line: str) -> str:
    return " " * (WIDTH - columns(line)) + line if line else ""


class _Text:
    """The body: elements in order, each scope of notes closed by its notes."""

    def __init__(self, view: DocumentView, face: Front, language: Language) -> None:
        self._view = view
        self._face = face
        self._language = language
        self._kinds = {path: part.kind for path, part in view.document.parts()}
        self._notes = {note.id: note for note in view.notes}
        self._pending = [(note.mark, note.text) for note in face.notes]
        self._printed: set[str] = set()

    def groups(self) -> Iterator[list[str]]:
        """The lines of each paragraph, heading or block of notes."""
        where = ""
        closing = list(_closing(self._face.closing, self._language))
        titled = False
        for element in self._view.elements:
            if where and scope(element.part) != where:
                yield from self._note_block()
            where = scope(element.part)
            if closing and self._kinds[element.part] in _NEW_PAGE:
                yield from closing
                closing = []
            yield from self._element(element, titled=titled)
            titled = titled or element.kind is Kind.TITLE
        yield from closing
        yield from self._note_block()

    def _element(self, element: ElementView, *, titled: bool) -> Iterator[list[str]]:
        self._remember(element)
        words, language = _marked(element), self._language
        if element.kind is Kind.TITLE and not titled:
            bare = words.removeprefix(self._face.number).lstrip()
            yield wrapped(f"{self._face.number} {bare}".strip(), WIDTH, language, first=_HEADING)
            yield wrapped(self._face.heading, WIDTH, language, first=_HEADING)
            yield wrapped(self._face.rapporteur, WIDTH, language)
            return
        label = for_text(element.label) if element.paragraph is not None else ""
        if element.kind is Kind.HEADING and stands_alone(label):
            yield wrapped(label, WIDTH, language, first=_HEADING)
            label = ""
        words = f"{label} {words}" if label else words
        if element.kind in _SET_OFF:
            yield wrapped(words, WIDTH, language, first=_HEADING)
            return
        inner = " " * (_INDENT * max(element.level - 2, 0))
        first = " " * (_INDENT * max(element.level - 1, 1))
        yield wrapped(words, WIDTH, language, first=first, rest=inner)

    def _remember(self, element: ElementView) -> None:
        for note_id in element.text.notes:
            note = self._notes.get(note_id)
            if note is not None and note_id not in self._printed:
                self._printed.add(note_id)
                self._pending.append((note.number, note.text))

    def _note_block(self) -> Iterator[list[str]]:
        if self._pending:
            yield [self._language.note_marks.separator]
        for mark, text in self._pending:
            words = f"{_raised(mark)} {for_text(text.plain())}"
            # a note that seems to end with its line would end there when it is read again
            yield wrapped(words, WIDTH, self._language, first=" ", no_end=_STOPS)
        self._pending.clear()


def _closing(lines: tuple[str, ...], language: Language) -> Iterator[list[str]]:
    """The closing lines at the right; a recorded vote, and one that is too long for that, stand by
    themselves."""
    told = len(without_vote(lines))
    apart = (at >= told or columns(line) > WIDTH for at, line in enumerate(lines))
    for alone, group in groupby(zip(apart, lines, strict=True), key=lambda each: each[0]):
        if alone:
            yield from (wrapped(line, WIDTH, language) for _, line in group)
        else:
            yield [_at_right(line) for _, line in group]


def _marked(element: ElementView) -> str:
    """The words of an element with its footnote marks raised where they stand."""
    plain = element.text.plain()
    out, position = [], -1
    for offset, mark in element.marks:
        # marks on one spot are parted (Editorial Manual, "Footnotes")
        out += ["," if offset == position else for_text(plain[max(position, 0) : offset])]
        out += [_raised(mark)]
        position = offset
    return "".join([*out, for_text(plain[max(position, 0) :])])


def _raised(mark: str) -> str:
    return for_text(mark).translate(_RAISED)
