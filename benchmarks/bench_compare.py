#!/usr/bin/env python3
"""What is promised of comparison, one line each with its target: the kinds of labelled pairs and of
real ones, the pairs of the seed texts, moves, alignment, differences against difflib, redlines of
real Word files.

    bench_compare.py [--seeds N …] [--pairs N] [--read N]

Chinese pairs are made by ../shared/bench/synth_zh.py, any seed of it will do; English ones and the
seed texts are read from ../shared; nothing of them is copied here. Exit status 1 if a target is
missed; what cannot be measured here is said.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator

from comparing.labelled import PAIRS, labelled
from comparing.moves import moves
from comparing.real import real
from comparing.redlines import redlines
from comparing.seeds import seeds
from comparing.speed import speed
from corpora import Missing
from matching.timing import machine, on_one_core
from reading.measured import Measured, skipped, told


def lines(numbers: list[int], pairs: int, read: int) -> Iterator[Measured]:
    promises: tuple[tuple[str, Callable[[], Iterator[Measured]]], ...] = (
        ("labelled pairs", lambda: labelled(numbers, pairs)),
        ("real pairs", lambda: real(read)),
        ("pairs of the seeds", lambda: seeds(shown=read > 0)),
        ("moves", moves),
        ("speed", speed),
        ("redlines", redlines),
    )
    for name, promise in promises:
        try:
            yield from promise()
        except Missing as reason:
            yield skipped(name, f"not here: {reason}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, nargs="+", default=[101, 202, 303])
    parser.add_argument("--pairs", type=int, default=PAIRS)
    parser.add_argument("--read", type=int, default=0, help="how much to show")
    options = parser.parse_args()
    on_one_core()
    print(machine(), flush=True)
    told(lines(options.seeds, options.pairs, options.read))


if __name__ == "__main__":
    main()
