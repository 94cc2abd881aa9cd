"""The markup of tracked changes (ISO/IEC 29500-1, 17.13.5), each with an id of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from drafter.writers.clean import for_xml
from drafter.writers.tracked.values import TrackOptions

_BREAKS = re.compile("([\t\n])")
_PICTURE = re.compile(rb'(:docPr\b[^>]*?\bid=")\d+')


class Marks:
    """Makes markup with the prefix `prefix` for WordprocessingML, each with the next of `ids`.

    `changes` counts what was made: stretches of words, and paragraph marks.
    """

    def __init__(self, prefix: str, options: TrackOptions, ids: Iterator[int]) -> None:
        self._w = prefix
        self._who = f" {prefix}:author={quoteattr(for_xml(options.author))}"
        if options.date:
            self._who += f" {prefix}:date={quoteattr(for_xml(options.date))}"
        self._ids = ids
        self.changes = 0

    def round(self, kind: str, content: bytes) -> bytes:
        """Runs that came or went; `kind` is ins, del, moveFrom or moveTo."""
        self.changes += 1
        return self._tag(f"{kind}{self._named()}") + content + f"</{self._w}:{kind}>".encode()

    def mark(self, kind: str, *, alone: bool = True) -> bytes:
        """The property of a paragraph mark, of a row, that came or went; `alone` if without words
        that did."""
        self.changes += alone
        return self._tag(f"{kind}{self._named()}/")

    def range(self, kind: str, name: str) -> tuple[bytes, bytes]:
        """The start and the end of where a paragraph was moved from or to."""
        key = f' {self._w}:id="{next(self._ids)}"'
        begun = f"{kind}RangeStart{key}{self._who} {self._w}:name={quoteattr(name)}/"
        return self._tag(begun), self._tag(f"{kind}RangeEnd{key}/")

    def renewed(self, content: bytes) -> bytes:
        """A copy of runs whose pictures have ids of their own: no two in a file may share one."""
        return _PICTURE.sub(lambda found: b"%s%d" % (found[1], next(self._ids)), content)

    def was(self, properties: bytes) -> bytes:
        """The properties that a paragraph had, given as its `w:pPr` without marks and sections."""
        self.changes += 1
        return self.element(f"pPrChange{self._named()}", properties)

    def run(self, look: bytes, text: str) -> bytes:
        """A run with the properties `look` (a `w:rPr`, or nothing)."""
        return self.element("r", look + b"".join(self._words(for_xml(text)))) if text else b""

    def end_and_begin(self, properties: bytes) -> bytes:
        """The end of a paragraph, and the beginning of another with these properties."""
        return f"</{self._w}:p><{self._w}:p>".encode() + properties

    def tag(self, name: str) -> bytes:
        """An empty element."""
        return self._tag(f"{name}/")

    def element(self, name: str, content: bytes) -> bytes:
        """An element, its attributes after its name."""
        return self._tag(name) + content + f"</{self._w}:{name.partition(' ')[0]}>".encode()

    def text(self, name: str, words: str) -> bytes:
        """A `w:t` or a `w:delText` of which every character counts."""
        return f'<{self._w}:{name} xml:space="preserve">{escape(words)}</{self._w}:{name}>'.encode()

    def _words(self, text: str) -> Iterable[bytes]:
        for piece in _BREAKS.split(text):
            if piece in ("\t", "\n"):
                yield self.tag("tab" if piece == "\t" else "br")
            elif piece:
                yield self.text("t", piece)

    def _named(self) -> str:
        return f' {self._w}:id="{next(self._ids)}"{self._who}'

    def _tag(self, inner: str) -> bytes:
        return f"<{self._w}:{inner}>".encode()
