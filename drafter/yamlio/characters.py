"""Characters that have no place in a text: they steer a terminal or break a file."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n?|\x85")
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DELETE = 0x7F
_PICTURES = 0x2400


def unfit(text: str) -> re.Match[str] | None:
    """The first control character, half character or non-character of `text`."""
    return _UNFIT.search(text)


def fit(text: str) -> str:
    """`text` with line ends as newlines and unfit characters shown as symbols (␛, ␡, �).

    Nothing is lost silently and no file is ever written that could not be read back.
    """
    if _UNFIT.search(text) is None:
        return text
    return _UNFIT.sub(_symbol, _LINE_ENDS.sub("\n", text))


def name(character: str) -> str:
    """The code point as U+001B."""
    return f"U+{ord(character):04X}"


def _symbol(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(_PICTURES + code)
    return chr(_PICTURES + 0x21) if code == _DELETE else "\ufffd"
