"""Paragraphs of English resolutions and of those that followed them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from corpora import Labelled, english_pairs, numbers
from reading.measured import Measured

from drafter.compare import ChangeKind, ChangeSeverity, changes
from drafter.languages import language

LEAST_MILD = 0.98
_MILD = frozenset({ChangeSeverity.COSMETIC, ChangeSeverity.UPDATE})
_MOST_SHOWN = 12


def real(read: int) -> Iterator[Measured]:
    """`read` amended pairs are shown to be read by eye."""
    tongue = language("en")
    pairs = list(english_pairs())
    masked = [pair for pair in pairs if pair.label == "masked"]
    wrong = [pair for pair in masked if not _mild(pair)]
    share = 1 - len(wrong) / len(masked)
    yield Measured(
        "updates, quantities or cosmetic only, where nothing else differs",
        f"{share:.4f} of {len(masked)} pairs", f"≥ {LEAST_MILD}", share >= LEAST_MILD,
        tuple(line for pair in wrong[:_MOST_SHOWN] for line in shown(pair)),
    )  # fmt: skip
    equal = [pair for pair in pairs if pair.label == "identical" and pair.a == pair.b]
    loud = sum(bool(changes(pair.a, pair.b, tongue)) for pair in equal)
    yield Measured("identical pairs with changes", f"{loud} of {len(equal)}", "0", loud == 0)
    rewritten = [pair for pair in pairs if pair.label == "amended"]
    pick = numbers(17)
    sample = [rewritten[next(pick) % len(rewritten)] for _ in range(read)]
    kinds = Counter(
        change.kind.value for pair in rewritten for change in changes(pair.a, pair.b, tongue)
    )
    yield Measured(
        f"{len(rewritten)} amended pairs, to be read by eye (--read N shows N)",
        ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()), "–", None,
        tuple(line for pair in sample for line in shown(pair)),
    )  # fmt: skip


def _mild(pair: Labelled) -> bool:
    found = changes(pair.a, pair.b, language("en"))
    return all(c.severity in _MILD or c.kind is ChangeKind.QUANTITY for c in found)


def shown(pair: Labelled) -> Iterator[str]:
    """The differences of a pair, one a line."""
    for change in changes(pair.a, pair.b, language("en")):
        yield f"{change.kind.value}: {change.old[:80]!r} → {change.new[:80]!r}"
    yield ""
