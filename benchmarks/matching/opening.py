"""A library of clause files with both its indexes: opening it, and adding to it."""

from __future__ import annotations

import json
import statistics
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import cast

import yaml
from corpora import chinese_rows
from reading.measured import Measured

from drafter.languages import language
from drafter.library import Query
from drafter.library.scanning import scan
from drafter.match import KeptIndex
from drafter.workspace.libraries import LibraryProvider
from drafter.workspace.maintaining import import_rows
from matching.timing import timed

LEAST = 1000
TIMES = 7
ADDED, A_FILE, MOST_ADDING = 1000, 50, 1000.0
TONGUE = language("zh")
_NEW = "第{}项新增案文。"


def kept(count: int, *, parsed: bool) -> Iterator[Measured]:
    """Opening, compared with parsing if that is asked for, and adding."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _import(folder, chinese_rows(count))
        held = len(_opened(folder).engine(TONGUE))
        if parsed:
            yield _opening(folder, held)
        yield _adding(folder, held)


def _import(folder: Path, found: Iterable[dict[str, str]]) -> None:
    rows = folder / "rows.jsonl"
    with rows.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({**row, "lang": "zh"}) + "\n" for row in found)
    import_rows(rows, folder / "library")


def _opening(folder: Path, held: int) -> Measured:
    """The library and its index of precedents, opened at once, against the fastest parser."""
    files = [path.read_text("utf-8") for path in (folder / "library").rglob("*.yaml")]
    _, parsing = timed(lambda: [yaml.load(text, yaml.CSafeLoader) for text in files])
    times = [timed(lambda: _opened(folder, at_once=True).engine(TONGUE))[1] for _ in range(TIMES)]
    looked = [timed(lambda: _opened(folder).engine(TONGUE))[1] for _ in range(TIMES)]
    opened = statistics.median(times)
    return Measured(
        f"opening a library of {held} clauses",
        f"{opened:.1f} ms, {parsing / opened:.0f}× faster than parsing its YAML "
        f"({parsing / 1000:.1f} s); with a look at every file {statistics.median(looked):.1f} ms",
        f"≥ {LEAST}×", parsing / opened >= LEAST,
    )  # fmt: skip


def _adding(folder: Path, held: int) -> Measured:
    """Clause files that are new, until a search and the precedents of an open library have them:
    the look at all files and the parsing of the new ones included."""
    provider = _opened(folder, at_once=True)
    engine = provider.engine(TONGUE)
    index = cast("KeptIndex", engine.index)
    provider.library.refresh()
    _, looking = timed(lambda: scan(provider.folders))
    new = [
        {**row, "id": f"new{at}", "text": row["text"] + _NEW.format(at), "doc": _symbol(at)}
        for at, row in enumerate(islice(chinese_rows(held), ADDED))
    ]
    _import(folder, new)
    _, spent = timed(provider.library.refresh)
    _, matching = timed(index.update)
    last = new[-1]["text"]
    hits, searching = timed(
        lambda: provider.library.search(Query(f'"{_NEW.format(ADDED - 1)}"', language="zh"))
    )
    found, asking = timed(lambda: engine.found(last, limit=1))
    there = len(hits) == 1 and found and found[0].key == hits[0].clause.id
    whole = spent + matching + searching + asking
    return Measured(
        f"{ADDED} clauses in {ADDED // A_FILE} files added to a library of {held}",
        f"a search hit and a precedent after {whole:.0f} ms (library {spent:.0f}, of which the "
        f"look at all files {looking:.0f}; match index {matching:.0f}; search {searching:.0f}; "
        f"precedent {asking:.0f})" if there else "not found",
        f"< {MOST_ADDING:.0f} ms", bool(there) and whole < MOST_ADDING,
    )  # fmt: skip


def _symbol(number: int) -> str:
    return f"A/C.3/99/L.{1 + number // A_FILE}"


def _opened(folder: Path, *, at_once: bool = False) -> LibraryProvider:
    provider = LibraryProvider([folder / "library"], folder / "cache", at_once=at_once)
    provider.library.clause("")
    return provider
