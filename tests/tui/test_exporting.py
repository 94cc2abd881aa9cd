"""Export and preview: what is asked, what is missing, the first page, and the page in a browser."""

import stat
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.messages import set_language
from drafter.model.text import Text
from drafter.model.tree import DocumentType
from drafter.tui.present.places import typed_path
from drafter.tui.widgets.prose_pane import ProsePane
from drafter.workspace import previewing, saving
from drafter.workspace.amending import TYPES
from drafter.workspace.native import native_bytes
from drafter.workspace.recovery import recoverable
from drafter.workspace.rendering import Rendered, other_types
from drafter.workspace.session import Session
from drafter.workspace.starting import on_base
from tests.tui.sitting import sitting
from tests.writers.life import draft


async def to(here, name):
    """Tab to a field of the form."""
    while here.app.focused.id != name:
        await here.press("tab")


async def ask_for(here, path):
    """Open the form and type where to."""
    await here.press("x", "ctrl+u")
    await here.type(str(path))


async def only(here, name):
    """Another format in place of the one that is chosen at first."""
    for each in ("docx", name):
        await to(here, f"format-{each}")
        await here.press("space")


def page(here):
    return here.app.screen.query_one("#page", ProsePane).text


async def test_the_first_page_is_shown_as_it_will_print(opener, size):
    async with sitting(opener, size) as here:
        await here.press("x")
        assert "联合国" in page(here)
        assert "A/C.2/81/L.__" in page(here)
        await to(here, "page")
        await here.press("end")
        assert here.app.screen.query_one("#page").scroll_offset.y > 0


async def test_what_is_missing_is_listed_before_anything_is_written(opener, size):
    async with sitting(opener, size) as here:
        await here.press("x")
        assert "missing" in here.screen


async def test_another_type_is_another_page(opener, tmp_path, size):
    async with sitting(opener, size) as here:
        await ask_for(here, tmp_path / "out.txt")
        await only(here, "txt")
        await to(here, "as")
        before = page(here)
        await here.press("right")
        assert page(here) != before
        await here.press("ctrl+s")
        assert "订正" in (tmp_path / "out.txt").read_text(encoding="utf-8")


def based_draft():
    """A draft with another title than its base."""
    made = on_base(DocumentType.DRAFT_RESOLUTION, draft("en"))
    title, *rest = made.root.blocks
    return replace(made, root=replace(made.root, blocks=(renamed(title, "Glaciers"), *rest)))


def renamed(paragraph, words):
    return replace(paragraph, text=Text.of(words))


def test_amendments_are_offered_for_a_draft_on_a_base_and_a_report_only_of_a_report():
    alone, based = other_types(draft("en")), other_types(based_draft())
    assert {*based} - {*alone} == TYPES
    assert not {DocumentType.COMMITTEE_REPORT, DocumentType.DRAFT_RESOLUTION} & {*based}


async def test_amendments_to_the_base_are_exported(tmp_path, library, size):
    file, out = tmp_path / "based.draft.yaml", tmp_path / "out.txt"
    file.write_bytes(native_bytes(based_draft()))

    def opener(read_only):
        return Session.open(file, library=library, read_only=read_only)

    async with sitting(opener, size) as here:
        await ask_for(here, out)
        await only(here, "txt")
        await to(here, "as")
        while here.app.focused.value != DocumentType.AMENDMENTS.value:
            await here.press("right")
        await here.press("ctrl+s")
    written = " ".join(out.read_text(encoding="utf-8").split())
    assert "amendment to draft resolution A/C.2/81/L.24" in written
    assert "Glaciers" in written


async def test_a_draft_has_its_watermark(opener, tmp_path, size):
    async with sitting(opener, size) as here:
        await ask_for(here, tmp_path / "out.html")
        await only(here, "html")
        await to(here, "stage")
        await here.press("right")
        assert "草稿" in page(here)
        await here.press("ctrl+s")
        assert "草稿" in (tmp_path / "out.html").read_text(encoding="utf-8")


async def test_a_text_that_is_not_final_is_not_written_as_one(opener, tmp_path, size):
    async with sitting(opener, size) as here:
        await ask_for(here, tmp_path / "out")
        await to(here, "stage")
        await here.press("right", "right")
        assert "Not final yet" in here.screen
        assert "⚑" in page(here)
        await here.press("ctrl+s")
        assert "Not written" in here.said
        assert list(tmp_path.glob("out*")) == []


async def test_a_folder_that_is_missing_is_made_when_asked_and_nothing_typed_is_lost(
    opener, tmp_path, size
):
    target = tmp_path / "new" / "deep" / "A_C.2_81_L.24"
    async with sitting(opener, size) as here:
        await ask_for(here, target)
        await here.press("enter")
        assert "There is no such folder" in here.said
        await here.press("b")
        assert here.app.screen.query_one("#target").value == str(target)
        assert not target.parent.parent.exists()
        await here.press("enter", "m")
        assert "Written" in here.bar("provenance")
    assert [each.name for each in target.parent.iterdir()] == ["A_C.2_81_L.24.docx"]


