"""Where drafter keeps its private files: settings, state (journals, recent files) and caches."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_NAME = "drafter"
PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


def state_folder() -> Path:
    """Journals and the list of recent files. `DRAFTER_STATE` overrides it."""
    return _private("DRAFTER_STATE", platformdirs.user_state_path(_NAME, appauthor=False))


def cache_folder() -> Path:
    """Derived indexes; may be deleted at any time. `DRAFTER_CACHE` overrides it."""
    return _private("DRAFTER_CACHE", platformdirs.user_cache_path(_NAME, appauthor=False))


def config_folder() -> Path:
    """The settings file and the user's own library. `DRAFTER_CONFIG` overrides it."""
    return _private("DRAFTER_CONFIG", platformdirs.user_config_path(_NAME, appauthor=False))


def _private(variable: str, usual: Path) -> Path:
    named = os.environ.get(variable)
    return Path(named) if named else usual


def made(folder: Path) -> Path:
    """`folder`, created with private permissions, parents too, if not there. Raises OSError."""
    if not folder.parent.exists():
        made(folder.parent)
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    return folder
