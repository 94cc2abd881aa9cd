"""Notes that come in: their references in the text, and themselves in the part of the notes.

They are put after all others. A reference finds its note by the id (ISO/IEC 29500-1, 17.11), in
whatever order they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.footnotes import NoteView
from drafter.model.text import SpanKind, Text
from drafter.writers.tracked.edits import Patch
from drafter.writers.tracked.parts import Child, Paragraph, Scan
from drafter.writers.tracked.sheet import Sheet

_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))


class Footnotes:
    """The part of the footnotes as it grows; `text` shows how references to them are set."""

    def __init__(self, part: Sheet, text: Sheet) -> None:
        self._part = part
        self._scan = part.scan
        self._marks = part.marks
        self._text = text
        ids = [int(each) for each in part.scan.notes if each.lstrip("-").isdecimal()]
        self._last = max([0, *ids])
        self._made: list[bytes] = []

    def reference(self, note: NoteView) -> bytes:
        """The run that marks a note which comes in; the note is made with it."""
        self._last += 1
        own = note.note.mark
        marks, w = self._text.marks, self._text.scan.prefix
        follows = f' {w}:customMarkFollows="1"' if own else ""
        mark = marks.text("t", own) if own else b""
        self._made.append(self._note(self._last, note.text, own))
        reference = marks.tag(f'footnoteReference{follows} {w}:id="{self._last}"')
        return marks.element("r", self._look(self._text, "note") + reference + mark)

    def patches(self) -> Iterator[Patch]:
        """What is to be put where in the part of the notes."""
        if self._made:
            yield self._scan.root_end, self._scan.root_end, b"".join(self._made)

    def _note(self, number: int, text: Text, own: str) -> bytes:
        like = next((p for p in self._scan.paragraphs if p.note), None)
        look = self._look(self._part, "silent")
        mark = self._marks.text("t", own) if own else self._marks.tag("footnoteRef")
        runs = self._marks.element("r", look + mark)
        runs += self._marks.run(b"", self._gap(like)) + self._words(like, text)
        inside = self._properties(like) + self._marks.round("ins", runs)
        name = f'footnote {self._scan.prefix}:id="{number}"'
        return self._marks.element(name, self._marks.element("p", inside))

    def _words(self, like: Paragraph | None, text: Text) -> bytes:
        look = self._look_of_words(like)
        spans = (span for span in text.spans if span.kind is not SpanKind.NOTE)
        return b"".join(self._marks.run(look, span.text) for span in spans)

    def _look_of_words(self, like: Paragraph | None) -> bytes:
        """How the first words of a note of the file are set."""
        for run in like.runs if like is not None else ():
            if any(child.kind == "text" and child.text.strip() for child in run.children):
                return self._scan.data[run.props[0] : run.props[1]] if run.zone < 0 else b""
        return b""

    def _gap(self, like: Paragraph | None) -> str:
        """What stands between the mark of a note and its words."""
        words = ""
        for run in like.runs if like is not None else ():
            for child in run.children:
                words += child.text
        gap = words[: len(words) - len(words.lstrip())]
        return gap or " "

    def _properties(self, like: Paragraph | None) -> bytes:
        if like is None or like.properties is None:
            return b""
        return self._scan.data[like.properties.start : like.properties.end]

    def _look(self, part: Sheet, kind: str) -> bytes:
        """How the marks of notes are set in a part, raised if it has none."""
        for paragraph in part.scan.paragraphs:
            for run in paragraph.runs:
                if any(_is_mark(child, kind) for child in run.children):
                    return part.scan.data[run.props[0] : run.props[1]]
        raised = part.marks.tag(f'vertAlign {part.scan.prefix}:val="superscript"')
        return part.marks.element("rPr", raised)


def _is_mark(child: Child, kind: str) -> bool:
    if kind == "note":
        return child.kind == "note" and child.key.startswith("footnote")
    return child.kind == "silent" and child.key == "footnoteRef"


def empty_part(text: Scan) -> bytes:
    """The part of the footnotes for a file that has none, with its two separators."""
    w = text.prefix
    space = re.search(rb'xmlns:%s="([^"]+)"' % w.encode(), text.data)
    made = "".join(
        f'<{w}:footnote {w}:type="{kind}" {w}:id="{key}">'
        f"<{w}:p><{w}:r><{w}:{kind}/></{w}:r></{w}:p></{w}:footnote>"
        for kind, key in _SEPARATORS
    )
    declared = f'xmlns:{w}="{space[1].decode() if space else ""}"'
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{head}<{w}:footnotes {declared}>{made}</{w}:footnotes>".encode()
