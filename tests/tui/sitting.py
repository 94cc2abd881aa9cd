"""Sitting in the room: keys go in, the screen is read; nothing waits for a clock."""

import asyncio
from contextlib import asynccontextmanager
from unittest import mock

from textual import events
from textual.keys import _character_to_key

from drafter.tui.app import DrafterApp
from drafter.tui.screens.dialogs import Dialog
from drafter.tui.screens.room.room import RoomScreen
from drafter.tui.widgets.line_bar import LineBar
from drafter.tui.widgets.prose_pane import ProsePane

_SOON = 0.05


class Sitting:
    """A running room and what a person does and sees in it."""

    def __init__(self, app, pilot):
        self.app = app
        self.pilot = pilot

    async def settle(self):
        await self.still()
        while self.at_work and self.app.is_running:
            await self.app.workers.wait_for_complete()
            await self.still()

    async def still(self):
        """Until every message is handled, what came of it is drawn, and what came of that."""
        await self.pilot.pause()
        await nothing_left_to_run()

    @property
    def at_work(self):
        """Whether a worker runs, or the screen has asked what no worker has taken up yet."""
        asker = getattr(self.app.screen, "asker", None)
        asked = asker is not None and not asker.is_idle
        return asked or not all(worker.is_finished for worker in self.app.workers)

    async def press(self, *keys):
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, words):
        """Characters as a terminal sends them, full-width marks and blanks included."""
        for char in words:
            self.app.post_message(events.Key(_character_to_key(char), char))
        await self.settle()

    async def paste(self, words):
        self.app.post_message(events.Paste(words))
        await self.settle()

    @property
    def opened(self):
        """Whether the room has its draft, or asks about it."""
        top = self.app.screen
        return isinstance(top, Dialog) or (isinstance(top, RoomScreen) and top.ready)

    @property
    def room(self):
        return next(s for s in self.app.screen_stack if isinstance(s, RoomScreen))

    @property
    def session(self):
        return self.room.session

    @property
    def screen(self):
        """The whole screen as text."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in strips)

    @property
    def cursor(self):
        return self.room.page.cursor

    async def go_to(self, element_id):
        self.room.page.move_to(element_id)
        await self.settle()

    def bar(self, name):
        return self.app.screen.query_one(f"#{name}", LineBar).text

    @property
    def card(self):
        """The precedent card, its lines joined."""
        return " ".join(self.room.query_one("#card", ProsePane).text.split())

    @property
    def compared(self):
        """What is seen of the comparison while writing."""
        panes = [self.room.query_one(name, ProsePane) for name in ("#card", "#live")]
        seen = [pane.text for pane in panes if pane.size.width]
        return " ".join("".join(seen).split())

    def texts(self):
        """The words of every paragraph, in order."""
        return [element.text.plain() for element in self.session.view.elements]

    def text_of(self, element_id):
        return self.session.view.element(element_id).text.plain()


async def nothing_left_to_run(*_clocks):
    """Until all that is left waits for a thread, a key, or a clock that is not soon to strike."""
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0)
    while loop._ready:
        await asyncio.sleep(0)
    clocks = (timer.when() - loop.time() for timer in loop._scheduled if not timer.cancelled())
    soon = max((left for left in clocks if left < _SOON), default=None)
    if soon is not None:
        await asyncio.sleep(max(soon, 0))
        while loop._ready:
            await asyncio.sleep(0)


@asynccontextmanager
async def sitting(opener=None, size=(80, 24), **more):
    app = DrafterApp(opener, **more)
    # Textual's own pilot sleeps until the processor has been idle for a while
    idle = {"wait_for_idle": nothing_left_to_run}
    with mock.patch.multiple("textual.app", **idle), mock.patch.multiple("textual.pilot", **idle):
        async with app.run_test(size=size) as pilot:
            here = Sitting(app, pilot)
            while opener and app.is_running and not here.opened:
                await here.settle()
            await here.settle()
            yield here
