"""The report as a document: introduction, what became of each draft, what is recommended.

Paragraphs run on through the sections; each recommended draft is a part of its own, with its own
paragraph and note numbers (A/79/439/Add.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.languages import Language
from drafter.languages.report_words import ReportWords, report_words
from drafter.model.drafted import drafted
from drafter.model.numbering import count
from drafter.model.proceedings import (
    Event,
    EventKind,
    Moment,
    Proceedings,
    Proposal,
    ProposalKind,
)
from drafter.model.provenance import Stage
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Document, DocumentType, Kind, Note, Paragraph, Part, PartKind
from drafter.reports.embedding import embedded, embedded_notes
from drafter.reports.phrases import BLANK, Phrases
from drafter.reports.sentences import Narrator, Recommended, Said, committee

_ROOT = PartKind.REPORT.value
_ORGAN = "general-assembly"
_PARTS_NOTE = "parts"
_RECORDS_NOTE = "records"
_PARTS = {ProposalKind.RESOLUTION: PartKind.DRAFT, ProposalKind.DECISION: PartKind.DECISION}

Drafts = Sequence[Document | None]


def report(proceedings: Proceedings, drafts: Drafts, language: Language) -> Document:
    """The committee's report that tells `proceedings`; `drafts` are the texts of its proposals, one
    each, None where there is none yet."""
    return _Report(proceedings, drafts, language).document()


def sentences(
    proceedings: Proceedings, drafts: Drafts, language: Language
) -> tuple[tuple[str, ...], ...]:
    """What the report says of each event: of the introduction, then of each proposal."""
    return _Report(proceedings, drafts, language).sentences()


def paragraphs(events: Iterable[Event]) -> tuple[tuple[Event, ...], ...]:
    """The events of each paragraph: one, and those whose sentences are joined to it. After a vote
    with its lists a new paragraph begins in any case."""
    groups: list[list[Event]] = []
    for event in events:
        joined = event.joined or event.kind is EventKind.SUMMARY_RECORDS
        joined = joined or (event.moment is Moment.SUBSEQUENTLY and not event.meeting)
        if joined and groups and not (groups[-1][-1].vote.is_listed or groups[-1][-1].documents):
            groups[-1].append(event)
        else:
            groups.append([event])
    return tuple(tuple(group) for group in groups)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A proposal that is recommended, with its text and where the report recommends it."""

    proposal: Proposal
    text: Document | None
    recommended: Recommended
    index: int


