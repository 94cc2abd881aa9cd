"""Private folders, a small library and a draft on it, and a way to sit in the room."""

import pytest

from drafter.library import import_document
from drafter.messages import set_language
from drafter.workspace.libraries import LibraryProvider
from drafter.workspace.native import native_bytes
from drafter.workspace.session import Session
from tests.tui.sample_texts import draft_document, library_document, library_source


@pytest.fixture(autouse=True)
def private_folders(tmp_path, monkeypatch):
    for name in ("STATE", "CONFIG"):
        monkeypatch.setenv(f"DRAFTER_{name}", str(tmp_path / name.lower()))
    monkeypatch.chdir(tmp_path)
    set_language("en")


@pytest.fixture(params=[(80, 24), (120, 40)], ids=["80x24", "120x40"])
def size(request):
    return request.param


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "clauses"
    import_document(library_document(), library_source(), folder)
    return LibraryProvider([folder], tmp_path / "cache")


@pytest.fixture
def draft_file(tmp_path):
    path = tmp_path / "migration.draft.yaml"
    path.write_bytes(native_bytes(draft_document()))
    return path


@pytest.fixture
def opener(draft_file, library):
    def opened(read_only):
        return Session.open(draft_file, library=library, read_only=read_only)

    return opened
