"""One event after the other as the sentences of a report, in the words of a language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.languages import Language, codes
from drafter.languages import language as language_of
from drafter.languages.report_words import ReportWords
from drafter.model.masthead import Masthead
from drafter.model.proceedings import (
    REPLACING,
    Event,
    EventKind,
    Manner,
    Meeting,
    Moment,
    Outcome,
    Proceedings,
    Proposal,
    ProposalKind,
    Speaker,
)
from drafter.reports.phrases import BLANK, Phrases

_AMENDING = {
    EventKind.ORALLY_REVISED: "as-orally-revised",
    EventKind.ORALLY_CORRECTED: "as-orally-corrected",
    EventKind.AMENDMENTS_DECIDED: "as-amended",
}
# A kind whose sentence is another one where a field is filled in.
_VARIANTS = (
    (EventKind.SUBMITTED, "submitter", "submitted-officer"),
    (EventKind.REVISED, "sponsors", "revised-by"),
    (EventKind.WITHDRAWN, "after", "withdrawn-after"),
)
# before the vote, those who explain theirs are named after those who merely spoke (A/78/481/Add.3)
_BEFORE = frozenset({Moment.BEFORE_VOTE, Moment.BEFORE_ADOPTION})
_ENDINGS = {Outcome.ADOPTED: "adopted", Outcome.REJECTED: "rejected", Outcome.UNKNOWN: "undecided"}


@dataclass(frozen=True, slots=True)
class Said:
    """What one event says: its sentences, what is listed under them, and whether a note with the
    summary records is marked at their end. `lists` are pairs (heading, States); `items` are
    documents listed under the paragraph."""

    words: str
    lists: tuple[tuple[str, str], ...] = ()
    items: tuple[str, ...] = ()
    records: bool = False


@dataclass(frozen=True, slots=True)
class Recommended:
    """Where a report recommends a draft: in which paragraph, as which of several ("III")."""

    paragraph: int
    count: str = ""


class Narrator:
    """Tells the events of one section in order: it knows which meeting was named last, under which
    symbol the draft stands, and how it was revised since."""

    def __init__(
        self,
        proceedings: Proceedings,
        language: Language,
        words: ReportWords,
        proposal: Proposal | None = None,
        recommended: Recommended | None = None,
    ) -> None:
        self._proceedings = proceedings
        self._language = language
        self._words = words
        self._phrases = Phrases(language, words)
        self._proposal = proposal
        self._recommended = recommended
        self._symbol = proposal.symbol if proposal else ""
        self._amended: list[str] = []
        self._meeting = 0
        self._again = 0

    def said(self, event: Event) -> Said:
        """What the report says of `event`."""
        fields = {**self._common(event), **self._own(event)}
        sentences = [self._words.text(key, count) for key, count in self._keys(event)]
        told = [_capitalised(each.format_map(fields)) for each in sentences]
        if event.kind is EventKind.TEXT:
            told = [event.words or BLANK]
        self._remember(event)
        between = "" if self._language.joins.delete else " "
        voted = event.manner is Manner.RECORDED
        return Said(
            between.join(told) + (self._words.text("voting") if voted else ""),
            self._phrases.votes(event.vote) if voted else (),
            event.documents,
            event.kind is EventKind.SUMMARY_RECORDS,
        )

    def _keys(self, event: Event) -> list[tuple[str, int]]:
        """The templates of an event, each with the number that chooses its form."""
        key, ending = event.kind.value, _ENDINGS[event.outcome]
        match event.kind:
            case EventKind.TEXT:
                return []
            case EventKind.NO_ACTION:
                return [(key, 0), (f"motion-{ending}", 0)]
            case EventKind.STATEMENTS if event.observers and event.by:
                return [(key, 0), ("said-also", len(event.observers))]
            case EventKind.BUDGET:
                key = f"budget-{event.implications or 'unknown'}"
            case EventKind.AMENDMENTS_DECIDED:
                key = f"amendments-{ending}"
            case EventKind.SEPARATE_VOTE:
                key = f"separate-vote-{ending}"
            case EventKind.DOCUMENTS:
                elsewhere = [("documents-see", 0)] if event.see else []
                listed = [(key, 0)] if event.documents or not event.see else []
                return [*elsewhere, *listed]
            case _:
                given = (more for kind, name, more in _VARIANTS if kind is event.kind
                         and getattr(event, name))  # fmt: skip
                key = next(given, key)
        return [(key, self._count(event))]

    def _count(self, event: Event) -> int:
        if event.kind is EventKind.CONSIDERED:
            return len(self._proceedings.meetings)
        return len(event.items) if event.kind is EventKind.DEBATED else len(event.sponsors)

    def _common(self, event: Event) -> dict[str, str]:
        its, the = self._opening(event)
        named = committee(self._proceedings.masthead, self._language)
        title = self._proposal.title if self._proposal else ""
        return {
            **self._nouns(),
            "at_its": its,
            "at_the": the,
            "blank": BLANK,
            "committee": named or BLANK,
            "committee_to": self._words.committee_to(named) or BLANK,
            "title": title or BLANK,
            "symbol": self._symbol or BLANK,
            "document": event.document or event.see or event.symbol or BLANK,
            "moment": self._moment(event),
            "sponsors": self._phrases.sponsors(event.sponsors),
            "submitter": event.submitter or BLANK,
        }

    def _own(self, event: Event) -> dict[str, str]:
        match event.kind:
            case EventKind.ALLOCATED | EventKind.DEBATED | EventKind.CONSIDERED:
                return self._introduced(event)
            case EventKind.REVISED | EventKind.CHAIRS_TEXT:
                return {
                    "earlier": self._symbol or BLANK,
                    "symbol": event.symbol or BLANK,
                }
            case EventKind.WITHDRAWN:
                return {"symbol": event.symbol or self._symbol or BLANK, "after": event.after}
            case EventKind.STATEMENTS:
                return self._statements(event)
            case _:
                return {
                    "representative": self._phrases.representative(event.by),
                    "subject": self._subject(event),
                    "how": self._how(event),
                    "as_revised": self._as_revised(event),
                    "see": self._see(),
                }

    def _introduced(self, event: Event) -> dict[str, str]:
        head = self._proceedings.masthead
        meetings = self._proceedings.meetings
        plenary = event.kind is EventKind.ALLOCATED
        see = self._words.text("see-report").format(
            document=event.see, paragraph=event.paragraph or BLANK
        )
        return {
            "nth": self._phrases.ordinals([event.meeting] if plenary else _numbers(meetings)),
            "date": self._phrases.date(event.date),
            "dates": self._phrases.dates([each.date for each in meetings]) if meetings else BLANK,
            "session": self._phrases.session(head.session),
            "title": next(iter(head.agenda_titles), "") or BLANK,
            "items": self._phrases.figures(event.items),
            "see": see if event.see else "",
        }

    def _statements(self, event: Event) -> dict[str, str]:
        statements = self._remarks(event)
        explanations = self._remark("said-in-explanation", event, event.explanations)
        if not event.explanations:
            said = statements
        elif not (event.by or event.observers):
            said = explanations
        else:
            before = event.moment in _BEFORE
            said = self._words.text("said-both-before" if before else "said-both").format(
                explanations=explanations,
                explainers=self._phrases.speakers(event.explanations, "representative"),
                statements=statements,
            )
        return {"said": said, "speakers": self._phrases.speakers(event.observers, "observer")}

    def _remarks(self, event: Event) -> str:
        """The statements that are not in explanation of vote."""
        if event.observers and not event.by:
            return self._remark("said", event, event.observers, "observer")
        alone = len(event.by) == 1 and not (event.moment or event.explanations)
        return self._remark("said-by-one" if alone else "said", event, event.by)

    def _remark(
        self, key: str, event: Event, group: Sequence[Speaker], role: str = "representative"
    ) -> str:
        named = self._phrases.speakers(group, role)
        said = self._words.text(key, max(len(group), 1))
        return said.format(speakers=named, moment=self._moment(event))

    def _moment(self, event: Event) -> str:
        return self._words.moments.get(event.moment.value, "").format_map(self._nouns())

    def _opening(self, event: Event) -> tuple[str, str]:
        """How the sentence names the meeting: "At its …, ", "At the …, "."""
        if not event.meeting and (event.moment or event.joined or event.kind is EventKind.TEXT):
            return "", ""
        nth = self._phrases.ordinal(event.meeting)
        if event.meeting and event.meeting == self._meeting:
            again = self._words.again[self._again % len(self._words.again)].format(nth=nth)
            self._again += 1
            return again, again
        self._meeting, self._again = event.meeting, 0
        held = self._proceedings.meeting(event.meeting)
        date = self._phrases.date(held.date if held else "")
        its, the = (
            self._words.text(key).format(nth=nth, date=date) for key in ("at-its", "at-the")
        )
        return its, the

    def _subject(self, event: Event) -> str:
        whole = "{the_draft} {symbol}" if not event.on else self._words.text("paragraph-of")
        return whole.format_map({**self._nouns(), "symbol": self._symbol or BLANK, "on": event.on})

    def _nouns(self) -> dict[str, str]:
        kind = self._proposal.kind if self._proposal else ProposalKind.RESOLUTION
        return dict(self._words.drafts[kind.value])

    def _how(self, event: Event) -> str:
        template = self._words.how.get(event.manner.value, "")
        return template.format(blank=BLANK, tally=self._phrases.tally(event.vote))

    def _as_revised(self, event: Event) -> str:
        if not self._amended:
            return ""
        both = len(set(self._amended)) > 1 and "as-amended" in self._amended
        words = self._words.text("as-revised-and-amended" if both else self._amended[-1])
        return words + (self._words.text("after-as") if self._how(event) else "")

    def _see(self) -> str:
        if self._recommended is None:
            return ""
        key = "see-draft" if self._recommended.count else "see"
        fields = {
            **self._nouns(),
            "number": str(self._recommended.paragraph),
            "count": self._recommended.count,
        }
        return self._words.text(key).format_map(fields)

    def _remember(self, event: Event) -> None:
        if event.kind in REPLACING:
            self._symbol, self._amended = event.symbol, []
        decided = event.kind is EventKind.AMENDMENTS_DECIDED
        if event.kind in _AMENDING and (not decided or event.outcome is Outcome.ADOPTED):
            self._amended.append(_AMENDING[event.kind])


def committee(masthead: Masthead, language: Language, *, of: bool = False) -> str:
    """The name of the Committee in a sentence, in whatever language the events name it; `of`: as it
    stands after "report of the"."""
    words = language.masthead
    named = masthead.committee
    known = (pair for code in codes() for pair in language_of(code).masthead.committees)
    segment = next((key for key, name in known if named in {key, name}), named)
    declined = dict(words.committees_of).get(segment, "") if of else ""
    return declined or words.committee(segment) or named


def _numbers(meetings: Sequence[Meeting]) -> list[int]:
    return [each.number for each in meetings]


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
