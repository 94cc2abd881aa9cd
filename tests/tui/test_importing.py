"""Importing text in the room: what was read is seen, corrected and entered, by keys alone."""

from pathlib import Path

import pytest

from drafter.messages import say, set_language
from drafter.model.tree import Kind
from drafter.tui.prose import prose, wrapped
from drafter.tui.screens.importing.review import ReviewScreen
from drafter.tui.screens.importing.source import PasteArea, SourceDialog, entries, fit_lines
from drafter.tui.screens.room.room import RoomScreen
from drafter.tui.widgets.prose_pane import ProsePane
from drafter.workspace.recovery import recoverable
from tests.tui.sitting import sitting

SEED = sorted((Path(__file__).parents[1] / "data" / "seeds").glob("001*.txt"))[0]
TEXT = """A/C.2/81/L.9
第八十一届会议
第二委员会
大会主席提交的决议草案
渔业统计
大会，
回顾其关于渔业统计的各项决议，
还回顾其关于海洋的决议，
1. 请秘书长向大会提交关于渔业统计的报告； 2. 敦促会员国合作；
4. 鼓励会员国：
(a) 加强渔业统计方面的合作；
(b) 分享这方面的经验；
5. 决定继续处理此案。
"""


@pytest.fixture(params=["en", "zh"])
def interface(request):
    set_language(request.param)
    yield request.param
    set_language("en")


def screen(here):
    return next(s for s in here.app.screen_stack if isinstance(s, ReviewScreen))


def review(here):
    return screen(here).review


def element(here, words):
    return next(p.id for _, p in review(here).document.walk() if words in p.text.plain())


async def at(here, words):
    screen(here).page.move_to(element(here, words))
    await here.settle()


async def pasted(here, text):
    await here.press("I", "tab")
    await here.paste(text)
    await here.press("ctrl+s")


async def read_file(here, path):
    await here.press("I", "ctrl+u")
    await here.type(str(path))
    await here.press("enter")


async def test_a_pasted_text_is_corrected_entered_and_found(opener, tmp_path, size, interface):
    async with sitting(opener, size) as here:
        await pasted(here, SEED.read_text(encoding="utf-8"))
        count = len(review(here).view.elements)
        assert count > 70
        assert say("tui.elements", count=count) in here.bar("heading")

        await here.press("m")
        await here.type("A/79/439/Add.9")
        await here.press("tab", "right", "right", "enter")
        assert review(here).document.stage == "committee"

        await at(here, "第二委员会建议大会通过以下决议草案")
        await here.press("x")
        await at(here, "在同次会议上")
        joined = len(review(here).view.elements) - 1
        await here.press("J")
        assert len(review(here).view.elements) == joined
        assert say("tui.corrections", count=3) in here.bar("heading")

        await here.press("i", "ctrl+u")
        await here.type(str(tmp_path / "clauses"))
        await here.press("enter")
        assert isinstance(here.app.screen, RoomScreen)
        assert "A/79/439/Add.9" in here.bar("provenance")

        await here.press("/")
        await here.type("汇款流动")
        found = {hit.clause.symbol for hit in here.room.hits}
        assert "A/79/439/Add.9" in found
    assert recoverable() == ()


async def test_a_file_is_chosen_while_its_path_is_typed(opener, tmp_path, size):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "渔业.txt").write_text(TEXT, encoding="utf-8")
    async with sitting(opener, size) as here:
        await here.press("I", "ctrl+u")
        await here.type(f"{tmp_path}/te")
        await here.press("enter")
        assert "渔业.txt" in here.screen
        await here.press("enter")
        assert "渔业.txt" in here.bar("heading")
        assert say("tui.uncertain", count=2) in here.bar("heading")


@pytest.mark.parametrize("name", ["nowhere.txt", "noise.bin", "."])
async def test_a_file_that_cannot_be_read_is_told_and_can_be_named_anew(
    opener, tmp_path, size, interface, name
):
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    async with sitting(opener, size) as here:
        await here.press("I", "ctrl+u")
        await here.type(str(tmp_path / name) if name != "." else "/dev/null/x")
        await here.press("enter")
        assert isinstance(here.app.screen, SourceDialog)
        assert "⚑" in here.screen
        await here.press("ctrl+u")
        await here.type(str(tmp_path / "good.txt"))
        await here.press("enter")
        assert isinstance(here.app.screen, ReviewScreen)


