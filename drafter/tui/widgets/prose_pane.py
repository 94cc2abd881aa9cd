"""Paragraphs of styled words in a narrow pane: the precedent card, the help."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.geometry import Size
from textual.strip import Strip

from drafter.tui.prose import Line, Prose, Run, wrapped
from drafter.tui.widgets.inked import InkedView


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: `lead` stands before its first line, the rest hangs under the words."""

    words: Prose
    lead: str = ""
    spaced: bool = False


class ProsePane(InkedView):
    """Shows blocks, wrapped to its width."""

    BINDINGS = [
        Binding("down,j", "scroll_down", show=False),
        Binding("up,k", "scroll_up", show=False),
        Binding("pagedown,space", "page_down", show=False),
        Binding("pageup,b", "page_up", show=False),
        Binding("home,g", "scroll_home", show=False),
        Binding("end,G", "scroll_end", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's word
        super().__init__(id=id)
        self._blocks: tuple[Block, ...] = ()
        self._lines: tuple[Line, ...] = ()

    def show(self, blocks: tuple[Block, ...]) -> None:
        """Show these blocks from their beginning."""
        if blocks != self._blocks:
            self._blocks = blocks
            self._lay_out()
            self.scroll_to(y=0, animate=False, immediate=True)

    @property
    def text(self) -> str:
        """What is shown, line by line."""
        return "\n".join("".join(run.text for run in line) for line in self._lines)

    def render_line(self, y: int) -> Strip:
        """One visible row."""
        columns = self.scrollable_content_region.width
        row = y + self.scroll_offset.y
        return self.strip(self._lines[row] if row < len(self._lines) else (), columns)

    def fit(self) -> None:
        """Wrap anew for another width."""
        self._lay_out()

    def _lay_out(self) -> None:
        columns = self.scrollable_content_region.width
        if columns < 4:
            return
        self._lines = tuple(line for block in self._blocks for line in _lines(block, columns))
        self.virtual_size = Size(columns, len(self._lines))
        self.refresh()


def _lines(block: Block, columns: int) -> tuple[Line, ...]:
    hang = len(block.lead)
    body = wrapped(block.words, columns - hang - 1)
    indented = tuple(
        (Run(block.lead if i == 0 else " " * hang), *line) for i, line in enumerate(body)
    )
    return ((), *indented) if block.spaced else indented
