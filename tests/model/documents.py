"""Documents for property tests: any tree, any text, no meaning."""

import string
from dataclasses import replace
from functools import cache
from itertools import count

from hypothesis import strategies as st

from drafter.model.masthead import Masthead
from drafter.model.provenance import (
    Action,
    Origin,
    Proposal,
    Stage,
    Standing,
    Status,
    Waiver,
)
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import (
    Base,
    Document,
    DocumentType,
    Kind,
    Note,
    Paragraph,
    Part,
    PartKind,
)

ODD = "\u3000\u00a0 \t\n\\'\"[]^*#:-?!|>%@`&,~{}大会，；。第号1é\u2028\ufeff\u200f🕊"
_fitting = st.characters(exclude_categories=("Cc", "Cs", "Cn"))
words = st.text(st.one_of(st.sampled_from(ODD), _fitting), max_size=12) | st.sampled_from(
    ["[^", "[^n1]", "*大会*", "\\", "  x  ", "\n\n", "", "大会，" * 25]
)
short = st.text(string.ascii_letters + string.digits + "/.-()\u4e00\u4e8c ", max_size=8)
numbers = st.integers(0, 200)
ids = st.text(string.ascii_lowercase + "/.-~" + string.digits, min_size=1, max_size=8)


@cache
def texts(notes=()):
    """Texts of plain and emphasised spans, with marks for `notes` between them."""
    kinds = st.sampled_from([SpanKind.PLAIN, SpanKind.EMPHASIS])
    span = st.builds(Span, words, kinds)
    if notes:
        span = span | st.builds(Span, st.sampled_from(notes), st.just(SpanKind.NOTE))
    return st.lists(span, max_size=5).map(lambda spans: Text.of(*spans))


origins = st.builds(
    Origin, short, short, short, words, short, st.sampled_from(Stage), short, st.booleans()
)
proposals = st.builds(
    Proposal,
    st.lists(words, max_size=2).map(tuple),
    st.sampled_from(Action), words, words, ids, numbers, words,
)  # fmt: skip
statuses = st.builds(Status, st.sampled_from(Standing), short, numbers, short)
waivers = st.builds(Waiver, ids, words)
mastheads = st.builds(
    Masthead,
    symbol=short, body=words, session=st.none() | numbers, session_read=words, committee=words,
    agenda_items=st.lists(short, max_size=2).map(tuple),
    agenda_titles=st.lists(words, max_size=2).map(tuple),
    distribution=short, date=short, original_language=short, submitters=words,
    sponsors=st.lists(words, max_size=2).map(tuple), rapporteur=words, adopted_on=short,
    bracket_line=words, closing=words, job_number=short,
    added_sponsors=st.lists(words, max_size=2).map(tuple), group=short, submitter=words,
    predecessor=short, meeting=short, documents=st.lists(short, max_size=2).map(tuple),
    read=st.lists(words, max_size=3).map(tuple),
)  # fmt: skip


@cache
def paragraphs(notes, lean, depth=0):
    """Paragraphs without ids, and with sub-paragraphs up to three levels down."""
    said = {} if lean else {
        "label_read": short, "label_fixed": short, "restarts": st.booleans(),
        "origins": st.lists(origins, max_size=1).map(tuple),
        "status": statuses | st.just(Status()),
        "proposals": st.lists(proposals, max_size=1).map(tuple),
        "waivers": st.lists(waivers, max_size=1).map(tuple),
    }  # fmt: skip
    if depth < 3:
        said["children"] = st.lists(paragraphs(notes, lean, depth + 1), max_size=2).map(tuple)
    return st.builds(
        Paragraph, st.just(""), st.sampled_from(Kind), texts(notes), numbered=st.booleans(), **said
    )


@cache
def parts(notes, lean, depth=0):
    """Parts of paragraphs and parts up to three levels down."""
    block = paragraphs(notes, lean)
    if depth < 2:
        block = block | parts(notes, lean, depth + 1)
    blocks = st.lists(block, max_size=4).map(tuple)
    return st.builds(Part, st.sampled_from(PartKind), blocks, st.just("") if lean else short)


def named(block, fresh):
    """A paragraph or part with unique ids, in order."""
    if isinstance(block, Part):
        return replace(block, blocks=tuple(named(each, fresh) for each in block.blocks))
    own = f"p{next(fresh)}"
    return replace(block, id=own, children=tuple(named(each, fresh) for each in block.children))


@st.composite
def documents(draw, *, based=True, lean=False):
    """A whole document, with all its marks among its notes; a lean one is only its text."""
    note_ids = ("n1", "n2", "n3")[: draw(st.integers(0, 3))]
    document = Document(
        type=draw(st.sampled_from(DocumentType)),
        language=draw(st.sampled_from(["zh", "en", "ar"])),
        root=named(draw(parts(note_ids, lean)), count()),
        notes=tuple(
            Note(each, draw(texts()), draw(st.sampled_from(["", "*"])), draw(words))
            for each in note_ids
        ),
    )
    if lean:
        return document
    base = None
    if based and draw(st.booleans()):
        base = Base(draw(short), draw(short), draw(documents(based=False)))
    return replace(
        document,
        masthead=draw(mastheads),
        stage=draw(short),
        adopted_as=tuple(draw(st.dictionaries(ids, short, max_size=2)).items()),
        base=base,
        round=draw(numbers),
        concordance=tuple(draw(st.lists(st.tuples(short, short), max_size=2))),
    )
