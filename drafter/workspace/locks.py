"""Advisory locks: who holds a draft. The operating system releases them when a process dies."""

from __future__ import annotations

import getpass
import json
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from drafter.workspace.folders import PRIVATE_FILE

# a link in a shared folder is not followed: it could lead to any file of the user's
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_FAR = 1 << 30  # the locked byte lies far behind the words, so that others may read who holds it


def try_lock(descriptor: int) -> bool:
    """Whether this process now holds the lock on the open file."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


class DraftLock:
    """The lock of one draft: a small hidden file beside it, so that other machines see it too."""

    def __init__(self, draft: Path) -> None:
        self.file = draft.with_name(f".{draft.name}.lock")
        self.holder = ""
        self._descriptor = -1

    def take(self) -> bool:
        """Try to take the lock; if another drafter holds it, `holder` says who.

        A folder that takes no files leaves the draft unlocked: that is reported when saving.
        """
        try:
            descriptor = os.open(self.file, _FLAGS, PRIVATE_FILE)
        except OSError:
            self.holder = _owner(self.file) if self.file.exists() else ""
            return not self.holder
        if not try_lock(descriptor):
            self.holder = _named(self.file)
            os.close(descriptor)
            return False
        if not _is_still(self.file, descriptor):  # its last holder took it away meanwhile
            os.close(descriptor)
            return self.take()
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, _card())
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Give the lock back and take its file away."""
        if self._descriptor < 0:
            return
        if sys.platform == "win32":
            os.close(self._descriptor)
            self.file.unlink(missing_ok=True)
        else:
            self.file.unlink(missing_ok=True)  # before the close: nobody takes a file that goes
            os.close(self._descriptor)
        self._descriptor = -1


def holder_of(draft: Path) -> str:
    """Who holds the draft at the moment; empty if nobody does."""
    lock = DraftLock(draft)
    if not lock.file.exists():
        return ""
    if lock.take():
        lock.release()
    return lock.holder


def _is_still(file: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), file.stat())
    except FileNotFoundError:
        return False


def _card() -> bytes:
    card = {
        "holder": _user(),
        "host": platform.node(),
        "process": os.getpid(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    return json.dumps(card, ensure_ascii=False).encode()


def _named(file: Path) -> str:
    try:
        card = json.loads(file.read_text(encoding="utf-8"))
        return f"{card['holder']} @ {card['host']}"
    except (OSError, ValueError, KeyError, TypeError):
        return _owner(file)


def _owner(file: Path) -> str:
    try:
        return file.owner()
    except (OSError, KeyError, NotImplementedError):
        return "?"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
