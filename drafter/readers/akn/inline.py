"""The words of a paragraph: running text with its footnotes, emphasis and tracked changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from drafter.readers.akn.markup import Element
from drafter.readers.outline import Gathering, Outline, Words
from drafter.readers.reader import Removed

# inline elements whose words are words of the paragraph
_RUNNING = frozenset({
    "a", "abbr", "affectedDocument", "argument", "b", "change", "concept", "courtType", "date",
    "decoration", "def", "docAuthority", "docCommittee", "docDate", "docIntroducer",
    "docJurisdiction", "docNumber", "docProponent", "docPurpose", "docStage", "docStatus",
    "docTitle", "docType", "docketNumber", "embeddedText", "entity", "event", "extractText",
    "fillIn", "i", "inline", "ins", "judge", "lawyer", "legislature", "location", "mmod", "mod",
    "mref", "neutralCitation", "object", "omissis", "opinion", "organization", "outcome", "party",
    "person", "placeholder", "process", "quantity", "quotedText", "recordedTime", "ref",
    "relatedDocument", "remark", "rmod", "role", "rref", "session", "shortTitle", "signature",
    "span", "sub", "sup", "term", "time", "u", "vote",
})  # fmt: skip
# blocks that may stand in a cell or an item: their words are parted from those around them
_BLOCKS = frozenset({
    "block", "content", "div", "heading", "intro", "li", "ol", "p", "subheading", "table", "td",
    "th", "tr", "ul", "wrapUp",
})  # fmt: skip
_NOTHING = frozenset({"img", "marker", "meta"})
_QUOTING = frozenset({"quotedText", "embeddedText"})
STRUCTURES = frozenset({"embeddedStructure", "quotedStructure", "subFlow"})
NOTES = frozenset({"authorialNote"})


class Inline:
    """Reads the words of elements into an outline, its footnotes numbered as they come."""

    def __init__(self, outline: Outline, endnotes: Mapping[str, Element]) -> None:
        self._outline = outline
        self._endnotes = endnotes
        self._known: dict[str, int] = {}

    def words(self, element: Element, leave: Callable[[Element], bool] = lambda _: False) -> Words:
        """The words inside an element, those of elements that `leave` names left out."""
        gathered = Gathering()
        self._gather(element, gathered, leave, italic=_is_italic(element))
        return gathered.words(element.line)

    def _gather(
        self,
        element: Element,
        gathered: Gathering,
        leave: Callable[[Element], bool],
        *,
        italic: bool,
    ) -> None:
        for child in element.children:
            if isinstance(child, str):
                gathered.add(child, italic=italic)
            elif not leave(child):
                self._child(child, gathered, leave, italic=italic)

    def _child(
        self,
        child: Element,
        gathered: Gathering,
        leave: Callable[[Element], bool],
        *,
        italic: bool,
    ) -> None:
        name = child.name
        if name in NOTES:
            gathered.mark(self._note(child))
        elif name == "noteRef":
            self._reference(child, gathered)
        elif name in ("eol", "br"):
            gathered.add(" ", italic=italic)
        elif name == "del":
            self._outline.removed.append(Removed("deleted", child.line, child.text()))
        elif name not in _NOTHING and child.get("status") != "removed":
            if name not in _RUNNING | STRUCTURES | _BLOCKS:
                self.unknown(child)
            gathered.add(_before(child), italic=italic)
            self._gather(child, gathered, leave, italic=italic or _is_italic(child))
            gathered.add(_after(child), italic=italic)

    def unknown(self, element: Element) -> None:
        """Say that an element is none that is known; its words are kept."""
        self._outline.findings.add("unknown-element", element.line, name=element.name)

    def _note(self, element: Element) -> int:
        """The index of a note, its words read when it is first met."""
        key = element.get("eId") or f"line {element.line} {id(element)}"
        if key not in self._known:
            mark = element.get("marker").strip("()[] ")
            number = str(sum(m.isdecimal() for m, _ in self._outline.notes) + 1)
            self._known[key] = len(self._outline.notes)
            self._outline.notes.append((mark or number, Words("", element.line)))
            self._outline.notes[self._known[key]] = (mark or number, self._note_words(element))
        return self._known[key]

    def _note_words(self, element: Element) -> Words:
        """The words of a note, paragraphs parted by a line feed."""
        blocks = [each for each in element.elements if each.name in ("p", "block")]
        text, emphasis = "", []
        for index, each in enumerate(blocks or [element]):
            words = self.words(each)
            text += "\n" if index else ""
            emphasis += [(start + len(text), end + len(text)) for start, end in words.emphasis]
            text += words.text
        return Words(text, element.line, emphasis=tuple(emphasis))

    def _reference(self, element: Element, gathered: Gathering) -> None:
        """Another mark of a note that stands elsewhere, or the mark of an endnote."""
        target = element.get("href").lstrip("#")
        note = self._endnotes.get(target)
        if note is not None:
            gathered.mark(self._note(note))
        else:
            self._outline.findings.add("mark-without-note", element.line, mark=target)


def _before(element: Element) -> str:
    return element.get("startQuote") if element.name in _QUOTING else _around(element)


def _after(element: Element) -> str:
    return element.get("endQuote") if element.name in _QUOTING else _around(element)


def _around(element: Element) -> str:
    return " " if element.name in _BLOCKS else ""


def _is_italic(element: Element) -> bool:
    if element.name == "i":
        return True
    style = element.get("style").replace(" ", "").lower()
    return "font-style:italic" in style or "italic" in element.get("class").lower().split()
