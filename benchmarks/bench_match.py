#!/usr/bin/env python3
"""Precedents among many clauses against comparing with every one, in one run on one core.

    bench_match.py [--clauses N] [--language zh|en] [--queries N] [--all]

Answers are checked against rapidfuzz over the same tokens. tantivy (3-grams, the best 200 compared
in full) joins in where it is installed. Only the ratios within a run are firm. --all adds what
takes long: containment of the pairs known to be fused or split, and all near-duplicates. Exit
status 1 if an answer differs from brute force or is hardly faster; broken limits are printed.
"""

from __future__ import annotations

import argparse
import difflib
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from corpora import Missing, Rows, chinese, english, queries
from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from drafter.compare import changes
from drafter.compare.tokens import norms
from drafter.compare.vocabulary import Vocabulary
from drafter.languages import Language, language
from drafter.match import KeptIndex
from drafter.match.terms import current_norms

FLOOR = 0.6
ALIKE = 0.8
A_FILE = 100
# clauses → least ratio over brute force: what a run at that size must reach
LIMITS = {1_000_000: 125.0, 100_000: 150.0, 0: 4.0}
MOST_SPREAD = 5.0
BRUTE_SECONDS = 60.0
Result = TypeVar("Result")


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


def timed(action: Callable[[], Result]) -> tuple[Result, float]:
    """What the action gives, and the milliseconds of processor time it took: what else runs on the
    machine does not count."""
    start = time.thread_time()
    result = action()
    return result, (time.thread_time() - start) * 1000


def shown(name: str, times: Sequence[float]) -> str:
    return f"{name}: p50 {statistics.median(times):.2f} ms, p99 {late(times):.2f} ms"


def late(times: Sequence[float]) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


def building(rows: Rows, tongue: Language, folder: Path) -> KeptIndex:
    clauses = Clauses(rows)
    index = KeptIndex(folder, tongue, clauses)
    _, spent = timed(index.update)
    size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
    print(f"{len(rows)} clauses built in {spent / 1000:.1f} s, {size:.0f} MB on disk")
    opened, spent = timed(lambda: KeptIndex(folder, tongue, clauses))
    words = current_norms(rows[0][1], tongue)
    _, first = timed(lambda: opened.top(words, limit=10, floor=FLOOR))
    clauses.rows = [*rows, *((f"new{at}", text) for at, (_, text) in enumerate(rows[:1000]))]
    _, added = timed(opened.update)
    found = opened.top(words, limit=1000, floor=1.0)
    if all(each.key != "new0" for each in found):
        sys.exit("what was added is not found")
    print(f"opened in {spent:.1f} ms, first answer {first:.1f} ms, 1,000 added in {added:.0f} ms")
    clauses.rows = rows
    opened.update()
    return opened


def matching(index: KeptIndex, rows: Rows, asked: list[str], tongue: Language) -> bool:
    vocabulary = Vocabulary()
    codes = [vocabulary.learn(current_norms(text, tongue)) for _, text in rows]
    words = [current_norms(text, tongue) for text in asked]
    for each in words[:3]:
        index.top(each, limit=10, floor=FLOOR)
    ours = [timed(lambda w=w: index.top(w, limit=10, floor=FLOOR)) for w in words]
    brute: list[float] = []
    ratios: list[float] = []
    wrong = 0
    until = time.perf_counter() + BRUTE_SECONDS
    for each in words:
        if time.perf_counter() > until:
            break
        found, spent = timed(lambda w=each: index.top(w, limit=10, floor=FLOOR))
        wanted, slow = timed(lambda w=each: by_brute_force(vocabulary.learn(w), codes))
        brute.append(slow)
        ratios.append(slow / spent)
        wrong += [round(one.score, 9) for one in found] != wanted
    times = [spent for _, spent in ours]
    ratio, spread = statistics.median(ratios), late(times) / statistics.median(times)
    print(shown("top 10", times), "|", shown("brute force", brute), end=" | ")
    print(f"{ratio:.0f}x, p99/p50 {spread:.1f}, {wrong} of {len(brute)} differ")
    tantivy(rows, codes, words, vocabulary, asked)
    wanted_ratio = next(ratio for size, ratio in LIMITS.items() if len(rows) >= size)
    if ratio < wanted_ratio or spread > MOST_SPREAD:
        print(f"LIMIT: at least {wanted_ratio}x and p99 at most {MOST_SPREAD} times p50")
    return not wrong and ratio >= LIMITS[0]


def by_brute_force(query: str, codes: list[str]) -> list[float]:
    # a little below the floor: rapidfuzz loses scores that are exactly its cutoff
    found = process.extract(
        query, codes, scorer=fuzz.ratio, limit=10, score_cutoff=FLOOR * 100 - 1e-3
    )
    return [round(score / 100, 9) for _, score, _ in found if round(score / 100, 9) >= FLOOR]


