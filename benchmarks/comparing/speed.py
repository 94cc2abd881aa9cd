"""Alignment of long documents, and the differences of a clause against difflib.

Times are processor time of one core, the best of several; only the ratio is firm.
"""

from __future__ import annotations

import difflib
import statistics
from collections.abc import Callable, Iterator

from corpora import Labelled, Missing, chinese_pairs, english_pairs, numbers
from matching.timing import timed
from reading.measured import Measured, skipped

from comparing.moves import document
from drafter.compare import compare_documents
from drafter.compare.anchoring import hunks
from drafter.compare.atoms import atoms
from drafter.compare.documents import aligned
from drafter.languages import Language, language
from drafter.model.tree import Document
from drafter.model.view import view

LENGTH, AMENDED, MOST_MS = 300, 227, 100.0
CLAUSES, LEAST_RATIO = 300, 10.0
RUNS, REPEATED = 5, 20


def speed() -> Iterator[Measured]:
    for code, pairs in (("en", english_pairs), ("zh", lambda: chinese_pairs(6000, 5))):
        try:
            differing = _differing(pairs())
        except Missing as reason:
            yield skipped(f"speed, {code}", f"not here: {reason}")
            continue
        yield from alignment(differing[:LENGTH], language(code))
        yield against_difflib(differing[:CLAUSES], language(code))


def _differing(pairs: Iterator[Labelled]) -> list[Labelled]:
    """Pairs that differ, no text twice, mixed up."""
    seen: set[str] = set()
    found: list[Labelled] = []
    for pair in pairs:
        if pair.a != pair.b and seen.isdisjoint((pair.a, pair.b)):
            seen |= {pair.a, pair.b}
            found.append(pair)
    pick = numbers(23)
    return sorted(found, key=lambda pair: next(pick))


def alignment(pairs: list[Labelled], tongue: Language) -> Iterator[Measured]:
    texts = [pair.a for pair in pairs]
    old = document(texts, tongue.code)
    amended = [pair.b if at < AMENDED else pair.a for at, pair in enumerate(pairs)]
    for name, new in (
        ("identical", texts), ("one moved", [*texts[-1:], *texts[:-1]]),
        (f"{AMENDED} amended", amended),
    ):  # fmt: skip
        other = document(new, tongue.code)
        best = _best(lambda d=other: _align(old, d, tongue))
        whole = _best(lambda d=other: compare_documents(old, d, tongue), 2)
        yield Measured(
            f"alignment of {len(texts)} × {len(texts)} paragraphs, {tongue.code}, {name}",
            f"{best:.0f} ms (with every difference explained {whole:.0f} ms)",
            f"< {MOST_MS:.0f} ms", best < MOST_MS,
        )  # fmt: skip


def _align(old: Document, new: Document, tongue: Language) -> object:
    return aligned(view(old, tongue.conventions), view(new, tongue.conventions), tongue)


def against_difflib(pairs: list[Labelled], tongue: Language) -> Measured:
    """From the tokens of both texts to what gives way to what."""
    sides = [
        tuple([atom.key for atom in atoms(text, tongue)] for text in (pair.a, pair.b))
        for pair in pairs
    ]
    ours = [_each(lambda s=side: hunks(*s)) for side in sides]
    theirs = [_each(lambda s=side: _difflib(*s)) for side in sides]
    ratio = sum(theirs) / sum(ours)
    middle = statistics.median(slow / fast for slow, fast in zip(theirs, ours, strict=True))
    return Measured(
        f"differences of a clause against difflib, same tokens, {tongue.code}",
        f"{ratio:.1f}× in all, {middle:.1f}× in the middle "
        f"({1000 * statistics.median(ours):.1f} µs against {1000 * statistics.median(theirs):.1f})",
        f"≥ {LEAST_RATIO:.0f}×", min(ratio, middle) >= LEAST_RATIO,
    )  # fmt: skip


def _difflib(old: list[str], new: list[str]) -> object:
    return difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _each(action: Callable[[], object]) -> float:
    """The milliseconds of one run, where one is too short for the clock."""

    def many() -> None:
        for _ in range(REPEATED):
            action()

    return _best(many) / REPEATED


def _best(action: Callable[[], object], runs: int = RUNS) -> float:
    """The least milliseconds of several runs."""
    return min(timed(action)[1] for _ in range(runs))
