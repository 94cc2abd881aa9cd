"""Precedents: which agreed clauses a text is like, fuses or is part of; coverage; duplicates."""

from drafter.match.coverage import Coverage, Covered, Coverer, CoverState, coverage
from drafter.match.duplicates import Repetition, near_duplicates, near_duplicates_of, repetitions
from drafter.match.engine import Engine, contained, precedents
from drafter.match.kept import KeptIndex
from drafter.match.precedent import Containment, Precedent, shown
from drafter.match.provenance import Stretch, StretchState, provenance
from drafter.match.ranking import Reason
from drafter.match.terms import current_terms

__all__ = [
    "Containment",
    "CoverState",
    "Coverage",
    "Covered",
    "Coverer",
    "Engine",
    "KeptIndex",
    "Precedent",
    "Reason",
    "Repetition",
    "Stretch",
    "StretchState",
    "contained",
    "coverage",
    "current_terms",
    "near_duplicates",
    "near_duplicates_of",
    "precedents",
    "provenance",
    "repetitions",
    "shown",
]
