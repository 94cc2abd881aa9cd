"""The events of a report while they are edited: every change is saved at once, and can be undone.

A file that changed on disk meanwhile is never overwritten; comments in it are kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from drafter.errors import EditRefused, InvalidRecord, InvalidYaml
from drafter.languages import language
from drafter.model import proceedings_read
from drafter.model.findings import Finding
from drafter.model.proceedings import Event, EventKind, Proceedings, Proposal
from drafter.model.proceedings_write import KEYS, record, record_of_event
from drafter.readers.formats.report import drafts_of, proceedings_of
from drafter.reports import findings, sentences
from drafter.reports.pasting import unfolded
from drafter.workspace.saving import save_draft, sha256_on_disk
from drafter.yamlio import Value, dump, load, read_text, rewritten

INTRODUCTION = -1
_NEW = "event"


@dataclass(frozen=True, slots=True)
class EventRow:
    """A row of the list: an event of a section (`INTRODUCTION`, or the number of a proposal from
    0), or with `index` -1 the heading of the section. `words` is what the report says."""

    section: int
    index: int
    words: str
    kind: str = ""
    open: tuple[Finding, ...] = ()


class EventSheet:
    """A file of events, open for editing."""

    def __init__(self, path: Path, text: str, sha: str) -> None:
        self.path = path
        self._text = text
        self._sha = sha
        self._before: list[Proceedings] = []
        self._take_up()

    @staticmethod
    def open(path: Path) -> EventSheet:
        """The sheet of a file. Raises `InvalidYaml` with file and line for what cannot be read."""
        sha = sha256_on_disk(path)  # of its bytes: the text goes without a byte order mark
        return EventSheet(path, read_text(path), sha)

    @property
    def told(self) -> Proceedings:
        """The events as they stand."""
        return self._told

    def rows(self) -> tuple[EventRow, ...]:
        """Every section with its events, in the order of the report."""
        drafts, _ = drafts_of(self.path, self._told, self._located)
        said = sentences(self._told, drafts, language(self._told.language))
        open_ = findings(self._told, drafts)
        made: list[EventRow] = []
        for section, words in enumerate(said, INTRODUCTION):
            made.append(EventRow(section, -1, self._heading(section)))
            for index, event in enumerate(self.events(section)):
                own = tuple(f for at, f in open_ if at[: len(event.at)] == event.at)
                made.append(EventRow(section, index, words[index], event.kind.value, own))
        return tuple(made)

    def events(self, section: int) -> tuple[Event, ...]:
        """The events of a section."""
        if section == INTRODUCTION:
            return self._told.introduction
        return self._told.proposals[section].events

    def fields_of(self, section: int, index: int) -> str:
        """An event as the lines a person edits: every field its kind may have."""
        event = self.events(section)[index]
        blank: dict[str, Value] = dict.fromkeys((_NEW, *KEYS[event.kind]), "")
        return dump({**blank, **record_of_event(event)}).replace(": ''\n", ":\n")

    def change(self, section: int, index: int, text: str) -> None:
        """Put the event that `text` says in place. Raises `InvalidYaml` with the line."""
        event = _event(text)
        events = list(self.events(section))
        events[index] = event
        self._put(section, events)

    def add(self, section: int, index: int, kind: EventKind) -> None:
        """A new event of this kind, without its fields, so that it stands at `index`."""
        events = list(self.events(section))
        events.insert(index, Event(kind))
        self._put(section, events)

    def remove(self, section: int, index: int) -> None:
        """Take an event out."""
        events = list(self.events(section))
        del events[index]
        self._put(section, events)

    def move(self, section: int, index: int, by: int) -> int:
        """Move an event by places within its section; returns where it stands then.

        Raises `EditRefused` at either end.
        """
        events = list(self.events(section))
        if not 0 <= index + by < len(events):
            raise EditRefused("report.no-further")
        events.insert(index + by, events.pop(index))
        self._put(section, events)
        return index + by

    def undo(self) -> bool:
        """Take the last change back; whether there was one."""
        if not self._before:
            return False
        before = self._before[-1]
        self._save(before)
        self._before.pop()
        return True

    def _heading(self, section: int) -> str:
        if section == INTRODUCTION:
            return ""
        proposal = self._told.proposals[section]
        return " · ".join(filter(None, (*proposal.symbols, proposal.title)))

    def _put(self, section: int, events: list[Event]) -> None:
        before = self._told
        if section == INTRODUCTION:
            told = replace(before, introduction=tuple(events))
        else:
            proposals: list[Proposal] = list(before.proposals)
            proposals[section] = replace(proposals[section], events=tuple(events))
            told = replace(before, proposals=tuple(proposals))
        self._save(told)
        self._before.append(before)

    def _save(self, told: Proceedings) -> None:
        text = rewritten(self._text, record(told), source=str(self.path))
        self._sha = save_draft(self.path, text.encode(), self._sha)
        self._text = text
        self._take_up()

    def _take_up(self) -> None:
        self._told, self._located = proceedings_of(self._text, source=str(self.path))


def _event(text: str) -> Event:
    found = load(text, source="")
    try:
        return proceedings_read.event(unfolded(found.data), ())
    except InvalidRecord as problem:
        raise InvalidYaml(
            problem.message_id, place=found.place(*problem.path), hint_id="", **problem.params
        ) from None
