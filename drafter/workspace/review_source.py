"""Where a text under review comes from, and how it is read again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from drafter.readers import ReadOptions, ReadResult, read, read_text
from drafter.workspace.native import is_native
from drafter.workspace.saving import sha256_of, sha256_on_disk


@dataclass(frozen=True, slots=True)
class ReviewSource:
    """A file, or pasted text. `name` is what it is called; `read` may raise `UnreadableInput`;
    `is_native` says that it is a draft, whose ids say nothing of places."""

    name: str
    sha256: str
    read: Callable[[ReadOptions], ReadResult]
    is_native: bool = False

    @classmethod
    def file(cls, path: Path) -> ReviewSource:
        """A file in any format."""
        sha256 = sha256_on_disk(path)
        return cls(path.name, sha256, lambda options: read(path, options), is_native(path))

    @classmethod
    def text(cls, text: str, name: str) -> ReviewSource:
        """Pasted text."""
        sha256 = sha256_of(text.encode("utf-8", "replace"))
        return cls(name, sha256, lambda options: read_text(text, options))
