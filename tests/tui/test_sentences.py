"""Every sentence the room can say is there in both languages."""

import re
from pathlib import Path

import pytest

from drafter.messages import LOCALE_FOLDER
from drafter.model.findings import Severity
from drafter.model.masthead import Masthead
from drafter.model.tree import DocumentType, Kind
from drafter.tui.actions import Group, State
from drafter.tui.cells import width
from drafter.tui.present.mastheads import FIELDS, HINTED
from drafter.tui.screens.importing.correcting import PARTS
from drafter.tui.screens.importing.forms import PICKED

ROOM = Path(__file__).resolve().parents[2] / "drafter" / "tui"
_ENTRY = re.compile(r'^msgid "(tui\.[^"]+)"\nmsgstr "(.*)"$', re.M)
_FIELD = re.compile(r"\{(\w+)\}")


def _sentences(language):
    path = Path(LOCALE_FOLDER) / language / "LC_MESSAGES" / "tui.po"
    return dict(_ENTRY.findall(path.read_text(encoding="utf-8")))


def _fields(sentences):
    return {message: set(_FIELD.findall(words)) for message, words in sentences.items()}


def _used():
    for path in ROOM.rglob("*.py"):
        yield from re.findall(r'"(tui\.[a-z-]+)"', path.read_text(encoding="utf-8"))
    yield from (f"tui.group-{group.value}" for group in Group)
    yield from (f"tui.in-{state.value}" for state in State)
    yield from (f"tui.count-{s.value}" for s in (Severity.ERROR, Severity.WARNING))
    yield from (f"tui.field-{name.replace('_', '-')}" for name in FIELDS)
    yield from (f"tui.hint-{name.replace('_', '-')}" for name in HINTED)
    yield from (f"tui.type-{kind.value}" for kind in DocumentType)
    yield from (f"tui.tag-{layout}" for layout in ("masthead", "part", *Kind))
    yield from (f"tui.part-{kind.value}" for kind, _ in PARTS)
    yield from (f"tui.fact-{name}" for name in ("symbol", "session", "date", *PICKED))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_sentence_is_missing(language):
    assert set(_used()) <= set(_sentences(language))


def test_both_languages_say_the_same_things_with_the_same_fields():
    english, chinese = _sentences("en"), _sentences("zh")
    assert set(english) == set(chinese)
    assert _fields(english) == _fields(chinese)


def test_the_settings_form_shows_every_field_of_the_masthead():
    shown_elsewhere = {"session_read", "read"}
    assert set(FIELDS) | shown_elsewhere == set(Masthead.__dataclass_fields__)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_the_frame_of_a_dialog_says_fits_eighty_columns(language):
    sentences = _sentences(language)
    for message in ("tui.source-keys", "tui.words-keys", "tui.split-keys", "tui.form-keys"):
        assert width(sentences[message]) <= 66, message
