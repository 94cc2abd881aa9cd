"""Printing: foreign text never reaches the terminal with its control characters."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from io import TextIOWrapper

import click

from drafter.errors import DrafterError, MissingFile
from drafter.messages import say

# C0 (but tab and line end), DEL, C1, and what reverses the order of what is shown
_CONTROLS = {
    **{code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys((0x202D, 0x202E, 0x2028, 0x2029), 0xFFFD),
}
_RAW_IN_JSON = {
    **{code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)},
    **{code: f"\\u{code:04x}" for code in (0x202D, 0x202E, 0x2028, 0x2029)},
}


def printable(text: str) -> str:
    """`text` with control characters shown as symbols."""
    return text.translate(_CONTROLS)


def put(text: str = "") -> None:
    """Print a result."""
    click.echo(printable(text))


def tell(text: str) -> None:
    """Print a message beside the results; that nobody can read it stops no work."""
    with suppress(OSError):
        click.echo(printable(text), err=True)


def put_json(value: Mapping[str, object], *, one_line: bool = False) -> None:
    """Print a value as UTF-8 JSON, whatever the terminal is; nothing is stripped, only escaped."""
    import json

    indent = None if one_line else 1
    separators = (",", ":") if one_line else None
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    _put_bytes(text.translate(_RAW_IN_JSON).encode("utf-8", "surrogatepass") + b"\n")


def report(error: DrafterError) -> None:
    """Say what went wrong, where, and what to do."""
    where = f"{error.place}: " if error.place else ""
    tell(f"drafter: {where}{say(error.message_id, **error.params)}")
    if error.hint_id:
        tell(f"  {say(error.hint_id, **error.params)}")
    elif isinstance(error, MissingFile) and (near := file_near(error.place)):
        tell(f"  {say('cli.near-file', near=near)}")


def file_near(named: str) -> str:
    """The file that was probably meant by one that is not there: of the same folder, one whose name
    begins so, else the one most alike; "" for none."""
    from difflib import get_close_matches
    from pathlib import Path

    path = Path(named)
    try:
        there = sorted(each.name for each in path.parent.iterdir() if each.name[0] != ".")
    except (OSError, ValueError):
        return ""
    begun = [each for each in there if path.name and each.startswith(f"{path.name}.")]
    near = begun or get_close_matches(path.name, there, n=1)
    return str(path.parent / near[0]) if near else ""


def put_text(data: bytes) -> None:
    """Print a text file as it is into a file or pipe; on a terminal, with controls as symbols."""
    if sys.stdout.isatty():
        click.echo(printable(data.decode()), nl=False)
        return
    _put_bytes(data)


def _put_bytes(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def make_streams_safe() -> None:
    """A terminal that cannot show a character shows a question mark instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
