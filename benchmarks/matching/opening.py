"""Opening a library whose index is fresh, against parsing its YAML."""

from __future__ import annotations

import json
import statistics
import tempfile
from pathlib import Path

import yaml
from corpora import chinese_rows
from reading.measured import Measured

from drafter.languages import language
from drafter.workspace.libraries import LibraryProvider
from drafter.workspace.maintaining import import_rows
from matching.timing import timed

LEAST = 1000
TIMES = 7


def opening(count: int) -> Measured:
    """The library and its index of precedents, opened at once, against the fastest parser."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = folder / "rows.jsonl"
        rows.write_text(
            "".join(json.dumps({**row, "lang": "zh"}) + "\n" for row in chinese_rows(count)),
            "utf-8",
        )
        import_rows(rows, folder / "library")
        tongue = language("zh")
        held = len(_opened(folder).engine(tongue))
        files = [path.read_text("utf-8") for path in (folder / "library").rglob("*.yaml")]
        _, parsing = timed(lambda: [yaml.load(text, yaml.CSafeLoader) for text in files])
        times = [
            timed(lambda: _opened(folder, at_once=True).engine(tongue))[1] for _ in range(TIMES)
        ]
        looked = [timed(lambda: _opened(folder).engine(tongue))[1] for _ in range(TIMES)]
    opened = statistics.median(times)
    return Measured(
        f"opening a library of {held} clauses",
        f"{opened:.1f} ms, {parsing / opened:.0f}× faster than parsing its YAML "
        f"({parsing / 1000:.1f} s); with a look at every file {statistics.median(looked):.1f} ms",
        f"≥ {LEAST}×", parsing / opened >= LEAST,
    )  # fmt: skip


def _opened(folder: Path, *, at_once: bool = False) -> LibraryProvider:
    provider = LibraryProvider([folder / "library"], folder / "cache", at_once=at_once)
    provider.library.clause("")
    return provider
