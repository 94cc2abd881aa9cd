"""Running drafter as the documentation says, with its private folders inside the given one."""

import os
import shlex
import subprocess
import sys

from tests.docs.pages import ROOT


def run(command, folder):
    home = folder / ".drafter"
    private = {name: str(home / name) for name in ("DRAFTER_STATE", "DRAFTER_CACHE")}
    return subprocess.run(
        [sys.executable, "-m", "drafter", *shlex.split(command, comments=True)[1:]],
        cwd=folder,
        env={**os.environ, **private, "DRAFTER_CONFIG": str(home / "config"), "LC_ALL": "C.UTF-8",
             "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )  # fmt: skip
