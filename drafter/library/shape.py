"""The shape of a clause file, for validation and for editors. Every scalar is a string.

The skeleton has the keys of `model.record_write`; beside them stand what is derived for the eye
(opening, footnotes) and what maintainers add (topics, addressees, family, note, review).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag

from drafter.library.clause import ReviewState
from drafter.library.source import AdoptionWay, ReservationWay, StageName, TextState
from drafter.model.provenance import Action, Stage, Standing
from drafter.model.tree import DocumentType, Kind, PartKind

PARAGRAPH_TAG, PART_TAG = "<paragraph>", "<part>"


def _list_of_nothing(value: object) -> object:
    return [] if value == "" else value


def _table_of_nothing(value: object) -> object:
    return {} if value == "" else value


def _unknown(value: object) -> object:
    return value or Stage.UNKNOWN.value


def _nothing(value: object) -> object:
    return None if value in ("", {}) else value


def _block_tag(value: object) -> str:
    return PART_TAG if isinstance(value, dict) and "part" in value else PARAGRAPH_TAG


Words = Annotated[str, Field(min_length=1)]
Number = Annotated[str, Field(pattern=r"^([0-9]{1,9})?$")]
LanguageCode = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
Sha256 = Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")]
Fingerprint = Annotated[str, Field(pattern=r"^([0-9a-f]{32})?$")]
Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Keys = Annotated[list[Key], BeforeValidator(_list_of_nothing)]
Strings = Annotated[list[str], BeforeValidator(_list_of_nothing)]
Table = Annotated[dict[str, str], BeforeValidator(_table_of_nothing)]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class VotesShape(_Shape):
    """A count, of the whole part or of one paragraph (`on`)."""

    on: str = ""
    in_favour: Number = ""
    against: Number = ""
    abstaining: Number = ""
    record: str = ""


class ReservationShape(_Shape):
    """Who reserved or dissociated, on which paragraph."""

    by: Words
    how: ReservationWay = ""
    on: str = ""
    text: str = ""
    record: str = ""


class AdoptionShape(_Shape):
    """How one part was adopted."""

    part: Words
    how: AdoptionWay = "unknown"
    votes: Annotated[VotesShape | None, BeforeValidator(_nothing)] = None
    separate_votes: Annotated[list[VotesShape], BeforeValidator(_list_of_nothing)] = []
    reservations: Annotated[list[ReservationShape], BeforeValidator(_list_of_nothing)] = []
    record: str = ""


class ObtainedShape(_Shape):
    """How the text was obtained and checked."""

    state: TextState
    by: str = ""
    date: str = ""
    sha256: Sha256 = ""


class SourceShape(_Shape):
    """The source document."""

    symbol: Words
    title: str = ""
    body: str = ""
    session: Number = ""
    date: str = ""
    language: LanguageCode
    original_language: str = ""
    stage: StageName
    adopted_as: Table = {}
    adoption: Annotated[list[AdoptionShape], BeforeValidator(_list_of_nothing)] = []
    obtained: Annotated[ObtainedShape | None, BeforeValidator(_nothing)] = None
    url: str = ""
    notice: str = ""


class MastheadShape(_Shape):
    """What stands above the text; symbol, date and original language stand in `source`."""

    body: str = ""
    session: Number = ""
    session_read: str = ""
    committee: str = ""
    agenda_items: Strings = []
    agenda_titles: Strings = []
    distribution: str = ""
    submitters: str = ""
    sponsors: Strings = []
    rapporteur: str = ""
    adopted_on: str = ""
    bracket_line: str = ""
    closing: str = ""
    job_number: str = ""
    added_sponsors: Strings = []
    group: str = ""
    submitter: str = ""
    predecessor: str = ""
    meeting: str = ""
    documents: Strings = []
    read: Strings = []


class OriginShape(_Shape):
    """Where a paragraph of a draft came from."""

    symbol: str = ""
    part: str = ""
    place: str = ""
    clause: str = ""
    stage: Annotated[Stage, Field(strict=False), BeforeValidator(_unknown)] = Stage.UNKNOWN
    adopted_as: str = ""
    unchecked: Literal["", "true", "false"] = "false"
    text: str = ""


class StatusShape(_Shape):
    """How a paragraph stands in a negotiation."""

    standing: Annotated[Standing, Field(strict=False)]
    until: str = ""
    round: Number = ""
    date: str = ""


class ProposalShape(_Shape):
    """A proposal for a paragraph."""

    by: Strings = []
    action: Annotated[Action, Field(strict=False)]
    target: str = ""
    round: Number = ""
    against: str = ""
    text: str = ""
    remark: str = ""


class WaiverShape(_Shape):
    """A finding that was looked at and accepted."""

    code: Words
    reason: str = ""


class EarlierShape(_Shape):
    """What a paragraph said until a corrigendum."""

    text: Words
    until: str = ""
    by: str = ""


class NoteShape(_Shape):
    """A footnote."""

    id: Words
    mark: str = ""
    text: str = ""
    work: str = ""


class RetiredShape(_Shape):
    """Why a clause is not to be used any more, and which one to use instead."""

    why: Words
    by: str = ""


class ParagraphShape(_Shape):
    """A paragraph with its sub-paragraphs. Text in light marks: *opening words*, [^note]."""

    id: Words
    kind: Annotated[Kind, Field(strict=False)]
    label_read: str = ""
    label_fixed: str = ""
    numbered: Literal["", "true", "false"] = "true"
    restarts: Literal["", "true", "false"] = "false"
    opening: str = Field("", description="Derived from the text on import.")
    text: str = ""
    footnotes: Strings = Field([], description="Derived from the text on import.")
    notes: Annotated[list[NoteShape], BeforeValidator(_list_of_nothing)] = Field(
        [], description="The footnotes that this paragraph is the first to mark."
    )
    topics: Keys = Field([], description="Keys of topics.yaml. Never overwritten by an import.")
    addressees: Keys = Field(
        [], description="Keys of addressees.yaml. Never overwritten by an import."
    )
    family: str = Field("", description="The same clause over the years. Kept by imports.")
    note: str = Field("", description="A maintainer's remark. Kept by imports.")
    review: ReviewState = ""
    earlier: Annotated[list[EarlierShape], BeforeValidator(_list_of_nothing)] = Field(
        [], description="Readings that corrigenda replaced, oldest first. Kept by imports."
    )
    retired: Annotated[RetiredShape | None, BeforeValidator(_nothing)] = Field(
        None, description="Found only when asked for, cited with a warning. Kept by imports."
    )
    origins: Annotated[list[OriginShape], BeforeValidator(_list_of_nothing)] = []
    status: Annotated[StatusShape | None, BeforeValidator(_nothing)] = None
    proposals: Annotated[list[ProposalShape], BeforeValidator(_list_of_nothing)] = []
    waivers: Annotated[list[WaiverShape], BeforeValidator(_list_of_nothing)] = []
    children: Annotated[list[ParagraphShape], BeforeValidator(_list_of_nothing)] = []


class PartShape(_Shape):
    """A part: annex, appendix, draft in a report …"""

    part: Annotated[PartKind, Field(strict=False)]
    heading_read: str = ""
    blocks: Blocks = []


Blocks = Annotated[
    list[
        Annotated[
            Annotated[ParagraphShape, Tag(PARAGRAPH_TAG)] | Annotated[PartShape, Tag(PART_TAG)],
            Discriminator(_block_tag),
        ]
    ],
    BeforeValidator(_list_of_nothing),
]


class PairShape(_Shape):
    """A label before and after a round."""

    old: str = ""
    new: str = ""


class ClauseFileShape(_Shape):
    """One source document in one language, whole and in order, with its clauses."""

    format: Literal["1"]
    source: SourceShape
    imported: Fingerprint = Field("", description="Of the text as imported: tells edits by hand.")
    type: Annotated[DocumentType, Field(strict=False)]
    masthead: Annotated[MastheadShape | None, BeforeValidator(_nothing)] = None
    round: Number = ""
    concordance: Annotated[list[PairShape], BeforeValidator(_list_of_nothing)] = []
    part: Annotated[PartKind, Field(strict=False)]
    heading_read: str = ""
    blocks: Blocks = []
    notes: Annotated[list[NoteShape], BeforeValidator(_list_of_nothing)] = Field(
        [], description="Footnotes that no paragraph marks; others may stand here too."
    )
    base: Annotated[dict[str, object] | None, BeforeValidator(_nothing)] = Field(
        None, description="The text it departs from."
    )


for _model in (PartShape, ClauseFileShape):
    _model.model_rebuild()
