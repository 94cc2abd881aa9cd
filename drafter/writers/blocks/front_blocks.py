"""The blocks of the front matter: session and agenda, sponsors, rapporteur, closing formula."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.writers.adoption_words import without_vote
from drafter.writers.blocks.notes import Notes
from drafter.writers.blocks.values import NUMBERED, Block, Run
from drafter.writers.front import Front


def before_text(face: Front, notes: Notes) -> Iterator[Block]:
    """Session, committee, agenda item and titles; for adopted texts when and how it was adopted;
    for drafts the sponsors. Stars in these lines become footnotes, cited documents links; the
    number of the resolution itself is none."""
    lines = [
        ("Session", face.council),
        ("Session", face.session),
        ("Committee", face.committee),
        ("AgendaItemNormal", face.agenda_items),
        *(("AgendaTitleH2", title) for title in face.agenda_titles),
        ("TitleHCH", face.resolution),
        ("TitleH1" if face.resolution else "TitleHCH", face.adopted),
        ("Bracket", face.bracket),
        ("Sponsors", face.sponsors),
        ("TitleH1", face.alone),
    ]
    own = face.resolution if face.adopted else ""
    for style, words in lines:
        if words:
            runs = (Run(words),) if words == own else notes.front_runs(words, face.notes)
            yield Block(style, runs)


def after_title(face: Front) -> Iterator[Block]:
    """What follows the first title: the word for an addendum, the rapporteur of a report."""
    lines = (("TitleH1", face.heading), ("Rapporteur", face.rapporteur))
    return (_line(style, words) for style, words in lines if words)


def numbered_title(title: Block, face: Front) -> Block:
    """The title with the number of an adopted text in the margin: "79/217.". A title that was read
    with its number has it once."""
    if not face.number:
        return title
    first, *rest = title.runs or (Run(),)
    bare = replace(first, text=first.text.removeprefix(face.number).lstrip())
    runs = (Run(breaks="tab"), Run(face.number), Run(breaks="tab"), bare, *rest)
    return replace(title, style=f"{title.style}{NUMBERED}", runs=runs)


def closing_blocks(face: Front) -> tuple[Block, ...]:
    """The lines of the closing formula, meeting and date, and of a recorded vote below them."""
    told = len(without_vote(face.closing))
    return tuple(
        _line("Closing" if at < told else "Vote", words) for at, words in enumerate(face.closing)
    )


def _line(style: str, words: str) -> Block:
    return Block(style, (Run(words),))
