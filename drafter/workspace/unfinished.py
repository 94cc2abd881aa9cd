"""What was typed into a dialog and not yet taken, in the private state folder.

A dialog that ends well leaves nothing here; one whose drafter was killed finds its words again. One
file of drafts or events has at most one dialog open.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from drafter.workspace.folders import PRIVATE_FILE, made, state_folder

_FOLDER = "dialogs"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """`typed` where `shown` stood, in the dialog that `place` names within its file."""

    place: str
    shown: str
    typed: str


def keep(path: Path, words: Unfinished) -> None:
    """Keep what was typed; a state folder that cannot be written costs only this."""
    file = _file(path)
    spare = file.with_suffix(f".{os.getpid()}")
    try:
        made(file.parent)
        spare.write_text(json.dumps(asdict(words), ensure_ascii=False), encoding="utf-8")
        spare.chmod(PRIVATE_FILE)
        spare.replace(file)
    except (OSError, UnicodeEncodeError):
        return


def drop(path: Path) -> None:
    """Keep nothing any more: it was taken, or given up."""
    try:
        _file(path).unlink(missing_ok=True)
    except OSError:
        return


def found(path: Path) -> Unfinished | None:
    """What was typed over the file when drafter ended."""
    try:
        record = json.loads(_file(path).read_text(encoding="utf-8"))
        words = Unfinished(**record)
    except (OSError, ValueError, TypeError):
        return None
    return words if all(isinstance(each, str) for each in asdict(words).values()) else None


def _file(path: Path) -> Path:
    key = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:24]
    return state_folder() / _FOLDER / f"{key}.json"
