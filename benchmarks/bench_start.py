#!/usr/bin/env python3
"""How long a person waits: `drafter --help` against a bare click program, and the first paint of
the drafting room against a bare Textual app with the same widgets.

Each pair is run in turn, A B A B …, on this machine in this run; the ratio of the medians is what
counts. Limits (issue 2): 1.3 for both. Exit status 1 if a limit is broken.
"""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from fcntl import ioctl
from pathlib import Path

HERE = Path(__file__).resolve().parent
RUNS = int(os.environ.get("RUNS", "11"))
LIMIT = 1.3
Times = tuple[list[float], list[float]]  # seconds: ours, the peer's
BARE_CLICK = "import click\n@click.command()\ndef main():\n    'Nothing.'\nmain()\n"


def seconds_to_finish(command: list[str]) -> float:
    """Wall time of a whole process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def seconds_to_paint(command: list[str], marker: bytes, environment: dict[str, str]) -> float:
    """Time from starting a terminal program (120x40) until `marker` is on its screen."""
    start = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe(command[0], command, environment)  # noqa: S606  the program that is timed
    ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    seen = b""
    try:
        while marker not in seen:
            ready, _, _ = select.select([terminal], [], [], 20)
            if not ready:
                raise TimeoutError(f"{command} painted nothing with {marker!r} in 20 s")
            seen += os.read(terminal, 65536)
        return time.perf_counter() - start
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def compared(name: str, times: Times, peer: str, limit: float = float("inf")) -> bool:
    """Print the medians and their ratio; whether the limit is kept."""
    ours, theirs = times
    mine, other = statistics.median(ours), statistics.median(theirs)
    print(
        f"{name}: {mine * 1000:.0f} ms (min {min(ours) * 1000:.0f}) against {peer} "
        f"{other * 1000:.0f} ms (min {min(theirs) * 1000:.0f}): ratio {mine / other:.2f},"
        f" limit {limit if limit < float('inf') else 'none'}, {len(ours)} runs each"
    )
    return mine / other <= limit


def help_text() -> bool:
    """`drafter --help` against the help of a bare click program."""
    drafter = Path(sys.executable).with_name("drafter")
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as name:
        bare = Path(name) / "bare.py"
        bare.write_text(BARE_CLICK)
        for _ in range(RUNS + 1):
            ours.append(seconds_to_finish([str(drafter), "--help"]))
            theirs.append(seconds_to_finish([sys.executable, str(bare), "--help"]))
    return compared("drafter --help", (ours[1:], theirs[1:]), "bare click", LIMIT)


def painted(marker: bytes) -> Times:
    """Times until the room, and the bare app, have `marker` on the screen."""
    drafter = str(Path(sys.executable).with_name("drafter"))
    bare = [sys.executable, str(HERE / "bare_textual.py")]
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as folder:
        places = {f"DRAFTER_{kind}": f"{folder}/{kind}" for kind in ("STATE", "CACHE", "CONFIG")}
        environment = {**os.environ, **places, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        for _ in range(RUNS + 1):
            shutil.rmtree(f"{folder}/STATE", ignore_errors=True)
            ours.append(seconds_to_paint([drafter, "--example"], marker, environment))
            theirs.append(seconds_to_paint(bare, marker, environment))
    return ours[1:], theirs[1:]


def first_paint() -> bool:
    """The first paint of the room and, without a limit, the draft itself on the screen."""
    peer = "bare Textual, same widgets"
    kept = compared("first paint", painted(b"READING"), peer, LIMIT)
    compared("the draft on the screen", painted("大会".encode()), peer)
    return kept


if __name__ == "__main__":
    sys.exit(0 if all([help_text(), first_paint()]) else 1)