def tantivy(
    rows: Rows,
    codes: list[str],
    words: Sequence[Sequence[str]],
    vocabulary: Vocabulary,
    asked: list[str],
) -> None:
    """The peer that is not exact: 3-grams of characters, the best 200 compared in full."""
    try:
        import tantivy as peer
    except ImportError:
        print("tantivy is not installed: pip install 'drafter[bench]'")
        return
    schema = peer.SchemaBuilder()
    schema.add_unsigned_field("row", stored=True)
    schema.add_text_field("text", tokenizer_name="grams", index_option="freq")
    index = peer.Index(schema.build())
    grams = peer.TextAnalyzerBuilder(peer.Tokenizer.ngram(3, 3, False)).build()
    index.register_tokenizer("grams", grams)
    start = time.perf_counter()
    writer = index.writer(200_000_000, 1)
    for number, (_, text) in enumerate(rows):
        writer.add_document(peer.Document(row=number, text=text))
    writer.commit()
    writer.wait_merging_threads()
    built = time.perf_counter() - start
    index.reload()
    searcher = index.searcher()

    def ask(text: str, codes_of: str) -> list[float]:
        terms = {text[at : at + 3] for at in range(len(text) - 2)}
        either = [
            (peer.Occur.Should, peer.Query.term_query(index.schema, "text", term)) for term in terms
        ]
        hits = searcher.search(peer.Query.boolean_query(either), 200).hits
        chosen = [searcher.doc(address)["row"][0] for _, address in hits]
        scored = (
            2 * LCSseq.similarity(codes_of, codes[row]) / (len(codes_of) + len(codes[row]))
            for row in chosen
        )
        return sorted((score for score in scored if score >= FLOOR), reverse=True)[:10]

    read = [vocabulary.learn(each) for each in words]
    times = [timed(lambda t=t, c=c: ask(t, c))[1] for t, c in zip(asked, read, strict=True)]
    print(shown(f"tantivy, built in {built:.1f} s", times))


def fused(index: KeptIndex, rows: Rows, pairs: list[tuple[str, str]], tongue: Language) -> None:
    """Of the pairs known to be fused or split, those whose other half is among the containing."""
    texts = dict(rows)
    times: list[float] = []
    found = wanted = 0
    for one, other in pairs[:: max(1, len(pairs) // 300)]:
        a, b = (current_norms(texts[key], tongue) for key in (one, other))
        share = LCSseq.similarity(a, b) / min(len(a), len(b))
        if share < ALIKE or min(len(a), len(b)) > 0.85 * max(len(a), len(b)):
            continue
        held, spent = timed(lambda a=a: index.containing(a, floor=ALIKE, fewest=8, longest=0.85))
        times.append(spent)
        wanted += 1
        found += any(other in set(each.keys) for each in held)
    if wanted:
        print(shown("containing", times), f"| recall of known pairs {found}/{wanted}")


def duplicates(index: KeptIndex, rows: Rows, tongue: Language) -> bool:
    start, processor = time.perf_counter(), time.process_time()
    count = sum(1 for _ in index.alike(ALIKE))
    spent, used = time.perf_counter() - start, time.process_time() - processor
    print(f"all pairs at {ALIKE}: {count} wordings in {spent:.1f} s ({used:.1f} s of processor)")
    few = Clauses(rows[: 2000 // A_FILE * A_FILE])
    small = KeptIndex(None, tongue, few)
    small.update()
    found = {frozenset(pair) for each in small.alike(ALIKE) for pair in _crossed(each)}
    words = [current_norms(text, tongue) for _, text in few.rows]
    wanted = {
        frozenset((few.rows[i][0], few.rows[j][0]))
        for i, a in enumerate(words)
        for j in range(i)
        if (total := len(a) + len(words[j])) and 2 * LCSseq.similarity(a, words[j]) / total >= ALIKE
    }
    print(f"against an exact join of {len(few.rows)}: {len(found ^ wanted)} pairs differ")
    return found == wanted


def _crossed(each: object) -> Iterable[tuple[str, str]]:
    return ((a, b) for a in each.keys for b in each.others if a != b)


def naming(rows: Rows, asked: list[str], tongue: Language) -> None:
    pairs = [(query, rows[at][1]) for at, query in enumerate(asked[:40])]
    ours = [timed(lambda a=a, b=b: changes(a, b, tongue))[1] for a, b in pairs]
    peer = [timed(lambda a=a, b=b: opcodes(a, b))[1] for a, b in pairs]
    print(shown("named changes", ours), "|", shown("difflib, opcodes only", peer))


def opcodes(a: str, b: str) -> int:
    return len(difflib.SequenceMatcher(None, norms(a), norms(b), autojunk=False).get_opcodes())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clauses", type=int, default=20_000)
    parser.add_argument("--queries", type=int, default=100)
    parser.add_argument("--language", choices=("zh", "en"), default="zh")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print(f"{platform.machine()}, Python {platform.python_version()}, {options.language}")
    tongue = language(options.language)
    try:
        rows, pairs = chinese(options.clauses) if options.language == "zh" else (
            english(options.clauses), []
        )  # fmt: skip
    except Missing as reason:
        print(f"skipped: {reason} is not here")
        return
    rows = rows[: len(rows) // A_FILE * A_FILE]
    held = {key for key, _ in rows}
    pairs = [pair for pair in pairs if held.issuperset(pair)]
    asked = queries(rows, options.queries)
    with tempfile.TemporaryDirectory() as folder:
        index = building(rows, tongue, Path(folder))
        sound = matching(index, rows, asked, tongue)
        if options.all:
            fused(index, rows, pairs, tongue)
            sound &= duplicates(index, rows, tongue)
    naming(rows, asked, tongue)
    if not sound:
        sys.exit("answers differ from brute force, or take as long")


if __name__ == "__main__":
    main()
