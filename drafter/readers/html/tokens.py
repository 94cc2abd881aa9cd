"""HTML text to tags and words, in time that grows with its length and nothing else.

The standard library's parser reads a tag that never ends again from every later one: 60 kB of
opened tags take it half a minute. Here what is opened and not closed runs to the end of the file,
as a browser has it (HTML Living Standard, "Tokenization").
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(
    r"[\s/]*(?:(?P<end>>)|(?P<name>[^\s/>][^\s/>=]*)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)(?:\"|\Z)|'(?P<single>[^']*)(?:'|\Z)|(?P<bare>[^\s>]*)))?)"
)
_RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
_ESCAPABLE = frozenset({"title", "textarea"})
_CLOSE = {
    tag: re.compile(rf"</{tag}(?=[\s/>])|\Z", re.IGNORECASE) for tag in sorted(_RAW | _ESCAPABLE)
}


@dataclass(frozen=True, slots=True)
class Start:
    """A start tag at a 1-based `line`, its name and the names of its attributes in small letters;
    `closed` if it ends with a slash."""

    tag: str
    attributes: dict[str, str]
    line: int
    closed: bool = False


@dataclass(frozen=True, slots=True)
class End:
    """An end tag."""

    tag: str


@dataclass(frozen=True, slots=True)
class Words:
    """Text between tags, its character references resolved."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Lost:
    """A tag that the end of the file cuts: no browser shows what stands in it."""

    text: str
    line: int


Token = Start | End | Words | Lost


def tokens(text: str) -> Iterator[Token]:
    """The tags and words of an HTML file in their order; comments and declarations are none."""
    return _Scanning(text).tokens()


class _Scanning:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1
        self._counted = 0

    def tokens(self) -> Iterator[Token]:
        text = self._text
        while self._at < len(text):
            opened = text.find("<", self._at)
            while opened >= 0 and not _opens(text[opened + 1 : opened + 3]):
                opened = text.find("<", opened + 1)
            opened = len(text) if opened < 0 else opened
            if opened > self._at:
                yield Words(html.unescape(text[self._at : opened]), self._here(self._at))
            self._at = opened
            if opened < len(text):
                yield from self._tag()

    def _here(self, position: int) -> int:
        self._line += self._text.count("\n", self._counted, position)
        self._counted = position
        return self._line

    def _tag(self) -> Iterator[Token]:
        found = _TAG.match(self._text, self._at)
        if found is None:
            self._declaration()
            return
        line, start = self._here(self._at), self._at
        tag = found[2].lower()
        self._at = found.end()
        attributes = self._attributes()
        if attributes is None:
            yield Lost(self._text[start:], line)
        elif found[1]:
            yield End(tag)
        else:
            closed = self._text[self._at - 2] == "/"
            yield Start(tag, attributes, line, closed)
            yield from self._raw(tag, line)

    def _declaration(self) -> None:
        """Pass over a comment, a declaration or a processing instruction."""
        comment = self._text.startswith("<!--", self._at)
        if comment and self._text.startswith((">", "->"), self._at + 4):
            end, width = self._text.find(">", self._at), 1
        else:
            end = self._text.find("-->" if comment else ">", self._at + (4 if comment else 2))
            width = 3 if comment else 1
        self._at = len(self._text) if end < 0 else end + width

    def _attributes(self) -> dict[str, str] | None:
        """The attributes up to the end of the tag, the first of each name; None if the file ends
        within it."""
        out: dict[str, str] = {}
        while True:
            found = _ATTRIBUTE.match(self._text, self._at)
            if found is None:
                self._at = len(self._text)
                return None
            self._at = found.end()
            if found["end"]:
                return out
            value = found["double"] or found["single"] or found["bare"] or ""
            out.setdefault(found["name"].lower(), html.unescape(value) if "&" in value else value)

    def _raw(self, tag: str, line: int) -> Iterator[Token]:
        """The content of an element that holds no tags, and its end."""
        pattern = _CLOSE.get(tag)
        found = pattern.search(self._text, self._at) if pattern else None
        if found is None:
            return
        content = self._text[self._at : found.start()]
        if content:
            yield Words(html.unescape(content) if tag in _ESCAPABLE else content, line)
        self._at = found.start()
        if not found[0]:
            yield End(tag)


def _opens(following: str) -> bool:
    """Whether a < followed by these characters opens a tag, a comment or a declaration."""
    first = following[:1]
    if first == "/":
        second = following[1:]
        return second.isascii() and second.isalpha()
    return first in ("!", "?") or (first.isascii() and first.isalpha())
