"""Prints a document as text in many layouts, the way texts come out of PDF files."""

import re
from dataclasses import dataclass

from drafter.languages import language
from drafter.model.tree import Kind
from drafter.model.view import view
from drafter.readers.segment.lines import columns

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNBROKEN = re.compile(r"\u2060[!-~⁰¹²³⁴⁵⁶⁷⁸⁹]+|[!-~]+|\s+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|.", re.S)
_GLUE = "\u2060"  # a mark is not parted from the word it stands behind
_NO_START = _GLUE + "，。、；：！？”’》）)"
RULE = "__________________"


@dataclass(frozen=True)
class Layout:
    """How to print. `measure` 0 prints whole paragraphs on one line; `blank` empty lines stand
    between lines, `gap` more between paragraphs; `page` lines make a page (0: one page)."""

    measure: int = 70
    blank: int = 1
    gap: int = 0
    indent: int = 1
    page: int = 0
    raised: bool = False
    rule: bool = True
    addresses: bool = False
    furniture: str = ""
    form_feed: bool = False
    seam_indent: int = 1
    spaced: int = 0


def printed(document, layout):
    """The document as text."""
    return _Printer(document, layout).text()


class _Printer:
    def __init__(self, document, layout):
        self.document = document
        self.layout = layout
        self.view = view(document, language(document.language).conventions)
        self.spaces = language(document.language).joins.delete is False
        self.out = []
        self.page_lines = 0
        self.page_notes = []
        self.page_number = 1
        self.fresh = True

    def text(self):
        for words in self._head():
            self._line(words, indent=0, blank=self.layout.blank + self.layout.gap)
        for element in self.view.elements:
            if element.id in self.head_ids:
                continue
            self._paragraph(element)
        self._turn_page(last=True)
        return "\n".join(self.out) + "\n"

    def _head(self):
        head = self.document.masthead
        titles = [e for e in self.view.elements if e.kind is Kind.TITLE and e.part == self._root]
        self.head_ids = {e.id for e in titles}
        rest = [words for words in head.read if words != head.submitters]
        shown = [self._words(e) for e in titles]
        for element in titles:
            self._note_marks(element)
        rapporteur = [w for w in rest if head.rapporteur and w.endswith(head.rapporteur)]
        rest = [w for w in rest if w not in rapporteur]
        if self._root == "report":
            return [*rest, *shown, *rapporteur]
        return [*rest, *([head.submitters] if head.submitters else []), *shown]

    @property
    def _root(self):
        return self.document.root.kind.value

    def _words(self, element):
        plain, out, position = element.text.plain(), "", 0
        for offset, mark in element.marks:
            out += plain[position:offset] + self._mark(mark, plain[offset : offset + 1])
            position = offset
        return self._auto_spaced(out + plain[position:])

    def _mark(self, mark, after):
        if self.layout.raised and mark.isdigit():
            return _GLUE + mark.translate(_RAISED)
        return _GLUE + mark + (" " if after else "")

    def _auto_spaced(self, text):
        """White space put between Han characters and digits, as justification leaves it."""
        if not self.layout.spaced or self.spaces:
            return text
        turn = self.layout.spaced

        def space(found):
            nonlocal turn
            turn = turn * 7 % 11
            return found[1] + (" " if turn % 3 else "") + found[2]

        text = re.sub(r"([\u4e00-\u9fff])(\d{4})", space, text)
        return re.sub(r"(\d)([年月日号])", space, text)

    def _paragraph(self, element):
        heading = element.kind in (Kind.TITLE, Kind.HEADING, Kind.ENACTING)
        label = "" if element.paragraph is None else element.label
        words = f"{label} {self._words(element)}" if label else self._words(element)
        indent = self.layout.indent + (1 if heading and self.layout.indent else 0)
        for number, line in enumerate(self._wrapped(words)):
            blank = self.layout.blank + (self.layout.gap if number == 0 else 0)
            self._line(line, indent if number == 0 else 0, blank, element, number)
        self._note_marks(element)

    def _note_marks(self, element):
        for _, mark in element.marks:
            note = next(
                n for n in self.view.notes
                if n.number == mark and n not in self.page_notes and n.id in element.text.notes
            )  # fmt: skip
            self.page_notes.append(note)

    def _line(self, words, indent, blank, element=None, number=0):
        if self.layout.page and self.page_lines >= self.layout.page:
            self._turn_page()
            indent += self.layout.seam_indent
            blank = 0
        if self.out and not self.fresh:
            self.out += [""] * blank
        self.out.append(" " * indent + words.replace(_GLUE, ""))
        self.page_lines += 1
        self.fresh = False

    def _turn_page(self, last=False):
        if self.page_notes:
            self._notes()
        if self.layout.addresses:
            self.out += ["https://undocs.org/ch/A/RES/70/1", "https://undocs.org/ch/A/79/439"]
        if self.layout.furniture and not last:
            job, symbol = "24-22222 (C)", self.layout.furniture
            self.out += ["", f"{self.page_number}/12    {job}", "", symbol, ""]
        if self.layout.form_feed and not last:
            self.out[-1] += "\f"
        self.page_number += 1
        self.page_lines = 0

    def _notes(self):
        if self.layout.rule:
            self.out += ["", RULE, ""]
        else:
            self.out.append("")
        for note in self.page_notes:
            mark = note.number.translate(_RAISED) if self.layout.raised else note.number
            lines = self._wrapped(f"{mark} {self._auto_spaced(note.text.plain())}", 12)
            for number, line in enumerate(lines):
                self.out += [" " * (number == 0) + line, ""]
        self.page_notes = []

    def _wrapped(self, words, wider=0):
        measure = self.layout.measure and self.layout.measure + wider
        if not measure or columns(words.replace(_GLUE, "")) <= measure:
            return [words.replace(_GLUE, "")]
        lines, current = [], ""
        tokens = words.split(" ") if self.spaces else _UNBROKEN.findall(words)
        glue = " " if self.spaces else ""
        for token in tokens:
            longer = current + glue + token if current else token
            if (
                current
                and columns(longer.replace(_GLUE, "")) > measure
                and token[:1] not in _NO_START
            ):
                lines.append(current.rstrip())
                current = token.lstrip()
            else:
                current = longer
        return [*lines, current] if current else lines
