"""Where the words of the document as read stand in the file: see `model.located`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from drafter.languages import language
from drafter.model.located import Located
from drafter.model.view import view
from drafter.readers.docx.blocks import Origin
from drafter.readers.docx.wording import Wording, moved
from drafter.readers.reader import ReadResult

# A character as the file prints it, and where it stands; None for one that no run has.
_Printed: TypeAlias = tuple[str, Origin | None]
_SPACES = str.maketrans("\t\n\u00a0", "   ")


def located(result: ReadResult, wordings: Mapping[int, Wording]) -> tuple[Located, ...]:
    """Where the words of each element and of each note stand.

    `wordings` maps the number of each paragraph to its characters, and -1, -2 … to those of the
    notes. An element whose characters are not found in their order is left out.
    """
    numbered = view(result.document, language(result.document.language).conventions)
    texts = {each.id: each.text.plain() for each in numbered.elements}
    notes = {each.id: each.text.plain() for each in numbered.notes}
    found: list[Located] = []
    for each, printed in _with_paragraphs(result, texts, wordings):
        found += _stretches(each, texts[each], printed)
    read = [each.id for each in result.document.notes]
    order = [each.element for each in result.places if each.element in set(read)]
    for index, note in enumerate(order):
        wording = wordings.get(-1 - index)
        if wording is not None and note in notes:
            found += _stretches(note, notes[note], _Characters([wording]))
    return tuple(found)


def _with_paragraphs(
    result: ReadResult, texts: Mapping[str, str], wordings: Mapping[int, Wording]
) -> Iterator[tuple[str, _Characters]]:
    """Each element with what is printed from where it begins to where the next one does."""
    placed = sorted((p.line, i, p.element) for i, p in enumerate(result.places))
    placed = [each for each in placed if each[2] in texts]
    numbers = sorted(number for number in wordings if number > 0)
    at = 0
    shared: dict[int, _Characters] = {}
    for index, (line, _, element) in enumerate(placed):
        following = placed[index + 1][0] if index + 1 < len(placed) else numbers[-1] + 1
        if line in shared:
            yield element, shared[line]
            continue
        while at < len(numbers) and numbers[at] < line:
            at += 1
        last = at
        while last < len(numbers) and numbers[last] < max(following, line + 1):
            last += 1
        shared[line] = _Characters([wordings[number] for number in numbers[at:last]])
        yield element, shared[line]


def _printed(wording: Wording) -> Iterator[_Printed]:
    """The characters of a paragraph, the marks of notes left out."""
    text = wording.text
    position = 0
    for each in wording.looks:
        for index in range(position, each.start):
            if not any(start <= index < end for start, end in wording.raised):
                yield text[index], None
        at = each.at
        for index in range(each.start, each.end):
            yield text[index], at and (at[0], at[1], at[2] + index - each.start)
        position = each.end


class _Characters:
    """What is printed; an element takes characters from `taken` on."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self._wordings = wordings
        self._printed: Sequence[_Printed] | None = None
        self.taken = 0

    @property
    def printed(self) -> Sequence[_Printed]:
        """Each character with its place."""
        if self._printed is None:
            self._printed = [each for wording in self._wordings for each in _printed(wording)]
        return self._printed

    def verbatim(self, element: str, text: str) -> list[Located]:
        """The stretches of a text that the first paragraph prints as it is; none if it does not, or
        if others have taken of it. Most texts stand so, and need no look at each character."""
        wording = self._wordings[0] if self._wordings else None
        if wording is None or wording.raised or self.taken or not text:
            return []
        begin = wording.text.translate(_SPACES).find(text)
        if begin < 0:
            return []
        end = begin + len(text)
        found: list[Located] = []
        for each in wording.looks:
            start, last = max(each.start, begin), min(each.end, end)
            if start < last and each.at is not None:
                part, paragraph, first = moved(each.at, start - each.start) or each.at
                made = Located(
                    element, start - begin, last - begin, part, paragraph, first,
                    first + last - start,
                )  # fmt: skip
                if found and _continues(found[-1], made):
                    made = replace(found.pop(), end=made.end, last=made.last)
                found.append(made)
        self.taken = end
        return found

    def find(self, text: str) -> list[int] | None:
        """The index of each character of `text`, white space -1; None if they are not all there in
        their order."""
        wanted = [each for each in text if not each.isspace()]
        rest = range(self.taken, len(self.printed))
        dense = [index for index in rest if not self.printed[index][0].isspace()]
        words = "".join(self.printed[index][0] for index in dense)
        at = words.find("".join(wanted))
        chosen = range(at, at + len(wanted)) if at >= 0 else _from_the_end(words, wanted)
        if chosen is None:
            return None
        places = iter(dense[index] for index in chosen)
        found = [-1 if each.isspace() else next(places) for each in text]
        self.taken = max(found, default=self.taken - 1) + 1
        return found


def _from_the_end(words: str, wanted: Sequence[str]) -> Sequence[int] | None:
    """The characters of `wanted` in `words`, the last first: what a reader drops, a label or a mark
    of quotation, stands before what it keeps."""
    found: list[int] = []
    at = len(words)
    for each in reversed(wanted):
        at = words.rfind(each, 0, at)
        if at < 0:
            return None
        found.append(at)
    return found[::-1]


def _stretches(element: str, text: str, printed: _Characters) -> Iterator[Located]:
    verbatim = printed.verbatim(element, text)
    if verbatim:
        yield from verbatim
        return
    begin = printed.taken
    found = printed.find(text)
    if found is None:
        return
    if not text:
        yield from _empty(element, printed.printed[begin:])
        return
    run: Located | None = None
    for made in _singles(element, text, found, printed.printed):
        if run is not None and _continues(run, made):
            run = replace(run, end=made.end, last=made.last)
            continue
        if run is not None:
            yield run
        run = made
    if run is not None:
        yield run


def _empty(element: str, printed: Sequence[_Printed]) -> Iterator[Located]:
    """An element without words stands where its label does."""
    for _, at in printed:
        if at is not None:
            yield Located(element, 0, 0, at[0], at[1], at[2], at[2])
            return


def _singles(
    element: str, text: str, found: Sequence[int], printed: Sequence[_Printed]
) -> Iterator[Located]:
    """The place of each character that has one; white space may stand for more of it."""
    for index, at in enumerate(found):
        if at >= 0:
            where = printed[at][1]
            if where is not None:
                yield Located(element, index, index + 1, *where, where[2] + 1)
        elif 0 < index < len(text) - 1:
            between = range(found[index - 1] + 1, found[index + 1])
            spaces = [p for i in between if printed[i][0].isspace() and (p := printed[i][1])]
            if spaces and spaces[0][:2] == spaces[-1][:2]:
                yield Located(element, index, index + 1, *spaces[0], spaces[-1][2] + 1)


def _continues(run: Located, made: Located) -> bool:
    return (
        (run.part, run.paragraph, run.last, run.end)
        == (made.part, made.paragraph, made.first, made.start)
        and made.last - made.first == made.end - made.start
        and run.last - run.first == run.end - run.start
    )
