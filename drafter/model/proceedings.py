"""What a Main Committee did with the drafts before it: the events that its report tells, in order.

Entered once, in a file of its own; the report is made from it (`drafter.reports`). Nothing is taken
for granted: how a draft was adopted, and whether it has budget implications, is said or is blank.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from drafter.model.masthead import Masthead

At = tuple[str | int, ...]


class EventKind(StrEnum):
    """What happened; the first five belong to the introduction of the report."""

    ALLOCATED = "allocated"
    DEBATED = "debated"
    CONSIDERED = "considered"
    SUMMARY_RECORDS = "summary-records"
    DOCUMENTS = "documents"
    SUBMITTED = "submitted"
    INTRODUCED = "introduced"
    REVISED = "revised"
    CHAIRS_TEXT = "chairs-text"
    SPONSORS_JOINED = "sponsors-joined"
    ORALLY_REVISED = "orally-revised"
    ORALLY_CORRECTED = "orally-corrected"
    BUDGET = "budget-implications"
    AMENDMENTS_SUBMITTED = "amendments-submitted"
    AMENDMENTS_INTRODUCED = "amendments-introduced"
    AMENDMENTS_DECIDED = "amendments-decided"
    AMENDMENTS_WITHDRAWN = "amendments-withdrawn"
    VOTE_REQUESTED = "vote-requested"
    SEPARATE_VOTE = "separate-vote"
    NO_ACTION = "no-action-motion"
    STATEMENTS = "statements"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    TEXT = "text"


# Events that put another text, under a symbol of its own, in the place of the draft.
REPLACING = frozenset({EventKind.REVISED, EventKind.CHAIRS_TEXT})


class ProposalKind(StrEnum):
    """What is proposed; the value is also the stem of its words in a language."""

    RESOLUTION = "resolution"
    DECISION = "decision"


class Manner(StrEnum):
    """How the Committee decided. `UNQUALIFIED`: the report says only that it did, as reports of the
    Second Committee do where no vote was asked for (A/79/439/Add.2, para. 4)."""

    UNKNOWN = ""
    WITHOUT_VOTE = "without-a-vote"
    RECORDED = "recorded-vote"
    UNQUALIFIED = "unqualified"


class Outcome(StrEnum):
    """What became of amendments, a paragraph voted on separately or a motion."""

    UNKNOWN = ""
    ADOPTED = "adopted"
    REJECTED = "rejected"


class Moment(StrEnum):
    """When statements were made, or sponsors joined, within a meeting."""

    UNSAID = ""
    BEFORE_VOTE = "before-vote"
    AFTER_VOTE = "after-vote"
    BEFORE_ADOPTION = "before-adoption"
    AFTER_ADOPTION = "after-adoption"
    SUBSEQUENTLY = "subsequently"


class Implications(StrEnum):
    """Whether a draft has programme budget implications: said either way, or not known."""

    UNKNOWN = ""
    NONE = "none"
    STATED = "stated"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A State, or what is observed for, as the report names it; `on_behalf_of` its group."""

    name: str
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True)
class Vote:
    """A recorded vote: States as they were typed. The three counts are those
    somebody wrote down, -1 for none: they are compared with the lists, never printed before
    them."""

    in_favour: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    abstaining: tuple[str, ...] = ()
    counts: tuple[int, int, int] = (-1, -1, -1)

    @property
    def lists(self) -> tuple[tuple[str, ...], ...]:
        """The three lists, in the order of the report."""
        return self.in_favour, self.against, self.abstaining

    @property
    def is_listed(self) -> bool:
        """Whether anybody's vote is known."""
        return any(self.lists)

    @property
    def totals(self) -> tuple[int, int, int]:
        """The counts to print: of the lists, else as written down, -1 where neither says."""
        if not self.is_listed:
            return self.counts
        return len(self.in_favour), len(self.against), len(self.abstaining)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of the Committee: its number, ISO date and summary record ("A/C.2/79/SR.21")."""

    number: int
    date: str = ""
    record: str = ""
    at: At = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `KEYS` of `proceedings_write` says which fields belong to which kind.

    `meeting` is a number of `Proceedings.meetings` (of the plenary for `ALLOCATED`), 0 for not
    known; `symbol` the document that the event is about, where that is not the draft as it stands;
    `by` those who spoke or introduced; `submitter` the officer who submits, in words; `on` the
    paragraph voted on, in words; `see` and `paragraph` another report; `document` the statement of
    budget implications; `after` the draft in the light of whose adoption this one was withdrawn;
    `words` a paragraph that no kind can say, verbatim. With `joined` the sentence stands in the
    paragraph before. `at` is its place in the record.
    """

    kind: EventKind
    meeting: int = 0
    date: str = ""
    symbol: str = ""
    by: tuple[Speaker, ...] = ()
    explanations: tuple[Speaker, ...] = ()
    observers: tuple[Speaker, ...] = ()
    sponsors: tuple[str, ...] = ()
    submitter: str = ""
    moment: Moment = Moment.UNSAID
    on: str = ""
    implications: Implications = Implications.UNKNOWN
    document: str = ""
    documents: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    see: str = ""
    paragraph: str = ""
    outcome: Outcome = Outcome.UNKNOWN
    manner: Manner = Manner.UNKNOWN
    vote: Vote = Vote()
    after: str = ""
    words: str = ""
    joined: bool = False
    at: At = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A draft before the Committee. `file` holds the text that was adopted; `symbol` and `title`
    are those under which it was first submitted."""

    kind: ProposalKind
    symbol: str = ""
    title: str = ""
    file: str = ""
    events: tuple[Event, ...] = ()
    at: At = field(default=(), compare=False)

    @property
    def symbols(self) -> tuple[str, ...]:
        """The symbol first submitted, then those of what replaced it, in order."""
        revised = (event.symbol for event in self.events if event.kind in REPLACING)
        return tuple(dict.fromkeys(each for each in (self.symbol, *revised) if each))

    @property
    def adoption(self) -> Event | None:
        """The event by which the Committee adopted it."""
        return next((e for e in self.events if e.kind is EventKind.ADOPTED), None)


@dataclass(frozen=True, slots=True)
class Proceedings:
    """Everything a report tells. `parts` are the symbols of a report issued in several parts."""

    language: str
    masthead: Masthead = Masthead()
    parts: tuple[str, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    introduction: tuple[Event, ...] = ()
    proposals: tuple[Proposal, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """Every event, in the order of the report."""
        return (*self.introduction, *(e for each in self.proposals for e in each.events))

    def meeting(self, number: int) -> Meeting | None:
        """The meeting with this number."""
        return next((each for each in self.meetings if each.number == number), None)
