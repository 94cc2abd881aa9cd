"""Whatever stands in a file, reading it gives a document or says what is wrong, with the line."""

from copy import deepcopy
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.library.clause_file import ClauseFile, InvalidClauseFile, completed, parse
from drafter.library.clause_writing import written
from drafter.library.importing import filled
from drafter.yamlio import dump, load
from tests.library.samples import ANNEXED, annexed

FILE = Path("x.yaml")
SOURCE = filled(ANNEXED, annexed())
WHOLE = load(written(ClauseFile(SOURCE, completed(annexed(), SOURCE))), source="x").data

_WORDS = st.sampled_from(
    ["", "1", "-1", "x", "zh", "[^n1]", "[^x]", "*", "\\", "resolution/op1", "annex", "9" * 30]
)
_VALUES = st.recursive(
    _WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORDS, inner, max_size=3),
    max_leaves=6,
)


def _paths(value, path=()):
    yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    if not isinstance(value, str):
        for key, each in inside:
            yield from _paths(each, (*path, key))


def _put(value, path, new):
    if not path:
        return new
    whole = deepcopy(value)
    node = whole
    for step in path[:-1]:
        node = node[step]
    if new is None:
        del node[path[-1]]
    else:
        node[path[-1]] = new
    return whole


PATHS = sorted(_paths(WHOLE), key=str)


def _read(text):
    try:
        file = parse(text.encode(), FILE)
    except InvalidClauseFile as error:
        lines = text.count("\n") + 1
        assert error.findings
        for finding in error.findings:
            assert finding.message.startswith(("library.", "yaml."))
            assert 0 < finding.place.line <= lines
        return None
    return file


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(PATHS), _VALUES | st.none())
def test_a_file_with_one_thing_changed_is_read_or_refused(path, new):
    changed = _put(WHOLE, path, "" if new is None and not path else new)
    file = _read(dump(changed))
    if file is not None:
        assert parse(written(file).encode(), FILE) == file


@settings(max_examples=60, deadline=None)
@given(_VALUES)
def test_any_other_file_is_refused(value):
    assert _read(dump(value)) is None
