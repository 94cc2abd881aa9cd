"""A document as plain lines in a terminal: structure first, every line clipped to its width."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator

from drafter.messages import say
from drafter.model.findings import Finding, Place
from drafter.model.tree import Document, Kind
from drafter.model.view import DocumentView, ElementView
from drafter.workspace.places import place_name
from drafter.workspace.records import sentence, title_of

_WIDTH = 100
_NARROW = 40


def outline(view: DocumentView, findings: tuple[Finding, ...]) -> Iterator[str]:
    """The lines: what it is, its parts and elements, its notes, its findings."""
    yield from title_lines(view.document)
    part = ""
    for element in view.elements:
        if element.part != part:
            part = element.part
            yield ""
            yield f"[{part}]"
        yield clipped(_line(element))
    if view.notes:
        yield ""
        yield say("cli.notes", count=len(view.notes))
        yield from (clipped(f"  {note.number:>3} {note.text.plain()}") for note in view.notes)
    yield ""
    yield say("cli.findings", count=len(findings))
    yield from (f"  {line}" for each in findings for line in finding_lines(each, view))


def title_lines(document: Document) -> Iterator[str]:
    """What a document is, and its title."""
    head = document.masthead
    kind = say(f"cli.type-{document.type.value}")
    stage = say(f"library.stage-{document.stage}") if document.stage else ""
    facts = (head.symbol, kind, document.language, stage, head.date)
    yield " · ".join(fact for fact in facts if fact)
    yield title_of(document)


def finding_lines(finding: Finding, view: DocumentView | None = None) -> Iterator[str]:
    """A finding: where, how grave, what. With `view`, elements are named as readers name them."""
    place = finding.place
    where = in_file(place)
    if place.element and place.file:
        where = f"{where} {place.element}"
    elif place.element:
        where = place_name(view, place.element) if view else place.element
    grave = say(f"cli.severity-{finding.severity.value}")
    head = " ".join(filter(None, (finding.code, grave, where)))
    yield say("cli.told-of", head=head, words=sentence(finding))


def in_file(place: Place) -> str:
    """File and line; from the second page on also the page, as lines are counted on each."""
    if place.page > 1:
        line = (say("cli.line", number=place.line),) if place.line else ()
        return " · ".join(filter(None, (place.file, say("cli.page", number=place.page), *line)))
    return ":".join(filter(None, (place.file, str(place.line) if place.line else "")))


def _line(element: ElementView) -> str:
    label = element.label_read or element.label
    indent = "  " * element.level
    mark = "# " if element.kind in (Kind.TITLE, Kind.HEADING) else ""
    notes = "".join(f" [{mark_}]" for _, mark_ in element.marks)
    text = element.text.plain() if element.text.plain() != label else ""
    return f"{indent}{mark}{label + ' ' if label and text else label}{text}{notes}"


def clipped(line: str) -> str:
    """`line` cut to the width of the terminal, wide characters counted as two."""
    room = max(shutil.get_terminal_size((_WIDTH, 24)).columns, _NARROW)
    used = 0
    for index, char in enumerate(line):
        used += 2 if unicodedata.east_asian_width(char) in "WF" else 1
        if used > room - 1:
            return f"{line[:index]}…"
    return line
