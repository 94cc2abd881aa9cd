"""A file of a report's events while it is edited: every change is saved at once, and can be undone.

A file that changed on disk meanwhile is never overwritten; comments in it are kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from drafter.errors import EditRefused, InvalidRecord, InvalidYaml, RefusedOverwrite
from drafter.languages import language
from drafter.languages.report_words import report_words
from drafter.model.findings import Finding
from drafter.model.proceedings import At, Event, EventKind, Manner, Proceedings
from drafter.model.proceedings_write import (
    KEYS,
    MEETING_KEYS,
    PROPOSAL_KEYS,
    record,
)
from drafter.model.record_write import Record
from drafter.readers.formats.report import drafts_of, proceedings_in, proceedings_of
from drafter.reports import findings, sentences
from drafter.reports.pasting import vote_of
from drafter.workspace.event_places import (
    EVENTS,
    HEAD,
    HEAD_FIELDS,
    HEADING,
    INTRODUCTION,
    MEETINGS,
    path_of,
    place_among,
    put_in,
    rows_of,
)
from drafter.workspace.saving import save_draft, sha256_on_disk
from drafter.yamlio import Value, dump, load, read_text, rewritten

_DRAFT_KEYS = tuple(key for key in PROPOSAL_KEYS if key != EVENTS)
_LISTED = ("in-favour", "against", "abstaining")


@dataclass(frozen=True, slots=True)
class EventRow:
    """A row of the list: an event of a section (`INTRODUCTION`, or the number of a draft from 0), a
    meeting of `MEETINGS`, or with `index` `HEADING` the heading of a section: that of a draft
    stands for the draft, that of `HEAD` for the head of the report. `words` is what the report
    says, `kind` the kind of an event."""

    section: int
    index: int
    words: str
    kind: str = ""
    open: tuple[Finding, ...] = ()

    @property
    def is_draft(self) -> bool:
        """Whether the row stands for a draft with all its events."""
        return self.index == HEADING and self.section >= 0


class EventSheet:
    """A file of events, open for editing. A place in it is a section and an index, as a row has."""

    def __init__(self, path: Path, text: str, sha: str) -> None:
        self.path = path
        self._text = text
        self._sha = sha
        self._before: list[Proceedings] = []
        self._is_aside = False  # whether a version was put beside a file that changed meanwhile
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
        """Head, meetings, every section with its events, in the order of the report."""
        drafts, problems = drafts_of(self.path, self._told, self._located)
        said = sentences(self._told, drafts, language(self._told.language))
        open_ = findings(self._told, drafts)
        head = tuple(f for at, f in open_ if len(at) == 1)
        made = [EventRow(HEAD, HEADING, self._head(), open=head), EventRow(MEETINGS, HEADING, "")]
        for index, held in enumerate(self._told.meetings):
            own = tuple(f for at, f in open_ if at == held.at)
            words = " · ".join(filter(None, (str(held.number), held.date, held.record)))
            made.append(EventRow(MEETINGS, index, words, open=own))
        for section, words_of in enumerate(said, INTRODUCTION):
            made.append(self._heading(section, open_, problems))
            for index, event in enumerate(self.events(section)):
                own = tuple(f for at, f in open_ if at[: len(event.at)] == event.at)
                made.append(EventRow(section, index, words_of[index], event.kind.value, own))
        return tuple(made)

    def events(self, section: int) -> tuple[Event, ...]:
        """The events of a section."""
        if section == INTRODUCTION:
            return self._told.introduction
        return self._told.proposals[section].events

    @staticmethod
    def blank_meeting() -> str:
        """The fields of a meeting, to be filled in."""
        return _blank(dict.fromkeys(MEETING_KEYS, ""))

    def fields_of(self, section: int, index: int) -> str:
        """What stands at a place as the lines a person edits: every field that it may have."""
        found, keys = self._record_at(section, index), self._keys(section, index)
        own = {key: value for key, value in found.items() if key in keys or key == "joined"}
        return _blank({**dict.fromkeys(keys, ""), **own})

    def vote_of(self, section: int, index: int) -> str | None:
        """The vote of an event as lists below their headings; None where it can have none."""
        if index == HEADING or section < INTRODUCTION:
            return None
        event = self.events(section)[index]
        if "vote" not in KEYS[event.kind]:
            return None
        words = report_words(self._told.language)
        between, stop = words.states
        lists = zip(_LISTED, event.vote.lists, strict=True)
        return "".join(
            f"{words.text(key)}\n{between.join(states)}{stop if states else ''}\n\n"
            for key, states in lists
        )

    def change(self, section: int, index: int, text: str) -> None:
        """Put what `text` says in place. Raises `InvalidYaml` with the line."""
        self._typed(section, index, text, partial(put_in, section=section, index=index))

    def add_meeting(self, index: int, text: str) -> None:
        """The meeting that `text` says, so that it stands at `index`. Raises `InvalidYaml`."""

        def insert(whole: Record, value: Value) -> None:
            rows_of(whole, MEETINGS, index).insert(index, value)

        self._typed(MEETINGS, index, text, insert)

    def vote(self, section: int, index: int, text: str) -> None:
        """Take the lists of a vote from pasted words; none take them out. What was counted stays,
        unless it is pasted too; an event that does not say how it was decided was by a recorded
        vote. Raises `InvalidYaml`."""
        try:
            lists = vote_of(text) if text.strip() else {}
        except InvalidRecord as problem:
            raise InvalidYaml(problem.message_id, place="", hint_id="", **problem.params) from None
        event = self._record_at(section, index)
        before = cast("Record", event.get("vote", {}))
        how: Record = {"how": Manner.RECORDED.value} if lists else {}
        counted = {"counts": before["counts"]} if "counts" in before else {}
        fields: Record = {**how, **event, "vote": {**counted, **lists}}
        self._put(lambda whole: put_in(whole, fields, section, index))

    def add(self, section: int, index: int, kind: EventKind) -> None:
        """A new event of this kind, without its fields, so that it stands at `index`."""
        self._put(lambda whole: rows_of(whole, section, index).insert(index, {"event": kind.value}))

    def add_draft(self, section: int, proposal: Record) -> None:
        """A draft, from the record of one, so that it stands in `section`."""
        self._put(lambda whole: rows_of(whole, section, HEADING).insert(section, proposal))

    def remove(self, section: int, index: int) -> None:
        """Take an event, a meeting or a draft with its events out."""
        place = place_among(section, index)
        self._put(lambda whole: rows_of(whole, section, index).pop(place))

    def move(self, section: int, index: int, by: int) -> int:
        """Move an event or a meeting within its section, or a draft among the drafts, by places;
        returns where it stands then. Raises `EditRefused` at either end."""
        place = place_among(section, index)
        count = len(rows_of(record(self._told), section, index))
        if not 0 <= place + by < count:
            raise EditRefused("report.no-further")

        def moved(whole: Record) -> None:
            rows = rows_of(whole, section, index)
            rows.insert(place + by, rows.pop(place))

        self._put(moved)
        return place + by

    def undo(self) -> bool:
        """Take the last change back; whether there was one."""
        if not self._before:
            return False
        self._save(self._before[-1])
        self._before.pop()
        return True

    def _keys(self, section: int, index: int) -> tuple[str, ...]:
        if section == HEAD:
            return HEAD_FIELDS
        if section == MEETINGS:
            return MEETING_KEYS
        if index == HEADING:
            return _DRAFT_KEYS
        return ("event", *KEYS[self.events(section)[index].kind])

    def _head(self) -> str:
        head = self._told.masthead
        parts = (head.symbol, head.committee, *head.agenda_items, *head.agenda_titles)
        return " · ".join(filter(None, parts))

    def _heading(
        self, section: int, open_: tuple[tuple[At, Finding], ...], problems: list[Finding]
    ) -> EventRow:
        if section == INTRODUCTION:
            return EventRow(section, HEADING, "")
        proposal = self._told.proposals[section]
        words = " · ".join(filter(None, (*proposal.symbols, proposal.title)))
        line = self._located.line(*proposal.at, "draft")
        own = [f for at, f in open_ if at == proposal.at]
        own += [f for f in problems if f.place.line == line]
        return EventRow(section, HEADING, words, open=tuple(own))

    def _record_at(self, section: int, index: int) -> Record:
        whole = record(self._told)
        if section == HEAD:
            return whole
        return cast("Record", rows_of(whole, section, index)[place_among(section, index)])

    def _typed(
        self, section: int, index: int, text: str, change: Callable[[Record, Value], None]
    ) -> None:
        typed = load(text, source="")
        at = path_of(section, index)
        try:
            self._put(lambda whole: change(whole, typed.data))
        except InvalidRecord as problem:
            within = problem.path[: len(at)] == at
            place = typed.place(*problem.path[len(at) :]) if within else ""
            raise InvalidYaml(
                problem.message_id, place=place, hint_id="", **problem.params
            ) from None

    def _put(self, change: Callable[[Record], object]) -> None:
        """Make a change in the record of the events, and save it. Raises `InvalidRecord`."""
        whole = record(self._told)
        change(whole)
        before = self._told
        self._save(proceedings_in(whole))
        self._before.append(before)

    def _save(self, told: Proceedings) -> None:
        text = rewritten(self._text, record(told), source=str(self.path))
        if self._is_aside and sha256_on_disk(self.path) != self._sha:
            raise EditRefused("report.read-anew")
        try:
            self._sha = save_draft(self.path, text.encode(), self._sha)
        except RefusedOverwrite:
            self._is_aside = True
            raise
        self._is_aside = False
        self._text = text
        self._take_up()

    def _take_up(self) -> None:
        self._told, self._located = proceedings_of(self._text, source=str(self.path))


def _blank(fields: Record) -> str:
    # what is typed behind a colon without a space would be no field
    return dump(fields).replace(": ''\n", ": \n")
