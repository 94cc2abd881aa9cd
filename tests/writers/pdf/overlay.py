"""A page of our own laid over a real one: where the same words and rules stand on both."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from drafter.readers import read
from drafter.readers.pdf.engine import pages_of
from drafter.readers.pdf.leaves import Places, leaves_of
from tests.writers.pdf.installed import needs_the_width_of_real_pages
from tests.writers.writing_samples import written

REAL = Path(__file__).resolve().parents[4] / "shared" / "real" / "pdf_en"
_SEPARATOR = "__________________"


def leaves(data):
    return leaves_of(pages_of(data, "page"), Places())


def pair(name, **options):
    """The pages of a real document, and those made from what drafter reads in it."""
    path = REAL / f"{name}.pdf"
    if not path.is_file():
        pytest.skip("the real documents (../shared/real/pdf_en) are not on this machine")
    needs_the_width_of_real_pages()
    document = read(path).document
    # the language of a text is no mark of the edition: what is typed in again is the masthead
    document = replace(document, stage="")
    return leaves(path.read_bytes()), leaves(written(document, "pdf", official=True, **options))


def cells(leaf):
    return [cell for row in leaf.rows for cell in row]


def plain(cell):
    """The words of a cell without the marks that stand raised in it."""
    text = cell.text
    for start, end in reversed(cell.raised):
        text = text[:start] + text[end:]
    return text.replace("*", "").replace(" ", "")


def same_lines(real, own, *, above, below=0.0):
    """The lines between two heights of the real page that both pages have, by their words."""
    ours = {plain(cell): cell for cell in cells(own)}
    theirs = [cell for cell in cells(real) if below <= cell.y < above]
    return [(cell, ours[plain(cell)]) for cell in theirs if plain(cell) in ours]


def first_lines(leaf, margin=147.1):
    """The lines that are set in: those that begin a paragraph of the text."""
    found = [c for c in cells(leaf) if c.y > 280 and abs(c.x0 - margin) < 4 and c.size > 9.5]
    return [c.x0 for c in found]


def full_lines(leaf):
    """The lines of the text that reach both edges."""
    return [c for c in cells(leaf) if c.size > 9.5 and c.x0 < 125 and 480 < c.x1 < 495]


def leading(leaf):
    steps = [b.y - a.y for a, b in pairwise(full_lines(leaf)) if b.y - a.y < 14]
    return sum(steps) / len(steps)


def separator(leaf):
    return next((c for c in cells(leaf) if c.text.replace(" ", "") == _SEPARATOR), None)


def notes(leaf):
    """The lines below the separator, above the footer."""
    top = separator(leaf).y
    return [c for c in cells(leaf) if top < c.y < 740 and c.size < 9]


def wide_rules(leaf):
    return [(r.x0, r.x1, r.y) for r in leaf.rules if r.width > 400]


def end_rule(leaf):
    """The short rule of the last page, and the height of the last line of text above it."""
    rule = next(r for r in leaf.rules if r.width < 100)
    return rule, max(c.y for c in cells(leaf) if c.y < rule.y)
