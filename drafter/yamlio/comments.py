"""The comments of a YAML file, each with the entry it belongs to, so that they outlive a rewrite.

Why no round-trip library: what is written here has one canonical form, and a file that has it comes
back byte for byte wherever its values did not change; only the comments have to be carried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from drafter.yamlio.value import Value

# A key, or an item of a list by what names it and how many before it have that name: a comment
# stays with its item when others come and go.
Step: TypeAlias = str | tuple[str, int]
EntryPath: TypeAlias = tuple[Step, ...]

_OWN_NAME = "id="
_NAMES = ("id", "part", "code", "symbol")
# what libyaml takes for the end of a line
_COMMENT = re.compile("#[^\n\u2028\u2029]*")
_LINE_END = re.compile("[\n\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Beside:
    """The comments of one entry, each from its `#` on: lines before it, on its own line, after."""

    before: tuple[str, ...] = ()
    on_line: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


NOTHING = Beside()
Comments: TypeAlias = Mapping[EntryPath, Beside]


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, or an item of a list; `column` is that of the key or the dash."""

    path: EntryPath
    column: int


@dataclass(frozen=True, slots=True)
class Occupied:
    """A stretch of text that is a scalar or a bracket, and the entry it belongs to.

    `opens` is the outermost entry that begins with it; `closes` tells a bracket that closes.
    """

    start: int
    end: int
    entry: Entry
    opens: Entry | None = None
    closes: bool = False
    is_block: bool = False


@dataclass(slots=True)
class _Collected:
    slots: dict[EntryPath, tuple[list[str], list[str], list[str]]] = field(default_factory=dict)

    def put(self, path: EntryPath, slot: int, words: Iterable[str]) -> None:
        self.slots.setdefault(path, ([], [], []))[slot].extend(words)

    def comments(self) -> Comments:
        return {path: Beside(*map(tuple, slots)) for path, slots in self.slots.items()}


BEFORE, ON_LINE, AFTER = range(3)
ROOT = Entry((), 0)


def steps(items: list[Value]) -> Iterator[Step]:
    """The step to each item of a list."""
    seen: dict[str, int] = {}
    for item in items:
        name = _name(item)
        yield name, seen.get(name, 0)
        seen[name] = seen.get(name, 0) + 1


def attached(text: str, occupied: list[Occupied], entries: Mapping[EntryPath, Entry]) -> Comments:
    """The comments of `text`; `occupied` are its stretches of content in order."""
    found = _Collected()
    before: Occupied | None = None
    for after in (*occupied, None):
        start = before.end if before else 0
        end = after.start if after else len(text)
        for match in _COMMENT.finditer(text, start, end):
            path, slot = _owner(text, match.start(), before, after, entries)
            found.put(path, slot, [match[0].rstrip()])
        if after is not None and after.is_block:
            head = _LINE_END.split(text[after.start : after.end], maxsplit=1)[0]
            if "#" in head:
                found.put(after.entry.path, ON_LINE, [head[head.index("#") :].rstrip()])
        before = after
    return found.comments()


def moved(comments: Comments, order: list[EntryPath], value: Value) -> Comments:
    """The comments with those of entries that `value` has not given to the nearest that it has;
    those of an item with a name of its own follow it.

    `order` is that of the entries in the old file.
    """
    new = list(_paths(value, ()))
    here = {(), *new}
    if comments.keys() <= here:
        return comments
    siblings: dict[EntryPath, list[EntryPath]] = {}
    for path in order:
        siblings.setdefault(path[:-1], []).append(path)
    named = _by_name(new)
    found = _Collected()
    for path in ((), *order):
        beside = comments.get(path)
        if beside is None:
            continue
        home = path if path in here else _followed(path, named, here)
        if home is not None:
            for slot, words in enumerate((beside.before, beside.on_line, beside.after)):
                found.put(home, slot, words)
            continue
        heir, slot = _heir(path, siblings, here)
        found.put(heir, slot, (*beside.before, *beside.on_line, *beside.after))
    return found.comments()


