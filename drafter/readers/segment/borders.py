"""What is to be seen between a paragraph so far and the line after it."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.languages import Language, OpeningMatch, canonical, opening_match
from drafter.languages.unparted import unparted
from drafter.readers.segment.characters import ending
from drafter.readers.segment.layout import Layout
from drafter.readers.segment.lines import Line

_OPENING = 200


@dataclass(frozen=True, slots=True)
class Border:
    """What parts the two, or seems to.

    `opening` says that the line begins with words that open paragraphs; `fresh` that they are no
    mere "and recalls": without an adverb, or the verb of the paragraph before with one.
    """

    ended: str
    seam: bool
    gap: bool
    indented: bool
    short: bool
    opening: bool
    fresh: bool

    @property
    def set_apart(self) -> bool:
        """Whether white space alone parts the two."""
        return self.gap or self.indented


@dataclass(frozen=True, slots=True)
class Borders:
    """Sees borders in a text of this language and layout."""

    language: Language
    layout: Layout

    def between(self, text: str, last: Line, line: Line, *, in_head: bool) -> Border:
        """The border between a paragraph that reads `text` up to the line `last`, and `line`."""
        seam = self.layout.at_seam(line)
        short = self.layout.wrapped and self.layout.short(last, unparted(line.text, self.language))
        gap = line.blank_before > self.layout.blank and not seam
        ended = ending(text)
        found = self.opening(line.text) if ended or short or gap or in_head else None
        first = self.opening(text) if found and found.adverbs else None
        repeated = first is not None and found is not None and found.opening == first.opening
        # a full line that ends a sentence by chance, and an empty line that parts nothing
        chance = bool(ended) and self.layout.wrapped and not (self.layout.gaps or short)
        return Border(
            ended=ended,
            seam=seam,
            gap=gap and not chance,
            indented=self.layout.indented(line) and not seam and self.layout.indents is not False,
            short=short,
            opening=found is not None and not self._led_in(text),
            fresh=found is not None and (not found.adverbs or repeated),
        )

    def opening(self, text: str) -> OpeningMatch | None:
        """The words that open a paragraph, if `text` begins with them."""
        found = opening_match(canonical(text[:_OPENING], self.language), self.language)
        small = found is not None and text[:1].islower() and not found.opening.form[:1].islower()
        return None if small else found  # "…, decides": the middle of a sentence

    def _led_in(self, text: str) -> bool:
        """Whether `text` ends with words that lead in a verb: "in this regard," """
        words = canonical(text[-_OPENING:], self.language).rstrip("，,،").casefold()
        leads = [p.words for p in self.language.before_verb if p.role == "lead"]
        return words.endswith(tuple(lead.strip(" ,").casefold() for lead in leads))
