"""Light inline marks for text in YAML: `*emphasis*`, `[^note-id]`, and `\\` before a literal mark.

`parse(write(text)) == text` for every Text made with `Text.of` (a property test).
"""

from __future__ import annotations

import re

from drafter.model.text import Span, SpanKind, Text

_TOKEN = re.compile(
    r"(?P<run>[^\\*\[]+)|\\(?P<literal>[\\*\[])|(?P<star>\*)|\[\^(?P<note>[^\]\s]+)\]|(?P<char>.)",
    re.S,
)
_SPECIAL = re.compile(r"[\\*]|\[(?=\^)")


def write(text: Text) -> str:
    """The marked form of `text`."""
    out: list[str] = []
    for span in text.spans:
        if span.kind is SpanKind.NOTE:
            out.append(f"[^{span.text}]")
        elif span.kind is SpanKind.EMPHASIS:
            out.append(f"*{_escaped(span.text)}*")
        else:
            out.append(_escaped(span.text))
    return "".join(out)


def parse(marked: str) -> Text:
    """The text of a marked form; an unclosed `*` emphasises to the end."""
    spans: list[Span] = []
    kind = SpanKind.PLAIN
    for token in _TOKEN.finditer(marked):
        if token["star"]:
            kind = SpanKind.PLAIN if kind is SpanKind.EMPHASIS else SpanKind.EMPHASIS
        elif token["note"]:
            spans.append(Span(token["note"], SpanKind.NOTE))
        else:
            spans.append(Span(token["run"] or token["literal"] or token["char"], kind))
    return Text.of(*spans)


def _escaped(text: str) -> str:
    # "[" at the end of a span could meet "^" in the next one, so it is escaped there too.
    escaped = _SPECIAL.sub(lambda found: "\\" + found[0], text)
    return escaped[:-1] + "\\[" if escaped.endswith("[") else escaped
