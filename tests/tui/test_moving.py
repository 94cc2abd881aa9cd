"""Moving over the draft."""

from tests.tui.sitting import sitting


async def test_the_cursor_goes_from_paragraph_to_paragraph(opener, size):
    async with sitting(opener, size) as here:
        assert here.cursor == "resolution/title"
        await here.press("j", "down")
        assert here.cursor == "resolution/pp1"
        await here.press("k")
        assert here.cursor == "resolution/enacting"


async def test_first_and_last(opener, size):
    async with sitting(opener, size) as here:
        await here.press("G")
        assert here.cursor == "n2"
        await here.press("g")
        assert here.cursor == "resolution/title"
        await here.press("end", "home")
        assert here.cursor == "resolution/title"


async def test_screenfuls(opener, size):
    async with sitting(opener, size) as here:
        await here.press("pagedown")
        down = here.cursor
        assert down != "resolution/title"
        await here.press("pageup", "pageup")
        assert here.cursor == "resolution/title"


async def test_headings_that_are_derived_are_passed_over(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op3")
        await here.press("j")
        assert here.cursor == "resolution/annex-1/title"


async def test_to_the_next_paragraph_that_is_not_verbatim(opener, size):
    async with sitting(opener, size) as here:
        await here.press("]")
        assert here.cursor == "resolution/pp1"
        await here.press("]", "[")
        assert here.cursor == "resolution/pp1"


async def test_full_width_keys_of_an_input_method_work_as_well(opener, size):
    async with sitting(opener, size) as here:
        await here.press("】")
        assert here.cursor == "resolution/pp1"
        await here.press("／")
        assert here.app.focused.id == "query"


async def test_a_click_moves_the_cursor_and_two_clicks_write(opener, size):
    async with sitting(opener, size) as here:
        page = here.room.page
        row = page._tops[3]
        await here.pilot.click("#document", offset=(12, row + (size[1] >= 28)))
        await here.settle()
        assert here.cursor == "resolution/pp1"
        await here.pilot.click("#document", offset=(12, row + (size[1] >= 28)), times=2)
        await here.settle()
        assert here.room.state.value == "writing"
