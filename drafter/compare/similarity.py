"""The one measure of likeness, used everywhere: Indel ratio over tokens, and containment.

Both are computed from the length of the longest common subsequence (LCS) in whole numbers and
divided once, so that equal ratios are equal floats and no tie is lost to rounding.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from drafter.compare.tokens import norms


def common(a: Sequence[str], b: Sequence[str]) -> int:
    """The length of the longest common subsequence of two sequences of tokens."""
    return LCSseq.similarity(a, b)


def ratio(shared: int, a_length: int, b_length: int) -> float:
    """Indel ratio 2·LCS / (|a| + |b|), 0 to 1. Two texts without tokens are alike: 1."""
    total = a_length + b_length
    return 2 * shared / total if total else 1.0


def share(shared: int, a_length: int, b_length: int) -> float:
    """Containment LCS / min(|a|, |b|), 0 to 1; 0 where either text has no token."""
    shorter = min(a_length, b_length)
    return shared / shorter if shorter else 0.0


def similarity(a: str, b: str) -> float:
    """How alike two texts are, 0 to 1. Unrelated paragraphs stay below 0.25."""
    left, right = norms(a), norms(b)
    return ratio(common(left, right), len(left), len(right))


def containment(a: str, b: str) -> float:
    """How much of the shorter text stands, in its order, inside the longer; 0 for empty texts."""
    left, right = norms(a), norms(b)
    return share(common(left, right), len(left), len(right))
