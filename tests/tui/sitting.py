"""Sitting in the room: keys go in, the screen is read; nothing waits for a clock."""

from contextlib import asynccontextmanager

from textual import events
from textual.keys import _character_to_key

from drafter.tui.app import DrafterApp
from drafter.tui.screens.dialogs import Dialog
from drafter.tui.screens.room.room import RoomScreen
from drafter.tui.widgets.line_bar import LineBar
from drafter.tui.widgets.prose_pane import ProsePane


class Sitting:
    """A running room and what a person does and sees in it."""

    def __init__(self, app, pilot):
        self.app = app
        self.pilot = pilot

    async def settle(self):
        await self.pilot.pause()
        while self.at_work:
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()

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
    def said(self):
        """The words on the screen on one line, wherever theirs break."""
        return " ".join(self.screen.replace("│", " ").split())

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


@asynccontextmanager
async def sitting(opener=None, size=(80, 24), **more):
    app = DrafterApp(opener, **more)
    async with app.run_test(size=size) as pilot:
        here = Sitting(app, pilot)
        while opener and not here.opened:
            await pilot.pause()
        await here.settle()
        yield here
