"""Characters that a file format cannot hold are taken out before anything is written."""

from __future__ import annotations

import re

# XML 1.0, production [2] Char: everything else would make the file unreadable.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROL = re.compile("[\u0000-\u001f\u007f-\u009f]")
_BREAKS = re.compile("[\t\n\r\u0085\u2028\u2029]+")


def for_xml(text: str) -> str:
    """`text` without characters that XML forbids; line ends as `\\n`."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def for_text(text: str) -> str:
    """`text` on one line: breaks and tabs are spaces, control and forbidden characters are gone."""
    return _FORBIDDEN.sub("", _CONTROL.sub("", _BREAKS.sub(" ", text)))
