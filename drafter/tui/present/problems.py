"""Problems as sentences: what happened, where, and what to do."""

from __future__ import annotations

from drafter.errors import DrafterError
from drafter.messages import say
from drafter.tui.cells import clean


def sentence_of(problem: DrafterError | OSError) -> str:
    """All that is known of a problem, on one line."""
    if isinstance(problem, OSError):
        named = f"{problem.filename}: " if problem.filename else ""
        return clean(named + (problem.strerror or str(problem)))
    parts = [say(problem.message_id, **problem.params)]
    if problem.hint_id:
        parts.append(say(problem.hint_id, **problem.params))
    place = f"{problem.place}: " if problem.place else ""
    return clean(place + " ".join(parts))
