"""Strict reading of a language's data file: every key is asked for once, and none is left over."""

from __future__ import annotations

from enum import StrEnum
from typing import NoReturn, TypeVar

from drafter.errors import InvalidYaml
from drafter.yamlio import Located, Value

Pairs = tuple[tuple[str, str], ...]
Named = TypeVar("Named", bound=StrEnum)
UNVERIFIED = "unverified"


class Table:
    """A mapping of the file. Each method reads one key; `finish` refuses keys never asked for.

    All of them raise `InvalidYaml` with the file and line. `unverified` gathers the rows (table,
    words) that no source attests, over the whole file.
    """

    def __init__(
        self, located: Located, path: tuple[str | int, ...] = (), parent: Table | None = None
    ) -> None:
        self._located = located
        self._path = path
        self.unverified: list[tuple[str, str]] = [] if parent is None else parent.unverified
        data = _at(located.data, path)
        if not isinstance(data, dict):
            self._refuse("language.not-a-table")
        self._data = data
        self._left = set(data)

    def finish(self) -> None:
        """Refuse keys that the language does not know."""
        for key in sorted(self._left):
            self._refuse("language.unknown-key", key, key=key)

    def word(self, key: str) -> str:
        """The words under `key`, which must be there."""
        if not self._take(key):
            self._refuse("language.missing-key", key, key=key)
        return self.optional(key)

    def optional(self, key: str) -> str:
        """The words under `key`, empty if there are none."""
        value = self._take(key) if key in self._data else ""
        if not isinstance(value, str):
            self._refuse("language.not-words", key, key=key)
        return value

    def attested(self, words: str = "") -> str:
        """The source of this row; notes the row, or each of its `words`, if there is none."""
        source = self.word("attested")
        if source == UNVERIFIED:
            label = words or self._label()
            self.unverified.append((str(self._path[0]), label))
        return source

    def choice(self, key: str, allowed: tuple[str, ...]) -> str:
        """One of the words allowed under `key`."""
        value = self.word(key)
        if value not in allowed:
            self._refuse("language.not-allowed", key, key=key, allowed=", ".join(allowed))
        return value

    def name_of(self, key: str, names: type[Named]) -> Named:
        """The value of an enumeration that `key` names."""
        return names(self.choice(key, tuple(each.value for each in names)))

    def words(self, key: str) -> tuple[str, ...]:
        """The list of words under `key`; empty if the key is not there."""
        return tuple(self._words(each, key) for each in self._list(key))

    def rows_of_words(self, key: str) -> tuple[tuple[str, ...], ...]:
        """The list of lists of words under `key`."""
        rows = []
        for row in self._list(key):
            if not isinstance(row, list):
                self._refuse("language.not-a-list", key, key=key)
            rows.append(tuple(self._words(each, key) for each in row))
        return tuple(rows)

    def pairs(self, key: str) -> Pairs:
        """The list of pairs under `key`; empty if the key is not there."""
        found = []
        for row in self.rows_of_words(key):
            if len(row) != 2:
                self._refuse("language.not-a-pair", key, key=key)
            found.append((row[0], row[1]))
        return tuple(found)

    def mapping(self, key: str) -> Pairs:
        """The mapping of words to words under `key`, in the order of the file; empty if the key is
        not there."""
        if key not in self._data:
            return ()
        inner = self.table(key)
        found = tuple((each, inner.optional(each)) for each in inner.names())
        inner.finish()
        return found

    def forms(self, key: str) -> Pairs:
        """The words under `key` as one form without a name, or its mapping of forms to words."""
        if isinstance(self._data.get(key), dict):
            return self.mapping(key)
        return (("", self.optional(key)),)

    def numbers(self, key: str) -> tuple[tuple[int, str], ...]:
        """The mapping of numbers to words under `key`; empty if the key is not there."""
        found = []
        for number, words in self.mapping(key):
            if not (number.isascii() and number.isdecimal()):
                self._refuse("language.not-a-number", key, key=number)
            found.append((int(number), words))
        return tuple(found)

    def numbered_words(self, key: str) -> tuple[tuple[int, str], ...]:
        """The mapping of numbers to lists of words under `key`, a pair for each word."""
        found = []
        for number, words in self.word_lists(key):
            if not (number.isascii() and number.isdecimal()):
                self._refuse("language.not-a-number", key, key=number)
            found += [(int(number), each) for each in words]
        return tuple(found)

    def word_lists(self, key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The mapping of words to lists of words under `key`; empty if the key is not there."""
        if key not in self._data:
            return ()
        inner = self.table(key)
        found = tuple((each, inner.words(each)) for each in inner.names())
        inner.finish()
        return found

    def table(self, key: str) -> Table:
        """The mapping under `key`."""
        self._take(key)
        return Table(self._located, (*self._path, key), self)

    def tables(self, key: str) -> tuple[Table, ...]:
        """The list of mappings under `key`; empty if the key is not there."""
        return tuple(
            Table(self._located, (*self._path, key, index), self)
            for index in range(len(self._list(key)))
        )

    def sourced_words(self, key: str) -> tuple[str, ...]:
        """Words in groups, each with its source: `- {attested: …, words: […]}`."""
        found: list[str] = []
        for group in self.tables(key):
            words = group.words("words")
            group._note(words)
            group.finish()
            found += words
        return tuple(dict.fromkeys(found))

    def sourced_pairs(self, key: str) -> Pairs:
        """Pairs in groups, each with its source: `- {attested: …, pairs: [[…, …]]}`."""
        found: list[tuple[str, str]] = []
        for group in self.tables(key):
            pairs = group.pairs("pairs")
            group._note(tuple(" / ".join(pair) for pair in pairs))
            group.finish()
            found += pairs
        return tuple(dict.fromkeys(found))

    def names(self) -> tuple[str, ...]:
        """The keys of this mapping, in the order of the file."""
        return tuple(self._data)

    def _note(self, words: tuple[str, ...]) -> None:
        if self.word("attested") == UNVERIFIED:
            self.unverified += [(str(self._path[0]), each) for each in words]

    def _label(self) -> str:
        plain = (value for key, value in self._data.items() if key != "attested")
        return next((value for value in plain if isinstance(value, str)), "")

    def _list(self, key: str) -> list[Value]:
        if key not in self._data:
            return []
        value = self._take(key)
        if not isinstance(value, list):
            self._refuse("language.not-a-list", key, key=key)
        return value

    def _words(self, value: Value, key: str) -> str:
        if not isinstance(value, str) or not value:
            self._refuse("language.not-words", key, key=key)
        return value

    def _take(self, key: str) -> Value:
        if key not in self._data:
            self._refuse("language.missing-key", key=key)
        self._left.discard(key)
        return self._data[key]

    def _refuse(self, message: str, *steps: str, **params: str) -> NoReturn:
        place = self._located.place(*self._path, *steps)
        raise InvalidYaml(message, place=place, **params)


def _at(data: Value, path: tuple[str | int, ...]) -> Value:
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step, "")
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
    return data
