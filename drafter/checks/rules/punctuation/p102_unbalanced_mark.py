"""A title mark, quotation mark or bracket is opened and not closed, or closed and not opened.

Marks are counted over a paragraph with its sub-paragraphs, for a quotation may run over them. A
quotation that runs over several paragraphs, each opening it again (a draft quoted in a report), is
left alone, and so are the single brackets of labels in the text ("a)", "1)"). The width of a
bracket does not matter here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.checks.check import Check, Words, texts
from drafter.languages import Language
from drafter.model.findings import Finding, Severity
from drafter.model.tree import Kind
from drafter.model.view import DocumentView

_LABEL = re.compile(r"(?:^|[\s，；：。、,;:.(])\(?[0-9A-Za-zа-я\u0621-\u064a]{1,4}$")
_QUOTES = "“«「"


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark at `at` of the words of an element; `opens` gives the mark it waits for, or ""."""

    words: Words
    at: int
    sign: str
    opens: str


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    pairs = dict(language.typography.brackets)
    alike = str.maketrans(dict(language.typography.alike))
    left: list[_Mark] = []
    for group in _groups(view):
        left += _unmatched([mark for words in group for mark in _marks(words, pairs, alike)])
    for mark in _without_long_quotations(left, pairs):
        message = "check.mark-not-closed" if mark.opens else "check.mark-not-opened"
        yield CHECK.at(mark.words, mark.at, mark.at + 1, message, mark=mark.sign)


def _groups(view: DocumentView) -> list[list[Words]]:
    """Each paragraph with its sub-paragraphs, and each note by itself."""
    levels = {element.id: element.level for element in view.elements}
    groups: list[list[Words]] = []
    for words in texts(view):
        if levels.get(words.element, 1) > 1 and groups:
            groups[-1].append(words)
        else:
            groups.append([words])
    return groups


def _marks(words: Words, pairs: dict[str, str], alike: dict[int, str]) -> Iterator[_Mark]:
    closing = set(pairs.values())
    for at, sign in enumerate(words.text.translate(alike)):
        if sign in pairs:
            yield _Mark(words, at, sign, pairs[sign])
        elif sign in closing:
            yield _Mark(words, at, sign, "")


def _is_none(mark: _Mark) -> bool:
    """Whether a closing mark without partner is none: a label's bracket, or an apostrophe."""
    before = mark.words.text[max(mark.at - 7, 0) : mark.at]
    if mark.sign == ")":
        return bool(_LABEL.search(before))
    return mark.sign == "’" and before[-1:].isascii()


def _unmatched(marks: list[_Mark]) -> list[_Mark]:
    """The marks without a partner; a mark that closes an outer pair leaves the inner one open."""
    waiting: list[_Mark] = []
    alone: list[_Mark] = []
    for mark in marks:
        if mark.opens:
            waiting.append(mark)
            continue
        partner = next((w for w in reversed(waiting) if w.opens == mark.sign), None)
        if partner is not None:
            waiting.remove(partner)
        elif not _is_none(mark):
            alone.append(mark)
    return sorted(alone + waiting, key=marks.index)


def _without_long_quotations(left: list[_Mark], pairs: dict[str, str]) -> list[_Mark]:
    """Quotation marks opened at the start of paragraphs and closed once, later, belong together."""
    kept: list[_Mark] = []
    open_quotes: list[_Mark] = []
    for mark in left:
        if mark.sign in _QUOTES and mark.words.kind is not Kind.NOTE:
            open_quotes.append(mark)
        elif open_quotes and mark.sign == pairs[open_quotes[-1].sign]:
            open_quotes = []
        else:
            kept.append(mark)
    return kept + [mark for mark in open_quotes if mark.at > 0]


CHECK = Check(
    code="P102",
    name="unbalanced-mark",
    severity=Severity.ERROR,
    authority="Editorial Manual, Punctuation and Quotations",
    page=__doc__,
    run=_run,
)
