"""Differences that nobody sees or hears: a space or hyphen that does not break in place of one that
does."""

from __future__ import annotations

from rapidfuzz.distance import Indel

from drafter.model.text import Span, SpanKind, Text

_BREAKING = {0xA0: " ", 0x202F: " ", 0x2011: "-", 0x2010: "-"}


def evened(text: str) -> str:
    """`text` with spaces and hyphens that may break for those that may not."""
    return text.translate(_BREAKING)


def conformed(new: Text, old: Text) -> Text:
    """`new` with the spaces and hyphens of `old` between characters that both have."""
    a, b = old.plain(), new.plain()
    even = evened(a), evened(b)
    if even == (a, b):
        return new
    letters = list(b)
    for block in Indel.opcodes(*even):
        if block.tag == "equal" and block.dest_end - block.dest_start > 2:
            # at either end it may stand for another space
            inner = slice(block.dest_start + 1, block.dest_end - 1)
            letters[inner] = a[block.src_start + 1 : block.src_end - 1]
    said = iter(letters)
    return Text.of(
        *(
            span if span.kind is SpanKind.NOTE
            else Span("".join(next(said) for _ in span.text), span.kind)
            for span in new.spans
        )
    )  # fmt: skip
