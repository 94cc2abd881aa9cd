from dataclasses import replace

import pytest

from drafter.errors import UsageError
from drafter.model.masthead import Masthead
from drafter.model.text import Text
from drafter.model.tree import DocumentType, Kind, Paragraph, Part, PartKind
from drafter.workspace.extracting import extracted, with_origins
from tests.workspace.drafts import small_draft


def report():
    """The small draft as it would stand in a committee's report, with a note of the report's."""
    draft = small_draft()

    def within(part):
        blocks = tuple(
            within(b) if isinstance(b, Part) else renamed(b, "resolution", "report/draft-1")
            for b in part.blocks
        )
        return replace(part, blocks=blocks)

    inner = replace(within(draft.root), kind=PartKind.DRAFT, heading_read="决议草案")
    own = Paragraph("report/1", Kind.REPORT, Text.of("委员会审议了草案。"))
    return replace(
        draft,
        type=DocumentType.COMMITTEE_REPORT,
        root=Part(PartKind.REPORT, (own, inner)),
        stage="committee",
        adopted_as=(("report/draft-1", "79/217"),),
    )


def renamed(paragraph, old, new):
    children = tuple(renamed(child, old, new) for child in paragraph.children)
    return replace(paragraph, id=new + paragraph.id.removeprefix(old), children=children)


def test_the_draft_in_a_report_becomes_a_draft_of_its_own():
    document = extracted(report(), "report/draft-1").document
    assert document.type is DocumentType.DRAFT_RESOLUTION
    assert document.root.kind is PartKind.RESOLUTION
    assert document.root.heading_read == ""
    assert [p.id for _, p in document.walk()] == [p.id for _, p in small_draft().walk()]
    assert document.notes == small_draft().notes
    assert document.adopted_as == (("resolution", "79/217"),)


def test_every_paragraph_says_where_it_was_taken_from():
    source = report()
    document = with_origins(extracted(source, "report/draft-1"), source)
    (origin,) = document.paragraph("resolution/op2.a").origins
    assert (origin.part, origin.place) == ("report/draft-1", "op2.a")
    assert origin.clause == "A/C.2/79/L.99#report/draft-1/op2.a"
    assert (origin.stage.value, origin.adopted_as) == ("committee", "79/217")
    assert document.paragraph("resolution/title").origins == ()


def test_a_source_that_cannot_be_cited_gives_no_origins():
    source = replace(report(), masthead=Masthead())
    document = with_origins(extracted(source, "report/draft-1"), source)
    assert not [p for _, p in document.walk() if p.origins]


def test_only_the_notes_of_the_part_come_along():
    document = extracted(report(), "report/draft-1/annex-1").document
    assert document.notes == ()
    assert document.root.kind is PartKind.ANNEX


def test_a_part_that_is_not_there_is_answered_with_those_that_are():
    with pytest.raises(UsageError) as refused:
        extracted(report(), "report/draft-2")
    assert "report/draft-1" in refused.value.params["known"]
