"""Characters that a file format cannot hold are taken out before anything is written."""

from __future__ import annotations

import re
from functools import cache

from drafter.languages.unparted import NO_BREAK

# XML 1.0, production [2] Char: everything else would make the file unreadable; what the note there
# discourages (U+007F to U+009F) shows nothing.
_FORBIDDEN = "[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
# the control characters that part words: vertical tab, form feed, separators, next line
_PARTING = re.compile("[\u000b\u000c\u001c-\u001f\u0085]+")
_SPACE = re.compile("[\t-\r\u001c-\u001f\u0085\u2028\u2029]+")


def for_xml(text: str) -> str:
    """`text` without characters that XML forbids or advises against; line ends as `\\n`, other
    controls that part words as spaces."""
    if text.replace(NO_BREAK, " ").isprintable():  # as nearly every run of a document is
        return text
    text = _PARTING.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _allowed(text)


def for_text(text: str) -> str:
    """`text` on one line: what parts words is a space, other controls and what XML forbids are
    gone."""
    return text if text.isprintable() else _allowed(_SPACE.sub(" ", text))


def _allowed(text: str) -> str:
    return _forbidden().sub("", text)


@cache
def _forbidden() -> re.Pattern[str]:
    return re.compile(_FORBIDDEN)
