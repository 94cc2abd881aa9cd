"""How much faster than comparing with every clause, and than a search engine.

Both answer twenty queries at a time by turns, three times each, so that they meet the machine in
the same state; of each query the best time counts, for all engines: what disturbs is not theirs.
What the index takes right after brute force, which empties the caches, is shown beside it. Only the
ratios of one run are firm.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Sequence

from corpora import Rows, queries
from reading.measured import Measured, skipped

from drafter.languages import Language
from drafter.match import KeptIndex
from drafter.match.terms import current_norms
from matching.peers import brute_force, coded, tantivy
from matching.timing import late, shown, timed

FLOOR = 0.6
# clauses → least ratio over brute force: what a run of that size must reach
LEAST = {1_000_000: 125, 100_000: 150, 0: 4}
MOST_SPREAD = 5.0
PASSES, BLOCK, WARMING = 3, 20, 50
BRUTE_SECONDS = 120.0


def speed(index: KeptIndex, rows: Rows, tongue: Language, count: int) -> Iterator[Measured]:
    asked = queries(rows, count)
    words = [current_norms(text, tongue) for text in asked]
    for text in queries(rows, WARMING, seed=11):
        index.top(current_norms(text, tongue), limit=10, floor=FLOOR)
    codes, vocabulary = coded([current_norms(text, tongue) for _, text in rows])
    read = [vocabulary.learn(each) for each in words]
    ours, brute, after, wrong = _by_turns(index, words, read, codes)
    ratios = [slow / fast for slow, fast in zip(brute, ours, strict=False)]
    ratio, spread = statistics.median(ratios), late(ours) / statistics.median(ours)
    least = next(each for size, each in LEAST.items() if len(rows) >= size)
    yield Measured(
        "over brute force", f"{ratio:.0f}×; {shown(ours)}; brute force {shown(brute)}",
        f"≥ {least}×", ratio >= least,
        (f"right after brute force, caches cold: {shown(after)}, "
         f"{statistics.median(brute) / statistics.median(after):.0f}×",),
    )  # fmt: skip
    yield Measured("p99 over p50", f"{spread:.1f}", f"≤ {MOST_SPREAD:.0f}", spread <= MOST_SPREAD)
    yield Measured("answers", f"{wrong} of {len(after)} differ", "0", wrong == 0)
    yield _against_tantivy(
        [text for _, text in rows], codes, list(zip(asked, read, strict=True)), ours
    )


def _ask(index: KeptIndex, words: Sequence[str]) -> tuple[list[float], float]:
    found, spent = timed(lambda: index.top(words, limit=10, floor=FLOOR))
    return [round(each.score, 9) for each in found], spent


def _by_turns(
    index: KeptIndex, words: Sequence[Sequence[str]], read: Sequence[str], codes: Sequence[str]
) -> tuple[list[float], list[float], list[float], int]:
    """The times of the index, those of brute force for as long as there is time, those of the index
    right after it, and how many answers differ."""
    ours: list[float] = []
    brute: list[float] = []
    after: list[float] = []
    wrong = 0
    until = time.perf_counter() + BRUTE_SECONDS
    for start in range(0, len(words), BLOCK):
        block = words[start : start + BLOCK]
        ours += _best([[_ask(index, each)[1] for each in block] for _ in range(PASSES)])
        if time.perf_counter() > until:
            continue
        passes: list[list[float]] = []
        for _ in range(PASSES):
            passes.append([])
            for each, query in zip(block, read[start : start + BLOCK], strict=True):
                wanted, slow = timed(lambda q=query: brute_force(q, codes, FLOOR))
                found, spent = _ask(index, each)
                passes[-1].append(slow)
                after.append(spent)
                wrong += found != wanted
        brute += _best(passes)
    return ours, brute, after, wrong


def _best(passes: Sequence[Sequence[float]]) -> list[float]:
    return [min(times) for times in zip(*passes, strict=True)]


def _against_tantivy(
    texts: Sequence[str], codes: Sequence[str], asked: Sequence[tuple[str, str]], ours: list[float]
) -> Measured:
    name = "over tantivy, 3-grams and rerank"
    peer = tantivy(texts, codes, FLOOR)
    if peer is None:
        return skipped(name, "tantivy is not installed: pip install 'drafter[bench]'")
    ask, seconds = peer
    for each in asked[:WARMING]:
        ask(*each)
    times = _best([[timed(lambda e=each: ask(*e))[1] for each in asked] for _ in range(PASSES)])
    ratio = statistics.median(slow / fast for slow, fast in zip(times, ours, strict=True))
    found = f"{ratio:.1f}×; tantivy {shown(times)}, built in {seconds:.1f} s, not exact"
    return Measured(name, found, "> 1×", ratio > 1)
