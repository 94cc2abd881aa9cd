"""How the rendering of many documents is told: while it runs, and when it is done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from drafter.cli.common.terminal import put, report, tell
from drafter.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from drafter.workspace.rendering import Asked
    from drafter.workspace.rendering_many import Rendered


def render_all(
    paths: Sequence[Path], formats: tuple[str, ...], target: Path, asked: Asked, *, force: bool
) -> int:
    """Render every document among `paths` into the folder `target`; the exit code.

    What was written goes to standard output, progress and what went wrong to standard error.
    """
    from drafter.workspace.rendering_many import documents, render_many

    found = documents(paths, target)
    done: list[Rendered] = []
    with _progress(len(found.files)) as step:
        for each in render_many(found.files, formats, target, asked, force=force):
            done.append(each)
            step(each)
    for path in (path for each in done for path in each.written):
        put(say("cli.written", path=str(path)))
    errors = [each.error for each in done if each.error is not None]
    if found.skipped:
        tell(say("cli.render-passed-over", count=len(found.skipped)))
    told = "cli.render-some" if errors else "cli.render-all"
    tell(say(told, done=len(done) - len(errors), total=len(done), path=str(target)))
    return min((error.exit_code for error in errors), default=0)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[Rendered], None]]:
    """What to call with each file that is done: a bar on a terminal, otherwise a line a file."""
    if not sys.stderr.isatty():
        numbers = iter(range(1, total + 1))

        def line(each: Rendered) -> None:
            names = ", ".join(path.name for path in each.written) or "–"
            tell(f"[{next(numbers)}/{total}] {each.path} → {names}")
            _failed(each)

        yield line
        return
    from drafter.cli.common.bar import bar

    with bar(total) as advance:

        def step(each: Rendered) -> None:
            _failed(each)
            advance()

        yield step


def _failed(each: Rendered) -> None:
    if each.error is None:
        return
    if str(each.path) not in each.error.place:  # otherwise the error names the file
        tell(say("cli.not-rendered", path=str(each.path)))
    report(each.error)
