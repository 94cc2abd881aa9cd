"""Places in the record of a report's events: a section, and an index in it."""

from __future__ import annotations

from typing import cast

from drafter.errors import InvalidRecord
from drafter.model.proceedings import At
from drafter.model.proceedings_write import HEAD_KEYS
from drafter.model.record_write import Record
from drafter.yamlio import Value

# Sections; a draft is a section of its own, by its number from 0.
HEAD, MEETINGS, INTRODUCTION = -3, -2, -1
# The index of the heading of a section: that of a draft stands for the draft itself.
HEADING = -1
EVENTS = "events"
HEAD_FIELDS = ("language", *HEAD_KEYS, "parts")


def path_of(section: int, index: int) -> At:
    """The path of a place in the record."""
    if section == HEAD:
        return ()
    if section == MEETINGS:
        return ("meetings", index)
    if section == INTRODUCTION:
        return ("introduction", index)
    draft: At = ("proposals", section)
    return draft if index == HEADING else (*draft, EVENTS, index)


def place_among(section: int, index: int) -> int:
    """Where it stands among its like: a draft among the drafts."""
    return section if index == HEADING else index


def rows_of(whole: Record, section: int, index: int) -> list[Value]:
    """The list in the record of all events that holds what stands at a place."""
    if section == MEETINGS:
        return cast("list[Value]", whole.setdefault("meetings", []))
    if section == INTRODUCTION:
        return cast("list[Value]", whole.setdefault("introduction", []))
    drafts = cast("list[Value]", whole.setdefault("proposals", []))
    if index == HEADING:
        return drafts
    return cast("list[Value]", cast("Record", drafts[section]).setdefault(EVENTS, []))


def put_in(whole: Record, value: Value, section: int, index: int) -> None:
    """Put `value` in place of what stands there; the head keeps its meetings and drafts, a draft
    its events. Raises `InvalidRecord` for a head that is no record."""
    if section == HEAD:
        if not isinstance(value, dict):
            raise InvalidRecord("yaml.not-a-record", path=(), allowed=", ".join(HEAD_FIELDS))
        for key in HEAD_FIELDS:
            whole.pop(key, None)
        whole.update(value)
        return
    rows, place = rows_of(whole, section, index), place_among(section, index)
    if index == HEADING and isinstance(value, dict):
        value = {**value, EVENTS: cast("Record", rows[place]).get(EVENTS, [])}
    rows[place] = value
