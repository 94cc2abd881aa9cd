"""The numbered document as the items of a page, and as the rows of the outline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.messages import say
from drafter.model.findings import Finding, Severity
from drafter.model.footnotes import NoteView
from drafter.model.masthead import Masthead
from drafter.model.text import SpanKind, Text
from drafter.model.tree import Kind
from drafter.model.view import DocumentView, ElementView
from drafter.tui.cells import clip
from drafter.tui.page import Item
from drafter.tui.prose import Line, Prose, Run, prose, with_marks

if TYPE_CHECKING:
    from drafter.languages import Language

_STYLES = {Kind.TITLE: "title", Kind.HEADING: "heading", Kind.ENACTING: "emphasis"}
FLAGS = {Severity.ERROR: "✗", Severity.WARNING: "⚑"}
STALE = "↻"
_WORST = " ↻⚑✗"
_UPDATING = "U"  # the checks of what is of an earlier session
MASTHEAD_ID = "masthead"
NOTES_ID = "notes"


@dataclass(frozen=True, slots=True)
class Margin:
    """What stands beside the paragraphs, by id: what they are to the base or the library, signs of
    findings, and after which of them something of the base was dropped."""

    marks: Mapping[str, str]
    flags: Mapping[str, str]
    gone: frozenset[str] = frozenset()


NO_MARGIN = Margin({}, {})


def items(view: DocumentView, margin: Margin, language: Language) -> tuple[Item, ...]:
    """The page: masthead, elements, then the notes."""
    words = _masthead(view.document.masthead, language)
    gone = MASTHEAD_ID in margin.gone
    head = Item(MASTHEAD_ID, "masthead", words, editable=False, gone=gone)
    body = [_item(element, margin) for element in view.elements]
    notes = [_note(note, margin) for note in view.notes]
    if notes:
        title = prose(Run(say("tui.notes"), "note"))
        notes.insert(0, Item(NOTES_ID, "notes", title, editable=False))
    return (head, *body, *notes)


def words_of(text: Text, style: str = "") -> Prose:
    """A text's runs, without its footnote marks; emphasis only where no other style rules."""
    runs = (
        Run(span.text, style or ("emphasis" if span.kind is SpanKind.EMPHASIS else ""))
        for span in text.spans
        if span.kind is not SpanKind.NOTE
    )
    return prose(*runs)


def flags_of(findings: Iterable[Finding]) -> dict[str, str]:
    """The sign of the worst finding of each element; listings for the secretary have none."""
    flags: dict[str, str] = {}
    for finding in findings:
        sign = STALE if is_stale(finding) else FLAGS.get(finding.severity, "")
        element = finding.place.element
        if _WORST.find(sign) > _WORST.find(flags.get(element, " ")):
            flags[element] = sign
    return flags


def is_stale(finding: Finding) -> bool:
    """Whether a finding is of what an update round must touch."""
    return finding.code.startswith(_UPDATING)


def _item(element: ElementView, margin: Margin) -> Item:
    if element.paragraph is None:
        words = prose(Run(element.text.plain(), "part"))
        return Item(element.id, "part", words, editable=False)
    style = _STYLES.get(element.kind, "")
    words = with_marks(words_of(element.text, style), element.marks)
    if not words:
        words = prose(Run(say("tui.empty-paragraph"), "faint"))
    mark = margin.marks.get(element.id, " ")
    flag = margin.flags.get(element.id, " ")
    return Item(
        element.id, element.kind.value, words, element.label, element.level, mark, flag,
        unchecked=is_unchecked(element), gone=element.id in margin.gone,
    )  # fmt: skip


def is_unchecked(element: ElementView) -> bool:
    """Whether its text, or that of a sub-paragraph, was inserted without having been checked."""
    paragraph = element.paragraph
    if paragraph is None:
        return False
    return any(origin.unchecked for each in paragraph.walk() for origin in each.origins)


def _note(note: NoteView, margin: Margin) -> Item:
    words = prose(Run(note.text.plain(), "note"))
    return Item(note.id, "note", words, f"{note.number}", 1, " ", margin.flags.get(note.id, " "))


def _masthead(masthead: Masthead, language: Language) -> Prose:
    from drafter.languages import agenda_line, session_words

    session = masthead.session_read
    if not session and masthead.session is not None:
        session = session_words(language, masthead.session)
    agenda = agenda_line(language, masthead.agenda_items)
    committee = language.masthead.committee(masthead.committee) or masthead.committee
    lines = (masthead.symbol, session, committee, agenda)
    known = " · ".join(line for line in lines if line)
    return prose(Run(known or say("tui.no-masthead"), "masthead"))


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One row of the outline; `item` is where it leads."""

    item: str
    words: str
    label: str = ""
    level: int = 1
    mark: str = " "
    flag: str = " "
    heading: bool = False


def outline(view: DocumentView, margin: Margin) -> tuple[OutlineRow, ...]:
    """Parts, headings and outermost paragraphs, the preamble and the operative part counted."""
    rows: list[OutlineRow] = []
    before: tuple[str, Kind] | None = None
    for element in view.elements:
        if element.level > 1:
            continue
        section = (element.part, element.kind)
        if section != before and element.kind in (Kind.PREAMBULAR, Kind.OPERATIVE):
            rows.append(_section(view, element))
        before = section
        rows.append(_outline_row(element, margin))
    return tuple(rows)


def _section(view: DocumentView, first: ElementView) -> OutlineRow:
    like = [e for e in view.elements if (e.part, e.kind, e.level) == (first.part, first.kind, 1)]
    words = say(f"tui.section-{first.kind.value}", count=len(like))
    return OutlineRow(first.id, words, heading=True)


def _outline_row(element: ElementView, margin: Margin) -> OutlineRow:
    heading = element.paragraph is None or element.kind in (Kind.TITLE, Kind.HEADING)
    return OutlineRow(
        element.id,
        element.text.plain(),
        element.label if element.paragraph else "",
        element.level,
        margin.marks.get(element.id, " "),
        margin.flags.get(element.id, " "),
        heading,
    )


def outline_line(row: OutlineRow, columns: int) -> Line:
    """A row of the outline at a width."""
    label = f"{row.label} " if row.label else ""
    words = prose(label + row.words)
    text = clip("".join(run.text for run in words), columns - 4)
    style = "strong" if row.heading else ""
    sign = f"{row.mark}{row.flag} " if not row.heading else ""
    flagged = Run(sign, "warning" if row.flag.strip() else "faint")
    return (flagged, Run(text, style))
