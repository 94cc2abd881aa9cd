"""Groups on whose behalf drafts are submitted, and what the note says, from `groups.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from drafter.languages.states import CODES
from drafter.languages.tables import Table
from drafter.yamlio import load as load_yaml
from drafter.yamlio import read_text

Pairs = tuple[tuple[str, str], ...]
_FILE = Path(__file__).resolve().parent / "groups.yaml"
_SCOPES = ("members", "with-observers")


@dataclass(frozen=True, slots=True)
class Group:
    """A group of States: `names` as they stand in the note (code, words), `typed` other ways to
    name it; `observers` if an observer State is a member; `attested` the languages found."""

    key: str
    names: Pairs
    typed: tuple[str, ...]
    observers: bool
    attested: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _NoteForm:
    since: str
    scope: str
    states: Pairs
    words: Pairs


@dataclass(frozen=True, slots=True)
class _Data:
    groups: tuple[Group, ...]
    notes: tuple[_NoteForm, ...]


def groups() -> tuple[Group, ...]:
    """All groups there are data for."""
    return _data().groups


def group_named(words: str) -> Group | None:
    """The group that a key, a name or an abbreviation names, in any language."""
    wanted = words.casefold().strip()
    return next((each for each in groups() if wanted in _ways(each)), None)


def group_note(words: str, code: str, date: str = "") -> str:
    """The note that says for whom a draft is submitted: "On behalf of the States …".

    `words` name the group; one that is not known stands in the note as it was typed, and words that
    are a whole note are that note. `date` is the ISO date of the draft, "" for now.
    """
    group = group_named(words)
    scopes = _SCOPES if group is not None and group.observers else _SCOPES[:1]
    forms = [
        each for each in _data().notes if each.scope in scopes and (not date or each.since <= date)
    ]
    form = max(forms, key=lambda each: each.since)
    said = dict(form.words)[code]
    if words.startswith(said.partition("{")[0]):
        return words
    states = dict(form.states)[code]
    name = dict(group.names)[code].format(states=states) if group is not None else words
    return said.format(states=states, group=name)


def behalf_of(note: str, code: str) -> str:
    """On whose behalf a note says that a draft is submitted: "the States that are members of …";
    "" for any other note."""
    for form in _data().notes:
        before, _, after = dict(form.words)[code].partition("{")
        if note.startswith(before) and dict(form.states)[code] in note:
            return note.removeprefix(before).rstrip(after[-1] + " ")
    return ""


def behalves(text: str) -> tuple[re.Match[str], ...]:
    """Where a list of sponsors says for whom a State submits: `within` has what brackets that begin
    so hold ("[on behalf of …]"), `plain` a group that is known where there are no brackets."""
    return tuple(_behalf().finditer(text))


def group_within(words: str) -> Group | None:
    """The group that other words name with it ("the States that are members of …", "the G77"); an
    abbreviation counts where it stands alone, its capitals as they are."""
    folded = words.casefold()
    by_name = (each for each in groups() if any(name.casefold() in folded for name in _names(each)))
    by_way = (
        each
        for each in groups()
        if any(re.search(rf"(?<!\w){re.escape(way)}(?!\w)", words) for way in each.typed)
    )
    return next(by_name, None) or next(by_way, None)


def _ways(group: Group) -> set[str]:
    return {each.casefold() for each in (group.key, *_names(group), *group.typed)}


def _names(group: Group) -> set[str]:
    """The names of a group as they stand in a note, whatever States the note says."""
    forms = [dict(form.states) for form in _data().notes]
    return {
        name.format(states=states)
        for code, name in group.names
        for states in ("", *(form[code] for form in forms))
    }


@cache
def _behalf() -> re.Pattern[str]:
    begins = {words.partition("{")[0].strip() for form in _data().notes for _, words in form.words}
    ways = {way for each in groups() for way in (*_names(each), *each.typed)}
    known = "|".join(map(re.escape, sorted(ways, key=lambda way: (-len(way), way))))
    begin = rf"(?:{'|'.join(map(re.escape, sorted(begins)))})"
    return re.compile(
        rf"\s*[\[(（【]\s*{begin}\s*(?P<within>[^\])）】]+)[\])）】]"
        rf"|(?:\s*[,،，])?\s*{begin}\s*(?P<plain>{known})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _data() -> _Data:
    table = Table(load_yaml(read_text(_FILE), source=_FILE.name))
    value = _Data(
        groups=tuple(_group(each) for each in table.tables("groups")),
        notes=tuple(_note(each) for each in table.tables("notes")),
    )
    table.finish()
    return value


def _group(table: Table) -> Group:
    value = Group(
        key=table.word("key"),
        names=tuple((code, table.word(code)) for code in CODES),
        typed=table.words("typed"),
        observers=bool(table.optional("observers")),
        attested=table.words("attested"),
    )
    table.finish()
    return value


def _note(table: Table) -> _NoteForm:
    value = _NoteForm(
        since=table.optional("since"),
        scope=table.choice("of", _SCOPES),
        states=table.mapping("states"),
        words=tuple((code, table.word(code)) for code in CODES),
    )
    table.words("attested")
    table.finish()
    return value
