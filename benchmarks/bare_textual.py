"""The peer of `bench_start.py`: a bare Textual app with the widgets of the drafting room only:
three list panes, two prose panes, a page, a text area, an input, four one-line bars."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Static, TextArea

PAGE = "\n\n".join(
    ["大会，", *("鼓励会员国将移民作为一个共有问题纳入国家发展计划；" * 4 for _ in range(27))]
)


class BareApp(App[None]):
    """Shows the frame and the page at once."""

    CSS = """
    .bar { height: 1; }
    #outline, #side { width: 25%; }
    #writing, #hits, #findings { display: none; }
    """

    def compose(self) -> ComposeResult:
        yield Static("heading", classes="bar")
        with Horizontal():
            yield VerticalScroll(Static("outline"), id="outline")
            with Vertical():
                yield VerticalScroll(Static(PAGE))
                with Vertical(id="writing"):
                    yield TextArea("")
                    yield VerticalScroll(Static(""))
            with Vertical(id="side"):
                yield Static("title", classes="bar")
                yield Input()
                yield VerticalScroll(Static(""), id="hits")
                yield VerticalScroll(Static(""), id="findings")
                yield VerticalScroll(Static("card"))
        yield Static("provenance", classes="bar")
        yield Static("READING", classes="bar")


if __name__ == "__main__":
    BareApp().run()
