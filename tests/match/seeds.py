"""The paragraphs of the three seed texts and the pairs among them known to be alike."""

import json
from pathlib import Path

_DATA = json.loads(
    (Path(__file__).parents[1] / "data" / "seed_pairs.json").read_text(encoding="utf-8")
)
PARAGRAPHS: dict[str, str] = _DATA["paragraphs"]
PAIRS: list[tuple[str, str]] = [tuple(pair) for pair in _DATA["pairs"]]
