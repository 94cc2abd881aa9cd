"""The works that footnotes cite, as far as two notes in a row can share one by ibid.

A work is one that is cited by its volumes or years (Official Records, Treaty Series), a publication
with a sales number, or a resolution or document. What a note shares with the one before it ends at
a comma that both have, as in real documents: "Ibid., vol. 1249", "Ibid., chap. V", "Ibid., annex
II"; and "Ibid." alone stands for exactly what the note before says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.languages import Language
from drafter.model.citations import CitationKind, find_citations
from drafter.model.footnotes import NoteView, printed_text, scope
from drafter.model.ibid import after_ibid, standing_alone
from drafter.model.tree import Note
from drafter.model.view import DocumentView

_COMMAS = "，,،"
_STOPS = ".。 "
_BESIDES = re.compile(r"[;；؛]")
_IN_PARENTHESES = re.compile(r"[(（][^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*[)）]")
_CITED = frozenset({CitationKind.RESOLUTION, CitationKind.DECISION, CitationKind.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Follower:
    """A note as it prints and the note printed just before it in the same numbering, if any."""

    shown: NoteView
    before: Note | None


def followers(view: DocumentView) -> Iterator[Follower]:
    """Every numbered note with the one before it."""
    before: dict[str, Note] = {}
    for shown in view.notes:
        if not shown.note.mark:
            where = scope(shown.part)
            yield Follower(shown, before.get(where))
            before[where] = shown.note


def derived(note: Note, before: Note, language: Language) -> Note | None:
    """The note `note` such that its ibid. is derived after `before`; None where that is not certain
    or it is already."""
    rules = language.conventions
    if note.work or doubt(note, before, language):
        return None
    if after_ibid(note.text.plain(), rules) is None:
        return sharing(note, before, language)
    ibid = rules.ibid.rstrip(rules.stop)
    spelled = Note(note.id, note.text.replaced(0, len(ibid), ibid), note.mark)
    full = standing_alone(spelled, before, rules)
    return None if full is spelled else full


def sharing(note: Note, before: Note, language: Language) -> Note | None:
    """`note` such that it prints with ibid. after `before`; None where it is not certain that both
    cite one work, or where what is printed would not be read as the same again."""
    rules = language.conventions
    work = shared_work(before.text.plain(), note.text.plain(), language)
    if not work:
        return None
    made = Note(note.id, note.text, note.mark, work)
    printed = Note(note.id, printed_text(made, before, rules), note.mark)
    return made if standing_alone(printed, before, rules).text == note.text else None


def shared_work(before: str, note: str, language: Language) -> str:
    """The leading words of `note` that name the work and the place in it that `before` cites, too;
    empty where they cite different works, or `before` cites more than one."""
    least = _named_in(note, language)
    if not least or after_ibid(note, language.conventions) is not None:
        return ""
    if cites_several(before, language):
        return ""
    common = _common(before, note)
    cuts = (cut for cut in {*_ends(note)} & {*_ends(before)} if least <= cut <= common)
    return note[: max((cut for cut in cuts if _goes_on(note, before, cut)), default=0)]


def doubt(note: Note, before: Note | None, language: Language) -> str:
    """What makes the work of a typed ibid. uncertain, as the slug of a message; "" for nothing, or
    where the note does not begin with ibid."""
    rest = after_ibid(note.text.plain(), language.conventions)
    if rest is None or note.work:
        return ""
    if before is None:
        return "ibid-first"
    cited = before.text.plain()
    if rest.strip(_STOPS) and cites_several(cited, language):
        return "ibid-several"
    known = cited.casefold()
    first = re.split(f"[{_COMMAS}(]", rest.casefold().strip(_COMMAS + " "))[0]
    gone = any(part in first and part not in known for part in language.note_works.parts)
    return "ibid-elsewhere" if gone else ""


def cites_several(note: str, language: Language) -> bool:
    """Whether a note cites more than one work, so that ibid. after it is not certain. A corrigendum
    belongs to its document, and a resolution to the record that it stands in."""
    bare = _IN_PARENTHESES.sub("", note)
    if _BESIDES.search(bare):
        return True
    joining = re.compile(rf"(?:{language.citations.letter_and})(?:\w+\s*){{0,3}}$")
    cited = [each for each in find_citations(bare, language.citations) if each.kind in _CITED]
    return any(
        joining.search(bare[: other.start]) and not other.symbol.startswith(f"{cited[0].symbol}/")
        for other in cited
    )


def _named_in(note: str, language: Language) -> int:
    """Where the name of the work that `note` begins with ends; 0 where it is none that is known."""
    words = language.note_works
    at = len(_see(note, language))
    for work in words.series:
        if note.startswith(work, at):
            return at + len(work)
    cited = next(iter(find_citations(note, language.citations)), None)
    if cited is not None and cited.kind in _CITED:
        before = note[at : cited.start]
        numbered = cited.kind is not CitationKind.DOCUMENT
        if not before or (numbered and not any(sign in before for sign in _COMMAS)):
            return cited.end
    ends = [end for end in _ends(note) if any(sign in note[:end] for sign in words.published)]
    return min(ends, default=0)


def _see(note: str, language: Language) -> str:
    """The words "See " that a note opens with."""
    found = re.match(f"(?:{'|'.join(map(re.escape, language.note_works.see))})\\s*", note)
    return found[0] if found else ""


def _common(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _ends(note: str) -> Iterator[int]:
    """Where a reference to a work may end: at a comma outside parentheses, or with the note."""
    whole = len(note.rstrip(_STOPS))
    hidden = [found.span() for found in _IN_PARENTHESES.finditer(note)]
    for at, sign in enumerate(note[:whole]):
        if sign in _COMMAS and not any(start < at < end for start, end in hidden):
            yield at
    yield whole


def _goes_on(note: str, before: str, cut: int) -> bool:
    """Whether both go on after `cut`, or neither does: ibid. alone means the very same place."""
    rest = note[cut:].strip(_STOPS)
    return bool(rest) or not before[cut:].strip(_STOPS)
