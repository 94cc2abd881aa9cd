"""Tracked changes that a Word file has already, wherever they are: headers, notes, comments too."""

from __future__ import annotations

from drafter.writers.tracked.archive import Archive
from drafter.writers.tracked.guarded import Guarded
from drafter.writers.tracked.scan import WORD

_CHANGES = frozenset(
    {"ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart", "cellIns",
     "cellDel", "cellMerge", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
     "tblPrExChange", "trPrChange", "tcPrChange", "tblGridChange", "numberingChange"}
)  # fmt: skip
_NAMES = frozenset(f"{space} {name}" for space in WORD for name in _CHANGES)


def unsettled(package: bytes) -> tuple[str, ...]:
    """The parts of a Word file that have tracked changes. Raises `UnreadableInput` for a container
    or a part that is damaged."""
    archive = Archive(package)
    named = (name for name in archive.names if name.casefold().startswith("word/"))
    texts = (name for name in named if name.casefold().endswith(".xml"))
    return tuple(name for name in texts if _is_changed(archive.part(name), name))


def _is_changed(data: bytes, part: str) -> bool:
    found = False

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal found
        found = found or name in _NAMES

    guarded = Guarded(part)
    guarded.parser.StartElementHandler = start
    guarded.read(data)
    return found
