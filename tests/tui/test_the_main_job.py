"""The main job of a negotiator, from the library to a Word file, with a crash in the middle."""

from tests.tui.sample_texts import SHARED_ISSUE
from tests.tui.sitting import sitting
from tests.tui.test_filing import kill

SENTENCE = "Opening verb stronger: 鼓励 → 敦促"


async def test_search_insert_change_read_save_die_recover_export(
    opener, draft_file, tmp_path, size
):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/pp1")
        await here.press("/")
        await here.type("汇款")
        await here.press("enter")
        remittances = here.text_of(here.cursor)
        assert "汇款" in remittances

        await here.go_to("resolution/op1")
        await here.press("/", "ctrl+u")
        await here.type("共有问题")
        await here.press("enter")
        inserted = here.cursor
        assert here.text_of(inserted) == SHARED_ISSUE
        origin = here.session.document.paragraph(inserted).origins[0]
        assert (origin.symbol, origin.place) == ("A/79/439/Add.2", "op16")

        await here.press("enter", "ctrl+home", "delete", "delete")
        await here.type("敦促")
        await here.press("escape", "p")
        assert SENTENCE in here.card

        await here.press("s")
        await here.press("enter", "ctrl+end", "backspace")
        await here.type("，并分享经验；")
        kill(here.session)

    saved = draft_file.read_text(encoding="utf-8")
    assert "敦促" in saved
    assert "分享经验" not in saved

    async with sitting(opener, size) as here:
        await here.press("r")
        assert here.text_of(inserted).startswith("敦促会员国")
        assert here.text_of(inserted).endswith("，并分享经验；")
        await here.press("x", "ctrl+u")
        await here.type(str(tmp_path / "draft.docx"))
        await here.press("enter")
    assert (tmp_path / "draft.docx").read_bytes().startswith(b"PK")
