"""Clauses that differ by one named operation: is it named, and nothing else?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from corpora import Labelled, chinese_pairs
from reading.measured import Measured

from drafter.compare import ChangeKind, ChangeSeverity, changes
from drafter.languages import language

PAIRS = 20_000
LEAST_NAMED, MOST_UNJUSTIFIED = 0.97, 0.1
_VERBS = frozenset({"verb-stronger", "verb-weaker", "verb-changed"})
_QUALIFIERS = frozenset({"qualifier-added", "qualifier-dropped"})
# what an operation of the generator may rightly be called; one that hits a verb or an addressee
# of the tables is a change of that verb or addressee
RIGHT = {
    "date": frozenset({"date", "number", "session", "citation"}),
    "adv": frozenset({"adverb"}),
    "syn": frozenset({"term", "reworded", "addressee"}) | _QUALIFIERS | _VERBS,
    "order": frozenset({"order"}),
    "strength": _VERBS,
    "qual": _QUALIFIERS,
    "list": frozenset({"item-added", "item-dropped"}),
    "tail": frozenset({"added", "dropped"}) | _QUALIFIERS,
    "neg": frozenset({"negation", "modal"}),
    "party": frozenset({"party", "addressee"}),
    "num": frozenset({"quantity", "number"}),
    "cosm": frozenset({"cosmetic"}),
}
_HARMLESS = frozenset({ChangeSeverity.COSMETIC, ChangeSeverity.UPDATE})


class _Count:
    def __init__(self) -> None:
        self.of: Counter[str] = Counter()
        self.named: Counter[str] = Counter()
        self.kinds = self.right = 0
        self.equal = self.loud = self.traps = self.harmless = 0

    def pair(self, pair: Labelled) -> None:
        found = changes(pair.a, pair.b, language("zh"))
        if not pair.operations:
            self.equal += 1
            self.loud += bool(found) and pair.a == pair.b
            return
        (operation,) = pair.operations
        right = RIGHT[operation]
        self.of[operation] += 1
        self.named[operation] += any(each.kind.value in right for each in found)
        # punctuation goes with words that come and go
        said = [c.kind for c in found if c.kind is not ChangeKind.COSMETIC or operation == "cosm"]
        self.kinds += len(said)
        self.right += sum(kind.value in right for kind in said)
        if pair.label == "trap":
            self.traps += 1
            self.harmless += all(each.severity in _HARMLESS for each in found)


def labelled(seeds: list[int], count: int) -> Iterator[Measured]:
    for seed in seeds:
        counted = _Count()
        for pair in chinese_pairs(count, seed):
            one = len(pair.operations) == 1 and pair.operations[0] in RIGHT
            if one or (pair.label == "exact" and not pair.operations):
                counted.pair(pair)
        yield from _measured(counted, f"seed {seed}: ")


def _measured(counted: _Count, of: str) -> Iterator[Measured]:
    shares = {name: counted.named[name] / counted.of[name] for name in sorted(counted.of)}
    worst = min(shares, key=lambda name: shares[name])
    yield Measured(
        f"{of}the right kind, worst operation", f"{shares[worst]:.3f} ({worst})",
        f"≥ {LEAST_NAMED}", shares[worst] >= LEAST_NAMED,
        ("; ".join(f"{name} {counted.named[name]}/{counted.of[name]}" for name in shares),),
    )  # fmt: skip
    loose = 1 - counted.right / counted.kinds
    yield Measured(
        f"{of}kinds that nothing justifies", f"{loose:.4f} of {counted.kinds}",
        f"≤ {MOST_UNJUSTIFIED}", loose <= MOST_UNJUSTIFIED,
    )  # fmt: skip
    yield Measured(
        f"{of}equal texts with changes", f"{counted.loud} of {counted.equal}", "0",
        counted.loud == 0,
    )  # fmt: skip
    yield Measured(
        f"{of}reversals called harmless", f"{counted.harmless} of {counted.traps}", "0",
        counted.harmless == 0,
    )  # fmt: skip
