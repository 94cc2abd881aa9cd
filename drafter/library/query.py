"""What may be asked of the library, and how an answer looks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.library.clause import Clause
from drafter.library.folding import Word, words
from drafter.model.provenance import Stage
from drafter.model.tree import Kind

_QUOTED = re.compile('["“”„«»「」]([^"“”„«»「」]*)["“”„«»「」]?')
_LOOSE = re.compile(r"[\s、，；。：,;|]+")
_LONGEST = 64
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A search. Every field narrows it; empty fields ask nothing.

    `words` are joined by "and"; a phrase in quotation marks must stand there word for word
    (punctuation aside). `source` is a symbol, the beginning of one up to a slash, or the resolution
    that a text was adopted as. `opening` is found inside longer opening words (鼓励 finds 又鼓励).
    Report prose is only found by asking for `kind` REPORT, and clauses that were retired by asking
    for them beside the others (`retired`).
    """

    words: str = ""
    language: str = ""
    kind: Kind | None = None
    source: str = ""
    stage: Stage | None = None
    opening: str = ""
    topic: str = ""
    session: int | None = None
    retired: bool = False
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that was found; `spans` are the stretches of its plain text that were asked for.

    Where hits come from and how far they came stands in the clause (`symbol`, `stage`).
    """

    clause: Clause
    score: float
    spans: tuple[tuple[int, int], ...] = ()


def phrases(asked: str) -> tuple[tuple[Phrase, bool], ...]:
    """The phrases of a query, each with whether its last word may go on (typed, not quoted)."""
    found: list[tuple[Phrase, bool]] = []
    position = 0
    for quoted in _QUOTED.finditer(asked):
        found += _loose(asked[position : quoted.start()])
        found.append((_folded(quoted[1]), False))
        position = quoted.end()
    found += _loose(asked[position:])
    return tuple((phrase, open_end) for phrase, open_end in found if phrase)[:_LONGEST]


def _loose(asked: str) -> list[tuple[Phrase, bool]]:
    pieces = [_folded(piece) for piece in _LOOSE.split(asked)]
    return [(piece, bool(piece) and not piece[-1].isdecimal()) for piece in pieces]


def _folded(asked: str) -> Phrase:
    return tuple(word.folded for word in words(asked))[:_LONGEST]


def expression(query: Query) -> str:
    """The full-text expression of the query's words and opening words; empty for none."""
    asked = [_match("folded", phrase, open_end) for phrase, open_end in phrases(query.words)]
    opening = _folded(query.opening)
    if opening:
        asked.append(_match("opening", opening, False))
    return " AND ".join(asked)


def _match(column: str, phrase: Phrase, open_end: bool) -> str:
    # words are letters and digits only, so nothing in them can end the quotation
    return f'{column} : "{" ".join(phrase)}"' + ("*" if open_end else "")


def spans(text: str, asked: str) -> tuple[tuple[int, int], ...]:
    """Where the phrases of a query stand in `text`, in order, none inside another."""
    present = words(text)
    found: list[tuple[int, int]] = []
    for phrase, open_end in phrases(asked):
        found += _occurrences(present, phrase, open_end)
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], end))
        else:
            kept.append((start, end))
    return tuple(kept)


def _occurrences(
    present: tuple[Word, ...], phrase: Phrase, open_end: bool
) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    length = len(phrase)
    for at in range(len(present) - length + 1):
        row = present[at : at + length]
        exact = all(word.folded == asked for word, asked in zip(row[:-1], phrase, strict=False))
        last = row[-1].folded
        if exact and (last == phrase[-1] or (open_end and last.startswith(phrase[-1]))):
            found.append((row[0].start, row[-1].end))
    return found
