"""Strict YAML: a tree of strings with the line of each, and nothing that could surprise.

Read from libyaml's events, so that depth is bounded before anything nests, and anchors, aliases
and tags are refused where they stand (an alias could make a small file enormous).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn

import yaml

from drafter.errors import InvalidYaml
from drafter.yamlio.characters import name, unfit
from drafter.yamlio.value import Lines, Located, Value

MAX_DEPTH = 60
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAGGED = (yaml.ScalarEvent, yaml.CollectionStartEvent)
# What libyaml says, and what we call it; anything else is quoted as it is.
_PROBLEMS = (
    ("mapping values are not allowed", "yaml.colon-in-words"),
    ("could not find expected ':'", "yaml.no-colon"),
    ("found a tab", "yaml.tab"),
    ("cannot start any token", "yaml.odd-start"),
    ("unexpected end of stream", "yaml.unclosed-quote"),
    ("unknown escape character", "yaml.unknown-escape"),
    ("did not find expected ','", "yaml.unclosed-bracket"),
    ("did not find expected", "yaml.indentation"),
)


def located(text: str, *, source: str, max_bytes: int) -> Located:
    """What `drafter.yamlio.load` says."""
    if len(text) > max_bytes or len(text.encode("utf-8", "replace")) > max_bytes:
        raise InvalidYaml("yaml.too-large", place=source, limit=max_bytes)
    text = plain_line_ends(text)
    found = unfit(text)
    if found is not None:
        line = text.count("\n", 0, found.start()) + 1
        _refuse("yaml.control-character", source, line, character=name(found[0]))
    try:
        return _Builder(yaml.parse(text, Loader=LOADER), source).document()
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        _refuse_syntax(problem.problem or "", source, mark.line + 1 if mark else 1)
    except yaml.YAMLError as problem:
        _refuse_syntax(str(problem), source, 1)


def plain_line_ends(text: str) -> str:
    """`text` as it is parsed: without a byte order mark, lines ended by newlines."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


class _Builder:
    """Builds values and lines from the events of one file."""

    def __init__(self, events: Iterator[yaml.Event], source: str) -> None:
        self._events = events
        self._source = source

    def document(self) -> Located:
        data: Value = ""
        lines: Lines = 1
        next(self._events)
        event = next(self._events)
        if isinstance(event, yaml.DocumentStartEvent):
            data, lines = self._value(next(self._events), 0)
            next(self._events)
            event = next(self._events)
        if not isinstance(event, yaml.StreamEndEvent):
            _refuse("yaml.several-documents", self._source, _line(event))
        return Located(data, self._source, lines)

    def _value(self, event: yaml.Event, depth: int) -> tuple[Value, Lines]:
        self._refuse_extras(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._words(event), _line(event)
        if depth == MAX_DEPTH:
            _refuse("yaml.too-deep", self._source, _line(event), limit=MAX_DEPTH)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(_line(event), depth + 1)
        return self._mapping(_line(event), depth + 1)

    def _words(self, event: yaml.ScalarEvent) -> str:
        words: str = event.value
        if event.implicit[0]:
            return "" if words in _EMPTY else words
        found = unfit(words)
        if found is not None:
            character = name(found[0])
            _refuse("yaml.control-character", self._source, _line(event), character=character)
        return words

    def _list(self, line: int, depth: int) -> tuple[Value, Lines]:
        values: list[Value] = []
        lines: list[Lines] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            value, where = self._value(event, depth)
            values.append(value)
            lines.append(where)
        return values, (line, lines)

    def _mapping(self, line: int, depth: int) -> tuple[Value, Lines]:
        values: dict[str, Value] = {}
        lines: dict[str, Lines] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event)
            if key in values:
                _refuse("yaml.duplicate-key", self._source, _line(event), key=key)
            values[key], lines[key] = self._value(next(self._events), depth)
        return values, (line, lines)

    def _key(self, event: yaml.Event) -> str:
        self._refuse_extras(event)
        if not isinstance(event, yaml.ScalarEvent):
            _refuse("yaml.key-not-a-word", self._source, _line(event))
        return self._words(event)

    def _refuse_extras(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            _refuse("yaml.alias", self._source, _line(event), name=sign + event.anchor)
        if isinstance(event, _TAGGED) and event.tag is not None:
            _refuse("yaml.tag", self._source, _line(event), tag=event.tag)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _refuse_syntax(problem: str, source: str, line: int) -> NoReturn:
    for words, message in _PROBLEMS:
        if words in problem:
            _refuse(message, source, line)
    _refuse("yaml.syntax", source, line, problem=problem)


def _refuse(message: str, source: str, line: int, **params: str | int) -> NoReturn:
    # "from None": the parser's own traceback tells the user nothing
    raise InvalidYaml(message, place=f"{source}:{line}", hint_id="", **params) from None