@pytest.mark.parametrize("refusal", [
    OSError(28, "No space left on device"), PermissionError(13, "Permission denied"),
])  # fmt: skip
async def test_a_disk_that_takes_nothing_leaves_the_form_as_it_was_typed(
    opener, tmp_path, monkeypatch, refusal
):
    def refused(path, data):
        raise refusal

    async with sitting(opener) as here:
        monkeypatch.setattr(saving, "write_atomically", refused)
        await ask_for(here, tmp_path / "out")
        await here.press("enter")
        assert refusal.strerror in here.said
        assert here.app.screen.query_one("#target").value == str(tmp_path / "out")
        await here.press("ctrl+u")
        await here.type(str(tmp_path / "migration.draft.yaml" / "out"))
        await here.press("enter")
        assert "There is no such folder." in here.said


async def test_what_is_there_is_overwritten_only_when_told_so(opener, tmp_path):
    there = tmp_path / "out.docx"
    there.write_bytes(b"theirs")
    async with sitting(opener) as here:
        await ask_for(here, tmp_path / "out")
        await here.press("enter", "k")
        assert there.read_bytes() == b"theirs"
        await here.press("enter", "o")
        assert "Written" in here.bar("provenance")
    assert there.read_bytes() != b"theirs"


async def test_several_formats_go_into_a_folder_without_an_ending(opener, tmp_path):
    async with sitting(opener, (120, 40)) as here:
        await ask_for(here, tmp_path / "out.docx")
        await to(here, "format-txt")
        await here.press("space", "enter")
        assert "migration.docx, migration.txt" in here.bar("provenance")
    assert {each.name for each in (tmp_path / "out").iterdir()} == {
        "migration.docx", "migration.txt",
    }  # fmt: skip


async def test_what_a_file_cannot_hold_is_told_after_it_was_written(opener, tmp_path, monkeypatch):
    def rendered(session, formats, asked):
        return Rendered((("docx", b""),), ("Another font serves.",))

    async with sitting(opener) as here:
        monkeypatch.setattr(Session, "rendered", rendered)
        await here.press("x", "enter")
        assert "⚑ Another font serves." in here.screen


@pytest.fixture
def slowly(monkeypatch):
    """Files are made once this is set."""
    gate, make = threading.Event(), Session.rendered

    def rendered(session, formats, asked):
        gate.wait()
        return make(session, formats, asked)

    monkeypatch.setattr(Session, "rendered", rendered)
    yield gate
    gate.set()


async def test_while_files_are_made_the_form_says_so_and_esc_stops_it(opener, tmp_path, slowly):
    out = tmp_path / "out.docx"
    async with sitting(opener) as here:
        await ask_for(here, out)
        await here.pilot.press("enter", "enter", "down")
        assert "Making the files" in here.screen
        assert here.app.focused.id == "format-akn"
        await here.pilot.press("escape")
        assert "nothing was written" in here.said
        slowly.set()
        await here.settle()
        assert not out.exists()
        assert here.app.screen.query_one("#target").value == str(out)
        await here.press("ctrl+s")
        assert "Written" in here.bar("provenance")
    assert out.exists()


async def test_leaving_while_files_are_made_writes_none_and_keeps_the_draft(
    opener, tmp_path, slowly
):
    out = tmp_path / "out.docx"
    async with sitting(opener) as here:
        session = here.session
        session.delete("resolution/op3")
        await ask_for(here, out)
        await here.pilot.press("enter", "ctrl+q")
        slowly.set()
    session.close()
    assert not out.exists()
    assert [each.edits for each in recoverable()] == [1]


async def test_the_arrows_go_through_the_fields(opener):
    async with sitting(opener) as here:
        await here.press("x", "down")
        assert here.app.focused.id.startswith("format-")
        await here.press("up")
        assert here.app.focused.id == "target"
        await here.press("escape", "m", "down")
        assert here.app.focused.id == "field-session"


@pytest.mark.parametrize("words", ["~nobody-of-that-name/x", ".docx", "."])
def test_a_path_is_taken_as_it_was_typed(words):
    assert typed_path(words) == Path(words)


async def test_every_field_is_in_sight_in_chinese_too(opener, size):
    set_language("zh")
    try:
        async with sitting(opener, size) as here:
            await here.press("x")
            for words in ("文件；多种格式时为文件夹", "Word", "纯文本", "印作", "阶段", "第一页"):
                assert words in here.screen
    finally:
        set_language("en")


@pytest.fixture
def pages(monkeypatch):
    """The addresses that a browser was asked for."""
    asked = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(
        previewing.webbrowser, "open", lambda address: asked.append(address) or True
    )
    return asked


async def test_the_page_opens_in_the_browser_from_a_private_file(opener, size, pages):
    async with sitting(opener, size) as here:
        await here.press("P")
        assert "In the browser" in here.bar("provenance")
    (address,) = pages
    assert address.startswith("file://")
    file = previewing.cache_folder() / "preview" / "preview.html"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "国际移民" in file.read_text(encoding="utf-8")


async def test_without_windows_no_browser_draws_over_the_room(opener, size, pages, monkeypatch):
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("BROWSER", "lynx")
    async with sitting(opener, size) as here:
        await here.press("P")
        assert "No browser was found" in here.bar("provenance")
    assert pages == []
