"""A Main Committee's report, made from the ordered events that somebody entered once.

`report` builds the document, `findings` tells what the events leave open or say twice. Both are
pure: reading files is the business of the rooms above.
"""

from __future__ import annotations

from drafter.reports.building import report, sentences
from drafter.reports.checking import findings

__all__ = ["findings", "report", "sentences"]
