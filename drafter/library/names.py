"""Where the clause file of a source stands: <language>/<body>/<session>/<symbol>.yaml.

Symbols come from files of strangers, so every segment is reduced to safe characters: no symbol can
name a path outside the library.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath

from drafter.library.source import Source
from drafter.model.symbols import parse_symbol

# first segments of a symbol → folder; the longest match wins (reference: UN document symbols)
BODIES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("A", "HRC"), "hrc"),
    (("A",), "ga"),
    (("S",), "sc"),
    (("E",), "ecosoc"),
    (("T",), "trusteeship"),
    (("ST",), "secretariat"),
)
_UNSAFE = re.compile(r"[^\w.()-]+", re.ASCII)
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_LONGEST = 100
UNDATED = "undated"


def body_of(symbol: str) -> str:
    """The short name of the organ that a symbol belongs to: ga, sc, ecosoc, hrc …"""
    segments = tuple(symbol.upper().split("/"))
    for head, body in BODIES:
        if segments[: len(head)] == head:
            return body
    return safe(segments[0].lower())


def path_of(source: Source) -> PurePosixPath:
    """The path of the source's clause file inside a library folder."""
    session = _session(source.symbol) if source.session is None else str(source.session)
    name = safe(source.symbol.replace("/", "_"))
    body = source.body or body_of(source.symbol)
    return PurePosixPath(
        safe(source.language), safe(body), safe(session or UNDATED), f"{name}.yaml"
    )


def safe(name: str) -> str:
    """`name` as one harmless path segment; what had to be shortened keeps a hash of the whole."""
    plain = _UNSAFE.sub("_", name.strip()).strip(".") or "_"
    if _RESERVED.fullmatch(plain):
        plain = f"_{plain}"
    if len(plain) <= _LONGEST:
        return plain
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{plain[: _LONGEST - 13]}-{digest}"


def _session(symbol: str) -> str:
    parsed = parse_symbol(symbol)
    return parsed.session if parsed else ""
