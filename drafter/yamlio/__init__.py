"""YAML as drafter reads and writes it: strict on the way in, clean diffs on the way out."""

from __future__ import annotations

from drafter.yamlio.atomic import write_atomically
from drafter.yamlio.dumping import dump
from drafter.yamlio.files import read_text
from drafter.yamlio.value import Block, Located, Value

__all__ = [
    "Block",
    "Located",
    "Value",
    "dump",
    "load",
    "read_text",
    "rewritten",
    "write_atomically",
]


def load(text: str, *, source: str, max_bytes: int = 50_000_000) -> Located:
    """The one document in `text`; `source` names the file in errors. An empty text is "".

    Raises `InvalidYaml` (place "file:line") for a syntax error, a duplicate key, an anchor, alias
    or tag, a second document, more than `max_bytes`, nesting deeper than 60, or a control
    character, raw or escaped.
    """
    # libyaml is loaded when the first file is read: commands that read none start without it
    from drafter.yamlio.loading import located

    return located(text, source=source, max_bytes=max_bytes)


def rewritten(
    old: str, value: Value, *, source: str, comment: str = "", max_bytes: int = 50_000_000
) -> str:
    """`value` as `dump` writes it, with every comment of the text `old` beside what it stood
    beside; what stood beside an entry that is gone goes to the nearest that is left.

    The lines of `comment` stand on top, once; a modeline for editors among them takes the place of
    another. Raises `InvalidYaml` as `load` does for `old`.
    """
    from drafter.yamlio import rewriting

    return rewriting.rewritten(old, value, source=source, comment=comment, max_bytes=max_bytes)
