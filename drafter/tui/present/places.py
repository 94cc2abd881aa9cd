"""Paths as people read them."""

from __future__ import annotations

import os
import re
from pathlib import Path

from drafter.model.tree import Document

_UNFIT = re.compile(r"[^\w.-]+")
_LONGEST = 40


def home_path(path: Path) -> str:
    """The path, with ~ for the home folder."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def typed_path(words: str) -> Path:
    """The path a person typed; a ~ that is nobody's home is a name."""
    return Path(os.path.expanduser(words.strip()))  # noqa: PTH111  that of Path raises


def is_file(path: Path) -> bool:
    """Whether there is a file, as far as may be seen: what is closed to the user is none."""
    return os.path.isfile(path)  # noqa: PTH113  that of Path raises


def is_folder(path: Path) -> bool:
    """Whether there is a folder, as far as may be seen."""
    return os.path.isdir(path)  # noqa: PTH112  that of Path raises


def proposed_name(document: Document, title: str) -> str:
    """A file name for a draft that has none: its symbol, else its title."""
    stem = document.masthead.symbol or title or "draft"
    return _UNFIT.sub("_", stem).strip("_.")[:_LONGEST] or "draft"
