"""What a text must share to be found, and how much it does: whole numbers, so no tie is lost."""

from __future__ import annotations

import numpy as np
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cdist

from drafter.match.bulk import Numbers
from drafter.match.segment import Needed, Segment

# bounds are rounded so that they err on the side of comparing
ROUNDING = 1e-9
_FEW = 4


def needed_of_both(length: int, floor: float) -> Needed:
    """The common tokens that a similarity of `floor` to a text of `length` tokens takes."""
    return lambda lengths: np.ceil(floor * (lengths + length) / 2 - ROUNDING).astype(np.int64)


def needed_of_shorter(length: int, floor: float) -> Needed:
    """The common tokens that a containment of `floor` with a text of `length` tokens takes."""
    return lambda lengths: np.ceil(floor * np.minimum(lengths, length) - ROUNDING).astype(np.int64)


def shared_tokens(segment: Segment, codes: str, rows: Numbers) -> list[int]:
    """How many tokens each text has in common with a query, in order."""
    texts = segment.codes_of(rows)
    if len(texts) < _FEW:
        return [LCSseq.similarity(codes, text) for text in texts]
    found: list[int] = cdist([codes], texts, scorer=LCSseq.similarity, dtype=np.int32)[0].tolist()
    return found
