"""A thousand documents into a library with two jobs: none lost, and no memory that grows."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from reading.measured import DATA, PDFS, Measured, skipped

DOCUMENTS = int(os.environ.get("DOCUMENTS", "150"))
MOST_GROWTH = 1.25
EVERY = 0.1


def library() -> Iterator[Measured]:
    if not Path("/proc/self/statm").exists():
        yield skipped("memory", "memory is sampled from /proc")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder / "in", DOCUMENTS)
        samples, seconds = imported(folder)
        made = len(list((folder / "library").rglob("*.yaml")))
    found = f"{made} of {DOCUMENTS} in {seconds:.0f} s ({made / seconds:.1f}/s)"
    yield Measured("documents into a library, two jobs", found, "all", made == DOCUMENTS)
    quarter = max(len(samples) // 4, 1)
    first, last = max(samples[:quarter]), max(samples[-quarter:])
    found = (
        f"{last / first:.2f} (peak {first:.0f} MB in the first quarter, {last:.0f} MB in the last)"
    )
    yield Measured(
        "memory, last quarter against first", found, f"≤ {MOST_GROWTH}", last <= first * MOST_GROWTH
    )


def fill(folder: Path, count: int) -> None:
    """Copies of the PDFs there are, or of our texts, each under a symbol of its own."""
    sources = sorted(PDFS.glob("*.pdf")) or sorted((DATA / "readers").glob("en_draft*.txt"))
    folder.mkdir()
    rows = []
    for number in range(1, count + 1):
        source = sources[number % len(sources)]
        copy = folder / f"{number:05d}{source.suffix}"
        shutil.copyfile(source, copy)
        rows.append(f"{copy.name}:\n  symbol: A/C.2/99/L.{number}\n  stage: draft\n")
    (folder / "manifest.yaml").write_text("".join(rows), encoding="utf-8")


def imported(folder: Path) -> tuple[list[float], float]:
    """Megabytes of all processes of an import, sampled, and the seconds it took."""
    private = {f"DRAFTER_{name}": str(folder / name) for name in ("STATE", "CACHE", "CONFIG")}
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "drafter", "import", folder / "in", "--library", folder / "library",
         "--jobs", "2"],
        env={**os.environ, **private}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as running:  # fmt: skip
        samples: list[float] = []
        while running.poll() is None:
            samples.append(sum(map(megabytes, family(running.pid))))
            time.sleep(EVERY)
    return samples or [0.0], time.perf_counter() - start


def family(process: int) -> Iterator[int]:
    yield process
    try:
        words = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return
    for child in words.split():
        yield from family(int(child))


def megabytes(process: int) -> float:
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000
