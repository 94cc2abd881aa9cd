"""Running drafter as the documentation says, with its private folders beside the given one."""

import os
import shlex
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from unittest import mock

from drafter.cli import main
from tests.docs.pages import ROOT


@dataclass(frozen=True)
class Ran:
    """What a command left behind: its exit code, what it printed, what it said."""

    returncode: int
    stdout: str
    stderr: str


def run(command, folder):
    """Run a command of drafter in this process, which has read languages and catalogues already."""
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with (
        chdir(folder),
        mock.patch.dict(os.environ, private(folder)),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = main(words(command))
    return Ran(code, *(stream.buffer.getvalue().decode("utf-8") for stream in (out, err)))


def run_alone(command, folder):
    """Run a command of drafter as a person does: in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "drafter", *words(command)],
        cwd=folder,
        env={**os.environ, **private(folder), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def words(command):
    return shlex.split(command, comments=True)[1:]


def private(folder):
    names = ("STATE", "CACHE", "CONFIG")
    home = folder / ".drafter"
    return {"LC_ALL": "C.UTF-8", **{f"DRAFTER_{name}": str(home / name.lower()) for name in names}}
