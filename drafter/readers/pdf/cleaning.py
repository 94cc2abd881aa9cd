"""The words of a PDF without the signs that steer type."""

from __future__ import annotations

import re
import unicodedata

_FORMS = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]+")
_SPACE = re.compile("[\t-\r\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2060\ufeff\ufffe\uffff]")
_BULLETS = str.maketrans("\uf0b7\uf0a7\uf02d", "•▪-")  # of the font Symbol
_HYPHEN_AT_END = "\x02"  # PDFium's sign for a hyphen that a line break follows


def cleaned(text: str) -> str:
    """The words of a run on one line, without control characters and with the letters themselves in
    place of their presentation forms."""
    if text.isascii() and text.isprintable():
        return text
    text = _SPACE.sub(" ", text.replace(_HYPHEN_AT_END, "-").translate(_BULLETS))
    text = _CONTROL.sub("", text)
    return _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
