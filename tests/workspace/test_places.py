"""What a reader calls a place."""

from drafter.languages import language
from drafter.model.text import Text
from drafter.model.tree import Document, DocumentType, Kind, Paragraph, Part, PartKind
from drafter.model.view import view
from drafter.workspace.places import place_name


def test_a_paragraph_is_named_with_its_section_where_sections_count_by_themselves():
    rows = (
        Paragraph("h1", Kind.HEADING, Text.of("Posts")),
        Paragraph("op1", Kind.OPERATIVE, Text.of("Approves the posts;")),
        Paragraph("h2", Kind.HEADING, Text.of("Travel"), restarts=True),
        Paragraph("pp1", Kind.PREAMBULAR, Text.of("Recalling its decision,")),
        Paragraph("h3", Kind.HEADING, Text.of("Air"), numbered=False, label_fixed="A."),
        Paragraph("op2", Kind.OPERATIVE, Text.of("Notes the cost;")),
        Paragraph("op3", Kind.OPERATIVE, Text.of("Requests a report;")),
        Paragraph("h4", Kind.HEADING, Text.of("Rail"), numbered=False, restarts=True),
        Paragraph("op4", Kind.OPERATIVE, Text.of("Takes note;")),
        Paragraph("op5", Kind.OPERATIVE, Text.of("Decides to revert.")),
    )
    text = Document(DocumentType.DRAFT_RESOLUTION, "en", Part(PartKind.RESOLUTION, rows))
    shown = view(text, language("en").conventions)
    assert [place_name(shown, each) for each in ("op1", "pp1", "op3", "op4")] == [
        "section I, operative paragraph 1",
        "section II, preambular paragraph 1",
        "section II.A, operative paragraph 2",
        "operative paragraph 1",
    ]
