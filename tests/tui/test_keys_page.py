"""`docs/keys.md` is made from the action table and never out of date."""

from pathlib import Path

from drafter.messages import set_language
from drafter.tui.keysdoc import page

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_fresh():
    set_language("en")
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == page(), "run: make docs"