async def test_nothing_is_imported_where_nothing_is_wanted(opener, size):
    async with sitting(opener, size) as here:
        await here.press("I", "escape")
        assert isinstance(here.app.screen, RoomScreen)
        await pasted(here, TEXT)
        await here.press("q")
        assert isinstance(here.app.screen, RoomScreen)
    assert recoverable() == ()


async def test_corrections_are_not_thrown_away_unasked(opener, size):
    async with sitting(opener, size) as here:
        await pasted(here, TEXT)
        await at(here, "还回顾")
        await here.press("o", "q")
        assert say("tui.give-up-title") in here.screen
        await here.press("b")
        assert review(here).corrections == 1
        await here.press("q", "k")
        assert isinstance(here.app.screen, RoomScreen)
    (left,) = recoverable()
    assert left.title == "渔业统计"


async def test_several_lines_pasted_where_the_path_belongs_go_to_the_text(opener, size):
    async with sitting(opener, size) as here:
        await here.press("I")
        await here.paste(TEXT)
        assert here.app.screen.query_one(PasteArea).text.strip() == TEXT.strip()
        await here.press("ctrl+s")
        assert isinstance(here.app.screen, ReviewScreen)


async def test_doubts_are_gone_through_settled_and_filtered(opener, size):
    async with sitting(opener, size) as here:
        await pasted(here, TEXT)
        await here.press("n")
        assert screen(here).page.cursor == element(here, "鼓励会员国")
        beside = " ".join(screen(here).query_one("#about", ProsePane).text.split())
        assert "operative paragraph 4 · line 10" in beside
        assert "The number is 4. where 2 is expected." in beside
        await here.press("f")
        assert "渔业统计方面的合作" not in here.screen
        await here.press("v")
        assert list(review(here).doubts) == ["masthead"]
        await here.press("escape", "n")
        assert screen(here).page.cursor == "masthead"
        await here.press("u")
        assert len(review(here).doubts) == 2


async def test_each_correction_is_one_key(opener, size):
    async with sitting(opener, size) as here:
        await pasted(here, TEXT)
        document = lambda: review(here).document  # noqa: E731  read anew each time
        for key, kind in (
            ("t", Kind.TITLE), ("h", Kind.HEADING), ("w", Kind.ENACTING), ("d", Kind.DECLARATION),
            ("x", Kind.PROSE), ("r", Kind.REPORT), ("o", Kind.OPERATIVE), ("p", Kind.PREAMBULAR),
        ):  # fmt: skip
            await at(here, "还回顾")
            await here.press(key)
            assert document().paragraph(element(here, "还回顾")).kind is kind

        await at(here, "分享这方面")
        await here.press("c")
        assert document().paragraph(element(here, "分享这方面")).kind is Kind.CONTINUATION
        await here.press("c", "<")
        assert element(here, "分享这方面") in {p.id for p in document().root.paragraphs}
        await here.press(">")
        assert element(here, "分享这方面") not in {p.id for p in document().root.paragraphs}

        await at(here, "鼓励会员国")
        await here.press("l", "ctrl+u")
        await here.type("3.")
        await here.press("enter")
        assert document().paragraph(element(here, "鼓励会员国")).label_read == "3."


async def test_a_paragraph_is_split_at_its_label(opener, size):
    async with sitting(opener, size) as here:
        await pasted(here, TEXT)
        await at(here, "请秘书长")
        await here.press("s", "enter")
        second = review(here).document.paragraph(element(here, "敦促会员国"))
        assert (second.label_read, second.text.opening) == ("2.", "敦促")
        await here.press("u")
        assert element(here, "敦促会员国") == element(here, "请秘书长")


async def test_words_are_corrected_in_place(opener, size):
    async with sitting(opener, size) as here:
        await pasted(here, TEXT)
        await at(here, "还回顾")
        await here.press("e", "ctrl+end", "backspace")
        await here.type("；")
        await here.press("escape")
        assert element(here, "海洋的决议；")


async def test_what_is_no_text_is_taken_out_and_put_back(opener, size):
    async with sitting(opener, size) as here:
        await pasted(here, TEXT)
        await at(here, "还回顾")
        await here.press("X")
        assert "还回顾" not in here.screen
        assert screen(here).page.cursor == element(here, "请秘书长")
        await here.press("R")
        assert "还回顾其关于海洋的决议" in here.screen
        await here.press("enter")
        ids = [p.id for _, p in review(here).document.walk()]
        after = ids.index(element(here, "请秘书长")) + 1
        assert ids[after] == element(here, "还回顾")
        assert review(here).removed == ()


