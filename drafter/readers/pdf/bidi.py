"""The bidirectional algorithm (UAX #9) turned round: from what is seen on a line to what is read.

A line is seen from left to right; how it is read follows from the levels that the algorithm gives:
the right order is the one that the algorithm would show just as it is seen. Marks of direction
leave no trace on a page, so the implicit rules are all there is. Where two orders look alike (“A 5”
may be “5 A” too), the order in which the pieces were drawn tells, if it tells anything.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import groupby, pairwise, product, takewhile

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
MIRRORED = str.maketrans("()<>[]{}«»‹›", ")(><][}{»«›‹")
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_STRONG = {"L": "L", "R": "R", "AL": "R"}
_SIDES = {**_STRONG, "EN": "R", "AN": "R"}
# what may stand before a line and after it: a line of numbers alone is no part of a text
_CONTEXTS = tuple(product(("AL", "R", "L"), ("R", "L")))
_ALONE = (("R", "R"), *_CONTEXTS)
_ROUNDS = 4


def reading_order(
    signs: Sequence[str], drawn: Sequence[int], *, leftward: bool, shapes: bool = False
) -> list[tuple[int, int]]:
    """Which of the `signs` seen from left to right is read first, second …, each with its level;
    odd ones run from right to left.

    A space is "" or white space; `drawn` says which piece of the page each is of; `shapes` that
    brackets are as seen, not as read.
    """
    guess = _guessed(signs, drawn, int(leftward))
    levels = guess
    told = any(one > other for one, other in pairwise(drawn))
    if not told or not _fits(guess, signs, leftward, shapes):
        levels = _improved(guess, signs, leftward, shapes)
    return [(index, levels[index]) for index in _turned(levels, (1, 2))]


def _fits(levels: list[int], signs: Sequence[str], leftward: bool, shapes: bool) -> bool:
    """Whether a line read by these levels would look as it does, whatever stands around it."""
    return any(_next(levels, signs, leftward, shapes, each) == levels for each in _CONTEXTS)


def _improved(guess: list[int], signs: Sequence[str], leftward: bool, shapes: bool) -> list[int]:
    """Levels that show the line as it is, found from a guess; the guess if there are none."""
    worded = any(_kind(sign) in _STRONG for sign in signs)
    for context in _CONTEXTS if worded else _ALONE:
        levels = guess
        for _ in range(_ROUNDS):
            better = _next(levels, signs, leftward, shapes, context)
            if better == levels:
                return levels
            levels = better
    return guess


def _next(
    seen: list[int], signs: Sequence[str], leftward: bool, shapes: bool, context: tuple[str, str]
) -> list[int]:
    """The levels that signs get if they are read as the levels `seen` have it: the same ones, if
    they would then be seen just as they are."""
    order = _turned(seen, (1, 2))
    texts = [
        signs[index].translate(MIRRORED) if shapes and seen[index] % 2 else signs[index]
        for index in order
    ]
    found = _levels(texts, leftward, *context)
    shown = [order[index] for index in _turned(found, (2, 1))]
    if shown == sorted(shown):
        return seen
    levels = list(seen)
    for index, level in zip(order, found, strict=True):
        levels[index] = level
    return levels


def _turned(levels: Sequence[int], steps: tuple[int, ...]) -> list[int]:
    """The signs with every stretch of each level turned round (L2): (2, 1) to show them, (1, 2) to
    read them."""
    order = list(range(len(levels)))
    for step in steps:
        high = {index for index, level in enumerate(levels) if level >= step}
        order = [
            index
            for turned, group in groupby(order, high.__contains__)
            for index in (reversed(list(group)) if turned else group)
        ]
    return order


def _guessed(signs: Sequence[str], drawn: Sequence[int], base: int) -> list[int]:
    """Levels by what signs are and by when they were drawn: stretches in the order of reading, and
    what is in one from left to right not before what stands to its left."""
    kinds = [_kind(sign) for sign in signs]
    levels = [1 if _STRONG.get(kind) == "R" else 2 * base for kind in kinds]
    if not base:
        return levels
    sides = [index for index, kind in enumerate(kinds) if kind in _SIDES]
    for left, right in pairwise((-1, *sides, len(signs))):
        after = left >= 0 and levels[left] == 2
        before = right < len(signs) and levels[right] == 2
        if after and before and drawn[left] <= drawn[right]:
            continue
        for index in range(left + 1, right):
            ending = after and drawn[index] >= drawn[left]
            beginning = before and drawn[index] <= drawn[right]
            levels[index] = 2 if ending or beginning else 1
    for index in takewhile(lambda index: not signs[index].strip(), range(len(signs))):
        levels[index] = 1  # white space at the end of a line (L1)
    return levels


def _kind(sign: str) -> str:
    """The bidirectional type of a sign, which may be a ligature."""
    found = unicodedata.bidirectional(sign[0]) if sign else "WS"
    return {"NSM": "AL", "S": "WS", "B": "WS", "": "ON"}.get(found, found)


def _levels(signs: Sequence[str], leftward: bool, before: str, after: str) -> list[int]:
    """The levels of signs in the order of reading, `before` and `after` the types around them."""
    kinds = _weak([_kind(sign) for sign in signs], before)
    base = "R" if leftward else "L"
    _pair(signs, kinds, base, _STRONG[before])
    _neutral(kinds, base, _STRONG[before], _STRONG[after])
    levels = [1 if _STRONG.get(kind) == "R" else 2 for kind in kinds]
    if not leftward:
        levels = [0 if kind == "L" else level for kind, level in zip(kinds, levels, strict=True)]
    for index in reversed(range(len(signs))):  # L1
        if signs[index].strip():
            break
        levels[index] = int(leftward)
    return levels


def _weak(kinds: list[str], before: str) -> list[str]:
    """Numbers and what belongs to them (W2 to W7)."""
    strong = before
    for index, kind in enumerate(kinds):
        strong = kind if kind in _STRONG else strong
        if kind == "EN" and strong == "AL":
            kinds[index] = "AN"
    for index in range(1, len(kinds) - 1):
        one, kind, other = kinds[index - 1 : index + 2]
        if one == other and (kind, one) in (("CS", "EN"), ("CS", "AN"), ("ES", "EN")):
            kinds[index] = one
    for step in (1, -1):
        indices = range(len(kinds))[::step]
        for last, index in pairwise(indices):
            if kinds[index] == "ET" and kinds[last] == "EN":
                kinds[index] = "EN"
    strong = before
    for index, kind in enumerate(kinds):
        strong = kind if kind in _STRONG else strong
        if kind == "EN" and strong == "L":
            kinds[index] = "L"
    return kinds


def _pair(signs: Sequence[str], kinds: list[str], base: str, before: str) -> None:
    """Brackets (N0): the direction of the line if that is inside, else that of both sides."""
    for start, end in _pairs(signs, kinds):
        inside = {_SIDES.get(kind) for kind in kinds[start + 1 : end]} - {None}
        if base in inside:
            kinds[start] = kinds[end] = base
        elif inside:
            earlier = (_SIDES[kind] for kind in reversed(kinds[:start]) if kind in _SIDES)
            kinds[start] = kinds[end] = (
                base if next(earlier, before) == base else "L" if base == "R" else "R"
            )


def _pairs(signs: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """Where brackets open and close that belong together (BD16)."""
    found: list[tuple[int, int]] = []
    waiting: list[int] = []
    for index, sign in enumerate(signs):
        if kinds[index] in _SIDES:
            continue
        if sign in _PAIRS:
            waiting.append(index)
            continue
        for place in reversed(range(len(waiting))):
            if _PAIRS[signs[waiting[place]]] == sign:
                found.append((waiting[place], index))
                del waiting[place:]
                break
    return sorted(found)


def _neutral(kinds: list[str], base: str, before: str, after: str) -> None:
    """What has no direction of its own: that of both its sides, else that of the line (N1, N2)."""
    sides = [before, *(_SIDES.get(kind, "") for kind in kinds), after]
    for index, kind in enumerate(kinds):
        if kind in _SIDES:
            continue
        left = next(side for side in reversed(sides[: index + 1]) if side)
        right = next(side for side in sides[index + 2 :] if side)
        kinds[index] = left if left == right else base
        sides[index + 1] = left if left == right else ""
