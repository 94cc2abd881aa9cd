"""Words of one direction: in a text that runs from right to left Word gives every sign of a run
the direction of the run, so Latin symbols need runs of their own ("A/C.2/81/L.5")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import bidirectional

_REVERSED = frozenset({"R", "AL"})
_LATIN = "A-Za-z\u00c0-\u024f"
# A symbol, a number with a stroke, or Latin words with what stands between them.
_LEFT_TO_RIGHT = re.compile(
    rf"(?=[0-9./-]*[{_LATIN}]|[0-9]+/[0-9])[{_LATIN}0-9]"
    rf"(?:[{_LATIN}0-9/:_&’'.-]|[ ,]+(?=[{_LATIN}])|(?<=\.) (?=[0-9])| ?\([{_LATIN}0-9. ]+\))*"
    rf"(?<=[{_LATIN}0-9)])"
)


def directed(text: str) -> Iterator[tuple[str, bool]]:
    """The stretches of `text` in its order, each with whether it runs from right to left."""
    if re.search(f"[{_LATIN}]", text) and _REVERSED.isdisjoint(map(bidirectional, text)):
        yield text, False
        return
    at = 0
    for found in _LEFT_TO_RIGHT.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], True
        yield found[0], False
        at = found.end()
    if at < len(text):
        yield text[at:], True
