"""The draft on its base: standings in the margin, three looks, what was dropped, another issue."""

from dataclasses import replace

import pytest

from drafter.messages import set_language
from drafter.model import edits
from drafter.model.text import Text
from drafter.model.tree import DocumentType
from drafter.workspace.native import native_bytes
from drafter.workspace.session import Session
from drafter.workspace.starting import on_base
from tests.tui.sample_texts import draft_document
from tests.tui.sitting import sitting

BASE = "A/C.2/81/L.7"
OP1, OP2, OP3 = "resolution/op1", "resolution/op2", "resolution/op3"


def base_document(symbol=BASE):
    document = draft_document()
    return replace(document, masthead=replace(document.masthead, symbol=symbol))


@pytest.fixture
def based(tmp_path, library):
    path = tmp_path / "based.draft.yaml"
    path.write_bytes(native_bytes(on_base(DocumentType.DRAFT_RESOLUTION, base_document())))

    def opened(read_only):
        return Session.open(path, library=library, read_only=read_only)

    return opened


async def test_the_margin_tells_how_every_paragraph_stands_against_the_base(based, size):
    async with sitting(based, size) as here:
        assert f"against base {BASE}: = 10" in here.bar("heading")
        await here.go_to(OP1)
        await here.press("d")
        await here.go_to(OP3)
        await here.press("e", "end", "left")
        await here.type("全文")
        await here.press("escape")
        assert "≈ 1 − 1" in here.bar("heading")
        assert "▌≈" in here.screen
        assert "=−" in here.screen
        assert "library" in here.bar("provenance"), "the bar is still about the library"


async def test_one_key_shows_the_base_the_redline_and_the_draft(based, size):
    async with sitting(based, size) as here:
        await here.go_to(OP3)
        await here.press("e", "end", "left")
        await here.type("全文")
        await here.press("escape")
        await here.press("b")
        assert f"BASE {BASE}" in here.bar("heading")
        assert here.cursor == f"base:{OP3}"
        await here.press("b")
        assert f"REDLINE against base {BASE}" in here.bar("heading")
        assert "[＋全文]" in here.screen
        assert here.cursor == OP3
        await here.press("b")
        assert "[＋" not in here.screen
        assert here.bar("heading").count("BASE") == 0


async def test_a_base_without_a_symbol_is_called_a_file(tmp_path, library, size):
    path = tmp_path / "file.draft.yaml"
    path.write_bytes(native_bytes(on_base(DocumentType.DRAFT_RESOLUTION, base_document(""))))
    async with sitting(lambda _: Session.open(path, library=library), size) as here:
        assert "against base (a file): =" in here.bar("heading")


async def test_the_base_cannot_be_edited(based, size):
    async with sitting(based, size) as here:
        await here.go_to(OP3)
        await here.press("b")
        before = here.session.document
        for key in ("d", "K", ">", "e", "t"):
            await here.press(key)
            assert here.session.document is before
            assert "text of the base" in here.bar("provenance")


async def test_a_paragraph_written_over_the_base_is_seen_in_the_draft(based, size):
    async with sitting(based, size) as here:
        await here.go_to(OP1)
        await here.press("b", "o", "o")
        await here.type("欢迎新的进展；")
        await here.press("escape")
        words = [text for text in here.texts() if text]
        assert words.index("欢迎新的进展；") == words.index(here.text_of(OP1)) + 1
        assert "BASE" not in here.bar("heading")


async def test_in_the_redline_the_draft_itself_is_written(based, size):
    async with sitting(based, size) as here:
        await here.go_to(OP3)
        await here.press("b", "b", "e", "end", "left")
        await here.type("全文")
        assert here.room.area.words.endswith("报告全文。")
        await here.press("escape")
        assert "[＋全文]" in here.screen
        await here.press("u")
        assert "[＋全文]" not in here.screen
        assert "REDLINE" in here.bar("heading")


