"""Footnotes and endnotes, marked as Word marks them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from drafter.readers.docx.blocks import NoteRules, Section
from drafter.readers.docx.counters import counted

_KINDS = ("footnote", "endnote")
# Symbols are marks of their own; letters and Roman numerals only another way to count.
_AS_SHOWN = frozenset({"", "decimal", "chicago"})
_DEFAULTS = {"footnote": NoteRules("decimal", 1), "endnote": NoteRules("lowerRoman", 1)}


class Notes:
    """Gives out the marks of notes in the order in which their references are met.

    `order` holds the key of every note that was marked, its mark, and the number of the paragraph
    that has the mark; `recounted` says that some
    were marked with letters or Roman numerals, which are given as plain numbers.
    """

    def __init__(self, parts: dict[str, Element | None], settings: dict[str, NoteRules]) -> None:
        self._elements: dict[str, Element] = {}
        self._aside: list[tuple[str, Element]] = []
        self._asked: set[str] = set()
        for kind in _KINDS:
            root = parts.get(kind)
            for each in root if root is not None else ():
                if each.tag == f"w:{kind}":
                    self._file(f"{kind} {each.get('w:id', '')}", each)
        self._settings = settings
        self._rules = {kind: self._ruled(kind, NoteRules()) for kind in _KINDS}
        self._next = {kind: self._rules[kind].start for kind in _KINDS}
        self._marks: dict[str, str] = {}
        self._used: set[str] = set()
        self._own: set[str] = set()
        self.order: list[tuple[str, str, int]] = []
        self.recounted = False

    def _file(self, key: str, element: Element) -> None:
        if element.get("w:type", "normal") != "normal":  # the rule above notes, and the like
            self._aside.append(("footer", element))
        elif key in self._elements:
            self._aside.append(("unmarked-note", element))
        else:
            self._elements[key] = element

    def unmarked(self) -> Iterator[tuple[str, str]]:
        """The words that no mark met leads to, each with the reason why they are no text."""
        for reason, element in self._aside:
            if words := _words(element):
                yield reason, words
        for key, element in self._elements.items():
            if key not in self._asked and (words := _words(element)):
                yield "unmarked-note", words

    def element(self, key: str) -> Element | None:
        """What a note holds; None for a mark whose note the file has not."""
        return self._elements.get(key)

    def has_own_mark(self, key: str) -> bool:
        """Whether the note has a mark of its own instead of a number that Word counts."""
        return key in self._own

    def words(self, key: str) -> str:
        """All the characters of a note, changes included; it is taken for marked from now on."""
        self._asked.add(key)
        element = self._elements.get(key)
        return "" if element is None else _words(element)

    def mark(self, key: str, own: str, paragraph: int) -> str:
        """The mark of the note `key` where its reference is met, in a paragraph; `own` is its own
        mark if it has one."""
        if key in self._marks:
            return self._marks[key]
        kind = key.partition(" ")[0]
        mark = own or self._count(kind)
        if own:
            self._own.add(key)
        self._marks[key] = mark
        self._used.add(mark)
        if key in self._elements:
            self.order.append((key, mark, paragraph))
        return mark

    def known(self, mark: str) -> bool:
        """Whether a note met before has this mark."""
        return mark in self._used

    def begin_section(self, section: Section) -> None:
        """Another section begins: its own rules hold."""
        for kind, rules in (("footnote", section.footnotes), ("endnote", section.endnotes)):
            self._rules[kind] = self._ruled(kind, rules)
            if self._rules[kind].restart == "eachSect":
                self._next[kind] = self._rules[kind].start

    def begin_page(self) -> None:
        """Another page begins, as Word last laid the text out."""
        for kind in _KINDS:
            if self._rules[kind].restart == "eachPage":
                self._next[kind] = self._rules[kind].start

    def _ruled(self, kind: str, rules: NoteRules) -> NoteRules:
        for under in (self._settings.get(kind, NoteRules()), _DEFAULTS[kind]):
            rules = replace(
                rules,
                style=rules.style or under.style,
                start=rules.start or under.start,
                restart=rules.restart or under.restart,
            )
        return rules

    def _count(self, kind: str) -> str:
        number = self._next[kind]
        self._next[kind] = number + 1
        style = self._rules[kind].style
        if style in _AS_SHOWN:
            return counted(number, style)
        self.recounted = True
        return str(number)


def _words(element: Element) -> str:
    """All the characters in an element, deleted ones too."""
    return "".join(each.text or "" for each in element.iter() if each.tag in ("w:t", "w:delText"))
