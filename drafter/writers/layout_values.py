"""What `layout.yaml` says: the shipped file, and over it the entries of the user's own.

The shipped file is the model: an entry that it has not is a mistyped name, and where it has a
number the user's has to have one. So an own file needs only what differs, and one that was copied
from an older drafter still serves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from drafter.errors import InvalidYaml
from drafter.writers.resources import templates_folder
from drafter.yamlio import Located, Value, load, read_text

NAME = "layout.yaml"
_FORMAT = "1"
_LARGEST = 31_680  # twips: no page of Word is larger
_NUMBER = re.compile("-?[0-9]{1,7}")
_COLOUR = re.compile("#[0-9a-fA-F]{6}")
# Whose rows the user may add to; each row is like the others of its table.
_TABLES = frozenset(
    {"types", "bodies", "organs", "languages", "counters", "indents", "styles", "fonts"}
)
_ANYTHING = "bodies"  # rows of rows: what is said in them is looked at where it is used
_Where = tuple[str | int, ...]


def values(own: Path | None) -> dict[str, Value]:
    """The values of the layout, every one a string, with those of the folder `own` before them.

    Raises `InvalidYaml` (place "file:line") for a name that is not there, or a measure that is no
    number.
    """
    path = None if own is None else own / NAME
    if path is None or not path.is_file():
        return _shipped()
    return _corrected(read_text(path), str(path))


@lru_cache(maxsize=2)
def _corrected(text: str, source: str) -> dict[str, Value]:
    shipped, located = _shipped(), _loaded(text, source)
    _check(located, located.data, shipped, ())
    return _rows(_over(located.data, shipped))


def is_number(value: Value) -> bool:
    """Whether a value is a whole number."""
    return isinstance(value, str) and _NUMBER.fullmatch(value) is not None


def _is_colour(value: Value) -> bool:
    return isinstance(value, str) and _COLOUR.fullmatch(value) is not None


@cache
def _shipped() -> dict[str, Value]:
    path = templates_folder() / NAME
    return _rows(_loaded(read_text(path), str(path)).data)


def _loaded(text: str, source: str) -> Located:
    located = load(text, source=source)
    if _rows(located.data).get("format") != _FORMAT:
        raise InvalidYaml("writing.layout-format", place=located.place("format"), format=_FORMAT)
    return located


def _rows(value: Value) -> dict[str, Value]:
    return value if isinstance(value, dict) else {}


def _over(own: Value, shipped: Value) -> Value:
    if not (isinstance(own, dict) and isinstance(shipped, dict)):
        return own
    over = {key: _over(value, shipped.get(key, value)) for key, value in own.items()}
    return {**shipped, **over}


def _check(located: Located, own: Value, model: Value, where: _Where) -> None:
    """`own` against what the shipped file has in its place."""
    if type(own) is not type(model):
        raise InvalidYaml("writing.layout-shape", place=located.place(*where), name=_last(where))
    if isinstance(own, dict):
        _check_rows(located, own, _rows(model), where)
    elif isinstance(own, list) and isinstance(model, list):
        like = _alike(model)
        for index, each in enumerate(own):
            _check(located, each, like, (*where, index))
            _check_whole(located, each, model, (*where, index))
    else:
        _check_value(located, str(own), model, where)


def _check_value(located: Located, own: str, model: Value, where: _Where) -> None:
    for kind, is_one in (("number", is_number), ("colour", _is_colour)):
        if is_one(model) and not is_one(own):
            place = located.place(*where)
            raise InvalidYaml(f"writing.layout-{kind}", place=place, name=_last(where), value=own)
    if where[0] == "page" and not 0 < int(own) <= _LARGEST:
        place = located.place(*where)
        raise InvalidYaml("writing.layout-page", place=place, name=_last(where), largest=_LARGEST)


def _check_rows(
    located: Located, own: dict[str, Value], model: dict[str, Value], where: _Where
) -> None:
    if where == (_ANYTHING,):
        return
    table = len(where) == 1 and where[0] in _TABLES
    like = _alike(model.values()) if table else None
    for key, value in own.items():
        known = like if like is not None else model.get(key)
        if known is None:
            place = located.place(*where, key)
            raise InvalidYaml("writing.layout-unknown", place=place, name=key)
        _check(located, value, known, (*where, key))


def _check_whole(located: Located, row: Value, model: Iterable[Value], where: _Where) -> None:
    """A row of a list replaces the shipped one: it has all that every shipped row has."""
    always = set.intersection(*(set(_rows(each)) for each in model))
    for name in sorted(always - set(_rows(row))):
        raise InvalidYaml("writing.layout-missing", place=located.place(*where), name=name)


def _alike(rows: Iterable[Value]) -> Value:
    """One value that has all that the rows of a table have; a number or a colour only where all
    have one."""
    found = list(rows)
    if all(isinstance(each, dict) for each in found):
        names = dict.fromkeys(name for each in found for name in _rows(each))
        return {
            name: _alike(_rows(each)[name] for each in found if name in _rows(each))
            for name in names
        }
    if all(isinstance(each, list) for each in found):
        return [inner for each in found if isinstance(each, list) for inner in each]
    if all(map(_is_colour, found)):
        return "#000000"
    return "0" if all(map(is_number, found)) else ""


def _last(where: _Where) -> str:
    return str(where[-1]) if where else NAME
