"""What a corrigendum says is to be read for what, as its sentences say it in any language."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from drafter.errors import UsageError
from drafter.languages import Language, language
from drafter.model.citations import CitationKind, find_citations
from drafter.model.dates import day_of
from drafter.model.tree import Document, Kind
from drafter.readers import read

_QUOTES = "“”„\"«»「」'‘’ "
_ENDS = ".;。；"
_HEADS = frozenset({Kind.TITLE, Kind.HEADING})
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Correction:
    """`new` is to be read for `old`. `at` is the clause it is in, empty where that is to be found
    out; `numbers` are the paragraphs that the corrigendum names with it ("12", "15 (a)")."""

    old: str
    new: str
    at: str = ""
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corrigendum:
    """What a corrigendum says is to be read for what; `unread` are its other paragraphs, unless
    they only name a place."""

    corrections: tuple[Correction, ...]
    unread: tuple[str, ...]
    document: Document

    @property
    def day(self) -> str:
        """Its date in ISO form, empty if it has none that can be read."""
        dates = language(self.document.language).citations.dates
        return day_of(self.document.masthead.date, dates)


def read_corrigendum(file: Path) -> Corrigendum:
    """The corrections in a file, each with the paragraphs it names.

    Raises `UnreadableInput`, `UsageError` where nothing in it is said in a form that is known.
    """
    document = read(file).document
    rules = language(document.language)
    corrections: list[Correction] = []
    unread: list[str] = []
    numbers: tuple[str, ...] = ()
    for _, paragraph in document.walk():
        text = paragraph.text.plain().strip()
        place, found = _said(text, rules)
        numbers = _numbers(place, rules) or numbers
        corrections += (replace(each, numbers=numbers) for each in found)
        if not found and paragraph.kind not in _HEADS and not _numbers(text, rules):
            unread.append(text)
    if not corrections:
        raise UsageError(
            "workspace.corrigendum-unread", place=str(file), hint_id="workspace.correct-by-hand"
        )
    return Corrigendum(tuple(corrections), tuple(unread), document)


def _said(text: str, rules: Language) -> tuple[str, tuple[Correction, ...]]:
    """The words before the first correction in a paragraph, and its corrections."""
    first = _first(text, rules)
    if first is None:
        return text, ()
    rest = first["new"]
    following = _first(rest, rules)
    new = rest[: following.start()] if following else rest
    old, new = first["old"].strip(_QUOTES), new.strip().rstrip(_ENDS).strip(_QUOTES)
    after = _said(rest[following.start() :], rules)[1] if following else ()
    if not (_WORD.search(old) and _WORD.search(new)):
        return text, after
    return text[: first.start()], (Correction(old, new), *after)


def _first(text: str, rules: Language) -> re.Match[str] | None:
    found = (re.search(each, text) for each in rules.corrigenda)
    return min((each for each in found if each), key=lambda each: each.start(), default=None)


def _numbers(text: str, rules: Language) -> tuple[str, ...]:
    cited = find_citations(text, rules.citations)
    return tuple(each.number for each in cited if each.kind is CitationKind.PARAGRAPH)
