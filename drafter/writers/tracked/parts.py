"""Where paragraphs, runs and words stand in the bytes of a part of a Word file.

Nothing is parsed into a tree and written again: these spans are cut and pasted, all else of the
part stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Child:
    """What stands in a run, at bytes `start`…`end`.

    `kind` is "text", "one" (a character with an element of its own), "note", "field", "code",
    "silent" (nothing to be seen) or "other". `at` is the number of its first character in the
    paragraph, `text` its characters; `key` is that of a note ("footnote 3"), the type of a field
    character, else the name of the element.
    """

    kind: str
    start: int
    end: int = 0
    at: int = 0
    text: str = ""
    key: str = ""
    kept: bool = True  # white space at the ends of the text counts
    own_mark: bool = False  # what follows in the run is the mark of the note


@dataclass(slots=True)
class Run:
    """A run at bytes `start`…`end`: `opened` is the end of its start tag, `props` the span of its
    properties; `zone` is the index of the zone it stands in, -1 for none."""

    start: int
    opened: int
    end: int = 0
    props: tuple[int, int] = (0, 0)
    children: list[Child] = field(default_factory=list)
    zone: int = -1


@dataclass(slots=True)
class Zone:
    """A stretch of a paragraph that is never cut through, at bytes `start`…`end`: a link, a field,
    a content control. What is `closed` cannot be taken out either."""

    start: int
    end: int = 0
    closed: bool = False
    name: str = ""  # of its element, "" for a field made of runs


@dataclass(slots=True)
class Properties:
    """The `w:pPr` of a paragraph: its span; those of the `w:rPr`, the `w:sectPr` and the `w:numPr`
    in it, (0, 0) for none."""

    start: int
    end: int = 0
    mark: tuple[int, int] = (0, 0)
    section: tuple[int, int] = (0, 0)
    numbering: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Paragraph:
    """A `w:p` at bytes `start`…`end`, `opened` the end of its start tag; `inside` tells what it is
    a child of ("body", "tc", "footnote" …), `note` the id of the note it is in; `fixed` that it
    stands where nothing may be changed. `following` is the number of the paragraph right after it
    in the same container, -1 for none: a table, or the end. `row` is the number of the row of a
    table that it stands in, -1 for none; `length` how many characters it has."""

    number: int
    start: int
    opened: int
    end: int = 0
    properties: Properties | None = None
    runs: list[Run] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    inside: str = ""
    note: str = ""
    fixed: bool = False
    following: int = -1
    row: int = -1
    length: int = 0


@dataclass(slots=True)
class Row:
    """A `w:tr`: the end of its start tag, and where its `w:trPr` stands, (0, 0) for none."""

    opened: int
    props: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Scan:
    """A part: its bytes, its paragraphs in order, the spans of notes by their ids, and the prefix
    that it uses for WordprocessingML."""

    data: bytes
    paragraphs: list[Paragraph] = field(default_factory=list)
    notes: dict[str, tuple[int, int]] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    prefix: str = ""
    root_end: int = 0
