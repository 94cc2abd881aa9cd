"""Questions that take a while, asked in threads: the latest of each kind, the rest dropped.

A thread cannot be stopped, so while one works on a kind of question only the newest of those
that follow is kept: typing fast never piles up work.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from textual.widget import Widget

from drafter.errors import DrafterError

T = TypeVar("T")
Ask = Callable[[], Callable[[], None]]


class Asker:
    """Asks on behalf of a screen; a problem is given to `failed`."""

    def __init__(self, screen: Widget, failed: Callable[[DrafterError | OSError], None]) -> None:
        self._screen = screen
        self._failed = failed
        self._waiting: dict[str, Ask] = {}
        self._busy: set[str] = set()

    def ask(
        self,
        kind: str,
        question: Callable[[], T],
        show: Callable[[T], None],
        still: Callable[[], bool],
    ) -> None:
        """Ask `question` in a thread; show what comes of it if it is `still` wanted by then."""

        def answered() -> Callable[[], None]:
            told: Callable[[], None]
            try:
                told = partial(show, question())
            except (DrafterError, OSError) as problem:
                told = partial(self._failed, problem)
            return lambda: told() if still() else None

        self._waiting[kind] = answered
        if kind not in self._busy:
            self._busy.add(kind)
            # What is known already is painted first: a busy thread would slow the painting.
            self._screen.call_after_refresh(self._begin, kind)

    @property
    def is_idle(self) -> bool:
        """Whether every question has been answered."""
        return not self._busy

    def _begin(self, kind: str) -> None:
        self._screen.run_worker(self._answer(kind), group=kind)

    async def _answer(self, kind: str) -> None:
        try:
            while kind in self._waiting:
                question = self._waiting.pop(kind)
                shown = await asyncio.to_thread(question)
                if self._is_open():
                    shown()
        finally:
            self._busy.discard(kind)

    def _is_open(self) -> bool:
        """Whether there is a screen to show anything on: it may be closed meanwhile."""
        app = self._screen.app
        return app.is_running and self._screen.screen in app.screen_stack
