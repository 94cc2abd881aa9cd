"""What is to change in one paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field

BEFORE, AFTER = 0, 1
Patch = tuple[int, int, bytes]


@dataclass(frozen=True, slots=True)
class New:
    """A run that comes in."""

    run: bytes


@dataclass(frozen=True, slots=True)
class Split:
    """The end of a paragraph that comes in: the properties of what stands before it."""

    properties: bytes


@dataclass(slots=True)
class Edit:
    """What is to change in a paragraph.

    `gone` are units taken out; `come` what comes in, by unit and side of it (unit -1 where the
    paragraph has none); `mark` a property for the paragraph mark; `properties` all of its `w:pPr`
    where that is to be another one; `taken` how words are taken out, del or moveFrom, and `whole`
    that all of them are; `before` and `after` what comes beside the paragraph; `start` what comes
    before its first run. `broken` are the words of links and fields that become plain words.
    """

    gone: set[int] = field(default_factory=set)
    come: dict[tuple[int, int], list[New | Split]] = field(default_factory=dict)
    mark: bytes = b""
    properties: bytes | None = None
    taken: str = "del"
    whole: bool = False
    start: bytes = b""
    before: list[bytes] = field(default_factory=list)
    after: list[bytes] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def put(self, unit: int, side: int, *items: New | Split) -> None:
        """Something comes in beside a unit."""
        self.come.setdefault((unit, side), []).extend(items)


class CannotMark(Exception):
    """A change that would cut through what must stay whole."""
