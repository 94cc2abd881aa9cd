"""Notes that say ibid.: the words they stand for, so that each note stands on its own.

The number and the ibid. of a note are derived when it is printed (`drafter.model.footnotes`); what
is stored must print exactly what was read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from drafter.model.conventions import Conventions
from drafter.model.footnotes import printed_text
from drafter.model.text import Text
from drafter.model.tree import Note

_COMMAS = "，,،;；"
_STOPS = ".。 "
_LONG = 5
_NUMBER = re.compile(
    r"\d+(?:\s*(?:[、–-]|和|至|and|to)\s*\d+)*|\b[IVXLC]+\b|[一二三四五六七八九十]+"
)


def standing_alone(note: Note, before: Note | None, rules: Conventions) -> Note:
    """`note` with what its ibid. stands for, such that it prints as it was read after `before`.

    The note as it is where it does not begin with ibid., or no way of putting it gives its words
    back: then its ibid. stays in the text.
    """
    rest = after_ibid(note.text.plain(), rules)
    if rest is None or before is None or after_ibid(before.text.plain(), rules) is not None:
        return note
    for work, text in _expansions(before.text, note.text, rest, rules):
        full = Note(note.id, text, note.mark, work)
        if printed_text(full, before, rules) == note.text:
            return full
    return note


def after_ibid(words: str, rules: Conventions) -> str | None:
    """What follows ibid. at the start of a note; None if the note does not begin so."""
    ibid = rules.ibid.rstrip(rules.stop)
    if _bare(words[: len(ibid)]) != _bare(ibid):
        return None
    rest = words[len(ibid) :]
    if rest[:1].isalpha() and rest[:1] > "\u024f" and not rest.startswith(rules.title_open or "\0"):
        return None
    return rest.removeprefix(rules.stop) if rules.ibid.endswith(rules.stop) else rest


def _bare(words: str) -> str:
    """Without accents and case: "Ibíd." is typed for "Ibid."."""
    letters = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _expansions(
    before: Text, note: Text, rest: str, rules: Conventions
) -> Iterator[tuple[str, Text]]:
    """Ways to write the note out, best first: (the work it shares, the whole text). `rest` are the
    last words of `note`, those after its ibid."""
    cited = before.plain()
    if not rest.strip(rules.stop + " "):
        work = cited.rstrip(rules.stop + " ")
        yield work, _joined(before, len(work), note, len(rest)) if rest else before
        return
    opened = rules.title_open and rest.lstrip(_COMMAS + " ").startswith(rules.title_open)
    inside = rest.lstrip(_COMMAS + " ")[len(rules.title_open) :] if opened else ""
    for cut in _cuts(cited, rest):
        work = cited[:cut]
        if opened and work.count(rules.title_open) > work.count(rules.title_close):
            yield work, _joined(before, cut, note, len(inside), rules.comma)
        elif not opened or work.count(rules.title_open) == work.count(rules.title_close):
            yield work, _joined(before, cut, note, len(rest))


def _joined(before: Text, cut: int, note: Text, length: int, between: str = "") -> Text:
    """The first `cut` characters of one text, and the last `length` of another."""
    end = len(note)
    return Text.of(*before.slice(0, cut).spans, between, *note.slice(end - length, end).spans)


def _cuts(cited: str, rest: str) -> list[int]:
    """Where the shared work may end in `cited`: before the part that `rest` replaces.

    First where a piece of `cited` is like the first piece of `rest` but for its numbers, also those
    in words ("Seventy-fifth Session"), then at its end, then before the first piece with a number,
    then at every comma from the right.
    """
    commas = [i for i, c in enumerate(cited) if c in _COMMAS and i]
    shape = _shape(_pieces(rest)[0])
    bare = shape.lstrip('《«“"')
    kin = [i for i in commas if _is_kin(_shape(_pieces(cited[i:])[0]), bare)]
    alike = [i for i in commas if _shape(_pieces(cited[i:])[0]) in (shape, bare)]
    numbered = [i for i in commas if _NUMBER.search(_pieces(cited[i:])[0])]
    whole = len(cited.rstrip(_STOPS))
    return list(dict.fromkeys([*alike, *kin, whole, *numbered[:1], *reversed(commas)]))


def _is_kin(piece: str, other: str) -> bool:
    """Whether two pieces begin or end with one long word: they count the same thing in words."""
    ones, others = piece.split(), other.split()
    pairs = zip(ones[:1] + ones[-1:], others[:1] + others[-1:], strict=False)
    return any(a == b and len(a) >= _LONG and a.isalpha() for a, b in pairs)


def _pieces(text: str) -> list[str]:
    return [piece for piece in re.split(f"[{_COMMAS}]", text.lstrip(_COMMAS + " ")) if piece] or [
        ""
    ]


def _shape(piece: str) -> str:
    return _NUMBER.sub("#", piece.strip()).casefold()
