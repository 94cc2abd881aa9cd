"""What the fields of a report's events may say, as far as it can be listed."""

from __future__ import annotations

from enum import StrEnum

from drafter.languages import codes
from drafter.messages import say
from drafter.model.proceedings import (
    EventKind,
    Implications,
    Manner,
    Moment,
    Outcome,
    Proceedings,
    ProposalKind,
)

_WORDS: dict[str, type[StrEnum]] = {
    "how": Manner, "outcome": Outcome, "implications": Implications, "kind": ProposalKind,
}  # fmt: skip
_NAMES = frozenset({"sponsors", "by", "explanations", "observers"})
_DAYS = frozenset({"date"})


def values_of(told: Proceedings, field: str, kind: str = "") -> tuple[str, ...]:
    """The values that a field may have, in an event of this `kind`; none where it is free."""
    if field == "meeting":
        return tuple(str(held.number) for held in told.meetings)
    if field == "language":
        return tuple(codes())
    if field == "when":
        joined = kind == EventKind.SPONSORS_JOINED
        return tuple(m.value for m in Moment if m and (m is Moment.SUBSEQUENTLY) is joined)
    return tuple(each.value for each in _WORDS.get(field, ()) if each.value)


def hint(told: Proceedings, field: str, kind: str = "") -> str:
    """What may stand in a field, in one line; empty where nothing can be said of it."""
    values = values_of(told, field, kind)
    if values:
        return f"{field}: {' · '.join(values)}"
    shape = "names" if field in _NAMES else "day" if field in _DAYS else field
    return f"{field}: {say(f'report.shape-{shape}')}" if shape in ("names", "day", "vote") else ""
