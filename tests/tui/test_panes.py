"""Panes lay out their words for the width they have, however they come by it."""

from textual.app import App

from drafter.tui.prose import Run
from drafter.tui.widgets.prose_pane import Block, ProsePane


class OnePane(App):
    CSS = "#pane { display: none; }"

    def compose(self):
        yield ProsePane(id="pane")


async def test_a_pane_whose_place_was_asked_for_before_the_layout_is_not_blank():
    app = OnePane()
    async with app.run_test() as pilot:
        pane = app.query_one(ProsePane)
        pane.show((Block((Run("not found in this library"),)),))
        assert pane.text == ""
        pane.styles.display = "block"
        app.screen._compositor._full_map_invalidated = True  # as scrolling leaves it
        assert pane.region.width == app.size.width
        while app.screen._layout_required:
            await pilot.pause()
        await pilot.pause()
        assert pane.text == "not found in this library"
