"""A file written anew in canonical form, and nothing that a person noted beside it is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import yaml

from drafter.yamlio.comments import (
    ROOT,
    Comments,
    Entry,
    EntryPath,
    Occupied,
    attached,
    moved,
    steps,
)
from drafter.yamlio.dumping import dump
from drafter.yamlio.loading import LOADER, located, plain_line_ends
from drafter.yamlio.value import Value

_BLOCKS = ("|", ">")
_MODELINE = "# yaml-language-server:"


def rewritten(
    old: str, value: Value, *, source: str, comment: str = "", max_bytes: int = 50_000_000
) -> str:
    """`value` as `dump` writes it, with every comment of `old` beside what it stood beside.

    What stood beside an entry that is gone goes to the nearest that is left. The lines of `comment`
    stand on top, once; a modeline for editors among them takes the place of another. Raises
    `InvalidYaml` as `load` does.
    """
    if "#" not in old:
        return dump(value, comment=comment)
    text = plain_line_ends(old)
    data = located(text, source=source, max_bytes=max_bytes).data
    layout = _Layout(iter(yaml.parse(text, Loader=LOADER)))
    layout.read(data)
    comments = attached(text, layout.occupied, layout.entries)
    kept = moved(_without_head(comments, layout, comment), list(layout.entries), value)
    return dump(value, comment=comment, comments=kept)


def _without_head(comments: Comments, layout: _Layout, comment: str) -> Comments:
    """The comments without those on top that `comment` says again."""
    top = next(iter(layout.entries), ())
    if top not in comments:
        return comments
    head = {f"# {line}".rstrip() for line in comment.splitlines()}
    modeline = any(line.startswith(_MODELINE) for line in head)
    kept = tuple(
        line
        for line in comments[top].before
        if line not in head and not (modeline and line.startswith(_MODELINE))
    )
    return {**comments, top: replace(comments[top], before=kept)}


@dataclass(slots=True)
class _Layout:
    """Where the entries of a file stand, read from its events beside the value they give."""

    events: Iterator[yaml.Event]
    occupied: list[Occupied] = field(default_factory=list)
    entries: dict[EntryPath, Entry] = field(default_factory=dict)
    item: Entry | None = None

    def read(self, data: Value) -> None:
        """Go through the one document of the events."""
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._value(next(self.events), data, ROOT)

    def _value(self, event: yaml.Event, data: Value, entry: Entry) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._occupy(event, entry, is_block=event.style in _BLOCKS)
            return
        is_flow = isinstance(event, yaml.CollectionStartEvent) and bool(event.flow_style)
        if is_flow:
            self._occupy(event, entry)
        if isinstance(data, dict):
            self._mapping(data, entry)
        elif isinstance(data, list):
            self._list(data, entry, None if is_flow else _column(event))
        end = next(self.events)
        if is_flow:
            self._occupy(end, entry, closes=True)

    def _mapping(self, data: dict[str, Value], entry: Entry) -> None:
        for key, inner in data.items():
            event = next(self.events)
            found = self._entry((*entry.path, key), _column(event))
            self._occupy(event, found, opens=self.item or found)
            self._value(next(self.events), inner, found)

    def _list(self, data: list[Value], entry: Entry, dashes: int | None) -> None:
        for step, inner in zip(steps(data), data, strict=True):
            event = next(self.events)
            column = _column(event) if dashes is None else dashes
            found = self._entry((*entry.path, step), column)
            self.item = self.item or found
            self._value(event, inner, found)
            self.item = None

    def _entry(self, path: EntryPath, column: int) -> Entry:
        self.entries[path] = Entry(path, column)
        return self.entries[path]

    def _occupy(
        self,
        event: yaml.Event,
        entry: Entry,
        *,
        opens: Entry | None = None,
        closes: bool = False,
        is_block: bool = False,
    ) -> None:
        start, end = event.start_mark, event.end_mark
        if start and end and end.index > start.index:
            first = None if closes else opens or self.item
            self.occupied.append(Occupied(start.index, end.index, entry, first, closes, is_block))
        self.item = None


def _column(event: yaml.Event) -> int:
    return event.start_mark.column if event.start_mark else 0
