"""Files of events for the tests: the samples in six languages, and events made by the thousand."""

from pathlib import Path

from hypothesis import strategies as st

from drafter.languages import language
from drafter.model.proceedings import (
    Event,
    EventKind,
    Implications,
    Manner,
    Meeting,
    Moment,
    Outcome,
    Proceedings,
    Proposal,
    ProposalKind,
    Speaker,
    Vote,
)
from drafter.model.proceedings_write import KEYS
from drafter.model.view import view
from drafter.readers import read

DATA = Path(__file__).resolve().parents[1] / "data" / "reports"
CODES = ("ar", "en", "es", "fr", "ru", "zh")
INTRODUCTION = frozenset({
    EventKind.ALLOCATED, EventKind.DEBATED, EventKind.CONSIDERED, EventKind.SUMMARY_RECORDS,
    EventKind.DOCUMENTS,
})  # fmt: skip


def sample(code):
    """The report of the sample events of a language, and what the reader found."""
    return read(DATA / f"{code}.report.yaml")


def viewed(document):
    return view(document, language(document.language).conventions)


def shape(document):
    """What a report says and how: the elements and the notes as they print."""
    shown = viewed(document)
    elements = [
        (e.part, e.kind, e.label, e.level, e.text.plain(), tuple(m for _, m in e.marks))
        for e in shown.elements
    ]
    return elements, [(note.part, note.number, note.text.plain()) for note in shown.notes]


words = st.text("abcdefgh ÄÖ国际", min_size=1, max_size=12).filter(
    lambda text: text == text.strip()
)
names = st.lists(words, max_size=4).map(tuple)
speakers = st.lists(st.builds(Speaker, words, st.one_of(st.just(""), words)), max_size=3).map(tuple)
symbols = st.integers(1, 60).map(lambda n: f"A/C.2/81/L.{n}")
meetings = st.integers(0, 6)
votes = st.builds(
    Vote,
    names,
    names,
    names,
    st.tuples(*[st.integers(-1, 9)] * 3),
)
FIELDS = {
    "meeting": ("meeting", meetings),
    "plenary_meeting": ("meeting", meetings),
    "date": ("date", st.sampled_from(["", "2026-09-18", "soon"])),
    "symbol": ("symbol", symbols),
    "by": ("by", speakers),
    "explanations": ("explanations", speakers),
    "observers": ("observers", speakers),
    "sponsors": ("sponsors", names),
    "submitter": ("submitter", words),
    "when": ("moment", st.sampled_from(Moment)),
    "on": ("on", words),
    "implications": ("implications", st.sampled_from(Implications)),
    "document": ("document", symbols),
    "documents": ("documents", names),
    "items": ("items", names),
    "see": ("see", symbols),
    "paragraph": ("paragraph", st.sampled_from(["", "2"])),
    "outcome": ("outcome", st.sampled_from(Outcome)),
    "how": ("manner", st.sampled_from(Manner)),
    "vote": ("vote", votes),
    "after": ("after", symbols),
    "words": ("words", words),
}


def of_kind(kind):
    fields = {name: made for key in KEYS[kind] for name, made in [FIELDS[key]]}
    return st.builds(Event, st.just(kind), joined=st.booleans(), **fields)


told = st.lists(
    st.sampled_from([k for k in EventKind if k not in INTRODUCTION]).flatmap(of_kind), max_size=6
).map(tuple)
proposals = st.builds(Proposal, st.sampled_from(ProposalKind), symbols, words, st.just(""), told)
proceedings = st.builds(
    Proceedings,
    st.sampled_from(CODES),
    parts=names,
    meetings=st.sets(st.integers(1, 6), max_size=4).map(
        lambda numbers: tuple(Meeting(n, f"2026-11-{n:02}") for n in sorted(numbers))
    ),
    introduction=st.lists(st.sampled_from(sorted(INTRODUCTION)).flatmap(of_kind), max_size=4).map(
        tuple
    ),
    proposals=st.lists(proposals, max_size=4).map(tuple),
)
