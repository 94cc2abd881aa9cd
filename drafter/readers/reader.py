"""What a reader is: a file in, a document with findings and whatever was taken out of the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from drafter.model.findings import Finding, Place
from drafter.model.located import Located
from drafter.model.tree import Document


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the person reading knows and the file may not carry.

    `language` is a language code, None to tell it from the text. `stage` is a value of
    `model.provenance.Stage`, empty to derive it from the symbol. `adopted_as` gives the symbols
    parts were later adopted under, as (part path, symbol); an empty path is the whole document.
    `date` is an ISO date. `changes` says which text of a file with tracked changes to read:
    "accepted" or "original".
    """

    language: str | None = None
    symbol: str = ""
    stage: str = ""
    adopted_as: tuple[tuple[str, str], ...] = ()
    date: str = ""
    changes: str = "accepted"


@dataclass(frozen=True, slots=True)
class Removed:
    """Characters of the file that are no part of the text.

    `reason` is the end of a catalogue id `reading.removed-<reason>`; `line` is 1-based, counted on
    its `page` where the places of the reading are; `page` is 0 where the file has no pages.
    """

    reason: str
    line: int
    text: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """A change that the file keeps track of.

    `kind` is inserted, deleted, moved-from or moved-to; `date` as the file has it (ISO 8601), ""
    for none; `text` the words, "¶" for a paragraph mark alone. `element` is the id of the paragraph
    or note it stands in, "" if it is in none, and `start`…`end` code points of its plain text: no
    more than a point where the words are not in the text as read.
    """

    kind: str
    author: str
    date: str
    text: str
    element: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The document as read, what the reader was unsure of, and what it took out.

    `places` tells in which line, and on which page, paragraphs and notes begin in the file.
    `changes` are the tracked changes of the file, in order; `located` where the words stand in a
    Word file; `sources` the other files that were read for it.
    """

    document: Document
    findings: tuple[Finding, ...] = ()
    removed: tuple[Removed, ...] = ()
    places: tuple[Place, ...] = ()
    changes: tuple[TrackedChange, ...] = ()
    located: tuple[Located, ...] = ()
    sources: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format: its `name` and its file `extensions` with their dot (".draft.yaml").

    `recognises` looks at the first bytes of a file (all of a short one). A `fallback` is asked
    only when no other reader claims the file. A format `by_name` is drafter's own: a file called
    so is of it or broken, whatever its bytes look like.
    """

    name: str
    extensions: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    read: Callable[[Path, ReadOptions], ReadResult]
    fallback: bool = False
    by_name: bool = False
