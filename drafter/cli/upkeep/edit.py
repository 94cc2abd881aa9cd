"""`drafter library edit`: a clause in the editor of the user, at its line."""

from __future__ import annotations

import os
import shlex
import subprocess
from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, tell
from drafter.errors import UsageError
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path

# how editors are told the line; others are given the file alone
_PLUS = frozenset(
    {"vi", "vim", "nvim", "gvim", "view", "nano", "pico", "emacs", "emacsclient", "joe", "micro"}
    | {"kak", "mg", "ne"}
)
_GOTO = frozenset({"code", "codium", "cursor"})
_COLON = frozenset({"subl", "hx", "helix", "zed"})


def edit(clause: str, *, lang: str, overlay: bool, folders: tuple[Path, ...]) -> int:
    """Open the file at the clause; afterwards say what `library check` finds in it."""
    from drafter.cli.common.outline import finding_lines
    from drafter.workspace import curating

    words = _editor()
    find = curating.overlay if overlay else curating.spot
    spot = find(clause, folders, lang)
    if overlay:
        tell(say("cli.overlaid", path=str(spot.path)))
    line = _command(words, str(spot.path), spot.line)
    try:
        # the user's own editor, as the user named it
        code = subprocess.run(line, check=False).returncode  # noqa: S603
    except OSError as problem:
        raise UsageError(
            "cli.editor-fails", editor=words[0], reason=problem.strerror or str(problem)
        ) from None
    if code:
        tell(say("cli.editor-failed", editor=words[0], code=code))
    found = curating.findings_of(spot.path, folders)
    for finding in found:
        for each in finding_lines(finding):
            put(each)
    tell(say("cli.findings", count=len(found)))
    return 2 if code else 0


def _editor() -> list[str]:
    for name in ("VISUAL", "EDITOR"):
        words = shlex.split(os.environ.get(name, ""))
        if words:
            return words
    raise UsageError("cli.no-editor")


def _command(words: list[str], path: str, line: int) -> list[str]:
    from pathlib import Path

    name = Path(words[0]).name.removesuffix(".exe")
    if name in _PLUS:
        return [*words, f"+{line}", path]
    if name in _GOTO:
        return [*words, "--wait", "--goto", f"{path}:{line}"]
    return [*words, f"{path}:{line}" if name in _COLON else path]


COMMAND = Command(
    "edit",
    callback=edit,
    help="cli.library-edit",
    params=[
        click.Argument(["clause"], type=options.symbol, metavar="CLAUSE"),
        options.spoken("cli.option-lang-to-edit"),
        Option(["--overlay"], is_flag=True, help="cli.option-overlay"),
        options.library("cli.option-library-of-clause"),
    ],
)
