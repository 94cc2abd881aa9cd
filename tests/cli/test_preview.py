"""`drafter preview`: the page in the browser, from a private file."""

import stat
from pathlib import Path

import pytest

from drafter.workspace import previewing
from drafter.writers.formats.native import file_of
from tests.writers import life


@pytest.fixture
def draft(tmp_path, monkeypatch):
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "fr.draft.yaml"
    path.write_bytes(file_of(life.draft("fr")))
    return path


@pytest.fixture
def pages(monkeypatch):
    asked = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(
        previewing.webbrowser, "open", lambda address: asked.append(address) or True
    )
    return asked


def test_the_page_is_private_and_opened_by_its_path(drafter, draft, pages):
    ran = drafter("preview", str(draft))
    assert ran.code == 0
    path = Path(ran.out.strip())
    assert pages == [path.as_uri()]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_next_page_takes_the_place_of_the_last(drafter, draft, pages):
    first = drafter("preview", str(draft), "--no-open")
    second = drafter("preview", str(draft), "--as", "resolution", "--draft", "--no-open")
    assert first.out == second.out
    path = Path(second.out.strip())
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert 'class="un-document resolution"' in path.read_text(encoding="utf-8")
    assert "PROJET" in path.read_text(encoding="utf-8")
    assert pages == []


def test_where_no_browser_is_the_path_is_told(drafter, draft, pages, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(previewing.sys, "platform", "linux")
    ran = drafter("preview", str(draft))
    assert ran.code == 0
    assert "No browser was found" in ran.err
    assert Path(ran.out.strip()).is_file()


def test_a_file_that_stands_in_the_way_is_replaced_not_followed(drafter, draft, tmp_path):
    folder = tmp_path / "cache" / "preview"
    folder.mkdir(parents=True)
    other = tmp_path / "other.txt"
    other.write_text("mine", encoding="utf-8")
    (folder / "preview.html").symlink_to(other)
    assert drafter("preview", str(draft), "--no-open").code == 0
    assert other.read_text(encoding="utf-8") == "mine"
