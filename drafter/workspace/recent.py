"""The files opened last, latest first, in the private state folder."""

from __future__ import annotations

import json
import os
from pathlib import Path

from drafter.workspace.folders import PRIVATE_FILE, made, state_folder

_LIMIT = 30


def _file() -> Path:
    return state_folder() / "recent.json"


def recent_files() -> tuple[Path, ...]:
    """The files opened last that still exist, latest first."""
    return tuple(path for path in _listed() if path.is_file())


def remember(path: Path) -> None:
    """Put `path` first. A state folder that cannot be written costs only this list."""
    here = path.resolve()
    rows = [here, *(each for each in _listed() if each != here)][:_LIMIT]
    text = json.dumps([str(each) for each in rows], ensure_ascii=False, indent=1)
    try:
        made(_file().parent)
        spare = _file().with_suffix(f".{os.getpid()}")
        spare.write_text(text, encoding="utf-8")
        spare.chmod(PRIVATE_FILE)
        spare.replace(_file())
    except OSError:
        return


def _listed() -> list[Path]:
    try:
        rows = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [Path(row) for row in rows if isinstance(row, str)] if isinstance(rows, list) else []
