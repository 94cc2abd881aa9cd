"""A draft on a base, and random edits of it, for the tests of base and rebase."""

from dataclasses import replace

from hypothesis import strategies as st

from drafter.errors import EditRefused
from drafter.languages import language
from drafter.model import edits, moving, note_edits, restructure
from drafter.model.text import Text
from drafter.model.tree import DocumentType, Kind, Paragraph
from drafter.model.view import view
from drafter.workspace.starting import on_base
from tests.workspace.drafts import small_draft

ZH = language("zh")
REVISED = "A/C.2/79/L.99/Rev.1"
_WORDS = st.text("加强合作保护移民秘书长报告宣言，。", min_size=1, max_size=12)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "delete",
                "move_up",
                "move_down",
                "add",
                "rewrite",
                "insert",
                "indent",
                "outdent",
                "join",
                "split",
                "convert",
                "note",
            ]
        ),
        st.integers(0, 30),
        _WORDS,
    ),
    max_size=8,
)


def draft_on_base():
    return on_base(DocumentType.DRAFT_RESOLUTION, small_draft())


def revised(made, stem="rev"):
    """The base in another issue, with these edits."""
    base = small_draft()
    masthead = replace(base.masthead, symbol=REVISED)
    return edited(replace(base, masthead=masthead), made, stem)


def edited(document, made, stem):
    """The document with these edits, as far as they apply."""
    for number, (verb, where, words) in enumerate(made):
        try:
            document = _edit(document, verb, where, words, f"{stem}{number}")
        except EditRefused:
            continue
    return document


def _edit(document, verb, where, words, new):
    ids = [each.id for _, each in document.walk()]
    element = ids[where % len(ids)]
    own = document.paragraph(element)
    match verb:
        case "delete":
            return edits.delete(document, element)
        case "move_up" | "move_down":
            return moving.move(document, element, up=verb == "move_up")
        case "add":
            return edits.set_text(document, element, own.text.replaced(0, 0, words))
        case "rewrite":
            return edits.set_text(document, element, Text.of(words * 3))
        case "insert":
            paragraph = Paragraph(f"resolution/{new}", own.kind, Text.of(words * 2))
            return edits.insert_after(document, element, paragraph)
        case "join":
            return restructure.join(document, element)
        case "split":
            return restructure.split(document, element, 3, f"resolution/{new}")
        case "convert":
            return edits.convert(document, element, Kind.OPERATIVE)
        case "note" if document.notes:
            note = document.notes[where % len(document.notes)]
            return note_edits.set_note(document, replace(note, text=Text.of(words)))
        case "note":
            return document
        case _:
            return getattr(moving, verb)(document, element)


def printed(document):
    """Everything that a document prints."""
    shown = view(document, ZH.conventions)
    body = [
        (each.part, each.kind, each.level, each.label, each.text.plain(), each.marks)
        for each in shown.elements
    ]
    return body + [(note.number, note.text.plain()) for note in shown.notes]
