"""Reading records strictly: every key known, every value of its type, every error with its place.

A record is what YAML gives: strings, lists and mappings. Nothing is guessed and nothing is dropped.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias, TypeVar

from drafter.errors import InvalidRecord
from drafter.yamlio.value import Value

Path: TypeAlias = tuple[str | int, ...]
E = TypeVar("E", bound=StrEnum)
_BOOLEANS = {"true": True, "false": False}


class Fields:
    """The fields of one record. Each method raises `InvalidRecord` naming the field.

    `allowed` are all the keys there may be, in the order they are written in.
    """

    def __init__(self, value: Value, path: Path, allowed: tuple[str, ...]) -> None:
        if not isinstance(value, dict):
            raise InvalidRecord("yaml.not-a-record", path=path, allowed=", ".join(allowed))
        for key in value:
            if key not in allowed:
                raise InvalidRecord(
                    "yaml.unknown-key", path=(*path, key), key=key, allowed=", ".join(allowed)
                )
        self._value = value
        self.path = path

    def at(self, key: str) -> Path:
        """The path of a field."""
        return (*self.path, key)

    def has(self, key: str) -> bool:
        """Whether the field is there, empty or not."""
        return key in self._value

    def value(self, key: str) -> Value:
        """The field as it is; "" if it is not there."""
        return self._value.get(key, "")

    def words(self, key: str) -> str:
        """A string; "" if it is not there."""
        return words(self.value(key), self.at(key))

    def required(self, key: str) -> str:
        """A string that may not be missing or empty."""
        found = self.words(key)
        if not found:
            raise InvalidRecord("yaml.missing-key", path=self.at(key), key=key)
        return found

    def number(self, key: str, default: int = 0) -> int:
        """A whole number, zero or more."""
        found = self.words(key)
        if not found:
            return default
        if not (found.isascii() and found.isdecimal() and len(found) < 10):
            raise InvalidRecord("yaml.not-a-number", path=self.at(key), key=key, value=found)
        return int(found)

    def choice(self, key: str, choices: type[E], default: E | None = None) -> E:
        """One of the values of `choices`; required if there is no `default`."""
        found = self.words(key)
        if not found and default is not None:
            return default
        if found not in set(choices):
            message = "yaml.not-a-choice" if found else "yaml.missing-key"
            raise InvalidRecord(
                message,
                path=self.at(key),
                key=key,
                value=found,
                allowed=", ".join(filter(None, choices)),
            )
        return choices(found)

    def boolean(self, key: str, default: bool) -> bool:
        """`true` or `false`."""
        found = self.words(key)
        if not found:
            return default
        if found not in _BOOLEANS:
            raise InvalidRecord(
                "yaml.not-a-choice", path=self.at(key), key=key, value=found, allowed="true, false"
            )
        return _BOOLEANS[found]

    def items(self, key: str) -> tuple[tuple[Value, Path], ...]:
        """The items of a list with their paths; none if it is not there."""
        found = self.value(key)
        if found == "":
            return ()
        if not isinstance(found, list):
            raise InvalidRecord("yaml.not-a-list", path=self.at(key), key=key)
        return tuple((item, (*self.at(key), index)) for index, item in enumerate(found))

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of strings."""
        return tuple(words(item, path) for item, path in self.items(key))

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """A mapping from words to strings, in its order."""
        found = self.value(key)
        if found == "":
            return ()
        if not isinstance(found, dict):
            raise InvalidRecord("yaml.not-pairs", path=self.at(key), key=key)
        return tuple((name, words(item, (*self.at(key), name))) for name, item in found.items())


def words(value: Value, path: Path) -> str:
    """`value` if it is a string. Raises `InvalidRecord`."""
    if not isinstance(value, str):
        raise InvalidRecord("yaml.not-words", path=path, key=str(path[-1]) if path else "")
    return value
