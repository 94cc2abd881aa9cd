"""What a document says, field by field, so that it can be compared after a round trip.

Values are compared, not their forms: a masthead prints "29 October 2026" for 2026-10-29, and the
name of an organ for its key.
"""

from drafter.languages import language, session_words
from drafter.model.dates import read_date
from drafter.model.text import SpanKind
from drafter.readers import ReadOptions, read
from tests.writers.writing_samples import viewed, written

EXTENSIONS = {"yaml": "draft.yaml", "akn": "akn.xml"}
_PLAIN = {
    "symbol": "symbol",
    "agenda items": "agenda_items",
    "rapporteur": "rapporteur",
    "job number": "job_number",
    "sponsors": "sponsors",
    "added sponsors": "added_sponsors",
    "group": "group",
    "officer who submits": "submitter",
    "draft it is based on": "predecessor",
    "meeting": "meeting",
    "documents before adoption": "documents",
}


def after(document, name, folder, **options):
    """The document as it is read from a file of the format called `name`."""
    path = folder / f"written.{EXTENSIONS.get(name, name)}"
    path.write_bytes(written(document, name, **options))
    return read(path, ReadOptions(language=document.language)).document


def said(document):
    """Every field of the document that a file may carry, by the names of the table."""
    seen = viewed(document)
    return {
        "type": document.type,
        "parts, kinds and levels": [(e.part, e.section, e.kind, e.level) for e in seen.elements],
        "labels": [e.label for e in seen.elements],
        "words": [_spaced(e.text.plain()) for e in seen.elements],
        "marks": [_marks(e.text.plain(), e.marks) for e in seen.elements],
        "notes": [(n.part, n.number, _spaced(n.text.plain())) for n in seen.notes],
        "opening words": [_spaced(e.text.opening) for e in seen.elements if e.kind != "enacting"],
        "emphasis": [_emphasis(e.text) for e in seen.elements if e.kind != "enacting"],
        "emphasis in notes": [_emphasis(n.text) for n in seen.notes],
        "no-break spaces": [e.text.plain() for e in seen.elements],
        **masthead(document),
    }


def masthead(document):
    """The fields of the masthead as values."""
    head, spoken = document.masthead, language(document.language)
    words = spoken.masthead
    found = {name: getattr(head, field) for name, field in _PLAIN.items()}
    return {
        **found,
        "organ": _key(head.body, words.organs),
        "session": head.session_read or (head.session and session_words(spoken, head.session)),
        "committee": _key(head.committee, words.committees),
        "agenda titles": tuple(map(_spaced, head.agenda_titles)),
        "distribution": _key(head.distribution, words.distribution),
        "date": _date(head.date, spoken),
        "original language": _key(head.original_language, words.languages),
        "who submits": "" if head.sponsors or head.submitter else _spaced(head.submitters),
        "date of adoption": _date(head.adopted_on, spoken),
        "line in brackets": _spaced(head.bracket_line),
        "closing lines": tuple(map(_spaced, head.closing.splitlines())),
    }


def _spaced(text):
    return " ".join(text.split())


def _marks(plain, marks):
    """Marks by how many characters stand before them, white space apart."""
    return [(len("".join(plain[:offset].split())), mark) for offset, mark in marks]


def _emphasis(text):
    return [
        (span.kind is SpanKind.EMPHASIS, _spaced(span.text))
        for span in text.spans
        if span.kind is not SpanKind.NOTE and _spaced(span.text)
    ]


def _key(given, pairs):
    """The key of a value that may be given by its key or by its name."""
    names = {"".join(name.split()): key for key, name in pairs}
    return names.get("".join(given.split()), given)


def _date(given, spoken):
    dated = language(spoken.masthead.date_language)
    read_in = (read_date(given, each.citations.dates) for each in (spoken, dated))
    return next((date for date in read_in if date), given)