def _by_name(paths: list[EntryPath]) -> dict[Step, EntryPath]:
    """Where the items stand whose name no other has."""
    found: dict[Step, list[EntryPath]] = {}
    for path in paths:
        if isinstance(path[-1], tuple) and path[-1][0].startswith(_OWN_NAME):
            found.setdefault(path[-1], []).append(path)
    return {step: several[0] for step, several in found.items() if len(several) == 1}


def _followed(
    path: EntryPath, named: dict[Step, EntryPath], here: set[EntryPath]
) -> EntryPath | None:
    """Where the entry stands now if the item that holds it has only moved."""
    for length in range(len(path), 0, -1):
        home = named.get(path[length - 1])
        if home is not None and (*home, *path[length:]) in here:
            return (*home, *path[length:])
    return None


def tidied(comments: Comments, value: Value) -> Comments:
    """The comments where `value` has room for them: one on a line, none between dash and entry."""
    found = {
        path: replace(each, before=(*each.before, *each.on_line[:-1]), on_line=each.on_line[-1:])
        for path, each in comments.items()
    }
    _clear_dashes(found, value, ())
    return found


def _clear_dashes(found: dict[EntryPath, Beside], value: Value, path: EntryPath) -> None:
    for step, item in _entries(value):
        at = (*path, step)
        _clear_dashes(found, item, at)
        first = next(_entries(item), None)
        if not isinstance(value, list) or first is None:
            continue
        own, inner = found.get(at, NOTHING), found.get((*at, first[0]), NOTHING)
        above = (*own.before, *own.on_line, *inner.before)
        if above:
            found[at] = replace(own, before=above, on_line=())
            found[(*at, first[0])] = replace(inner, before=())


def _heir(
    path: EntryPath, siblings: dict[EntryPath, list[EntryPath]], here: set[EntryPath]
) -> tuple[EntryPath, int]:
    while path:
        beside = siblings[path[:-1]]
        at = beside.index(path)
        for other in reversed(beside[:at]):
            if other in here:
                return other, AFTER
        for other in beside[at + 1 :]:
            if other in here:
                return other, BEFORE
        path = path[:-1]
        if path in here:
            return path, BEFORE
    return (), BEFORE


def _owner(
    text: str,
    at: int,
    before: Occupied | None,
    after: Occupied | None,
    entries: Mapping[EntryPath, Entry],
) -> tuple[EntryPath, int]:
    """The entry that the comment at `at` belongs to, and where beside it."""
    # a block scalar ends where the next line begins
    if before and not before.is_block and not _LINE_END.search(text, before.end, at):
        return before.entry.path, ON_LINE if before.entry.path else AFTER
    if after is not None and after.opens is None and not after.closes:
        return after.entry.path, BEFORE
    column = at - max(text.rfind(end, 0, at) for end in "\n\u2028\u2029") - 1
    opens = after.opens if after is not None else None
    if opens is not None and _belongs_to_next(column, opens, before):
        return opens.path, BEFORE
    if before is None:
        return (), BEFORE
    path = before.entry.path
    while len(path) > 1 and entries[path].column > column:
        path = path[:-1]
    return path, AFTER


def _belongs_to_next(column: int, opens: Entry, before: Occupied | None) -> bool:
    if before is None or column <= opens.column:
        return True
    inside = before.entry.path
    return len(opens.path) > len(inside) and opens.path[: len(inside)] == inside


def _paths(value: Value, path: EntryPath) -> Iterator[EntryPath]:
    for step, item in _entries(value):
        yield (*path, step)
        yield from _paths(item, (*path, step))


def _entries(value: Value) -> Iterator[tuple[Step, Value]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from zip(steps(value), value, strict=True)


def _name(item: Value) -> str:
    if isinstance(item, str):
        return f"={item}"
    if isinstance(item, dict):
        for key in _NAMES:
            named = item.get(key)
            if isinstance(named, str):
                return f"{key}={named}"
    return ""
