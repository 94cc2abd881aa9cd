"""How each paragraph should end: worked out from the shape of its part and the language's marks.

Sources: Editorial Manual, Resolutions and decisions (preambular paragraphs end with a comma,
operative ones with a semicolon, the last with a full stop; a paragraph that introduces
sub-paragraphs ends with a colon); A/68/L.5 and A/RES/73/3 (declarations whose paragraphs open with
verbs); A/70/L.61 (declarations in prose).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeGuard

from drafter.languages import Endings
from drafter.model.tree import RECOMMENDED, Document, Kind, Paragraph, Part, PartKind

_ENDED = frozenset(
    {Kind.PREAMBULAR, Kind.OPERATIVE, Kind.DECLARATION, Kind.PROSE, Kind.REPORT, Kind.CONTINUATION}
)
_INTRODUCED = RECOMMENDED | {PartKind.DECLARATION}
_MARKS = frozenset(".,;:。，；：、،؛!?！？؟…")
_SENTENCE = ("!", "?", "！", "？", "؟", "…")
_MANY = 6
_CLOSING = "”»“’\"')]）】"

# a note mark that reading left in the text: "the Convention;12"
_NOTE_MARK = re.compile(r"(?<=[,;:，；：。؛])\s?\d{1,3}$|(?<=[^\d\s]\.)\s?\d{1,3}$")

Blocks = tuple[Paragraph | Part, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """The mark that ends a text, at `at`; empty if none does, and `at` is where it belongs.

    `inside` says that a closing quotation mark, bracket or stray note mark follows the mark.
    """

    mark: str
    at: int
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """What may end a paragraph: `usual`, which a fix puts there, or one of `also`."""

    paragraph: Paragraph
    usual: str
    also: tuple[str, ...] = ()

    def met_by(self, ending: Ending) -> bool:
        """Whether a paragraph may end so; a quotation may end with marks of its own."""
        allowed = {each.strip() for each in (self.usual, *self.also)}
        return ending.mark in allowed or (ending.inside and bool(ending.mark))


def has_ending(kind: Kind) -> bool:
    """Whether an element of this kind ends with a mark at all."""
    return kind in _ENDED


def ending(text: str, marks: Endings) -> Ending:
    """How `text` ends; a conjunction after the mark ("; and") is passed over."""
    end = len(text.rstrip())
    for word in marks.conjunctions:
        ahead = text[:end].removesuffix(word).rstrip()
        if len(ahead) < end and ahead[-1:] == marks.sub.strip():
            return Ending(ahead[-1], len(ahead) - 1)
    inner = len(_NOTE_MARK.sub("", text[:end]).rstrip(_CLOSING))
    if inner and text[inner - 1] in _MARKS:
        return Ending(text[inner - 1], inner - 1, inner < end)
    return Ending("", end)


def expected(document: Document, marks: Endings) -> Iterator[Expected]:
    """What should end every paragraph that ends with a mark, in document order."""
    for _, part in document.parts():
        joined = {
            kind: _is_joined(part, kind, marks)
            for kind in (Kind.OPERATIVE, Kind.DECLARATION, Kind.PROSE)
        }
        verbal = any(p.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) for p in part.paragraphs)
        counted, passed = tuple(filter(_counts, part.blocks)), 0
        for block in part.blocks:
            passed += _counts(block)
            if isinstance(block, Paragraph) and has_ending(block.kind):
                after = counted[passed:]
                loose = verbal and block.kind is Kind.PROSE
                whole = (
                    None if loose else _whole(block, after, marks, joined.get(block.kind, False))
                )
                if whole is not None:
                    yield from _of_block(block, whole, marks)


def _whole(block: Paragraph, after: Blocks, marks: Endings, joined: bool) -> Expected | None:
    """What ends `block` with its sub-paragraphs; None where anything may: in what is not numbered,
    unless it is preambular or operative, and in text after sub-paragraphs."""
    following = after[0] if after else None
    named = block.kind in (Kind.PREAMBULAR, Kind.OPERATIVE)
    if block.kind is Kind.CONTINUATION or not (named or block.numbered):
        return None
    if isinstance(following, Part) and following.kind in _INTRODUCED:
        return Expected(block, marks.introducing, (marks.last, marks.operative))
    if block.kind is Kind.PREAMBULAR:
        return Expected(block, marks.preambular)
    if joined:
        return _joined(block, after, marks)
    return Expected(block, marks.prose, (marks.introducing, *_SENTENCE))


def _joined(block: Paragraph, after: Blocks, marks: Endings) -> Expected:
    """The ending of a paragraph that goes on into the next: …；…；…。"""
    following = after[0] if after else None
    if not any(_is_text(each) and each.kind is block.kind for each in after):
        also = (marks.operative, marks.introducing) if any(map(_is_text, after)) else ()
        return Expected(block, marks.last, also)
    if isinstance(following, Paragraph) and following.kind is Kind.HEADING:
        return Expected(block, marks.operative, (marks.last,))
    unlike = isinstance(following, Part) or (following and following.kind is not block.kind)
    return Expected(block, marks.operative, (marks.introducing,) if unlike else ())


def _of_block(block: Paragraph, whole: Expected, marks: Endings) -> Iterator[Expected]:
    if not block.children:
        yield whole
        return
    yield Expected(block, marks.introducing, (marks.preambular,))
    for child in block.children[:-1]:
        yield from _of_block(child, Expected(child, marks.sub, (marks.prose,)), marks)
    last = block.children[-1]
    may = (
        whole.also if block.kind in (Kind.OPERATIVE, Kind.PREAMBULAR) else (*whole.also, marks.sub)
    )
    yield from _of_block(last, replace(whole, paragraph=last, also=may), marks)


def _counts(block: Paragraph | Part) -> bool:
    return not isinstance(block, Paragraph) or bool(len(block.text) or block.children)


def _is_text(block: Paragraph | Part) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and has_ending(block.kind)


def _is_joined(part: Part, kind: Kind, marks: Endings) -> bool:
    """Whether the paragraphs of this kind go on into each other (A/68/L.5) or are prose.

    Operative paragraphs go on, unless there are many and most of them are sentences: then they are
    a declaration that was read as a resolution. The paragraphs of an annex are sentences, unless
    there are many and most of them go on: a political declaration is so ("We: 1. …; 2. …;").
    """
    said = [p for p in part.paragraphs if p.kind is kind and p.numbered and not p.children]
    semicolons = sum(ending(p.text.plain(), marks).mark == marks.operative.strip() for p in said)
    if len(said) < _MANY and kind is not Kind.DECLARATION:
        return kind is Kind.OPERATIVE
    return not said or semicolons * 2 >= len(said)
