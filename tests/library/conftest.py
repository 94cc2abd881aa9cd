import pytest

from drafter.library import Library
from tests.library.samples import two_texts


@pytest.fixture
def folder(tmp_path):
    where = tmp_path / "clauses"
    two_texts(where)
    return where


@pytest.fixture
def library(folder):
    return Library.open([folder])


@pytest.fixture
def rewrite():
    """Change words in a file."""

    def change(path, old, new):
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change
