"""Every sentence that the workspace and the command line name stands in both catalogues."""

import re
from pathlib import Path

import pytest

from drafter import messages
from drafter.messages import say
from drafter.model.tree import DocumentType

ROOT = Path(__file__).resolve().parents[2] / "drafter"
ID = re.compile(r'"((?:cli|workspace)\.[a-z][a-z0-9-]*)"')
FAMILIES = {
    "cli.type": " ".join(f"{each} {each}-more" for each in DocumentType),
    "cli.severity": "error warning info",
    "cli.filed": "created merged unchanged",
    "workspace.state": "kept changed new dropped moved split fused",
    "workspace.column": "state place old new",
    "workspace.doctor": "state cache clauses templates read none",
}


def used():
    for room in ("cli", "workspace", "tui"):
        for path in (ROOT / room).rglob("*.py"):
            yield from ID.findall(path.read_text(encoding="utf-8"))
    for family, slugs in FAMILIES.items():
        yield from (f"{family}-{slug}" for slug in slugs.split())


@pytest.fixture(autouse=True)
def _language():
    yield
    messages.set_language("en")


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_no_sentence_is_missing(language):
    messages.set_language(language)
    missing = sorted({each for each in used() if say(each).startswith(each)})
    assert not missing


def test_both_languages_fill_the_same_fields():
    fields = {}
    for language in messages.LANGUAGES:
        for domain in ("cli", "workspace"):
            file = ROOT / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
            text = file.read_text(encoding="utf-8")
            for name, words in re.findall(r'msgid "(.+)"\nmsgstr (".*")', text):
                fields.setdefault(name, []).append(sorted(re.findall(r"\{(\w+)\}", words)))
    assert not {name: pair for name, pair in fields.items() if pair[0] != pair[1]}
