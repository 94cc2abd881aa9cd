"""The masthead: cover page, preface and what the identification says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.languages import Language
from drafter.readers.akn.inline import Inline
from drafter.readers.akn.markup import Element
from drafter.readers.outline import Outline, Words
from drafter.readers.reader import Removed
from drafter.readers.segment.fields import BLANK
from drafter.readers.segment.labels import resolution_number
from drafter.readers.segment.lines import Line
from drafter.readers.segment.roles import head_role

# what an element of the masthead says its words are, as `Line.role`
_ROLES = {
    "docNumber": "symbol",
    "session": "session",
    "docDate": "date",
    "docCommittee": "committee",
    "docAuthority": "organ",
    "docIntroducer": "rapporteur",
}
# what the document is called ("Addendum"): its words tell more, if they are known
_TYPE = "document-type"
# names of inline elements, in the words of the United Nations guidelines and of `Line.role`
_NAMED = {
    "distribution": "distribution",
    "originallanguage": "original",
    "languageofexpression": "version",
    "original": "original",
    "version": "version",
    "agendaitem": "agenda",
    "agenda": "agenda",
    "agendatitle": "agenda-title",
    "organization": "organization",
    "organ": "organ",
    "committee": "committee",
    "rapporteur": "rapporteur",
    "sponsors": "sponsors",
    "submitted": "submitted",
    "adopted": "adopted",
    "bracket": "bracket",
    "draftheading": "draft_heading",
    "session": "session",
    "date": "date",
    "number": "number",
    "documenttype": _TYPE,
}
_TITLES = ("docTitle", "longTitle")
# what stands on every page, and is no line of the masthead
_RUNNING = frozenset({"unofficial", "consultation", "watermark"})
_JOB = "jobnumber"


@dataclass(frozen=True, slots=True)
class Title:
    """A title, and the number of the resolution before it ("73/6.")."""

    words: Words
    label: str = ""


class Preface:
    """Reads the lines before the text into an outline."""

    def __init__(self, outline: Outline, inline: Inline, language: Language) -> None:
        self._outline = outline
        self._inline = inline
        self._language = language

    def titles(self, holders: Iterator[Element]) -> list[Title]:
        """The titles in these elements; every other line becomes one of the masthead."""
        return [title for holder in holders for title in self._titles(holder)]

    def _titles(self, holder: Element) -> Iterator[Title]:
        for block in _blocks(holder):
            fields = [each for each in block.inside() if role_of(each) or each.name in _TITLES]
            title = next((each for each in fields if each.name in _TITLES), None)
            if self._aside(block):
                continue
            if title is not None:
                yield self._title(block, title)
            else:
                self._lines(block, _outermost(fields))

    def _aside(self, block: Element) -> bool:
        """Whether a block is running matter, or the job number, which is no line either."""
        inner = block.elements[0] if len(block.elements) == 1 else None
        if inner is not None and inner.name == "docStatus" and inner.get("class") in _RUNNING:
            self._outline.removed.append(Removed("header", inner.line, inner.text()))
            return True
        if inner is not None and _named(inner) == _JOB:
            self._outline.fields.setdefault("job_number", inner.text())
            return True
        return False

    def _title(self, block: Element, title: Element) -> Title:
        before = self._inline.words(block, lambda each: each is title)
        found = resolution_number(f"{before.text} x")
        if before.text and (found is None or found.printed != before.text):
            self._outline.head.append(Line(before.text, before.line, starts=True, raised=()))
            return Title(self._inline.words(title))
        return Title(self._inline.words(title), "" if BLANK in before.text else before.text)

    def _lines(self, block: Element, fields: list[Element]) -> None:
        whole = self._inline.words(block)
        # "Resolution adopted by the {organ} on {date}" is one line, whatever stands in it
        if len(fields) < 2 or head_role(whole.text, self._language):
            self._line(whole, role_of(fields[0]) if len(fields) == 1 else "")
            return
        self._line(self._inline.words(block, lambda each: each in fields), "")
        for each in fields:
            self._line(self._inline.words(each), role_of(each))

    def _line(self, words: Words, role: str) -> None:
        text = self._outline.marked_aside(words)
        if role == _TYPE:
            role = head_role(text, self._language) or role
        if text:
            line = Line(text, words.line, starts=True, raised=(), role=role)
            self._outline.head.append(line)


def role_of(element: Element) -> str:
    """What the words of an element of the masthead are, empty for what tells nothing."""
    if element.name in ("inline", "span", "docProponent", "docStage", "docType"):
        return _NAMED.get(_named(element), "")
    return _ROLES.get(element.name, "")


def _named(element: Element) -> str:
    """The name that an element gives its words, without prefix and in one spelling."""
    named = element.get("name") or element.get("class")
    return named.rpartition(":")[2].replace("-", "").replace("_", "").lower()


def _outermost(fields: list[Element]) -> list[Element]:
    inner = {id(each) for field in fields for each in field.inside() if each is not field}
    return [field for field in fields if id(field) not in inner]


def _blocks(holder: Element) -> Iterator[Element]:
    """The lines of a cover page or preface: what holds words directly."""
    todo = list(reversed(holder.elements))
    while todo:
        found = todo.pop()
        if found.name in ("meta", "toc"):
            continue
        if found.name in ("p", "block", "longTitle", "td", "th", "heading") and not any(
            each.name == "p" for each in found.elements
        ):
            yield found
        else:
            todo += reversed(found.elements)
