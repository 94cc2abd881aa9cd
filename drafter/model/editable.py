"""Words a person types, with footnote marks shown as `[^1]`, to and from Text.

The editor shows the printed number of each mark; what comes back is stored verbatim, with marks
matched to their notes and the opening words emphasised again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.model.text import Span, SpanKind, Text

_MARK = re.compile(r"\[\^([^\]\s]+)\]")


def shown(text: Text, printed: dict[str, str]) -> str:
    """The text as the editor shows it; `printed` maps note ids to their marks."""
    out = []
    for span in text.spans:
        if span.kind is SpanKind.NOTE:
            out.append(f"[^{printed.get(span.text, span.text)}]")
        else:
            out.append(span.text)
    return "".join(out)


def typed(words: str, printed: dict[str, str], prefer: Iterable[str] = ()) -> Text:
    """The text of what was typed; a mark that names no note of `printed` stays as typed.

    Marks may repeat in a report that holds a draft, each with its own note 1: the notes in
    `prefer`, those the text had before, are meant first.
    """
    ids = {mark: note for note, mark in printed.items()}
    ids |= {printed[note]: note for note in prefer if note in printed}
    parts: list[str | Span] = []
    position = 0
    for found in _MARK.finditer(words):
        note = ids.get(found[1])
        if note is None:
            continue
        parts += [words[position : found.start()], Span(note, SpanKind.NOTE)]
        position = found.end()
    parts.append(words[position:])
    return Text.of(*parts)