async def test_a_part_begins_and_is_none_again(opener, size):
    async with sitting(opener, size) as here:
        await pasted(here, TEXT)
        await at(here, "决定继续")
        await here.press("P", "d")
        assert [path for path, _ in review(here).document.parts()][1:] == ["resolution/declaration"]
        await here.press("P", "n")
        assert len([*review(here).document.parts()]) == 1


async def test_without_symbol_the_library_asks_for_it(opener, size, interface):
    async with sitting(opener, size) as here:
        await pasted(here, TEXT.partition("\n")[2])
        await here.press("i")
        assert say("tui.field-symbol") in here.screen
        await here.type("A/C.2/81/L.10")
        await here.press("enter")
        assert review(here).document.stage == "draft"
        assert say("tui.by-symbol") in here.bar("facts-1")


async def test_a_file_edited_by_hand_is_shown_beside_ours(opener, tmp_path, size):
    folder = tmp_path / "own"
    async with sitting(opener, size) as here:
        for _ in range(2):
            await pasted(here, TEXT)
            await here.press("i", "ctrl+u")
            await here.type(str(folder))
            await here.press("enter")
            if not list(folder.rglob("*-edited")):
                (path,) = folder.rglob("*.yaml")
                words = path.read_text(encoding="utf-8")
                path.write_text(words.replace("继续处理此案", "继续审议此事"), encoding="utf-8")
                path.with_name("was-edited").touch()
        assert "继续审议此事" in here.screen
        assert "继续处理此案" in here.screen
        await here.press("k")
        assert isinstance(here.app.screen, ReviewScreen)
        assert "继续审议此事" in path.read_text(encoding="utf-8")
        await here.press("i", "ctrl+u")
        await here.type(str(folder))
        await here.press("enter", "o")
        assert isinstance(here.app.screen, RoomScreen)
        assert say("tui.not-searched") in here.room.notice
        assert "继续处理此案" in path.read_text(encoding="utf-8")


async def test_the_text_opens_as_a_draft_over_the_one_that_was_open(opener, tmp_path, size):
    async with sitting(opener, size) as here:
        await pasted(here, TEXT)
        await at(here, "还回顾")
        await here.press("J", "D")
        rooms = [s for s in here.app.screen_stack if isinstance(s, RoomScreen)]
        assert len(rooms) == 2
        session = rooms[-1].session
        assert "回顾其关于渔业统计的各项决议，还回顾其关于海洋的决议，" in [
            e.text.plain() for e in session.view.elements
        ]
        await here.press("s", "ctrl+u")
        await here.type(str(tmp_path / "渔业"))
        await here.press("enter", "q")
        assert here.app.screen is rooms[0]
    assert (tmp_path / "渔业.draft.yaml").is_file()


async def test_what_a_terminal_would_obey_is_shown_and_not_obeyed(opener, tmp_path, size):
    hostile = TEXT.replace("秘书长", "秘\x1b[31m书\u202e长")
    path = tmp_path / "a\x1b[2J.txt"
    path.write_text(hostile, encoding="utf-8")
    async with sitting(opener, size) as here:
        await here.press("I", "tab")
        await here.paste(hostile)
        assert "\x1b" not in here.screen
        await here.press("ctrl+s")
        await at(here, "提交关于渔业统计")
        for sign in ("\x1b", "\u202e"):
            assert sign not in here.screen
        await here.press("e")
        assert "\x1b" not in here.screen
        await here.press("escape", "q")
        await here.press("I")
        assert "\x1b" not in here.screen
        await here.press("enter")
        assert "\x1b" not in here.screen


async def test_text_is_imported_from_the_start_screen(size, interface):
    async with sitting(None, size) as here:
        await pasted(here, TEXT)
        await here.press("i", "enter")
        assert "A/C.2/81/L.9" in here.screen


async def test_the_palette_and_the_help_know_the_keys_of_the_review(opener, size, interface):
    async with sitting(opener, size) as here:
        await pasted(here, TEXT)
        await here.press("?")
        assert say("tui.group-correct") in here.screen
        await here.press("escape", ":")
        await here.type(say("tui.key-fold"))
        await here.press("enter")
        await here.press("enter")
        assert screen(here).page.folded


