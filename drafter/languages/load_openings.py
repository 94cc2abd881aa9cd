"""The opening phrases of a data file, with the forms that carry an adverb of repetition."""

from __future__ import annotations

import re

from drafter.languages.language import Ladder, Opening, Piece
from drafter.languages.openings import plain_words
from drafter.languages.tables import Table

_CHOICE = re.compile(r"\(([^()]*)\)")
_REQUESTS = "requests"
_FORMS = (("words", "both"), ("preambular", "preambular"), ("operative", "operative"))


def openings(
    table: Table, ladders: tuple[Ladder, ...], pieces: tuple[Piece, ...]
) -> tuple[Opening, ...]:
    """Every phrase of the file, each followed by its forms with also, further and again."""
    ranks = _ranks(ladders)
    found: list[Opening] = []
    for row in table.tables("openings"):
        family, attested = row.word("family"), row.attested()
        for key, kind in _FORMS:
            for form in _choices(row.optional(key)):
                words = plain_words(form)
                rank = ranks.get(words.casefold())
                found.append(Opening(words, kind, family, "", rank, attested, form))
                found += _repeated(found[-1], pieces)
        row.finish()
    return tuple(found)


def _choices(form: str) -> list[str]:
    """The forms that one row stands for: "(Desiring/Wishing) to" stands for two."""
    found = _CHOICE.search(form)
    if found is None:
        return [form] if form else []
    ahead, behind = form[: found.start()], form[found.end() :]
    return [each for words in found[1].split("/") for each in _choices(ahead + words + behind)]


def _ranks(ladders: tuple[Ladder, ...]) -> dict[str, int]:
    """The rank of each phrase of request; the preamble may have a ladder of its own."""
    requests = [ladder for ladder in ladders if ladder.name.startswith(_REQUESTS)]
    return {
        words.casefold(): rank
        for ladder in requests
        for rank, row in enumerate(ladder.classes)
        for words in row
    }


def _repeated(base: Opening, pieces: tuple[Piece, ...]) -> list[Opening]:
    """A preambular verb takes the adverbs that stand after it, any other those before it, where
    the language has both."""
    adverbs = [piece for piece in pieces if piece.role not in ("manner", "lead")]
    ahead = [piece for piece in adverbs if not piece.words.startswith(" ")]
    behind = [piece for piece in adverbs if piece.words.startswith(" ")]
    chosen = (behind or ahead) if base.kind == "preambular" else (ahead or behind)
    return [
        Opening(_joined(base.words, piece.words), base.kind, base.family, piece.role, base.rank,
                base.attested)
        for piece in chosen
    ]  # fmt: skip


def _joined(verb: str, adverb: str) -> str:
    if adverb.startswith(" "):
        return verb + adverb
    return adverb + (verb[:1].lower() + verb[1:] if adverb.endswith(" ") else verb)
