"""The palette: every action of the room, found by its words."""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.markup import escape

from drafter.messages import say
from drafter.tui.actions import Action, State
from drafter.tui.keymap import shown
from drafter.tui.screens.importing.review import ReviewScreen
from drafter.tui.screens.room.base import RoomBase
from drafter.tui.screens.start import StartScreen


class ActionProvider(Provider):
    """Offers the actions of the screen it was called from."""

    async def discover(self) -> Hits:
        """All of them, in the order of the table."""
        for row in self._rows():
            yield DiscoveryHit(escape(say(row.label)), self._call(row), help=_explained(row))

    async def search(self, query: str) -> Hits:
        """Those whose words match."""
        matcher = self.matcher(query)
        for row in self._rows():
            label = say(row.label)
            score = matcher.match(f"{label} · {say(row.sentence)}")
            if score > 0:
                yield Hit(score, matcher.highlight(label), self._call(row), help=_explained(row))

    def _rows(self) -> tuple[Action, ...]:
        screen = self.screen
        if not isinstance(screen, RoomBase | StartScreen | ReviewScreen):
            return ()
        states = {screen.state, State.READING} if isinstance(screen, RoomBase) else {screen.state}
        rows = screen.keys.actions
        return tuple(row for row in rows if states & set(row.states) and row.method != "palette")

    def _call(self, row: Action) -> partial[Coroutine[None, None, None]]:
        return partial(self._run, row)

    async def _run(self, row: Action) -> None:
        screen = self.screen
        if not isinstance(screen, RoomBase) or screen.turn_for(row):
            await screen.run_action(row.method)


def _explained(row: Action) -> str:
    keys = " ".join(shown(key) for key in row.keys if key.isascii())
    return escape(f"{say(row.sentence)}  ({keys})")