async def test_three_thousand_paragraphs_are_gone_through(opener, size):
    body = "".join(f"{n}. 鼓励会员国酌情提供关于渔业统计的资料；\n" for n in range(1, 1000))
    tail = "".join(f"附件\n{n}. 统计应当可靠。\n" for n in range(1, 1001))
    async with sitting(opener, size) as here:
        await pasted(here, f"大会，\n回顾其各项决议，\n{body}\n{tail}")
        last = screen(here).page
        await here.press("G")
        assert review(here).document.paragraph(last.cursor) is not None
        await here.press("J", "u", "g", "z", "G")
        assert review(here).corrections == 0


def test_pasted_lines_stay_lines():
    assert fit_lines("a\r\nb\fc\x1b[31m\td") == "a\nb\nc␛[31m d"


def test_only_folders_and_readable_files_are_offered(tmp_path):
    for name in ("text.txt", "Text.docx", "noise.bin", ".hidden.txt"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "texts").mkdir()
    assert entries(f"{tmp_path}/") == ("Text.docx", "text.txt", "texts/")
    assert entries(f"{tmp_path}/TEXT.") == ("Text.docx", "text.txt")
    assert entries(f"{tmp_path}/.h") == (".hidden.txt",)
    assert entries(f"{tmp_path}/nowhere/x") == ()


async def test_words_are_kept_safe_while_they_are_typed(opener, size):
    async with sitting(opener, size) as here:
        await pasted(here, TEXT)
        await at(here, "还回顾")
        await here.press("e")
        await here.type("X")
        journal = review(here)._store.journal.file
        last = journal.read_text(encoding="utf-8").splitlines()[-1]
        assert '"typing": "resolution/pp2"' in last or '"typing":"resolution/pp2"' in last
        await here.press("backspace")
        last = journal.read_text(encoding="utf-8").splitlines()[-1]
        assert '"typing":""' in last.replace(": ", ":")
        await here.press("escape")
        assert review(here).corrections == 0


async def test_a_long_reason_is_seen_to_its_end(opener, tmp_path, size, interface):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n")
    async with sitting(opener, size) as here:
        await read_file(here, tmp_path / "broken.pdf")
        hint = say("reading.pdf-damaged-hint").replace(" ", "")
        rows = [row.split("│")[-2] for row in here.screen.splitlines() if row.count("│") >= 2]
        assert hint in "".join(rows).replace(" ", "")


async def test_text_that_was_not_read_is_not_thrown_away_at_the_first_key(opener, size):
    async with sitting(opener, size) as here:
        await here.press("I", "tab")
        await here.paste(TEXT)
        await here.press("escape")
        assert isinstance(here.app.screen, SourceDialog)
        assert say("tui.source-text-unread") in here.screen
        await here.press("escape")
        assert isinstance(here.app.screen, RoomScreen)


def test_a_line_of_a_million_characters_is_laid_out():
    lines = wrapped(prose("the quick brown fox " * 50_000), 60)
    assert len(lines) > 16_000
    assert "".join(run.text for line in lines[:2] for run in line).startswith("the quick")


@pytest.mark.parametrize("columns", [80, 119, 120])
async def test_no_character_is_cut_off_at_the_edge(opener, columns):
    text = TEXT.replace("渔业统计的报告", "渔业统计和海洋的报告" * 40)
    async with sitting(opener, (columns, 24)) as here:
        await pasted(here, text)
        pane = screen(here).page
        seen = [pane.render_line(y).text for y in range(pane.size.height)]
        words = "".join(line[pane.gutter_columns :].strip() for line in seen)
        assert "渔业统计和海洋的报告" * 5 in words


async def test_on_the_start_screen_the_whole_remark_is_seen(tmp_path, interface):
    async with sitting(size=(80, 24)) as here:
        await pasted(here, TEXT)
        await here.press("i", "ctrl+u")
        await here.type(str(tmp_path / "mine"))
        await here.press("enter")
        shown = " ".join(here.screen.split())
        assert "zh/ga/81/A_C.2_81_L.9.yaml" in shown
        assert "settings.yaml" in shown


async def test_what_a_library_needs_is_seen_where_it_is_asked(opener, size, interface):
    async with sitting(opener, size) as here:
        await pasted(here, TEXT.removeprefix("A/C.2/81/L.9\n"))
        await here.press("i")
        rows = [row.split("│")[-2] for row in here.screen.splitlines() if row.count("│") >= 2]
        needed = say("tui.facts-needed").replace(" ", "")
        assert needed in "".join(rows).replace(" ", "")
