"""Line breaking for Chinese and Latin text mixed (kinsoku; GB/T 15834, 5.1).

No line starts with closing punctuation or a footnote mark, none ends with an opening bracket,
and no word, number or document symbol is cut unless it is wider than the line.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from drafter.tui.cells import char_width

NOT_FIRST = frozenset(
    "，。、；：！？·…—～％‰℃°”’》〉）】」』〕〗｝］,.;:!?%)]}»›"
    "⁰¹²³⁴⁵⁶⁷⁸⁹ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ،؛؟"
)
NOT_LAST = frozenset("“‘《〈（【「『〔〖｛［([{«‹＋－¥￥$€£№")
_GLUE = frozenset("\u00a0\u202f\u2060\u200d")
_APART = NOT_FIRST | NOT_LAST | {" "}
_INSIDE = frozenset(".,:)]%(")
_HYPHENS = frozenset("-‐–")


def breaks(text: str, columns: int, first: int | None = None) -> list[int]:
    """Offsets at which the lines after the first one start.

    `columns` is the width of a line, `first` that of the first line if it differs. One blank at
    the end of a line may hang over its edge, where the cursor of an editor stands.
    """
    found: list[int] = []
    room = max(first if first is not None else columns, 2)
    columns = max(columns, 2)
    used, start, candidate, previous = 0, 0, 0, ""
    for offset, char in enumerate(text):
        size = char_width(char)
        if offset > start and may_break(previous, char, text, offset):
            candidate = offset
        while size and used + size > room + (char == " ") and offset > start:
            start = candidate if candidate > start else _cut(text, start, offset)
            found.append(start)
            room = columns
            used = sum(map(char_width, text[start:offset]))
        used += size
        previous = char
    return found


def lines(text: str, columns: int, first: int | None = None) -> list[str]:
    """The lines of `text`, without the blanks that hang over the edge."""
    edges = [0, *breaks(text, columns, first), len(text)]
    return [text[start:end].rstrip(" ") for start, end in pairwise(edges)]


def _cut(text: str, start: int, offset: int) -> int:
    """Where to cut what is wider than the line: near `offset`, but not before a closing mark."""
    for place in range(offset, start + 1, -1):
        if text[place] not in NOT_FIRST and text[place - 1] not in NOT_LAST:
            return place
    return offset


def may_break(before: str, after: str, text: str, offset: int) -> bool:
    """Whether a line may end between the characters at `offset` - 1 and `offset`."""
    rule = _between(before, after)
    if rule is None:
        # A hyphen ends a line only inside a word: never in 5-7 or in A/C.2-3.
        return offset >= 2 and text[offset - 2].isalpha() and after.isalpha()
    return rule


@lru_cache(maxsize=32768)
def _between(before: str, after: str) -> bool | None:
    if after in _GLUE or before in _GLUE or not char_width(after):
        return False
    if after == " " or after in NOT_FIRST or before in NOT_LAST:
        return False
    if before == " ":
        return True
    if before in _HYPHENS and _joins(after):
        return None
    return not (_joins(before) and _joins(after))


@lru_cache(maxsize=8192)
def _joins(char: str) -> bool:
    """Characters of one word, number or symbol: narrow ones, whatever their script."""
    return char in _INSIDE or (char_width(char) == 1 and char not in _APART)
