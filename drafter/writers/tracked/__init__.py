"""Tracked changes written into a Word package that exists: only what changes differs, byte by byte.

`weave.tracked` is the way in; `archive` keeps the container, `scan` finds where things stand in the
XML, `units` what each word of the text is there; `text` and `edits` write the changes, `carrying`
what moves with words. `unsettled` finds changes that are there already, `resolved` proves that
rejecting all gives the file again.
"""

from drafter.writers.tracked.values import Tracked, TrackOptions
from drafter.writers.tracked.weave import tracked

__all__ = ["TrackOptions", "Tracked", "tracked"]
