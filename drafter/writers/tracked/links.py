"""What a package says of its parts: the links of one to others, and what each holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.errors import UnreadableInput
from drafter.writers.tracked.guarded import Guarded

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")

NO_LINKS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<Relationships xmlns="{_LINKS}"></Relationships>'
).encode()


def linked(links: bytes, part: str) -> bytes:
    """The links of the text, which are the part `part`, with one to the footnotes."""
    taken = set(re.findall(rb"""\bId\s*=\s*["']([^"']*)""", links))
    names = (f"rIdNotes{index}" for index in range(len(taken) + 1))
    name = next(each for each in names if each.encode() not in taken)
    given = f'Id="{name}" Type="{_OFFICE}/footnotes" Target="footnotes.xml"'
    return _appended(links, "Relationship", given, part)


def declared(types: bytes, part: str, footnotes: str) -> bytes:
    """The content types, which are the part `part`, with that of the footnotes."""
    given = f'PartName="/{footnotes}" ContentType="{_TYPE}"'
    return _appended(types, "Override", given, part)


@dataclass(slots=True)
class _Root:
    """The root of a part as it is written: its name with its prefix, and where its end tag begins;
    where it is one tag, that tag ends there."""

    name: str = ""
    end: int = 0


def _appended(data: bytes, name: str, given: str, part: str) -> bytes:
    """A part with an empty element more at the end of its root."""
    root = _root(data, part)
    prefix = root.name.rpartition(":")[0]
    element = f"<{prefix}:{name} {given}/>" if prefix else f"<{name} {given}/>"
    if data.startswith(b"</", root.end):
        return data[: root.end] + element.encode() + data[root.end :]
    whole = f">{element}</{root.name}>".encode()
    return data[: root.end - len(b"/>")] + whole + data[root.end :]


def _root(data: bytes, part: str) -> _Root:
    if data.startswith(_UTF_16):
        raise UnreadableInput("writing.part-encoding", part=part)
    root = _Root()
    depth = 0
    guarded = Guarded(part, namespaces=False)

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal depth
        if depth == 0:
            root.name = name
        depth += 1

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1
        root.end = guarded.parser.CurrentByteIndex

    guarded.parser.StartElementHandler, guarded.parser.EndElementHandler = start, end
    guarded.read(data)
    return root
