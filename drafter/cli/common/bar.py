"""The progress of a long command as a bar, with its rate and the time that is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TimeRemainingColumn,
)
from rich.text import Text

from drafter.messages import say


class Rate(ProgressColumn):
    """How many files a second."""

    def render(self, task: Task) -> Text:
        """The rate, once there is one."""
        speed = task.finished_speed or task.speed
        return Text(say("cli.files-a-second", rate=f"{speed:.1f}") if speed else "")


@contextmanager
def bar(total: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error; call what it gives once a file. Messages appear above it."""
    columns = (BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=total)
        yield lambda: shown.advance(task)
