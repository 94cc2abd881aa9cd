"""The values of a YAML file: every scalar is a string, so that a symbol is never a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Lines: TypeAlias = "int | tuple[int, list[Lines]] | tuple[int, dict[str, Lines]]"


class Block(str):
    """A string that is always written as a block scalar, however short: a paragraph's words."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Located:
    """What a file says (`data`), and where it says it."""

    data: Value
    source: str
    lines: Lines

    def line(self, *path: str | int) -> int:
        """The 1-based line of the value at `path`, or of its nearest ancestor that is there."""
        node = self.lines
        for step in path:
            inner = _inside(node, step)
            if inner is None:
                break
            node = inner
        return node if isinstance(node, int) else node[0]

    def place(self, *path: str | int) -> str:
        """`source:line` of the value at `path`, for an error."""
        return f"{self.source}:{self.line(*path)}"


def _inside(node: Lines, step: str | int) -> Lines | None:
    if isinstance(node, int):
        return None
    inner = node[1]
    if isinstance(inner, dict):
        return inner.get(step) if isinstance(step, str) else None
    if isinstance(step, int) and -len(inner) <= step < len(inner):
        return inner[step]
    return None
