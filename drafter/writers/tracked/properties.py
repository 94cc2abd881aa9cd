"""The properties of a paragraph as bytes, and what tracked changes put into them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.writers.tracked.marks import Marks
from drafter.writers.tracked.parts import Paragraph, Scan

_EMPTY = re.compile(rb"^<([\w]+:\w+)([^>]*?)\s*/>$")
_NUMBER = re.compile(rb"<(\w+):numPr>.*?</\1:numPr>", re.DOTALL)
_PAGE = rb"<%s:(?:pageBreakBefore|framePr)\b[^>]*/>"


@dataclass(frozen=True, slots=True)
class Properties:
    """The `w:pPr` of a paragraph: `data` is all of it, `plain` it without the section, what belongs
    to a paragraph alone, and the properties of its mark."""

    data: bytes
    plain: bytes = b""
    section: bytes = b""
    numbering: bytes = b""

    @staticmethod
    def of(scan: Scan, paragraph: Paragraph) -> Properties:
        """Those of a paragraph; empty ones where it has none."""
        found = paragraph.properties
        if found is None:
            return Properties(b"")
        data = scan.data[found.start : found.end]
        section = scan.data[found.section[0] : found.section[1]]
        mark = scan.data[found.mark[0] : found.mark[1]]
        plain = data.replace(section, b"", 1) if section else data
        plain = plain.replace(mark, b"", 1) if mark else plain
        plain = re.sub(_PAGE % scan.prefix.encode(), b"", plain)
        numbering = scan.data[found.numbering[0] : found.numbering[1]]
        return Properties(data, plain, section, numbering)


def with_mark(properties: bytes, mark: bytes, marks: Marks) -> bytes:
    """A `w:pPr` with a tracked change of the paragraph mark."""
    if not mark:
        return properties
    if not properties or _EMPTY.match(properties):
        return marks.element("pPr", marks.element("rPr", mark))
    prefix = re.escape(properties[1:].partition(b":")[0])
    begun = re.search(rb"<%s:rPr(\s[^>]*)?(/?)>" % prefix, properties)
    ended = re.search(rb"<%s:(sectPr|pPrChange)[\s>]" % prefix, properties)
    if begun and not (ended and ended.start() < begun.start()):
        inner = marks.element("rPr", mark) if begun[2] else begun[0] + mark
        return properties[: begun.start()] + inner + properties[begun.end() :]
    at = ended.start() if ended else properties.rindex(b"</")
    return properties[:at] + marks.element("rPr", mark) + properties[at:]


def with_tail(properties: bytes, tail: bytes, marks: Marks) -> bytes:
    """A `w:pPr` with something at its end: a section, the properties it had before."""
    if not tail:
        return properties
    if not properties or _EMPTY.match(properties):
        return marks.element("pPr", tail)
    at = properties.rindex(b"</")
    return properties[:at] + tail + properties[at:]


def without_number(properties: bytes) -> bytes:
    """A `w:pPr` without the number that Word gives the paragraph."""
    return _NUMBER.sub(b"", properties, count=1)


def at_level(properties: bytes, deeper: int) -> bytes:
    """A `w:pPr` whose number stands so many levels deeper; the indent is then that of the level."""
    number = _NUMBER.search(properties)
    if number is None or not deeper:
        return properties
    w = number[1]
    known = re.search(rb'<%s:ilvl\s[^>]*?val="(\d+)"[^>]*?/>' % w, number[0])
    level = max(0, (int(known[1]) if known else 0) + deeper)
    fresh = b'<%s:ilvl %s:val="%d"/>' % (w, w, level)
    rest = number[0].replace(known[0], b"", 1) if known else number[0]
    begun = rest.index(b">") + 1
    made = properties.replace(number[0], rest[:begun] + fresh + rest[begun:], 1)
    return re.sub(rb"<%s:ind\b[^>]*/>" % w, b"", made)
