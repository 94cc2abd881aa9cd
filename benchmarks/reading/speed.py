"""Processor time of reading every PDF, against pdftotext on the same files in the same run."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
from collections.abc import Callable

from reading.measured import NO_REAL, PDFS, Measured, skipped

MOST = 4.0
RUNS = 3
READ_ALL = (
    "import sys; from pathlib import Path; from drafter.readers import read\n"
    "for name in sys.argv[1:]: read(Path(name))"
)


def speed() -> Measured:
    files = [str(path) for path in sorted(PDFS.glob("*.pdf"))]
    if not files:
        return skipped("speed", NO_REAL)
    if not shutil.which("pdftotext"):
        return skipped("speed", "pdftotext is missing: install poppler-utils")
    ours, theirs = [], []
    for _ in range(RUNS):
        ours.append(spent(lambda: run([sys.executable, "-c", READ_ALL, *files])))
        theirs.append(spent(lambda: [run(["pdftotext", "-layout", each, "-"]) for each in files]))
    ratio = min(ours) / min(theirs)
    found = (
        f"{ratio:.2f} (drafter {min(ours):.1f} s, start included; pdftotext -layout "
        f"{min(theirs):.1f} s; {len(files)} files, best of {RUNS})"
    )
    return Measured("processor time against pdftotext", found, f"≤ {MOST}", ratio <= MOST)


def run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def spent(action: Callable[[], object]) -> float:
    """Processor seconds of the processes that the action starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    action()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
