"""A paragraph, sub-paragraph or section is numbered out of sequence in the file that was read.

Numbers are derived, so what is written out is always right; but a number that is missing, doubled
or out of order in the source often means that a paragraph was lost or pasted twice there. Each
break is reported once: the numbers that go on from it are not. Where a file begins again with 1
under a heading (the sections of a resolution on the budget), that is no break.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from drafter.checks.check import Check, Words
from drafter.languages import Language
from drafter.model.conventions import Conventions, Counter
from drafter.model.findings import Finding, Severity
from drafter.model.numbering import value
from drafter.model.places import bare_label
from drafter.model.tree import Kind, Paragraph, Part
from drafter.model.view import DocumentView

_FIRST = ("1", "a", "i")
_LETTERED = (Counter.ALPHA, Counter.ROMAN_LOWER, Counter.ARABIC_ABJAD, Counter.CYRILLIC)


def _run(view: DocumentView, _language: Language) -> Iterator[Finding]:
    for _, part in view.document.parts():
        yield from _of_part(part, view.conventions)


def _of_part(part: Part, rules: Conventions) -> Iterator[Finding]:
    sections = [each for each in part.paragraphs if each.kind is Kind.HEADING and each.label_read]
    numbers = [_number(rules.section.counter, bare_label(each.label_read)) for each in sections]
    if None not in numbers:
        yield from _breaks(sections, numbers)
    yield from _of_siblings(part.paragraphs, 0, rules)


def _of_siblings(row: tuple[Paragraph, ...], level: int, rules: Conventions) -> Iterator[Finding]:
    for stretch in _stretches(row):
        labelled = [each for each in stretch if _is_read(each)]
        for _, alike in groupby(labelled, key=lambda each: each.kind):
            same = list(alike)
            yield from _breaks(same, _numbers(same, level, rules))
    for each in row:
        yield from _of_siblings(each.children, level + 1, rules)


def _stretches(row: tuple[Paragraph, ...]) -> list[list[Paragraph]]:
    """The paragraphs cut at each heading after which the file begins again with 1 (or a)."""
    stretches: list[list[Paragraph]] = [[]]
    headed = False
    for each in row:
        if each.kind is Kind.HEADING:
            headed = True
        elif _is_read(each):
            if headed and bare_label(each.label_read) in _FIRST:
                stretches.append([])
            headed = False
        if each.kind is not Kind.HEADING:
            stretches[-1].append(each)
    return stretches


def _is_read(paragraph: Paragraph) -> bool:
    return bool(paragraph.label_read) and not paragraph.label_fixed


def _numbers(row: list[Paragraph], level: int, rules: Conventions) -> list[int | None]:
    """The numbers of the labels read, in the first way of counting that can read the most."""
    labels = [bare_label(each.label_read) for each in row]
    usual = rules.levels[min(level, len(rules.levels) - 1)].counter
    ways = dict.fromkeys((usual, Counter.DECIMAL, *_LETTERED))
    readings = [[_number(counter, label.casefold()) for label in labels] for counter in ways]
    return max(readings, key=lambda reading: (sum(n is not None for n in reading), _steps(reading)))


@lru_cache(maxsize=4096)
def _number(counter: Counter, label: str) -> int | None:
    return value(counter, label)


def _steps(reading: list[int | None]) -> int:
    """How many labels follow on from the one before: (i) is 9 after (h), and 1 at the start."""
    before = (0, *reading)
    return sum(b is not None and n == b + 1 for b, n in zip(before, reading, strict=False))


def _breaks(row: list[Paragraph], numbers: list[int | None]) -> Iterator[Finding]:
    last = place = 0
    seen: set[int] = set()
    for paragraph, number in zip(row, numbers, strict=True):
        place += 1
        if number is None:
            continue
        if number not in (place, last + 1) or number in seen:
            words = Words(paragraph.id, paragraph.kind, paragraph.text.plain())
            message = "check.number-doubled" if number in seen else "check.number-out-of-sequence"
            found = paragraph.label_read
            yield CHECK.at(words, 0, 0, message, found=found, expected=last + 1)
        if number == 1:
            # the file counts anew from here: what follows is measured against this
            place, seen = 1, set()
        seen.add(number)
        last = number


CHECK = Check(
    code="N101",
    name="number-out-of-sequence",
    severity=Severity.WARNING,
    authority="Editorial Manual, Paragraphs and subparagraphs",
    page=__doc__,
    run=_run,
)
