"""Times of one core: what else runs on the machine is left out as far as it can be."""

from __future__ import annotations

import os
import platform
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import numpy
import rapidfuzz

Result = TypeVar("Result")


def on_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def machine() -> str:
    """What it is measured on."""
    about = Path("/proc/cpuinfo")
    lines = about.read_text(encoding="utf-8").splitlines() if about.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    processor = names[0] if names else platform.processor() or platform.machine()
    return (
        f"{processor} ({platform.machine()}, {platform.system()}), one core of {os.cpu_count()}, "
        f"Python {platform.python_version()}, numpy {numpy.__version__}, "
        f"rapidfuzz {rapidfuzz.__version__}"
    )


def timed(action: Callable[[], Result]) -> tuple[Result, float]:
    """What the action gives, and the milliseconds of processor time that it took."""
    start = time.thread_time()
    result = action()
    return result, (time.thread_time() - start) * 1000


def late(times: Sequence[float]) -> float:
    """The 99th percentile."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


def shown(times: Sequence[float]) -> str:
    return f"p50 {statistics.median(times):.2f} ms, p99 {late(times):.2f} ms"
