"""What must be there, and what must not, before a text is called final."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter import checks
from drafter.errors import UsageError
from drafter.languages import Language
from drafter.messages import say
from drafter.model.findings import Finding, Severity
from drafter.model.provenance import Action
from drafter.model.view import DocumentView
from drafter.workspace.masthead_fields import (
    FIELDS,
    Giver,
    MastheadField,
    missing,
    name_of,
    told,
    words_of,
)
from drafter.workspace.places import place_name
from drafter.workspace.records import sentence
from drafter.yamlio.characters import name as name_of_character

# an editor's word in a quotation, or an omission, is no bracket of a negotiation
_EDITORS = re.compile(r"\[\s*(?:sic|…|\.{3})\s*\]", re.IGNORECASE)
_OPEN, _CLOSE = "[［", "]］"
# private use, unassigned, half characters: no font can be expected to have them
_NO_GLYPH = frozenset({"Co", "Cn", "Cs"})
_REPLACEMENT = "\ufffd"
_SHOWN = 40


def refuse_unready(
    view: DocumentView,
    language: Language,
    *,
    place: str,
    templates: Path | None = None,
    read: Iterable[Finding] = (),
) -> None:
    """Raises `UsageError` listing all of `unready`, and what was found to be wrong when the file
    was `read`."""
    wrong = (f"{each.code} {sentence(each)}" for each in read if each.severity is Severity.ERROR)
    found = (*wrong, *unready(view, language, templates))
    if found:
        lacking = (each.name for each in _required(view, language, templates))
        field = next((name for name in lacking if name in FIELDS), "")
        raise UsageError(
            "workspace.not-final", place=place, file=place, field=field,
            hint_id="workspace.set-and-check" if field else "workspace.run-check",
            listed="\n".join(f"  {each}" for each in found),
        )  # fmt: skip


def unready(
    view: DocumentView, language: Language, templates: Path | None = None
) -> tuple[str, ...]:
    """Why the text is not final, each reason a line with its place: required fields that are
    missing, open brackets, proposals that nobody settled, characters without a glyph, and what
    checks call an error."""
    return (
        *_lacking(view, language, templates),
        *_unsettled(view, language),
        *_illegible(view),
        *_wrong(view, language),
    )


def _lacking(view: DocumentView, language: Language, templates: Path | None) -> Iterator[str]:
    line = told(_required(view, language, templates))
    if line:
        yield line


def _required(
    view: DocumentView, language: Language, templates: Path | None
) -> tuple[MastheadField, ...]:
    found = missing(view, language, templates=templates)
    return tuple(each for each in found if each.giver is Giver.REQUIRED)


def _unsettled(view: DocumentView, language: Language) -> Iterator[str]:
    original = _original(language)
    for element_id, words in _texts(view):
        for open_one in () if original.fullmatch(words) else _brackets(_EDITORS.sub("", words)):
            yield _at(view, element_id, "workspace.open-bracket", words=open_one)
        element = view.element(element_id)
        paragraph = element.paragraph if element else None
        proposals = paragraph.proposals if paragraph else ()
        count = sum(each.action is not Action.COMMENT for each in proposals)
        if count:
            yield _at(view, element_id, "workspace.open-proposals", count=count)


def _original(language: Language) -> re.Pattern[str]:
    """The line under the heading of an annex that says which language it was written in."""
    before, _, after = language.masthead.original.partition("{language}")
    return re.compile(rf"\[\s*{re.escape(before)}[^\[\]]*{re.escape(after)}\s*\]")


def _brackets(words: str) -> Iterator[str]:
    """The outermost brackets, shortened; one that is not closed here runs to the end."""
    depth = start = 0
    for at, character in enumerate(words):
        if character in _OPEN:
            start = start if depth else at
            depth += 1
        elif character in _CLOSE and depth < 2:
            yield _short(words[start if depth else at : at + 1])
            depth = 0
        elif character in _CLOSE:
            depth -= 1
    if depth:
        yield _short(words[start:])


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def _illegible(view: DocumentView) -> Iterator[str]:
    head = view.document.masthead
    for field in FIELDS:
        for character in _without_glyph(words_of(head, field)):
            what = say("workspace.no-glyph", character=character)
            yield say("workspace.at-place", place=name_of(field), what=what)
    for element_id, words in _texts(view):
        for character in _without_glyph(words):
            yield _at(view, element_id, "workspace.no-glyph", character=character)


def _without_glyph(words: str) -> tuple[str, ...]:
    """The code points, each once, that no font can be expected to show."""
    found = (c for c in words if c == _REPLACEMENT or unicodedata.category(c) in _NO_GLYPH)
    return tuple(dict.fromkeys(map(name_of_character, found)))


def _wrong(view: DocumentView, language: Language) -> Iterator[str]:
    for finding in checks.run(view, language):
        if finding.severity is Severity.ERROR:
            element = finding.place.element
            what = f"{finding.code} {sentence(finding)}"
            place = place_name(view, element) if element else ""
            yield say("workspace.at-place", place=place, what=what) if place else what


def _at(view: DocumentView, element_id: str, message: str, **params: str | int) -> str:
    what = say(message, **params)
    return say("workspace.at-place", place=place_name(view, element_id), what=what)


def _texts(view: DocumentView) -> Iterator[tuple[str, str]]:
    """Every text that prints, with the id of its element or note."""
    for element in view.elements:
        yield element.id, element.text.plain()
    for note in view.notes:
        yield note.id, note.text.plain()
