"""Bytes of a text file to text, whatever encoding it was saved in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BREAKS = re.compile("\r\n|[\r\x0b\x1c-\x1e\x85\u2028\u2029]")
# what a text has no business holding: all but tab, line feed and form feed
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f]")
_TEXT_SHARE = 0.02
_UNREADABLE = "\ufffd"
_DAMAGED_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text with line feeds only, and the encoding; `guessed` if nothing in the file names it
    and it is not UTF-8. `damaged` counts the bytes that are no text: they are shown as U+FFFD."""

    text: str
    encoding: str
    guessed: bool = False
    damaged: int = 0


def decoded(data: bytes, declared: str = "") -> Decoded | None:
    """The text of a file, or None if it is no text.

    `declared` is the encoding that the file itself names: it decides where the bytes allow it, but
    bytes that are UTF-8 are read as such whatever they are said to be.
    """
    if data.startswith(_BINARY):
        return None
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as_text(data[len(mark) :], encoding, guessed=False)
    found = _as_text(data, "utf-8", guessed=False)
    if found is not None:
        return found
    named = _DECLARED.get(declared.lower())
    found = _as_text(data, named, guessed=False) if named else None
    if found is not None:
        return found
    for encoding, plausible in _LEGACY:
        found = _as_text(data, encoding, guessed=True)
        if found is not None and plausible(found.text, data):
            return found
    return _damaged(data)


def plain_lines(text: str) -> str:
    """`text` with line feeds only and without what a text has no business holding."""
    return _BREAKS.sub("\n", _CONTROLS.sub("", text))


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, each shown where it stood: a torn byte hides no text."""
    text = data.decode("utf-8", errors="replace").replace("\0", _UNREADABLE)
    damaged = text.count(_UNREADABLE)
    if damaged > len(text) * _DAMAGED_SHARE or _CONTROLS.search(text):
        return None
    return Decoded(_BREAKS.sub("\n", text), "utf-8", damaged=damaged)


def looks_like_text(head: bytes) -> bool:
    """Whether the first bytes of a file are text; a character cut at their end does not matter."""
    return any(decoded(head[: len(head) - cut]) is not None for cut in range(4))


def _as_text(data: bytes, encoding: str, *, guessed: bool) -> Decoded | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    if len(_CONTROLS.findall(text)) > len(text) * _TEXT_SHARE or "\0" in text:
        return None
    return Decoded(plain_lines(text), encoding, guessed)


def _mostly(pattern: str, *, dense: bool) -> Callable[[str, bytes], bool]:
    """Whether what is not ASCII is of `pattern`: nearly all the letters of the text (`dense`), or
    here and there one (the accents of a Latin script)."""
    expected = re.compile(pattern)

    def plausible(text: str, data: bytes) -> bool:
        foreign = [c for c in text if c > "\x7f"]
        fitting = sum(bool(expected.match(c)) for c in foreign)
        letters = sum(c.isalpha() for c in text)
        right = (fitting > 0.5 * letters) if dense else (fitting < 0.3 * letters)
        return right and fitting >= 0.97 * len(foreign)

    return plausible


def _two_bytes(high: int) -> Callable[[str, bytes], bool]:
    """UTF-16 without a byte order mark: line ends and spaces leave zeros in every other byte."""

    def plausible(text: str, data: bytes) -> bool:
        return data[high::2].count(0) > 5 * data[1 - high :: 2].count(0) and _is_writing(text)

    return plausible


def _is_writing(text: str) -> bool:
    foreign = [c for c in text if c > "\x7f"]
    return sum(bool(_LETTERS.match(c)) for c in foreign) >= 0.97 * len(foreign)


def _common_han(encoding: str, first: int, last: int) -> Callable[[str, bytes], bool]:
    """Whether the text is mostly of the commonest characters, whose lead bytes run from `first` to
    `last`: Chinese is, a text in another encoding is not."""

    def plausible(text: str, data: bytes) -> bool:
        han = [c for c in text if "\u4e00" <= c <= "\u9fff"]
        common = sum(first <= c.encode(encoding)[0] <= last for c in han)
        foreign = sum(c > "\x7f" for c in text)
        return common > 0.85 * len(han) and len(han) > 0.6 * foreign

    return plausible


_LETTERS = re.compile(
    "[À-ÿа-яА-ЯёЁ\u0600-\u06ff«»–—\u2010-\u203a\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
)
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff")
_LEGACY: tuple[tuple[str, Callable[[str, bytes], bool]], ...] = (
    ("utf-16-le", _two_bytes(1)),
    ("utf-16-be", _two_bytes(0)),
    ("gb18030", _common_han("gb18030", 0xB0, 0xD7)),
    ("big5", _common_han("big5", 0xA4, 0xC6)),
    ("cp1251", _mostly("[а-яА-ЯёЁ«»—–№]", dense=True)),
    ("cp1256", _mostly("[\u0600-\u06ff«»–]", dense=True)),
    ("cp1252", _mostly("[À-ÿŒœ’‘“”«»–—…°§€\xa0]", dense=False)),
)
# names of encodings as files declare them, each read as the larger one that browsers take it for
_DECLARED = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "chinese"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5"), "big5hkscs"),
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252"), "cp1252"),
    **{f"windows-{number}": f"cp{number}" for number in range(1250, 1259)},
    **{f"iso-8859-{number}": f"iso8859-{number}" for number in (2, 5, 6, 15)},
    "koi8-r": "koi8-r",
}
