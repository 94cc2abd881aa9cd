"""Private folders for every test, and a small Chinese draft to work on."""

import pytest

from tests.workspace.drafts import small_draft


@pytest.fixture(autouse=True)
def private_folders(tmp_path, monkeypatch):
    for name in ("STATE", "CONFIG"):
        monkeypatch.setenv(f"DRAFTER_{name}", str(tmp_path / name.lower()))


@pytest.fixture
def draft():
    return small_draft()


@pytest.fixture
def draft_file(tmp_path, draft):
    from drafter.workspace.native import native_bytes

    path = tmp_path / "migration.draft.yaml"
    path.write_bytes(native_bytes(draft))
    return path


@pytest.fixture
def symlinks(tmp_path):
    """Skips the test where the system makes no links."""
    try:
        (tmp_path / "link").symlink_to(tmp_path / "target")
    except OSError:
        pytest.skip("this system makes no links")
    (tmp_path / "link").unlink()
