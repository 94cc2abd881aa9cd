"""The application: themes, keys, the first screen. Only wiring."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from textual.app import App
from textual.command import CommandPalette, Provider
from textual.screen import Screen

from drafter.messages import say
from drafter.tui import opening
from drafter.tui.keymap import keymap, shown
from drafter.tui.opening import Opener
from drafter.tui.screens.front import FrontScreen
from drafter.tui.theme import NIGHT, OWN_VARIABLES, THEMES


def action_provider() -> type[Provider]:
    """The palette's source; imported when the palette is first opened."""
    from drafter.tui.palette import ActionProvider

    return ActionProvider


class DrafterApp(App[int]):
    """The drafting room on one draft, or the start screen."""

    CSS_PATH = "room.tcss"
    COMMANDS = {action_provider}
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "f24"  # the table gives the palette its keys
    TITLE = "drafter"

    def __init__(
        self,
        opener: Opener | None = None,
        *,
        keys: Mapping[str, str] | None = None,
        look: str = "",
        events: Path | None = None,
    ) -> None:
        """`keys` are the user's own (action id → "key,key"), `look` the name of a theme, `events`
        a file of a report's events to edit in place of a draft."""
        super().__init__()
        self.keys, self._refused = keymap(keys or {})
        self._opener = opener
        self._events = events
        for theme in THEMES:
            self.register_theme(theme)
        wanted = f"drafter-{look}" if f"drafter-{look}" in self.available_themes else look
        self.theme = wanted if wanted in self.available_themes else NIGHT.name

    def get_default_screen(self) -> Screen[None]:
        """The room if there is something to open, else the start screen."""
        if self._events is not None:
            from drafter.tui.screens.events import EventsScreen

            return EventsScreen(self._events)
        if self._opener is not None:
            return FrontScreen(self.keys, self._opener)
        from drafter.tui.screens.start import StartScreen

        return StartScreen(self.keys)

    def on_mount(self) -> None:
        """Put the user's keys in force."""
        self.set_keymap(self.keys.own)
        for refusal in self._refused:
            words = say(refusal.message, action=refusal.action, key=refusal.key)
            self.notify(words, severity="warning", markup=False)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for themes that are not ours."""
        return OWN_VARIABLES

    def action_help_quit(self) -> None:
        """Ctrl+C ends nothing here; say what does."""
        key = shown(self.keys.of("leave").keys[0])
        self.notify(say("tui.how-to-leave", key=key), markup=False)

    def action_command_palette(self) -> None:
        """Show the palette with a prompt in the interface language."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=say("tui.palette-placeholder")))


def run(path: Path | None, *, example: bool = False) -> int:
    """Run the room; returns the exit code of the program.

    Raises `InvalidYaml` if the user's settings, or the events of a report, cannot be read.
    """
    from drafter.workspace.config import settings
    from drafter.workspace.native import is_events

    own = settings()
    if path and is_events(path):
        from drafter.workspace.event_sheet import EventSheet

        EventSheet.open(path)  # what cannot be read is told before the terminal is taken over
        return DrafterApp(events=path, keys=dict(own.keys), look=own.theme).run() or 0
    opener = opening.file(path) if path else opening.example() if example else None
    return DrafterApp(opener, keys=dict(own.keys), look=own.theme).run() or 0
