"""Where the words of an element stand in the file they were read from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Located:
    """Characters `start`…`end` of the plain text of `element` (an element or a note, by id) are
    the characters `first`…`last` of a paragraph of the file.

    `part` is the name of the part in the package ("word/document.xml"), `paragraph` the number of
    its `w:p` there, from 0 in the order in which they begin. Characters of a paragraph are those of
    its `w:t` and `w:delText`, with one for each tab, break, hyphen or symbol that has an element of
    its own in a run, in the order of the file, and without those of paragraphs inside it. White
    space that the reader dropped lies between two stretches; where it made one space of several
    characters, the stretch of that space is longer here than there.
    """

    element: str
    start: int
    end: int
    part: str
    paragraph: int
    first: int
    last: int
