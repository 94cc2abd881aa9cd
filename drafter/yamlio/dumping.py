"""YAML that diffs well: one block scalar a paragraph, nothing folded, keys in the order given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import repeat

from drafter.yamlio.characters import fit
from drafter.yamlio.comments import NOTHING, Beside, Comments, EntryPath, Step, steps, tidied
from drafter.yamlio.value import Block, Value

LONG = 60
MAX_KEY = 100
_STEP = 2
# What may stand without quotes: no indicator in front, no space at either end, and neither ": "
# nor " #" inside. Deliberately narrower than YAML allows, so that every editor agrees.
_PLAIN = re.compile(
    r"[^\W_](?:[\w./()+*'%&,;!?@=·–—，。、；：？！“”‘’《》（）-]| (?=[\w(+/]))*", re.UNICODE
)
_NULLS = frozenset({"null", "Null", "NULL"})
# Characters a block or single-quoted scalar would change or hide.
_NEEDS_ESCAPE = re.compile("[\u2028\u2029\ufeff]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_ESCAPED = re.compile('[\\\\"\n\t\u2028\u2029\ufeff]')


def dump(value: Value, *, comment: str = "", comments: Comments | None = None) -> str:
    """`value` as YAML with a newline at the end; `comment` goes on top, a `#` before each line.

    Long strings, strings of several lines and `Block` strings become literal block scalars.
    Control characters are written as symbols: `load(dump(v)).data == v` for every value without
    them. `comments` stand beside the entries they name. Raises ValueError for a key of more than
    100 characters.
    """
    noted = tidied(comments, value) if comments else {}
    whole = noted.get((), NOTHING)
    lines = [f"# {line}".rstrip() for line in fit(comment).splitlines()]
    lines.extend(whole.before)
    if isinstance(value, str):
        lines.append(_inline(fit(value)))
    elif not value:
        lines.append(_empty(value))
    else:
        lines.extend(_collection(value, 0, (), noted))
    lines.extend(whole.after)
    return "\n".join(lines) + "\n"


def _collection(
    value: list[Value] | dict[str, Value], indent: int, path: EntryPath, noted: Comments
) -> Iterator[str]:
    pad = " " * indent
    if isinstance(value, list):
        named: Iterator[Step] = steps(value) if noted else repeat("")
        for step, item in zip(named, value, strict=False):
            at = (*path, step)
            yield from _beside(_item(f"{pad}-", item, indent, at, noted), noted.get(at), pad)
        return
    for key, item in value.items():
        at = (*path, key)
        lines = _entry(f"{pad}{_key(key)}:", item, indent, at, noted)
        yield from _beside(lines, noted.get(at), pad)


def _beside(lines: Iterator[str], beside: Beside | None, pad: str) -> Iterator[str]:
    if beside is None:
        yield from lines
        return
    yield from (pad + words for words in beside.before)
    yield " ".join((next(lines), *beside.on_line))
    yield from lines
    yield from (pad + words for words in beside.after)


def _entry(head: str, value: Value, indent: int, path: EntryPath, noted: Comments) -> Iterator[str]:
    if isinstance(value, str):
        yield from _string(head, value, indent)
    elif not value:
        yield f"{head} {_empty(value)}"
    else:
        yield head
        yield from _collection(value, indent + _STEP, path, noted)


def _item(head: str, value: Value, indent: int, path: EntryPath, noted: Comments) -> Iterator[str]:
    if isinstance(value, str) or not value:
        yield from _entry(head, value, indent, path, noted)
        return
    # the first line of the collection stands beside its dash
    inner = _collection(value, indent + _STEP, path, noted)
    yield f"{head} {next(inner)[indent + _STEP :]}"
    yield from inner


def _string(head: str, words: str, indent: int) -> Iterator[str]:
    text = fit(words)
    wanted = isinstance(words, Block) or len(text) > LONG or "\n" in text
    if not wanted or not text.strip() or _NEEDS_ESCAPE.search(text):
        yield f"{head} {_inline(text)}"
        return
    yield f"{head} |{_indicator(text)}{_chomping(text)}"
    body = text[:-1] if text.endswith("\n") else text
    pad = " " * (indent + _STEP)
    for line in body.split("\n"):
        yield pad + line if line else ""


def _indicator(text: str) -> str:
    # without it the reader would take leading space for indentation
    return str(_STEP) if text[0] in " \t\n" else ""


def _chomping(text: str) -> str:
    if not text.endswith("\n"):
        return "-"
    return "+" if text.endswith("\n\n") else ""


def _key(key: str) -> str:
    if len(key) > MAX_KEY:
        raise ValueError(f"a key of {len(key)} characters: {key[:MAX_KEY]}…")
    return _inline(fit(key))


def _inline(text: str) -> str:
    if _PLAIN.fullmatch(text) and text not in _NULLS:
        return text
    if _ESCAPED.search(text):
        return '"' + _ESCAPED.sub(_escape, text) + '"'
    return "'" + text.replace("'", "''") + "'"


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}"


def _empty(value: list[Value] | dict[str, Value]) -> str:
    return "[]" if isinstance(value, list) else "{}"
