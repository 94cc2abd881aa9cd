"""What there is to say of a Word file: comments, changes, tables, what is no text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from drafter.model.findings import Finding, Params, Place
from drafter.readers.docx.changes import Changes
from drafter.readers.docx.notes import Notes
from drafter.readers.docx.placing import Placing
from drafter.readers.docx.transcript import Remark, Transcript
from drafter.readers.segment.findings import FINDINGS

_FORMATTING = frozenset(
    {"w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPrChange", "w:tblPrExChange",
     "w:trPrChange", "w:tcPrChange", "w:tblGridChange", "w:numberingChange"}
)  # fmt: skip
_MOST_NAMES = 8
_NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Report:
    """Makes the findings of one file. `main` is its text, `comments` its comments, `lost` the names
    of the parts that could not be read."""

    main: Element | None
    comments: Element | None
    lost: tuple[str, ...]
    placing: Placing
    original: bool

    def findings(
        self, transcript: Transcript, notes: Notes, changes: Changes
    ) -> tuple[Finding, ...]:
        """The findings, those about the whole file first."""
        return (
            *(_made("word-part-lost", part=name) for name in self.lost),
            *self._of_changes(changes),
            *_of_notes(notes),
            *self._of_remarks(transcript),
        )

    def _of_changes(self, changes: Changes) -> Iterator[Finding]:
        authors = dict.fromkeys(spot.revision.author or "?" for spot in changes.spots)
        if authors:
            message = "word-changes-original" if self.original else "word-changes-accepted"
            names = ", ".join(list(authors)[:_MOST_NAMES])
            names += " …" if len(authors) > _MOST_NAMES else ""
            count = len(changes.spots)
            yield _made(message, count=count, authors=names)
        elements = self.main.iter() if self.main is not None else ()
        formatting = sum(each.tag in _FORMATTING for each in elements)
        if formatting:
            yield _made("word-formatting-changes", count=formatting)

    def _of_remarks(self, transcript: Transcript) -> Iterator[Finding]:
        comments = {
            each.get("w:id", ""): each
            for each in (self.comments if self.comments is not None else ())
            if each.tag == "w:comment"
        }
        for remark in transcript.remarks:
            place = self.placing.point(remark.paragraph, remark.note, remark.count)
            if remark.what == "comment":
                comment = comments.pop(remark.words, None)
                if comment is not None:
                    yield _of_comment(comment, place)
            elif remark.what == "table":
                yield _made("table", _whole(place))
            else:
                yield _of_thing(remark, place)
        for comment in comments.values():
            yield _of_comment(comment, Place())


def _of_notes(notes: Notes) -> Iterator[Finding]:
    if notes.recounted:
        yield _made("word-notes-recounted")
    if any(key.startswith("endnote") for key, _, _ in notes.order):
        yield _made("word-endnotes")


def _of_comment(comment: Element, place: Place) -> Finding:
    words = ("".join(t.text or "" for t in p.iter("w:t")) for p in comment.iter("w:p"))
    text = " ".join(" ".join(words).split())
    author, date = comment.get("w:author", "") or "?", comment.get("w:date", "")[:10]
    return _made("word-comment", place, author=author, date=date or "?", text=text)


def _of_thing(remark: Remark, place: Place) -> Finding:
    return _made(f"word-{remark.words}", _whole(place))


def _whole(place: Place) -> Place:
    return Place(element=place.element, line=place.line)


def _made(slug: str, place: Place = _NOWHERE, **params: str | int) -> Finding:
    code, severity = FINDINGS[slug]
    told: Params = tuple(params.items())
    return Finding(code, severity, f"reading.{slug}", place, told)