async def test_what_was_dropped_stands_in_the_redline_and_comes_back_from_there(based, size):
    async with sitting(based, size) as here:
        whole = here.session.document
        await here.go_to(OP3)
        await here.press("d", "b", "b")
        assert "[－请秘书长提交报告。]" in here.screen
        await here.go_to(f"base:{OP3}")
        await here.press("enter")
        assert here.session.document == whole
        assert here.cursor == OP3
        await here.press("u")
        assert here.session.document != whole


async def test_what_was_dropped_is_listed_and_each_comes_back_with_one_key(based, size):
    async with sitting(based, size) as here:
        whole = here.session.document
        for element in (OP1, OP2):
            await here.go_to(element)
            await here.press("d")
        await here.press("D")
        assert "Dropped from the base: 2" in here.screen
        assert "operative paragraph 1" in here.screen
        await here.press("enter")
        assert "Dropped from the base: 1" in here.screen
        await here.press("enter")
        assert here.session.document.root == whole.root
        assert "Nothing of the base was dropped" in here.screen


async def test_departures_from_the_base_are_gone_to(based, size):
    async with sitting(based, size) as here:
        await here.go_to(OP2)
        await here.press("d", "g", "]")
        assert here.cursor == OP1, "after it, something was dropped"


async def test_another_issue_of_the_base_is_shown_before_it_is_taken(based, tmp_path, size):
    revised = edits.set_text(base_document(f"{BASE}/Rev.1"), OP3, Text.of("请秘书长每年提交报告。"))
    (tmp_path / "rev1.draft.yaml").write_bytes(native_bytes(revised))
    async with sitting(based, size) as here:
        before = here.session.document
        await here.press("R")
        await here.type("rev1.draft.yaml")
        await here.press("enter")
        assert f"{BASE}/Rev.1" in here.screen
        assert "follows the new base" in here.screen
        assert "Enter: put the draft on it" in here.screen
        await here.press("escape")
        assert here.session.document == before
        await here.press("R")
        await here.type("rev1.draft.yaml")
        await here.press("enter", "enter")
        assert here.text_of(OP3) == "请秘书长每年提交报告。"
        assert f"against base {BASE}/Rev.1" in here.bar("heading")
        await here.press("u")
        assert here.session.document == before


async def test_a_base_that_is_not_there_is_said(based, size):
    async with sitting(based, size) as here:
        await here.press("R")
        await here.type("A/99/1")
        await here.press("enter")
        assert "⚑" in here.bar("provenance")


async def test_without_a_base_the_keys_say_so_and_the_margin_is_about_the_library(opener, size):
    async with sitting(opener, size) as here:
        for key in ("b", "D", "R"):
            await here.press(key)
            assert "no base" in here.bar("provenance")
        assert "base" not in here.bar("heading")
        assert here.room.page.gutter_columns == 4


async def test_everything_is_said_in_chinese_too(based, size):
    set_language("zh")
    async with sitting(based, size) as here:
        await here.press("b")
        assert "【底本】" in here.bar("heading")
        await here.press("b")
        assert "【修订标记稿】" in here.bar("heading")
        await here.press("D")
        assert "底本没有段落被删去" in here.screen


async def test_right_to_left_text_stands_in_logical_order_in_the_redline(tmp_path, library, size):
    from drafter.model.tree import Document, Kind, Paragraph, Part, PartKind

    words = "تطلب إلى الأمين العام أن يقدم تقريرا"
    base = Document(
        DocumentType.DRAFT_RESOLUTION,
        "ar",
        Part(
            PartKind.RESOLUTION,
            (Paragraph(OP1, Kind.OPERATIVE, Text.of(f"{words}.")),),
        ),
        replace(draft_document().masthead, symbol=BASE),
    )
    path = tmp_path / "arabic.draft.yaml"
    path.write_bytes(native_bytes(on_base(DocumentType.DRAFT_RESOLUTION, base)))

    def opened(read_only):
        return Session.open(path, library=library, read_only=read_only)

    async with sitting(opened, size) as here:
        await here.go_to(OP1)
        await here.press("e", "end", "left")
        await here.type(" سنويا")
        await here.press("escape", "b", "b")
        seen = " ".join(here.screen.split())
        assert "[＋" in seen
        assert seen.index("تقريرا") < seen.index("سنويا")
