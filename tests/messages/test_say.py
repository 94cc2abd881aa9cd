"""Sentences in both interface languages, and what happens when one is missing."""

import pytest

from drafter import messages
from drafter.messages import say, set_language


@pytest.fixture(autouse=True)
def english_afterwards():
    before = messages.language()
    yield
    set_language(before)


def test_a_sentence_has_its_fields_filled_in_both_languages():
    set_language("en")
    assert say("yaml.duplicate-key", key="symbol") == "The field symbol stands here twice."
    set_language("zh")
    assert say("yaml.duplicate-key", key="symbol") == "字段symbol在此出现两次。"


def test_a_number_chooses_the_word_that_follows_it():
    set_language("en")
    said = [say("library.not-found-retired", count=count) for count in (1, 2)]
    assert said == ["; 1 retired clause left aside", "; 2 retired clauses left aside"]


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("zh_CN.UTF-8", "zh"),
        ("zh-Hans", "zh"),
        ("ZH", "zh"),
        ("Chinese (Simplified)_China", "zh"),
        ("fr", "en"),
        ("", "en"),
    ],
)
def test_the_nearest_interface_language_is_chosen(name, chosen):
    set_language(name)
    assert messages.language() == chosen


def test_the_environment_chooses_the_language(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert messages.language_of_locale() == "zh"
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert messages.language_of_locale() == "en"


def test_a_message_without_a_sentence_shows_itself():
    assert say("nowhere.to-be-found") == "nowhere.to-be-found"
    assert say("nowhere.to-be-found", a=1) == "nowhere.to-be-found {'a': 1}"


def test_a_missing_field_is_no_crash():
    set_language("en")
    assert say("yaml.duplicate-key").startswith("The field {key}")
    assert "7" in say("yaml.duplicate-key", other=7)


def test_braces_in_a_field_are_words():
    set_language("en")
    assert say("yaml.duplicate-key", key="{x}") == "The field {x} stands here twice."
