"""Clauses and queries for benchmarks: the same in every run."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SYNTHETIC = SHARED / "bench" / "synth_zh.py"
ALIGNED = SHARED / "real" / "aligned_six_languages.jsonl.gz"
ENGLISH = SHARED / "real" / "resolutions_en.jsonl.gz"
ENGLISH_PAIRS = SHARED / "real" / "pairs_en.jsonl.gz"
Rows = list[tuple[str, str]]


class Missing(Exception):
    """The corpus is not on this machine."""


def numbers(seed: int) -> Iterator[int]:
    """The same sequence of numbers everywhere."""
    while True:
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
        yield seed >> 33


def chinese(count: int) -> tuple[Rows, list[tuple[str, str]]]:
    """Synthetic clauses as (id, text), and the pairs known to be fused from or split out of."""
    folder = _synthetic(count)
    rows = [(row["id"], row["text"]) for row in _lines(folder / "clauses.jsonl")][:count]
    held = {key for key, _ in rows}
    derived = [
        (row["a"], row["b"])
        for row in _lines(folder / "pairs.jsonl")
        if row["label"] == "derived" and {row["a"], row["b"]} <= held
    ]
    return rows, derived


def chinese_rows(count: int) -> Iterator[dict[str, str]]:
    """The same clauses as rows that `drafter library import` reads."""
    for row in islice(_lines(_synthetic(count) / "clauses.jsonl"), count):
        yield {key: row[key] for key in ("id", "text", "kind", "doc", "session", "date")}


def _synthetic(count: int, seed: int = 1) -> Path:
    if not SYNTHETIC.exists():
        raise Missing(str(SYNTHETIC))
    name = f"zh-{count}" + (f"-{seed}" if seed != 1 else "")
    folder = Path(tempfile.gettempdir()) / "drafter-bench" / name
    if not (folder / "stats.json").exists():
        command = [sys.executable, str(SYNTHETIC), "--out", str(folder), "--n", str(count)]
        subprocess.run([*command, "--seed", str(seed)], check=True, stdout=subprocess.DEVNULL)
    return folder


@dataclass(frozen=True)
class Labelled:
    """Two texts, how the second came of the first, and what that makes of it."""

    a: str
    b: str
    label: str
    operations: tuple[str, ...] = ()


def chinese_pairs(count: int, seed: int) -> Iterator[Labelled]:
    """Synthetic clauses and what was made of them by named operations."""
    folder = _synthetic(count, seed)
    texts = {row["id"]: row["text"] for row in _lines(folder / "clauses.jsonl")}
    for row in _lines(folder / "pairs.jsonl"):
        yield Labelled(texts[row["a"]], texts[row["b"]], row["label"], tuple(row["ops"]))


def english_pairs() -> Iterator[Labelled]:
    """Paragraphs of resolutions and of those that followed them: "identical", "masked" (they
    differ in digits, notes or punctuation only), "near", "amended"; without those that are new."""
    if not ENGLISH_PAIRS.exists():
        raise Missing(str(ENGLISH_PAIRS))
    with gzip.open(ENGLISH_PAIRS, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row.get("a_text") and row.get("b_text"):
                differ = row["a_text"] != row["b_text"]
                masked = row["masked_equal"] and differ
                yield Labelled(row["a_text"], row["b_text"], "masked" if masked else row["label"])


def six_languages() -> Iterator[tuple[str, Rows]]:
    """For each of the six languages, sentences that say the same, as (id, text)."""
    if not ALIGNED.exists():
        raise Missing(str(ALIGNED))
    with gzip.open(ALIGNED, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for code in ("ar", "en", "es", "fr", "ru", "zh"):
        yield code, [(row["id"], row[code]) for row in rows]


def english(count: int) -> Rows:
    """Paragraphs of resolutions as (id, text); past the last one, edited ones."""
    if not ENGLISH.exists():
        raise Missing(str(ENGLISH))
    with gzip.open(ENGLISH, "rt", encoding="utf-8") as lines:
        texts = [each["text"] for line in lines for each in json.loads(line)["paragraphs"]]
    pick = numbers(3)
    taken = texts[:count]
    while len(taken) < count:
        taken.append(edited(texts[next(pick) % len(texts)], pick))
    return [(f"c{number:07d}", text) for number, text in enumerate(taken)]


def edited(text: str, pick: Iterator[int]) -> str:
    """A text with a few words left out, said twice or moved."""
    words = text.split(" ") if " " in text else list(text)
    for _ in range(1 + next(pick) % 4):
        if len(words) < 4:
            break
        place, width = next(pick) % len(words), 1 + next(pick) % 4
        moved = words[place : place + width]
        del words[place : place + width]
        if next(pick) % 2:
            at = next(pick) % (len(words) + 1)
            words[at:at] = moved
    return (" " if " " in text else "").join(words)


def queries(rows: Rows, count: int, *, seed: int = 5) -> list[str]:
    """Half edited clauses, a fifth fused from two, some cut out of one, some like nothing."""
    pick = numbers(seed)
    made: list[str] = []
    while len(made) < count:
        text, other = (rows[next(pick) % len(rows)][1] for _ in range(2))
        kind = next(pick) % 20
        if kind < 10:
            made.append(edited(text[: max(30, len(text) * 9 // 10)], pick))
        elif kind < 14:
            made.append(text[: len(text) * 3 // 4] + other[len(other) // 4 :])
        elif kind < 17:
            made.append(text[len(text) // 4 : max(len(text) * 3 // 4, len(text) // 4 + 20)])
        else:
            made.append("".join(_shuffled(text + other, pick)))
        if not any(map(str.isalnum, made[-1])):
            made.pop()
    return made


def _shuffled(text: str, pick: Iterator[int]) -> Sequence[str]:
    width = 12 if " " in text else 3
    pieces = [text[at : at + width] for at in range(0, len(text), width)]
    return sorted(pieces, key=lambda piece: next(pick))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
