"""Tracked changes written into a Word package that exists: only what changes differs, byte by byte.

`weave.tracked` is the way in; `archive` keeps the container, `scan` finds where things stand in the
XML, `slots` what each word of the text is there, `paragraphs` and `runs` write the changes.
"""

from drafter.writers.tracked.values import Tracked, TrackOptions
from drafter.writers.tracked.weave import tracked

__all__ = ["TrackOptions", "Tracked", "tracked"]
