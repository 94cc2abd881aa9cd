#!/usr/bin/env python3
"""Precedents against comparing with every clause, and named changes against difflib, in one run.

The corpus is made from the paragraphs of the seed texts: clauses spliced from two of them, with
stretches dropped, swapped and renumbered, from a fixed sequence of numbers. Queries are clauses of
it, cut and edited. Only the ratios within a run are firm. CLAUSES=100000 makes it larger. Exit
status 1 if an answer differs from brute force or a limit is broken.
"""

from __future__ import annotations

import difflib
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar

from rapidfuzz import fuzz, process

from drafter.compare import changes
from drafter.compare.tokens import norms
from drafter.compare.vocabulary import Vocabulary
from drafter.languages import language
from drafter.match import Coverer, Engine
from drafter.match.terms import current_norms
from drafter.model.provenance import Stage
from drafter.model.tree import Kind

ROOT = Path(__file__).resolve().parent.parent
CLAUSES = int(os.environ.get("CLAUSES", "20000"))
QUERIES = 40
FLOOR = 0.6
LEAST_RATIO = 4.0
MOST_MILLISECONDS = 60.0
ZH = language("zh")
Result = TypeVar("Result")


def numbers(seed: int) -> Iterator[int]:
    """The same sequence of numbers everywhere."""
    while True:
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
        yield seed >> 33


def corpus(count: int) -> list[str]:
    data = ROOT / "tests" / "data" / "seed_pairs.json"
    bases = list(json.loads(data.read_text(encoding="utf-8"))["paragraphs"].values())
    pick = numbers(1)
    made: list[str] = []
    while len(made) < count:
        one, other = (bases[next(pick) % len(bases)] for _ in range(2))
        text = one[: max(len(one) - next(pick) % 20, 20)] + other[next(pick) % len(other) :]
        for _ in range(next(pick) % 4):
            place = next(pick) % len(text)
            text = text[:place] + text[place + next(pick) % 9 :]
        made.append(text.replace("20", str(10 + next(pick) % 90)))
    return made


def clauses(texts: list[str]) -> list[SimpleNamespace]:
    return [
        SimpleNamespace(
            id=f"c{number:07d}", plain=text, language="zh", offered=True, kind=Kind.OPERATIVE,
            stage=Stage.ADOPTED, session=70,
        )
        for number, text in enumerate(texts)
    ]  # fmt: skip


def timed(action: Callable[[], Result]) -> tuple[Result, float]:
    """What the action gives, and the milliseconds it took."""
    start = time.perf_counter()
    result = action()
    return result, (time.perf_counter() - start) * 1000


def shown(name: str, times: list[float]) -> str:
    ordered = sorted(times)
    worst = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return f"{name} p50 {statistics.median(ordered):.2f} ms, p99 {worst:.2f} ms"


def matching(texts: list[str], queries: list[str]) -> bool:
    engine, built = timed(lambda: Engine(clauses(texts), ZH))
    vocabulary = Vocabulary()
    codes = [vocabulary.learn(current_norms(text, ZH)) for text in texts]
    ours: list[float] = []
    brute: list[float] = []
    inside: list[float] = []
    wrong = 0
    for query in queries:
        wanted, spent = timed(lambda query=query: by_brute_force(query, codes, vocabulary))
        brute.append(spent)
        found, spent = timed(lambda query=query: engine.precedents(query, floor=FLOOR))
        ours.append(spent)
        inside.append(timed(lambda query=query: engine.contained(query))[1])
        wrong += [round(each.similarity, 9) for each in found] != wanted
    ratio = statistics.median(b / o for b, o in zip(brute, ours, strict=True))
    print(f"{len(texts)} clauses prepared in {built:.0f} ms")
    print(shown("precedents", ours), "|", shown("brute force", brute), f"| {ratio:.1f}x")
    print(shown("contained", inside), f"| {wrong} of {len(queries)} differ from brute force")
    median = statistics.median(ours)
    return not wrong and ratio >= LEAST_RATIO and median <= MOST_MILLISECONDS


def by_brute_force(query: str, codes: list[str], vocabulary: Vocabulary) -> list[float]:
    read = vocabulary.learn(current_norms(query, ZH))
    # a little below the floor: rapidfuzz loses scores that are exactly its cutoff
    found = process.extract(
        read, codes, scorer=fuzz.ratio, limit=10, score_cutoff=FLOOR * 100 - 1e-3
    )
    return [round(score / 100, 9) for _, score, _ in found if score / 100 >= FLOOR]


def covering(texts: list[str]) -> None:
    few = texts[:300]
    engine = Engine(clauses(few), ZH)
    times = [timed(lambda text=text: engine.precedents(text))[1] for text in few[:60]]
    rows = [(str(number), text, "") for number, text in enumerate(few[100:180])]
    _, spent = timed(lambda: Coverer(engine).paragraphs(rows))
    print(shown("300 clauses: precedents", times), f"| coverage of 80 paragraphs {spent:.0f} ms")


def naming(texts: list[str], queries: list[str]) -> None:
    engine = Engine(clauses(texts[:3000]), ZH)
    found = [engine.precedents(query, limit=1) for query in queries]
    pairs = [
        (query, hits[0].clause.plain) for query, hits in zip(queries, found, strict=True) if hits
    ]
    ours = [timed(lambda a=a, b=b: changes(a, b, ZH))[1] for a, b in pairs]
    peer = [timed(lambda a=a, b=b: opcodes(a, b))[1] for a, b in pairs]
    print(shown("named changes", ours), "|", shown("difflib, opcodes only", peer))


def opcodes(a: str, b: str) -> int:
    return len(difflib.SequenceMatcher(None, norms(a), norms(b), autojunk=False).get_opcodes())


def main() -> None:
    texts = corpus(CLAUSES)
    pick = numbers(2)
    chosen = [texts[next(pick) % len(texts)] for _ in range(QUERIES)]
    queries = [text[: max(30, len(text) * 9 // 10)].replace("鼓励", "敦促") for text in chosen]
    kept = matching(texts, queries)
    covering(texts)
    naming(texts, queries)
    if not kept:
        sys.exit(f"limits: {LEAST_RATIO}x brute force, {MOST_MILLISECONDS} ms, no wrong answer")


if __name__ == "__main__":
    main()
