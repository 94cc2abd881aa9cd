"""What is recorded once about a source document: how far it came, how its text was obtained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from drafter.model.provenance import Stage

# A clause file must say how far its text had come: Stage.UNKNOWN is not among them.
StageName: TypeAlias = Literal["draft", "committee", "adopted", "withdrawn", "no-action"]
TextState: TypeAlias = Literal["extracted, unchecked", "against document"]
UNCHECKED, AGAINST_DOCUMENT = "extracted, unchecked", "against document"
AdoptionWay: TypeAlias = Literal["without-a-vote", "recorded-vote", "unknown"]
ReservationWay: TypeAlias = Literal["", "reservation", "dissociation", "explanation"]
CHECKED: TextState = "against document"


@dataclass(frozen=True, slots=True)
class Votes:
    """A separate vote on one paragraph (`on` is its id) or, without `on`, on the whole part.

    `record` is the symbol of the meeting record it was taken from ("A/79/PV.53").
    """

    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None
    on: str = ""
    record: str = ""

    @property
    def counted(self) -> bool:
        """Whether the count is known."""
        return None not in (self.in_favour, self.against, self.abstaining)

    @property
    def count(self) -> str:
        """In favour, against and abstaining: "100–30–20"."""
        return f"{self.in_favour}–{self.against}–{self.abstaining}"


@dataclass(frozen=True, slots=True)
class Reservation:
    """A delegation's reservation, explanation or dissociation (`how`, a `ReservationWay`), on a
    paragraph (`on` is its id) or on the whole."""

    by: str
    on: str = ""
    text: str = ""
    record: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class Adoption:
    """How one part was adopted; `how` is an `AdoptionWay`, `unknown` by default."""

    part: str
    how: str = "unknown"
    votes: Votes | None = None
    separate_votes: tuple[Votes, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    record: str = ""


@dataclass(frozen=True, slots=True)
class Obtained:
    """How the text came here: `state` is a `TextState`; `by` and `date` say who checked it
    and when; `sha256` is that of the file it was read from or checked against."""

    state: str = UNCHECKED
    by: str = ""
    date: str = ""
    sha256: str = ""

    @property
    def checked(self) -> bool:
        """Whether the text was compared with the document."""
        return self.state == CHECKED


@dataclass(frozen=True, slots=True)
class Source:
    """One source document in one language.

    `body` is the organ's short name ("ga"); `adopted_as` maps part paths to the resolution they
    were adopted under. A text is cited as what it was read from, whatever it became later.
    """

    symbol: str = ""
    language: str = ""
    stage: Stage = Stage.UNKNOWN
    title: str = ""
    body: str = ""
    session: int | None = None
    date: str = ""
    original_language: str = ""
    adopted_as: tuple[tuple[str, str], ...] = ()
    adoption: tuple[Adoption, ...] = ()
    obtained: Obtained = Obtained()
    url: str = ""
    notice: str = ""

    def adopted(self, part: str) -> str:
        """The resolution that `part`, or the nearest part around it, was adopted under."""
        adopted = dict(self.adopted_as)
        return next((adopted[each] for each in _around(part) if adopted.get(each)), "")

    def adoption_of(self, part: str) -> Adoption:
        """How `part`, or the nearest part around it, was adopted."""
        held = {each.part: each for each in self.adoption}
        return next((held[each] for each in _around(part) if each in held), Adoption(part))


def _around(part: str) -> Iterator[str]:
    """The path of a part, of those around it, and the empty one."""
    segments = part.split("/")
    for length in range(len(segments), -1, -1):
        yield "/".join(segments[:length])


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the library holds: number of texts, their sessions (ascending) and languages; what it
    does not look into: files that could not be read, clauses that were retired."""

    texts: int = 0
    sessions: tuple[int, ...] = ()
    languages: tuple[str, ...] = ()
    clauses: int = 0
    unread: int = 0
    retired: int = 0
