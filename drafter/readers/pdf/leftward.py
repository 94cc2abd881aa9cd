"""Rows with text from right to left, whose glyphs stand in the order in which they are seen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from drafter.readers.pdf.bidi import MIRRORED, reading_order
from drafter.readers.pdf.cleaning import cleaned
from drafter.readers.pdf.hand import GAP, Hand
from drafter.readers.pdf.rows import Placed


def in_reading_order(placed: Sequence[Placed], hand: Hand) -> list[Placed]:
    """Glyphs seen from left to right as words in the order of reading, the white space between them
    as runs without text."""
    seen = list(_with_spaces(_whole_marks(sorted(placed, key=_place)), hand))
    # a raised mark stands by itself among words of any direction
    signs = ["\ufffc" if each.rise else cleaned(each.run.text).strip() for each in seen]
    drawn = [each.run.drawn for each in seen]
    order = reading_order(signs, drawn, leftward=hand.leftward, shapes=hand.flipped)
    found: list[Placed] = []
    for index, level in order:
        run, rise = seen[index]
        if hand.flipped and level % 2:
            run = run._replace(text=run.text.translate(MIRRORED))
        last = found[-1] if found else None
        if last and last.run.text and run.text and last.rise == rise and last.run.font == run.font:
            x0, x1 = min(last.run.x0, run.x0), max(last.run.x1, run.x1)
            found[-1] = Placed(run._replace(text=last.run.text + run.text, x0=x0, x1=x1), rise)
        else:
            found.append(Placed(run, rise))
    return found


def _place(placed: Placed) -> float:
    """Where a glyph stands; a vowel mark may reach over what is beside its letter."""
    run = placed.run
    return (run.x0 + run.x1) / 2 if any(map(unicodedata.combining, run.text)) else run.x0


def _with_spaces(placed: Iterable[Placed], hand: Hand) -> Iterator[Placed]:
    """Glyphs with a run without text wherever a distance parts words."""
    last: Placed | None = None
    for each in placed:
        if last and last.run.text and each.run.text:
            mark, word = (last, each) if hand.leftward else (each, last)
            far = each.run.x0 - last.run.x1 > GAP * word.run.size
            if far and not mark.rise:
                yield Placed(each.run._replace(text="", x0=last.run.x1, x1=each.run.x0))
        yield each
        last = each


def _whole_marks(placed: Iterable[Placed]) -> Iterator[Placed]:
    """Glyphs with the figures of each raised mark together."""
    for (rise, _), group in groupby(placed, lambda each: (each.rise, each.run.drawn)):
        each = list(group)
        if rise and "".join(one.run.text for one in each).isdigit():
            text = "".join(one.run.text for one in each)
            yield Placed(each[0].run._replace(text=text, x1=each[-1].run.x1), rise)
        else:
            yield from each
