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


def word_of(key: str) -> str:
    """What the interface calls a field, a kind of event or a value of the file; itself where it has
    no word."""
    message = f"report.word-{key.replace('_', '-')}"
    word = say(message)
    return key if word == message else word


def _spelled(key: str) -> str:
    """A word of the file, with that of the interface beside it where it is another."""
    word = word_of(key)
    plain = key.replace("-", " ").replace("_", " ")
    return key if word in (key, plain) else f"{key} {word}"


def hint(told: Proceedings, field: str, kind: str = "") -> str:
    """What may stand in a field, in one line; empty where nothing can be said of it."""
    values = values_of(told, field, kind)
    if values:
        return f"{_spelled(field)}: {' · '.join(map(_spelled, values))}"
    shape = "names" if field in _NAMES else "day" if field in _DAYS else field
    if shape in ("names", "day", "vote"):
        return f"{_spelled(field)}: {say(f'report.shape-{shape}')}"
    return _spelled(field) if _spelled(field) != field else ""
