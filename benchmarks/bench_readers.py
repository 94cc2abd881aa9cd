#!/usr/bin/env python3
"""What is promised of the readers, one line each with its target: the seeds, real PDFs against
their printed pages, Word files against their PDFs, our own writers read back, speed, memory.

Real documents are looked for in ../shared/real beside the project and are never copied into it.
DOCUMENTS says how many go into the library (`make bench-readers`: 1000), DIFFERENCES how many lines
of them are shown. Exit status 1 if a target is missed; what cannot be measured here is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from reading.library import library
from reading.measured import Measured, told
from reading.pages import measured
from reading.pairs import agreement
from reading.round_trip import round_trips
from reading.seeds import seeds
from reading.speed import speed


def lines() -> Iterator[Measured]:
    yield seeds()
    yield from measured()
    yield agreement()
    yield from round_trips()
    yield speed()
    yield from library()


if __name__ == "__main__":
    told(lines())
