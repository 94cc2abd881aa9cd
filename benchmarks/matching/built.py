"""The index of many clauses: building, its size, opening, adding."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from corpora import Rows
from reading.measured import Measured

from drafter.languages import Language
from drafter.match import KeptIndex
from drafter.match.terms import current_norms
from matching.timing import timed

A_FILE = 100
MOST_SECONDS, MOST_MEGABYTES, MOST_OPENING, MOST_ADDING = 30.0, 500.0, 10.0, 1000.0
# what serves a program that has just been started, index apart: nothing but the answer is timed
_FRESH = """
import sys, time
from pathlib import Path
from drafter.languages import language
from drafter.match import KeptIndex
from drafter.match.terms import current_norms
class Unseen:
    state, files = "", {}
    def clauses(self, files): return ()
tongue = language(sys.argv[2])
words = current_norms(sys.stdin.read(), tongue)
KeptIndex(None, tongue, Unseen()).top(words, limit=10, floor=0.6)
start = time.process_time()
index = KeptIndex(Path(sys.argv[1]), tongue, Unseen())
opened = time.process_time()
found = index.top(words, limit=10, floor=0.6)
print((opened - start) * 1000, (time.process_time() - start) * 1000, len(found))
"""


class Clauses:
    """Rows as the files of a library."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    @property
    def state(self) -> str:
        return str(len(self.rows))

    @property
    def files(self) -> Mapping[str, str]:
        return {f"{at:09d}": "1" for at in range(0, len(self.rows), A_FILE)}

    def clauses(self, files: Sequence[str]) -> Iterable[tuple[str, str, str]]:
        for name in files:
            for key, text in self.rows[int(name) : int(name) + A_FILE]:
                yield name, key, text


def indexed(rows: Rows, tongue: Language, folder: Path | None) -> tuple[KeptIndex, float]:
    """An index of the rows, and the milliseconds it took."""
    index = KeptIndex(folder, tongue, Clauses(rows))
    _, spent = timed(index.update)
    return index, spent


def building(rows: Rows, tongue: Language, folder: Path) -> Iterator[Measured]:
    _, spent = indexed(rows, tongue, folder)
    seconds, size = spent / 1000, sum(path.stat().st_size for path in folder.iterdir()) / 1e6
    yield Measured("built", f"{seconds:.1f} s", f"≤ {MOST_SECONDS:.0f} s", seconds <= MOST_SECONDS)
    yield Measured(
        "on disk", f"{size:.0f} MB", f"≤ {MOST_MEGABYTES:.0f} MB", size <= MOST_MEGABYTES
    )
    yield _opening(rows, tongue, folder)
    yield _adding(rows, tongue, folder)


def _opening(rows: Rows, tongue: Language, folder: Path) -> Measured:
    times: list[tuple[float, float]] = []
    for number in range(7):
        text = rows[len(rows) // 8 * (number + 1)][1]
        done = subprocess.run(
            [sys.executable, "-c", _FRESH, str(folder), tongue.code],
            input=text, capture_output=True, text=True, encoding="utf-8", check=True,
        )  # fmt: skip
        opened, served, found = done.stdout.split()
        if not int(found):
            return Measured("opened by a new program", "nothing found", "served", holds=False)
        times.append((float(opened), float(served)))
    opened, served = (statistics.median(each) for each in zip(*times, strict=True))
    found_ = f"{opened:.1f} ms, first answer {served:.1f} ms after it began to open"
    return Measured(
        "opened by a new program", found_, f"≤ {MOST_OPENING:.0f} ms", served <= MOST_OPENING
    )


def _adding(rows: Rows, tongue: Language, folder: Path) -> Measured:
    clauses = Clauses([*rows, *((f"new{at}", text) for at, (_, text) in enumerate(rows[:1000]))])
    index = KeptIndex(folder, tongue, clauses)
    _, spent = timed(index.update)
    words = current_norms(rows[0][1], tongue)
    found = index.top(words, limit=len(rows), floor=1.0)
    there = any(each.key == "new0" for each in found)
    clauses.rows = rows
    index.update()
    return Measured(
        "1,000 clauses added", f"visible in {spent:.0f} ms" if there else "not found",
        f"< {MOST_ADDING:.0f} ms", there and spent < MOST_ADDING,
    )  # fmt: skip