class _Report:
    def __init__(self, proceedings: Proceedings, drafts: Drafts, language: Language) -> None:
        titled = tuple(map(_titled, proceedings.proposals, drafts))
        self._told = replace(proceedings, proposals=titled)
        self._language = language
        self._words: ReportWords = report_words(language.code)
        self._phrases = Phrases(language, self._words)
        self._drafts = self._recommended(drafts)
        self._counts: dict[str, int] = {}

    def document(self) -> Document:
        """The whole report."""
        blocks: list[Paragraph | Part] = [self._title(), *self._introduction()]
        blocks += [*self._consideration(), *self._recommendations()]
        embedded = [embedded_notes(self._path(d), d.text) for d in self._drafts if d.text]
        return Document(
            DocumentType.COMMITTEE_REPORT,
            self._language.code,
            Part(PartKind.REPORT, tuple(blocks)),
            masthead=replace(self._told.masthead, body=self._told.masthead.body or _ORGAN),
            notes=(*self._own_notes(), *(note for notes in embedded for note in notes)),
            stage=Stage.COMMITTEE.value,
        )

    def sentences(self) -> tuple[tuple[str, ...], ...]:
        """What is said of each event, section by section."""
        first = Narrator(self._told, self._language, self._words)
        told = [(first, self._told.introduction)]
        told += [(self._narrator(each), each.events) for each in self._told.proposals]
        return tuple(tuple(who.said(event).words for event in events) for who, events in told)

    def _narrator(self, proposal: Proposal) -> Narrator:
        where = next((d.recommended for d in self._drafts if d.proposal is proposal), None)
        return Narrator(self._told, self._language, self._words, proposal, where)

    def _recommended(self, texts: Drafts) -> tuple[_Draft, ...]:
        """The drafts adopted, resolutions before decisions, with the paragraph that recommends
        them: the first after those that tell the events."""
        told = [self._told.introduction, *(each.events for each in self._told.proposals)]
        number = sum(len(paragraphs(events)) for events in told)
        found: list[_Draft] = []
        pairs = tuple(zip(self._told.proposals, texts, strict=True))
        for kind in ProposalKind:
            own = [pair for pair in pairs if pair[0].kind is kind and pair[0].adoption]
            number += bool(own)
            for index, (proposal, text) in enumerate(own, 1):
                counter = self._language.conventions.part_counter
                where = Recommended(number, count(counter, index) if len(own) > 1 else "")
                found.append(_Draft(proposal, text, where, index))
        return tuple(found)

    def _title(self) -> Paragraph:
        words = self._language.masthead
        named = self._committee_of()
        text = Text.of(words.report.format(committee=named))
        if self._told.parts:
            text = Text.of(*text.spans, Span(_PARTS_NOTE, SpanKind.NOTE))
        return Paragraph(f"{_ROOT}/title", Kind.TITLE, text)

    def _introduction(self) -> Iterator[Paragraph]:
        if self._told.introduction:
            yield self._heading(self._words.text("introduction"))
            narrator = Narrator(self._told, self._language, self._words)
            yield from self._told_by(narrator, self._told.introduction)

    def _consideration(self) -> Iterator[Paragraph]:
        proposals = self._told.proposals
        if len(proposals) == 1:
            yield self._heading(self._considered(proposals[0]))
        elif proposals:
            yield self._heading(self._words.text("consideration"))
        for index, proposal in enumerate(proposals, 1):
            if len(proposals) > 1:
                yield self._lettered(index, self._named(proposal))
            yield from self._told_by(self._narrator(proposal), proposal.events)

    def _letter(self, index: int) -> str:
        if index <= len(self._words.letters):
            return self._words.letters[index - 1]
        return count(self._language.conventions.letter_counter, index)

    def _recommendations(self) -> Iterator[Paragraph | Part]:
        if self._drafts:
            words = self._words.text("recommendations", len(self._drafts))
            yield self._heading(words.format(committee_of=self._committee_of()))
        kinds = [
            kind for kind in ProposalKind if any(d.proposal.kind is kind for d in self._drafts)
        ]
        for kind in kinds:
            own = [draft for draft in self._drafts if draft.proposal.kind is kind]
            key = "recommends" if kind is kinds[0] else "recommends-also"
            sentence = self._words.text(key, len(own)).format(
                committee=committee(self._told.masthead, self._language) or BLANK,
                **self._words.drafts[kind.value],
            )
            yield self._paragraph(Text.of(sentence[:1].upper() + sentence[1:]))
            yield from (self._part(draft) for draft in own)

    def _part(self, draft: _Draft) -> Part:
        if draft.text is not None:
            return embedded(self._path(draft), _PARTS[draft.proposal.kind], draft.text)
        nouns = self._words.drafts[draft.proposal.kind.value]
        symbol = draft.proposal.symbols[-1] if draft.proposal.symbols else BLANK
        missing = self._words.text("text-missing").format(symbol=symbol, **nouns)
        path = self._path(draft)
        title = Paragraph(f"{path}/title", Kind.TITLE, Text.of(draft.proposal.title or BLANK))
        words = Paragraph(f"{path}/missing", Kind.PROSE, Text.of(missing), numbered=False)
        return Part(_PARTS[draft.proposal.kind], (title, words))

    def _path(self, draft: _Draft) -> str:
        return f"{_ROOT}/{_PARTS[draft.proposal.kind].value}-{draft.index}"

    def _told_by(self, narrator: Narrator, events: Sequence[Event]) -> Iterator[Paragraph]:
        between = "" if self._language.joins.delete else " "
        for group in paragraphs(events):
            said = [narrator.said(event) for event in group]
            text = Text.of(between.join(each.words for each in said))
            if any(each.records for each in said):
                text = Text.of(*text.spans, Span(_RECORDS_NOTE, SpanKind.NOTE))
            yield self._paragraph(text, tuple(self._under(said[-1])))

    def _under(self, said: Said) -> Iterator[Paragraph]:
        """Documents as lettered sub-paragraphs; each list of a vote below its heading."""
        yield from (self._child(Text.of(item)) for item in said.items)
        for heading, states in said.lists:
            yield self._child(Text.of(Span(heading, SpanKind.EMPHASIS)), Kind.CONTINUATION)
            yield self._child(Text.of(states), Kind.CONTINUATION)

    def _considered(self, proposal: Proposal) -> str:
        symbols = proposal.symbols
        return self._words.text("consideration-of", len(symbols)).format_map(
            {
                **self._words.drafts[proposal.kind.value],
                "drafts": self._with_symbols(proposal),
                "symbols": self._phrases.figures(symbols),
            }
        )

    def _named(self, proposal: Proposal) -> str:
        words = self._with_symbols(proposal)
        return words[:1].upper() + words[1:]

    def _with_symbols(self, proposal: Proposal) -> str:
        nouns = self._words.drafts[proposal.kind.value]
        several = (
            nouns.get("pair", nouns["drafts"]) if len(proposal.symbols) == 2 else nouns["drafts"]
        )
        noun = several if len(proposal.symbols) > 1 else nouns["draft"]
        between = "" if self._language.joins.delete else " "
        return noun + between + self._phrases.figures(proposal.symbols)

    def _committee_of(self) -> str:
        return committee(self._told.masthead, self._language, of=True) or BLANK

    def _heading(self, words: str) -> Paragraph:
        return Paragraph(self._id("heading"), Kind.HEADING, Text.of(words))

    def _lettered(self, index: int, words: str) -> Paragraph:
        """A heading below a section, which the sections' count passes over: "A. Draft …"."""
        label = self._words.text("lettered").format(letter=self._letter(index))
        heading = self._heading(words)
        return replace(heading, numbered=False, label_read=label, label_fixed=label)

    def _paragraph(self, text: Text, children: tuple[Paragraph, ...] = ()) -> Paragraph:
        return Paragraph(self._id("p"), Kind.REPORT, text, children)

    def _child(self, text: Text, kind: Kind = Kind.REPORT) -> Paragraph:
        return Paragraph(self._id("sub"), kind, text)

    def _id(self, stem: str) -> str:
        self._counts[stem] = self._counts.get(stem, 0) + 1
        return f"{_ROOT}/{stem}-{self._counts[stem]}"

    def _own_notes(self) -> Iterator[Note]:
        if self._told.parts:
            words = self._words.text("in-parts").format(
                parts=self._phrases.parts(len(self._told.parts)),
                symbols=self._phrases.figures(self._told.parts),
            )
            yield Note(_PARTS_NOTE, Text.of(words), "*")
        records = [each.record for each in self._told.meetings if each.record]
        listed = self._phrases.listed(records, self._words.records)
        words = self._words.text("records-note").format(records=listed)
        if any(e.kind is EventKind.SUMMARY_RECORDS for e in self._told.events):
            yield Note(_RECORDS_NOTE, Text.of(words))


def _titled(proposal: Proposal, draft: Document | None) -> Proposal:
    """The proposal with the title of its text, where nobody typed another."""
    if proposal.title or draft is None:
        return proposal
    titles = (p.text.plain() for p in drafted(draft) if p.kind is Kind.TITLE)
    return replace(proposal, title=next(titles, ""))
