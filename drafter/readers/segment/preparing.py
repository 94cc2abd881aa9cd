"""Paragraphs made ready for the tree: section numbers on lines of their own, numbered titles, the
marks of quoted drafts, the numbers of quoted paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.languages import Language
from drafter.readers.segment.characters import ending, ends_sentence
from drafter.readers.segment.head import LONGEST_HEAD
from drafter.readers.segment.labels import Form, Label, lone_label, resolution_number
from drafter.readers.segment.raw import Raw
from drafter.readers.segment.roles import LOOSE, head_role
from drafter.readers.segment.vocabulary import vocabulary

_QUOTES = {"“": "”", '"': '"', "«": "»", "„": "“"}


def prepared(raws: Sequence[Raw], language: Language) -> tuple[Raw, ...]:
    """The paragraphs, with a section's number put before the heading that stands on the next line,
    and the number of a resolution taken off its title.

    A draft quoted in a report repeats the opening mark at each paragraph (Editorial Manual,
    "Quotations"): the marks go. What an amendment quotes keeps its numbers in its words.
    """
    out: list[Raw] = []
    for raw in map(_below_number, raws):
        last = out[-1] if out else None
        if last and _is_lone_section(last) and raw.title_like and not raw.role and not raw.label:
            out[-1] = replace(raw, label=lone_label(last.text))
        else:
            out.append(_titled(raw))
    ready = _with_bare_numbers([_with_lone_label(raw) for raw in out])
    if amends(raws, language):
        return tuple(_quoted_whole(raw) for raw in ready)
    return tuple(_unquoted(ready))


def amends(raws: Sequence[Raw], language: Language) -> bool:
    """Whether the line that names what is submitted names amendments, or oral revisions are."""
    head = raws[:LONGEST_HEAD]
    if any(vocabulary(language).oral_revisions.fullmatch(raw.text) for raw in head):
        return True
    said = (raw.text for raw in head if head_role(raw.text, language) in LOOSE)
    return vocabulary(language).amendments.fullmatch(next(said, "")) is not None


def _below_number(raw: Raw) -> Raw:
    """A heading whose number stands on a line above it, in the same paragraph of the file."""
    above, _, heading = raw.text.partition("\n")
    found = lone_label(above) if heading and raw.label is None and raw.title_like else None
    if found is None or found.form is Form.LETTER:
        return raw
    return replace(raw, text=heading, lines=raw.lines[1:], label=found)


def _is_lone_section(raw: Raw) -> bool:
    found = lone_label(raw.text) if raw.label is None and not raw.role else None
    return found is not None and found.form is not Form.LETTER


def _with_lone_label(raw: Raw) -> Raw:
    """A section number that nothing follows is a heading without words."""
    return replace(raw, text="", label=lone_label(raw.text)) if _is_lone_section(raw) else raw


def _with_bare_numbers(raws: Sequence[Raw]) -> list[Raw]:
    """The number of a paragraph that lacks its full stop ("6 Requests"), between 5. and 7."""
    out = list(raws)
    counted = [i for i, raw in enumerate(raws) if raw.number]
    for before, after in pairwise(counted):
        number = raws[before].number + 1
        if after == before + 1 or raws[after].number != number + 1:
            continue
        for index in range(before + 1, after):
            found = re.match(rf"{number}\s+(?=[^\W\d])", raws[index].text)
            if found and raws[index].label is None and not raws[index].role:
                label = Label(Form.NUMBER, str(number), str(number), found.end())
                out[index] = replace(raws[index], label=label, text=raws[index].text[found.end() :])
                break
    return out


def _titled(raw: Raw) -> Raw:
    # the titles of some resolutions are longer than any heading
    title = raw.title_like or not (raw.told or raw.role or ending(raw.text))
    label = resolution_number(raw.text) if title and raw.label is None else None
    return replace(raw, label=label, text=raw.text[label.end :]) if label else raw


def _quoted_whole(raw: Raw) -> Raw:
    """A paragraph whose number stands inside quotation marks, as words: it is no instruction."""
    first = raw.lines[0]
    if raw.label is None or not raw.label.quote or first.label:
        return raw
    return replace(raw, text="\n".join((first.text, *raw.text.split("\n")[1:])), label=None)


def _unquoted(raws: Sequence[Raw]) -> list[Raw]:
    """The paragraphs without the marks that quote whole drafts."""
    out: list[Raw] = []
    closing = ""
    for raw in raws:
        opened = raw.text[:1] if raw.label is None else raw.label.quote
        if raw.role == "enacting" and opened in _QUOTES:
            closing = _QUOTES[opened]
            out = _without_title_mark(out, opened)
        if not closing:
            out.append(raw)
            continue
        bare, last = _without_marks(raw, opened, closing)
        out.append(bare)
        closing = "" if last else closing
    return out


def _without_title_mark(raws: list[Raw], opened: str) -> list[Raw]:
    last = raws[-1] if raws else None
    if last is None or not last.text.startswith(opened) or _QUOTES[opened] in last.text:
        return raws
    return [*raws[:-1], replace(last, text=last.text[1:].lstrip())]


def _without_marks(raw: Raw, opened: str, closing: str) -> tuple[Raw, bool]:
    """The paragraph of a quoted draft, and whether the quotation ends with it."""
    text = raw.text
    if raw.label is None and opened in _QUOTES and _QUOTES[opened] == closing:
        text = text[1:].lstrip()
    last = text.endswith(closing) and _odd(text, closing) and ends_sentence(text)
    return replace(raw, text=text[:-1] if last else text), last


def _odd(text: str, closing: str) -> bool:
    """Whether more marks close in the text than open."""
    inner = next(mark for mark, end in _QUOTES.items() if end == closing)
    if inner == closing:
        return text.count(inner) % 2 == 1
    return text.count(closing) > text.count(inner)
