"""What an index in a folder is made of: its segments, and the files struck out of them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One segment file, how many clauses it holds, and the numbers of files struck out of it."""

    name: str
    clauses: int
    gone: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """`state` says of which files this is the index; `reads` how texts were read for it."""

    state: str
    reads: str
    parts: tuple[Part, ...]

    def packed(self) -> bytes:
        """The file, with a sum of itself."""
        parts = [[part.name, part.clauses, list(part.gone)] for part in self.parts]
        found = {"state": self.state, "reads": self.reads, "parts": parts}
        checked = json.dumps(found, sort_keys=True)
        return json.dumps({**found, "sum": digest(checked)}).encode()

    @staticmethod
    def unpacked(data: bytes) -> Manifest:
        """The manifest in a file. Raises ValueError, KeyError, TypeError or AttributeError for what
        is none."""
        found = json.loads(data)
        checked = found.pop("sum")
        if checked != digest(json.dumps(found, sort_keys=True)):
            raise ValueError(checked)
        parts = tuple(Part(name, clauses, tuple(gone)) for name, clauses, gone in found["parts"])
        return Manifest(found["state"], found["reads"], parts)


def digest(*words: str) -> str:
    """One name for these words."""
    return hashlib.sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()
