"""What can be quoted of a text and is whole: it cuts no word, and no bracket or quotation."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from drafter.compare.atoms import JOINERS, atoms
from drafter.compare.tokens import COMBINING, HAN, is_han
from drafter.languages import Language
from drafter.languages.vocabulary import vocabulary

_CLOSING = dict(zip("([{（［【《〈「『“«‘„", ")]}）］】》〉」』”»’“", strict=True))
_CLOSERS = frozenset(_CLOSING.values())
_EVEN = '"'
_OPENERS = frozenset(_CLOSING)
_HAN_RUN = re.compile(f"[{HAN}]+")
_LETTERS = re.compile(f"(?:(?![{HAN}])[^\\W_]|[{JOINERS}{COMBINING}])+")
_REMEMBERED = 64


def is_whole(text: str, start: int, end: int, language: Language) -> bool:
    """Whether characters `start`…`end` of `text` cut no word or compound ("non-governmental"), and
    hold both ends of a bracket or quotation or none."""
    inner = _inside_words(text, language)
    return (
        start not in inner
        and end not in inner
        and all((start <= a < end) == (start <= b < end) for a, b in pairs(text))
    )


def starts(text: str, start: int) -> tuple[int, ...]:
    """`start`, and before what opens a bracket or quotation there."""
    first = start
    while first and (text[first - 1] in _OPENERS or text[first - 1] == _EVEN):
        first -= 1
    return (start, first) if first < start else (start,)


def ends(text: str, end: int) -> tuple[int, ...]:
    """`end`, and after what closes a bracket or quotation there."""
    last = end
    while last < len(text) and (text[last] in _CLOSERS or text[last] == _EVEN):
        last += 1
    return (end, last) if last > end else (end,)


@lru_cache(maxsize=_REMEMBERED)
def pairs(text: str) -> tuple[tuple[int, int], ...]:
    """Where brackets and quotation marks that belong together stand; those alone are left out: the
    bracket of "a)", an apostrophe."""
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for at, each in enumerate(text):
        wanted = [mark for mark, _ in opened]
        if each in wanted:
            last = len(wanted) - 1 - wanted[::-1].index(each)
            found.append((opened[last][1], at))
            del opened[last:]
        elif each in _CLOSING or each == _EVEN:
            opened.append((_CLOSING.get(each, each), at))
    return tuple(found)


@lru_cache(maxsize=_REMEMBERED)
def _inside_words(text: str, language: Language) -> frozenset[int]:
    """The offsets between two characters of one word."""
    found = {at for word in _LETTERS.finditer(text) for at in range(word.start() + 1, word.end())}
    if words := vocabulary(language.code):
        for run in _HAN_RUN.finditer(text):
            found |= {run.start() + at for at in _inside(run[0], words)}
        for atom in atoms(text, language):
            found |= set(range(atom.start + 1, atom.end)) if is_han(atom.text[0]) else set()
    return frozenset(found)


def _inside(run: str, words: frozenset[str]) -> set[int]:
    """The offsets inside words where the run is parted into the fewest, and of these into those
    that are known; characters that are no words by themselves stay together."""
    longest = _longest(words)
    costs = [0]
    last = [0]
    for end in range(1, len(run) + 1):
        able = [
            start
            for start in range(max(end - longest, 0), end)
            if start == end - 1 or run[start:end] in words
        ]
        cost, best = min((costs[at] + (2 if run[at:end] in words else 3), at) for at in able)
        costs.append(cost)
        last.append(best)
    inside, end = set(), len(run)
    while end:
        inside |= set(range(last[end] + 1, end))
        end = last[end]
    cut = sorted({0, len(run), *range(1, len(run))} - inside)
    parts = [(start, run[start:stop]) for start, stop in pairwise(cut)]
    strange = [len(part) == 1 and part not in words for _, part in parts]
    both = zip(parts[1:], strange, strange[1:], strict=False)
    return inside | {start for (start, _), one, other in both if one and other}


@cache
def _longest(words: frozenset[str]) -> int:
    return max(map(len, words))
