"""Clauses fused into others or split out of them, and all near-duplicates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpora import Rows
from reading.measured import Measured

from drafter.languages import Language
from drafter.match import Engine, KeptIndex
from drafter.match.pairs import pairs
from drafter.match.terms import current_norms
from matching.built import indexed
from matching.peers import coded, exact_join
from matching.timing import shown, timed

FLOOR = 0.8
LEAST_RECALL, MOST_SECONDS = 0.995, 60.0


@dataclass(frozen=True)
class Wording:
    """As much of a clause as containment asks for."""

    id: str
    plain: str


def containment(
    index: KeptIndex, rows: Rows, derived: Sequence[tuple[str, str]], tongue: Language
) -> Measured:
    """Of the pairs known to be fused or split, those whose other half is named, by its id."""
    texts = dict(rows)
    engine = Engine.over(index, lambda ids: {key: Wording(key, texts[key]) for key in ids}, tongue)
    times: list[float] = []
    found = 0
    for one, other in derived:
        held, spent = timed(lambda k=one: engine.contained(texts[k], exclude=k))
        times.append(spent)
        found += any(each.clause.id == other for each in held)
    recall = found / len(derived)
    return Measured(
        f"containment of {len(derived)} derived pairs", f"recall {recall:.4f}; {shown(times)}",
        f"≥ {LEAST_RECALL}", recall >= LEAST_RECALL,
    )  # fmt: skip


def families(index: KeptIndex, rows: Rows) -> Measured:
    count, spent = timed(lambda: sum(1 for _ in index.alike(FLOOR)))
    seconds = spent / 1000
    return Measured(
        f"all pairs at {FLOOR} of {len(rows)} clauses",
        f"{seconds:.1f} s, {count} pairs of wordings",
        f"≤ {MOST_SECONDS:.0f} s", seconds <= MOST_SECONDS,
    )  # fmt: skip


def like_an_exact_join(rows: Rows, tongue: Language) -> Measured:
    index, _ = indexed(rows, tongue, None)
    found = {(one, other) for one, other, _ in pairs(index.alike(FLOOR))}
    codes, _ = coded([current_norms(text, tongue) for _, text in rows])
    wanted, spent = timed(lambda: exact_join(codes, FLOOR))
    keys = [key for key, _ in rows]
    differ = found ^ {(min(keys[i], keys[j]), max(keys[i], keys[j])) for i, j in wanted}
    return Measured(
        f"all pairs at {FLOOR} of {len(rows)} clauses, against an exact join",
        f"{len(differ)} of {len(wanted)} pairs differ; the exact join took {spent / 1000:.0f} s",
        "0", not differ,
    )  # fmt: skip
