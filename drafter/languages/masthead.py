"""The words of a masthead (Editorial Manual, "Masthead and cover page") in one language."""

from __future__ import annotations

from dataclasses import dataclass

Pairs = tuple[tuple[str, str], ...]
# what mastheads say in forms of their own: the keys of `MastheadWords.also`
FORMS = (
    "agenda", "session", "adopted", "adopted_decision", "number", "statement", "addendum",
    "corrigendum", "labels", "meeting", "names", "rapporteur",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MastheadWords:
    """Masthead words; those with {fields} are templates.

    `organs` and `enacting` go by organ ("general-assembly", "security-council",
    "economic-and-social-council", "human-rights-council"), enacting words without their comma;
    `committees` by symbol segment ("C.2"), and `committees_of` as they stand after "report of the"
    where that differs; `distribution` by "general", "limited", "restricted";
    `languages` by code, as a masthead names them. `date_language` is the language whose dates
    the masthead prints. Templates: `session` {ordinal}; `agenda_item` and `agenda_items` {items};
    `report` {committee}; `sponsors` {sponsors} and {label}; `adopted` {organ} and {date}, and
    `adopted_decision` for decisions (empty: said as of resolutions); `on_report` and
    `without_committee` {documents}, the first {committee} too; `original` {language}; `closing`
    {meeting} and {date}, lines in printing order. `also` holds forms that are read and never
    written, by `FORMS`: templates of agenda, adoption ({organ}, {date}, {meeting}), meeting and
    resolution {number} lines, and of the title of a statement ({organ}); words for a session, an
    addendum, a corrigendum, what is submitted (`labels`) and a rapporteur; names of States that
    hold the word for "and" (`names`).
    """

    organization: str
    organs: Pairs
    enacting: Pairs
    committees: Pairs
    distribution: Pairs
    languages: Pairs
    date_language: str
    original: str
    session: str
    agenda_item: str
    agenda_items: str
    item_separator: str
    item_and: str
    report: str
    rapporteur: str
    draft_resolution: str
    revised_draft_resolution: str
    draft_decision: str
    amendments: str
    by_president: str
    by_chair: str
    sponsors: str
    adopted: str
    on_report: str
    without_committee: str
    closing: tuple[str, ...]
    annex: str
    appendix: str
    recycle: str
    committees_of: Pairs = ()
    adopted_decision: str = ""
    also: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def forms(self, key: str) -> tuple[str, ...]:
        """The forms by one of `FORMS` that are only ever read."""
        return dict(self.also).get(key, ())

    def organ(self, key: str) -> str:
        """The name of an organ; empty for an unknown key."""
        return dict(self.organs).get(key, "")

    def enacting_words(self, key: str) -> str:
        """The enacting words of an organ without comma; empty for an unknown key."""
        return dict(self.enacting).get(key, "")

    def committee(self, segment: str) -> str:
        """The name of a Main Committee by its symbol segment ("C.2"); empty for an unknown one."""
        return dict(self.committees).get(segment, "")

    def committee_of(self, segment: str) -> str:
        """The committee as `report` and `on_report` want it ("Второго комитета")."""
        return dict(self.committees_of).get(segment, "") or self.committee(segment)

    def distributed(self, key: str) -> str:
        """The distribution line for "general", "limited" or "restricted"."""
        return dict(self.distribution).get(key, "")

    def language_name(self, code: str) -> str:
        """The language with this code as this masthead names it."""
        return dict(self.languages).get(code, "")
