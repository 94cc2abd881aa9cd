"""The words of a masthead (Editorial Manual, "Masthead and cover page") in one language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

Pairs = tuple[tuple[str, str], ...]
# what mastheads say in forms of their own: the keys of `MastheadWords.also`
FORMS = (
    "agenda", "session", "adopted", "adopted_decision", "number", "statement", "addendum",
    "corrigendum", "labels", "meeting", "names", "rapporteur", "unofficial",
)  # fmt: skip


# what names the draft in words of its own where that is a draft decision
DECIDED = (
    "revised_draft_resolution", "on_basis", "after_consultations", "amends", "oral_revisions",
    "added",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MastheadWords:
    """Masthead words; those with {fields} are templates.

    `organs` and `enacting` go by organ ("general-assembly", "security-council",
    "economic-and-social-council", "human-rights-council"), enacting words without their comma;
    `committees` by symbol segment ("C.2"), and `committees_of` as they stand after "report of the"
    where that differs; `distribution` by "general", "limited", "restricted";
    `languages` by code, as a masthead names them. `date_language` is the language whose dates
    the masthead prints. Templates: `session` {ordinal}; `agenda_item` and `agenda_items` {items},
    `agenda_pair` two of them where that is said otherwise, `agenda_sub` {number} and {letter};
    `report` {committee}; `sponsors` {sponsors} and {label}; `adopted` {organ} and {date}, and
    `adopted_decision` for decisions (empty: said as of resolutions); `on_report` and
    `without_committee` {documents}, the first {committee} too; `original` {language}; `closing`
    {meeting} and {date}, lines in printing order.

    `adopted_by`, `decided_by` and `closing_by` say the same by organ, where it is said otherwise
    than of the General Assembly; `on_recommendation` {committee} and {documents}, a document of
    those as `in_paragraph` {document} and {number}. `resolution_number` stands above the line of
    adoption where a resolution has no title, `title_number` before the title. `year_session`
    {year} is a session without a number. `meetings` and `meetings_at` give the number of a meeting
    as `closing` and `adopted_by` want it, by the first pattern that it is. `rapporteurs` says
    `rapporteur` otherwise of whom the first pattern begins to name ("Mme"). `submitted` {label} and
    {submitter} names an officer; `on_basis` {submitter} and {predecessor} one whose text follows
    consultations on a draft, `after_consultations` the same where no draft is named. `amends`
    {label} and {predecessor}, `amendment` being the label of a single one; `amends_resolution` and
    `amends_decision` the same of an adopted text; `oral_revisions` {predecessor}. `added`
    introduces the sponsors that an `addendum` adds.

    `decisions` are the words of draft decisions for what `DECIDED` names: see `deciding`.

    `also` holds forms that are read and never written, by `FORMS`: templates of agenda, adoption
    ({organ}, {date}, {meeting}), meeting and resolution {number} lines, and of the title of a
    statement ({organ}); words for a session, an addendum, a corrigendum, what is submitted
    (`labels`) and a rapporteur; names of States that hold the word for "and" (`names`); what
    drafter itself prints on every page (`unofficial`).
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
    agenda_sub: str
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
    submitted: str
    on_basis: str
    after_consultations: str
    amendment: str
    amends: str
    amends_resolution: str
    amends_decision: str
    oral_revisions: str
    addendum: str
    corrigendum: str
    added: str
    resolution_number: str
    title_number: str
    on_recommendation: str
    in_paragraph: str
    year_session: str
    annex: str
    appendix: str
    recycle: str
    decisions: tuple[str, ...]
    adopted_by: Pairs = ()
    decided_by: Pairs = ()
    closing_by: tuple[tuple[str, tuple[str, ...]], ...] = ()
    meetings: Pairs = ()
    meetings_at: Pairs = ()
    rapporteurs: Pairs = ()
    committees_of: Pairs = ()
    adopted_decision: str = ""
    agenda_pair: str = ""
    also: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def deciding(self) -> MastheadWords:
        """These words, those of a draft resolution being those of a draft decision."""
        revised, on_basis, after_consultations, amends, oral_revisions, added = self.decisions
        return replace(
            self, draft_resolution=self.draft_decision, revised_draft_resolution=revised,
            on_basis=on_basis, after_consultations=after_consultations, amends=amends,
            oral_revisions=oral_revisions, added=added,
        )  # fmt: skip

    def amended(self, predecessor: str) -> str:
        """The template of what amends the text with the symbol `predecessor`."""
        adopted = (("/RES/", self.amends_resolution), ("/DEC/", self.amends_decision))
        return next((words for series, words in adopted if series in predecessor), self.amends)

    def forms(self, key: str) -> tuple[str, ...]:
        """The forms by one of `FORMS` that are only ever read."""
        return dict(self.also).get(key, ())

    def organ(self, key: str) -> str:
        """The name of an organ; empty for an unknown key."""
        return dict(self.organs).get(key, "")

    def organ_key(self, named: str) -> str:
        """The key of an organ given by its key or by its name; empty for an unknown one."""
        return next((key for key, name in self.organs if named and named in {key, name}), "")

    def enacting_words(self, key: str) -> str:
        """The enacting words of an organ without comma; empty for an unknown key."""
        return dict(self.enacting).get(key, "")

    def committee(self, segment: str) -> str:
        """The name of a Main Committee by its symbol segment ("C.2"); empty for an unknown one."""
        return dict(self.committees).get(segment, "")

    def committee_of(self, segment: str) -> str:
        """The committee as `report` and `on_report` want it ("Второго комитета")."""
        return dict(self.committees_of).get(segment, "") or self.committee(segment)

    def adoption(self, organ: str, *, decision: bool) -> str:
        """What says that this organ adopted a resolution or a decision on a {date}."""
        if decision:
            said = dict(self.decided_by).get(organ) or self.adopted_decision
            return said or self.adoption(organ, decision=False)
        return dict(self.adopted_by).get(organ) or self.adopted

    def closing_lines(self, organ: str) -> tuple[str, ...]:
        """The closing lines of what this organ adopts."""
        return dict(self.closing_by).get(organ, self.closing)

    def counted(self, meeting: str, *, within: bool = False) -> str:
        """The number of a meeting as a closing line, or `within` a line of adoption, has it; what
        is not a plain number stays as it is ("50th (resumed)")."""
        rows = (within and self.meetings_at) or self.meetings
        found = (form for pattern, form in rows if re.fullmatch(pattern, meeting))
        return next(found, "{number}").format(number=meeting)

    def listed(self, items: Iterable[str]) -> str:
        """Items as a masthead lists them: "15, 20 (b) and 116"."""
        *before, last = (*items,) or ("",)
        return self.item_separator.join(before) + self.item_and + last if before else last

    def rapporteur_of(self, named: str) -> str:
        """The word before the name of this rapporteur."""
        found = (word for pattern, word in self.rapporteurs if re.match(pattern, named))
        return next(found, self.rapporteur)

    def distributed(self, key: str) -> str:
        """The distribution line for "general", "limited" or "restricted"."""
        return dict(self.distribution).get(key, "")

    def language_name(self, code: str) -> str:
        """The language with this code as this masthead names it."""
        return dict(self.languages).get(code, "")
