"""What is seen: marks without colour, hostile text, narrow and wide screens."""

from dataclasses import replace

import pytest

from drafter.model.text import Text
from drafter.model.tree import Document, DocumentType, Kind, Paragraph, Part, PartKind
from drafter.workspace.native import native_bytes
from drafter.workspace.session import Session
from tests.tui.sample_texts import draft_document, opened
from tests.tui.sitting import sitting


async def test_every_mark_is_readable_without_colour(opener, size, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with sitting(opener, size) as here:
        assert here.app.no_color
        await here.go_to("resolution/op1")
        await here.press("/")
        await here.type("共有问题")
        await here.press("enter", "e", "ctrl+home", "delete", "delete")
        await here.type("敦促")
        await here.press("escape", "p")
        seen = here.screen
        assert "▌≈" in seen, "cursor and margin mark"
        assert "[－鼓励]" in seen
        assert "[＋敦促]" in seen
        assert "▲" in seen, "the severity of the change"
        assert " + " in seen, "not found in this library"
        assert here.bar("provenance").count("%") == 3
        assert "READING" in here.bar("footer")


async def test_choices_are_readable_without_colour(opener, size, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with sitting(opener, size) as here:
        await here.press("x")
        assert "[x]" in here.screen
        assert "[ ]" in here.screen
        await here.press("escape", "o")
        assert "▌" in here.screen


async def test_terminal_escapes_in_a_draft_are_shown_and_not_obeyed(library, size):
    hostile = "请\x1b[31m秘书长\x07提交\u202e报告。"
    document = draft_document()
    body = tuple(
        replace(block, text=Text.of(hostile)) if block.id == "resolution/op3" else block
        for block in document.root.blocks
        if isinstance(block, Paragraph)
    )
    hostile_document = replace(document, root=replace(document.root, blocks=body))
    from drafter.workspace.store import Store

    def opened_it(read_only):
        return Session(hostile_document, Store.for_new(None), library=library)

    async with sitting(opened_it, size) as here:
        await here.go_to("resolution/op3")
        await here.press("p")
        assert "\x1b" not in here.screen
        assert "\x07" not in here.screen
        assert "\u202e" not in here.screen
        assert "␛[31m" in here.screen


async def test_control_c_says_in_our_words_how_to_leave(opener, size):
    async with sitting(opener, size) as here:
        await here.press("ctrl+c")
        assert [each.message for each in here.app._notifications] == [
            "Ctrl+C does not leave: q does. Esc first closes what is open."
        ]
        assert here.room.ready


async def test_a_wide_page_has_outline_and_precedents_beside_it(opener):
    async with sitting(opener, (120, 40)) as here:
        assert here.room.query_one("#outline").display
        assert here.room.query_one("#side").display


async def test_on_a_narrow_page_the_panes_slide_in_and_out(opener):
    async with sitting(opener, (80, 24)) as here:
        assert not here.room.query_one("#outline").display
        assert not here.room.query_one("#side").display
        await here.press("p")
        assert here.room.query_one("#side").display
        await here.press("escape")
        assert not here.room.query_one("#side").display


async def test_the_screen_may_change_its_size(opener):
    async with sitting(opener, (80, 24)) as here:
        await here.go_to("resolution/op3")
        await here.pilot.resize_terminal(130, 45)
        await here.settle()
        assert here.room.query_one("#outline").display
        assert here.cursor == "resolution/op3"
        await here.pilot.resize_terminal(60, 16)
        await here.settle()
        assert "请秘书长提交报告" in here.screen


@pytest.fixture
def long_draft(tmp_path, library):
    # no two alike: each pair of a thousand that are would be a finding
    words = ("".join(chr(0x4E00 + 20 * n + i) for i in range(20)) for n in range(1000))
    body = tuple(
        Paragraph(f"resolution/op{n}", Kind.OPERATIVE, opened("鼓励", f"鼓励会员国{each}；"))
        for n, each in enumerate(words, 1)
    )
    document = Document(DocumentType.DRAFT_RESOLUTION, "zh", Part(PartKind.RESOLUTION, body))
    path = tmp_path / "long.draft.yaml"
    path.write_bytes(native_bytes(document))
    return lambda read_only: Session.open(path, library=library)


async def test_a_thousand_paragraphs_are_gone_through(long_draft, size):
    async with sitting(long_draft, size) as here:
        await here.press("G")
        assert here.cursor == "resolution/op1000"
        assert "1000." in here.screen
        await here.press("g")
        assert here.cursor == "resolution/op1"
