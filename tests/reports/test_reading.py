"""Files of events are read strictly: what is wrong is named with file, line and remedy."""

import pytest

from drafter.errors import InvalidYaml
from drafter.readers import read

START = "format: 1\nlanguage: en\n"
WRONG = {
    "a newer format": ("format: 2\nlanguage: en\n", 1, "yaml.newer-format"),
    "no format": ("language: en\n", 1, "report.not-a-report"),
    "no language": ("format: 1\n", 1, "yaml.missing-key"),
    "an unknown language": ("format: 1\nlanguage: tlh\n", 2, "language.unknown"),
    "an unknown key": (f"{START}vote: x\n", 3, "yaml.unknown-key"),
    "an unknown event": (f"{START}introduction:\n  - event: danced\n", 4, "yaml.not-a-choice"),
    "an event without a kind": (f"{START}introduction:\n  - see: A/81/1\n", 4, "yaml.missing-key"),
    "a field of another event": (
        f"{START}introduction:\n  - event: considered\n    how: without-a-vote\n", 5,
        "yaml.unknown-key",
    ),
    "an unknown way": (
        f"{START}proposals:\n  - kind: resolution\n    events:\n"
        "      - event: adopted\n        how: consensus\n", 7, "yaml.not-a-choice",
    ),
    "a meeting listed twice": (
        f"{START}meetings:\n  - number: 2\n  - number: 2\n", 5, "report.meeting-twice",
    ),
    "a count that is no number": (
        f"{START}proposals:\n  - kind: resolution\n    events:\n      - event: adopted\n"
        "        vote: {counts: {in_favour: many}}\n", 7, "yaml.not-a-number",
    ),
    "an alias": (f"{START}parts: &a [x]\nmeetings: *a\n", 3, "yaml.alias"),
    "an event that is a word": (f"{START}introduction: [considered]\n", 3, "yaml.not-a-record"),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_named_with_its_line(what, tmp_path):
    text, line, message = WRONG[what]
    path = tmp_path / "x.report.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidYaml) as raised:
        read(path)
    assert (raised.value.message_id, raised.value.place) == (message, f"{path}:{line}")


def test_a_file_that_says_nothing_yet_makes_a_report_of_blanks(tmp_path):
    path = tmp_path / "x.report.yaml"
    path.write_text(START, encoding="utf-8")
    document = read(path).document
    assert [p.text.plain() for p in document.root.paragraphs] == ["Report of the __________"]


def test_a_draft_file_is_not_taken_for_events(tmp_path):
    path = tmp_path / "x.draft.yaml"
    path.write_text(START, encoding="utf-8")
    with pytest.raises(InvalidYaml) as raised:
        read(path)
    assert raised.value.message_id == "yaml.missing-key"
