"""Comparison: one measure of likeness, differences with a name each, documents side by side."""

from drafter.compare.changes import changes
from drafter.compare.documents import Comparison, Row, RowState, compare_documents
from drafter.compare.segments import Segment, SegmentState, segments
from drafter.compare.similarity import containment, similarity
from drafter.compare.tokens import Token, tokens
from drafter.model.findings import Change, ChangeKind, ChangeSeverity

__all__ = [
    "Change",
    "ChangeKind",
    "ChangeSeverity",
    "Comparison",
    "Row",
    "RowState",
    "Segment",
    "SegmentState",
    "Token",
    "changes",
    "compare_documents",
    "containment",
    "segments",
    "similarity",
    "tokens",
]
