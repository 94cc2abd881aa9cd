"""The corner of the masthead that says what is issued: symbol, distribution, date and languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drafter.languages import Language
from drafter.languages import language as language_of
from drafter.model.masthead import Masthead
from drafter.writers.adoption_words import DATE_BLANK, in_words
from drafter.writers.clean import for_text

SHORT_BLANK = "__"
BLANK = "__________"
_LIMITED = "/L."  # what the Secretariat calls limited has it in its symbol
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class IssueLine:
    """A line of distribution, date or language; `spaced` leaves a line free before it."""

    text: str
    style: str
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Issue:
    """What is issued under `masthead` by the rules of its type, the row `kind` of the layout.

    `organ` is the first segment of the symbols of the body (A), `retyped` that the text is printed
    as another type of document than its own, `final` that nothing is left blank.
    """

    masthead: Masthead
    language: Language
    kind: Mapping[str, str]
    organ: str
    retyped: bool
    final: bool

    @property
    def symbol(self) -> str:
        """The symbol as typed in, or its blank. Of a text printed as another type of document it is
        the symbol only if such documents have such symbols."""
        typed = self.masthead.symbol
        if typed and (not self.retyped or self.kind["mark"] in typed):
            return typed
        return "" if self.final else self._symbol_blank()

    @property
    def session(self) -> int | None:
        """The number of the session, or its year where sessions are counted so."""
        read = _YEAR.search(self.masthead.session_read)
        by_year = int(read.group()) if read and self.kind["session"] == "year" else None
        return self.masthead.session or by_year

    @property
    def corrects_limited(self) -> bool:
        """Whether it is a correction or revision of a limited document, hence limited too."""
        head = self.masthead
        return bool(self.kind["follows"]) and _LIMITED in (head.symbol or head.predecessor)

    def lines(self) -> Iterable[IssueLine]:
        """Distribution, date and languages, from top to bottom."""
        given, words = self.masthead.distribution, self.language.masthead
        own = "limited" if self.corrects_limited else self.kind["distribution"]
        if given or own:
            line = words.distributed(given or own) or given
            yield IssueLine(for_text(line), "Distribution")
        printed = language_of(words.date_language).dates
        due = "date" in self.kind["secretariat"].split() and not self.final
        date = in_words(self.masthead.date, printed) or (DATE_BLANK if due else "")
        if date:
            yield IssueLine(for_text(date), "Publication")
        if self.kind["original"] == "yes":
            yield from self._languages()

    def _languages(self) -> Iterable[IssueLine]:
        words, given = self.language.masthead, self.masthead.original_language
        original = words.language_name(given) or given
        own = words.language_name(self.language.code)
        if own and original != own:
            yield IssueLine(own[:1].upper() + own[1:], "Original", spaced=True)
        named = original or ("" if self.final else BLANK)
        if named:
            line = words.original.format(language=named)
            yield IssueLine(for_text(line), "Original", spaced=original == own)

    def _symbol_blank(self) -> str:
        follows, session = self.kind["follows"], str(self.session or SHORT_BLANK)
        dates = (self.masthead.adopted_on, self.masthead.date)
        year = next((found.group() for found in map(_YEAR.search, dates) if found), SHORT_BLANK)
        known = {
            "organ": self.organ,
            "committee": self._committee(),
            "session": session,
            "year": year,
        }
        pieces = (piece.format(**known) for piece in self.kind["symbol"].split("/"))
        blank = "/".join(piece for piece in pieces if piece)
        if not follows:
            return blank
        before = self.masthead.predecessor or blank
        return before.partition(follows.rstrip("_"))[0] + follows

    def _committee(self) -> str:
        """The segment of the symbol that names the committee."""
        named = self.masthead.committee
        if self.kind["committee"] != "yes" or not named:
            return ""
        pairs = self.language.masthead.committees
        return next((segment for segment, name in pairs if named in {segment, name}), "")
