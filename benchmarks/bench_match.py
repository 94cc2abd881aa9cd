#!/usr/bin/env python3
"""What is promised of precedents, one line each with its target: answers equal to brute force,
speed over it and over a search engine, the index, containment, near-duplicates, opening.

    bench_match.py [--clauses N …] [--language zh en] [--queries N]

Chinese clauses are made by ../shared/bench/synth_zh.py, English ones are read from ../shared/real;
nothing of either is copied here. Answers and the exact join are asked of up to 10,000 clauses,
containment, near-duplicates and opening of 100,000, adding to a library of 100,000 and more, speed
and the index of any number. Times are of one core; only ratios within a run are firm. Exit status 1
if a target is missed.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from corpora import Missing, chinese, english
from matching import answers, pairs
from matching.built import A_FILE, building, indexed
from matching.opening import kept
from matching.speed import speed
from matching.timing import machine, on_one_core
from reading.measured import Measured, skipped, told

from drafter.languages import language

FEW, MANY = 10_000, 100_000


def of_size(count: int, code: str, asked: int) -> Iterator[Measured]:
    tongue = language(code)
    rows, derived = chinese(count) if code == "zh" else (english(count), [])
    rows = rows[: len(rows) // A_FILE * A_FILE]
    held = {key for key, _ in rows}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from building(rows, tongue, folder)
        index, _ = indexed(rows, tongue, folder)
        index.verify()
        if count <= FEW:
            yield answers.of_a_corpus(index, rows, tongue)
            yield pairs.like_an_exact_join(rows, tongue)
        yield from speed(index, rows, tongue, asked)
        if count == MANY:
            yield pairs.families(index, rows)
            if derived:
                known = [pair for pair in derived if held.issuperset(pair)]
                yield pairs.containment(index, rows, known, tongue)
    if count >= MANY and code == "zh":
        yield from kept(count, parsed=count == MANY)


def lines(sizes: list[int], codes: list[str], asked: int) -> Iterator[Measured]:
    try:
        yield from answers.of_six_languages()
        for count in sizes:
            for code in codes:
                for line in of_size(count, code, asked):
                    yield replace(line, name=f"{count} {code}, {line.name}")
    except Missing as reason:
        yield skipped("corpus", f"not here: {reason}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clauses", type=int, nargs="+", default=[FEW])
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--language", choices=("zh", "en"), nargs="+", default=["zh", "en"])
    options = parser.parse_args()
    on_one_core()
    print(machine(), flush=True)
    told(lines(options.clauses, options.language, options.queries))


if __name__ == "__main__":
    main()
