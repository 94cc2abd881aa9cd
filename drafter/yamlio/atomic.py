"""Files are replaced whole or not at all, and are on the disk when the call returns."""

from __future__ import annotations

import errno
import os
import stat
from itertools import count
from pathlib import Path

_OTHERS = 0o077


def write_atomically(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """Put `data` in `path`: a temporary file beside it, synchronised, then renamed over it.

    A link is followed. A file that is there keeps its permissions, except that a private `mode`
    (nothing for others) is always enforced. Raises OSError, also for a device or a pipe, which a
    file would take the place of; then the old file is untouched and no temporary file is left.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        wrong = errno.EISDIR if target.is_dir() else errno.EPERM
        raise OSError(wrong, os.strerror(wrong), str(path))
    try:
        temporary, handle = _opened(target.parent, mode)
    except OSError as problem:  # it would name the temporary file, which nobody knows
        raise OSError(problem.errno, problem.strerror, str(path)) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_permissions(target, temporary, mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _synchronise(target.parent)


def _opened(folder: Path, mode: int) -> tuple[Path, int]:
    for number in count():
        candidate = folder / f".drafter-{os.getpid()}-{number}.tmp"
        try:
            return candidate, os.open(candidate, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        except FileExistsError:
            continue
    raise AssertionError("count() does not end")


def _keep_permissions(target: Path, temporary: Path, mode: int) -> None:
    if mode & _OTHERS and target.exists():
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))


def _synchronise(folder: Path) -> None:
    if os.name == "nt":  # folders cannot be opened there; the rename is journaled by the system
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
