"""The same answers as comparing with every clause: keys, scores and ties."""

from __future__ import annotations

from collections.abc import Iterator

from corpora import Rows, edited, numbers, queries, six_languages
from reading.measured import Measured

from drafter.languages import Language, language
from drafter.match import KeptIndex
from drafter.match.terms import current_norms
from matching.built import indexed
from matching.peers import coded, exact_top

FLOOR = 0.6


def identical(index: KeptIndex, rows: Rows, tongue: Language, asked: list[str]) -> Measured:
    codes, vocabulary = coded([current_norms(text, tongue) for _, text in rows])
    keys = [key for key, _ in rows]
    wrong = found = 0
    for text in asked:
        words = current_norms(text, tongue)
        ours = [(each.key, each.score) for each in index.top(words, limit=10, floor=FLOOR)]
        wrong += ours != exact_top(vocabulary.learn(words), codes, keys, FLOOR)
        found += len(ours)
    return Measured(
        f"top 10 at {FLOOR} of {len(rows)} clauses, {tongue.code}",
        f"{wrong} of {len(asked)} answers differ from brute force ({found} found)",
        "0", wrong == 0,
    )  # fmt: skip


def of_a_corpus(index: KeptIndex, rows: Rows, tongue: Language) -> Measured:
    return identical(index, rows, tongue, queries(rows, 200))


def of_six_languages() -> Iterator[Measured]:
    for code, rows in six_languages():
        tongue, pick = language(code), numbers(7)
        index, _ = indexed(rows, tongue, None)
        asked = [edited(rows[next(pick) % len(rows)][1], pick) for _ in range(100)]
        yield identical(index, rows, tongue, asked)
