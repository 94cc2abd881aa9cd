"""One text as every document that it becomes: what stays behind, what follows, what is taken."""

from dataclasses import replace

import pytest

from drafter.errors import UsageError
from drafter.languages import codes, language
from drafter.model.masthead import Masthead
from drafter.model.tree import DocumentType, Kind, PartKind
from drafter.model.view import view
from drafter.workspace.becoming import become, possible
from drafter.writers.sponsor_line import listed_sponsors
from tests.workspace.drafts import small_draft
from tests.writers.life import VARIANTS, adopted, draft, other, report

RESOLUTION, REVISED = DocumentType.RESOLUTION, DocumentType.REVISED_DRAFT
REPORT = DocumentType.COMMITTEE_REPORT
ISSUED = Masthead(
    symbol="A/C.2/81/L.5", session=81, committee="C.2", agenda_items=("20 (b)",),
    date="2026-11-01", job_number="26-1", distribution="limited", sponsors=("Chad",),
    submitters="Chad: draft resolution", added_sponsors=("Fiji",), original_language="en",
)  # fmt: skip


def issued(**masthead):
    return replace(draft("en"), masthead=replace(ISSUED, **masthead))


def becoming(document, kind, **more):
    return become(document, kind, language(document.language), **more)


def test_a_document_that_stays_what_it_is_is_not_touched():
    for document in (issued(), report("en"), small_draft()):
        assert becoming(document, None) is not None
        assert becoming(document, None) == document
        assert becoming(document, document.type) == document


@pytest.mark.parametrize("kind", [k for k in DocumentType if k not in (issued().type, REPORT)])
def test_what_belongs_to_one_issue_is_not_printed_on_another(kind):
    head = becoming(issued(), kind).masthead
    assert (head.symbol, head.date, head.job_number, head.distribution) == ("", "", "", "")
    assert (head.session, head.agenda_items) == (81, ("20 (b)",))
    assert head.submitters == ""


def test_a_revised_draft_follows_the_draft_with_all_its_sponsors():
    head = becoming(issued(), REVISED).masthead
    assert head.predecessor == "A/C.2/81/L.5"
    assert (head.sponsors, head.added_sponsors) == (("Chad", "Fiji"), ())


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Chad, Nigeria,* and Togo: draft resolution", ("Chad", "Nigeria*", "Togo")),
        ("Chad, Nigeria and Togo:* draft resolution", ("Chad", "Nigeria", "Togo*")),
        ("Chad, Nigeria and Togo: draft resolution", ("Chad", "Nigeria", "Togo")),
    ],
)
def test_the_mark_of_a_group_s_note_stays_behind_its_sponsor(line, kept):
    said = issued(sponsors=("Chad", "Nigeria", "Togo"), added_sponsors=(), submitters=line)
    assert becoming(said, REVISED).masthead.sponsors == kept


def test_a_line_of_an_officer_stays_where_no_sponsor_is_known():
    said = issued(sponsors=(), submitters="Draft resolution submitted by the Chair")
    assert becoming(said, DocumentType.ADDENDUM).masthead.submitters == said.masthead.submitters
    assert becoming(said, DocumentType.CHAIRS_TEXT).masthead.submitters == ""


@pytest.mark.parametrize(
    ("code", "line", "revised", "decision"),
    [
        ("en", "Draft resolution submitted by the Chair",
         "Revised draft resolution submitted by the Chair",
         "Draft decision submitted by the Chair"),
        ("zh", "大会主席提交的决议草案", "大会主席提交的订正决议草案", "大会主席提交的决定草案"),
    ],
)  # fmt: skip
def test_the_line_of_an_officer_names_the_type_that_the_text_becomes(code, line, revised, decision):
    said = replace(draft(code), masthead=Masthead(submitters=line))
    assert becoming(said, REVISED).masthead.submitters == revised
    again = replace(said, masthead=Masthead(submitters=revised))
    assert becoming(again, REVISED).masthead.submitters == revised
    assert becoming(said, DocumentType.DRAFT_DECISION).masthead.submitters == decision


def test_an_adopted_text_names_the_draft_of_the_plenary_but_not_that_of_a_committee():
    assert becoming(issued(symbol="A/81/L.6"), RESOLUTION).masthead.documents == ("A/81/L.6",)
    assert becoming(issued(), RESOLUTION).masthead.documents == ()
    known = issued(symbol="A/81/L.6", documents=("A/81/L.6", "A/81/L.6/Add.1"))
    assert becoming(known, RESOLUTION).masthead.documents == ("A/81/L.6", "A/81/L.6/Add.1")


@pytest.mark.parametrize("name", sorted(VARIANTS))
def test_the_text_itself_is_all_there(name):
    document = VARIANTS[name]("en")
    if document.type is REPORT:
        return
    made = becoming(document, REVISED)
    assert (made.root, made.notes) == (document.root, document.notes)


@pytest.mark.parametrize("code", codes())
def test_an_addendum_has_the_title_and_the_added_sponsors_only(code):
    document = replace(draft(code), masthead=replace(ISSUED, added_sponsors=("A", "B", "C")))
    made = becoming(document, DocumentType.ADDENDUM)
    title, added = made.root.paragraphs
    assert title == document.root.paragraphs[0]
    assert added.text.plain() == language(code).masthead.added
    assert added.children[0].text.plain() == listed_sponsors(("A", "B", "C"), language(code))
    labels = [element.label for element in view(made, language(code).conventions).elements]
    assert not any(labels)


def test_fields_are_given_for_one_printing():
    given = ("symbol=A/C.2/81/L.5/Rev.1", "added_sponsors=Mali | Niue", "session=82")
    head = becoming(issued(), REVISED, given=given).masthead
    assert (head.symbol, head.predecessor) == ("A/C.2/81/L.5/Rev.1", "A/C.2/81/L.5")
    assert (head.added_sponsors, head.session) == (("Mali", "Niue"), 82)


@pytest.mark.parametrize("given", ["symbols=A/81/L.1", "A/81/L.1", "read=x", "=x"])
def test_a_field_that_is_none_is_refused_by_name(given):
    with pytest.raises(UsageError) as refused:
        becoming(issued(), None, given=(given,))
    assert refused.value.params["field"] == given


def test_a_value_that_a_field_cannot_have_is_refused_with_the_field():
    for given in ("session=next", "adopted_on=2026-02-30", "body=Security Coucil"):
        with pytest.raises(UsageError) as refused:
            becoming(issued(), None, given=(given,))
        assert refused.value.place == f"--set {given}"


def test_a_field_with_a_slip_names_the_one_that_was_meant():
    for given, meant in (("sesion=81", "session"), ("sponsers=Chad", "sponsors")):
        with pytest.raises(UsageError, match="meant-field") as refused:
            becoming(issued(), None, given=(given,))
        assert refused.value.params["meant"] == meant


def test_an_addendum_lists_the_sponsors_that_are_given_for_it():
    first = becoming(issued(), DocumentType.ADDENDUM)
    again = becoming(first, None, given=("added_sponsors=Mali | Niue",))
    assert again.root.paragraphs[-1].children[0].text.plain() == "Mali and Niue"
    assert becoming(first, None, given=("symbol=A/C.2/81/L.5/Add.1",)).root == first.root


def test_a_text_of_last_year_is_to_be_adopted_anew():
    old = replace(adopted("en"), masthead=replace(adopted("en").masthead, closing="54th"))
    again = becoming(old, DocumentType.DRAFT_RESOLUTION)
    head = again.masthead
    assert (head.adopted_on, head.meeting, head.closing, head.documents) == ("", "", "", ())
    assert again.stage == "draft"
    assert becoming(old, DocumentType.DECISION).masthead.adopted_on == "2026-12-18"


def test_a_resolution_printed_as_a_decision_is_one():
    decision = becoming(issued(), DocumentType.DRAFT_DECISION)
    assert decision.root.kind is PartKind.DECISION
    assert becoming(decision, RESOLUTION).root.kind is PartKind.RESOLUTION
    assert becoming(decision, DocumentType.ADDENDUM).root.kind is PartKind.DECISION


@pytest.mark.parametrize("kind", ["amendments", "oral-revisions", "addendum", "corrigendum"])
def test_what_changes_a_text_is_printed_as_no_text(kind):
    sheet = replace(issued(), type=DocumentType(kind))
    with pytest.raises(UsageError, match="no-text-of-its-own"):
        becoming(sheet, RESOLUTION)
    assert {sheet.type, DocumentType.OTHER} <= possible(sheet)


def test_amendments_may_be_read_out():
    sheet = replace(issued(), type=DocumentType.AMENDMENTS)
    assert becoming(sheet, DocumentType.ORAL_REVISIONS).type is DocumentType.ORAL_REVISIONS


# reports


def test_a_draft_becomes_no_report_not_even_one_that_a_report_recommends():
    for document, part in ((issued(), ""), (report("en"), "report/draft-1")):
        with pytest.raises(UsageError, match="report-of-events"):
            becoming(document, REPORT, part=part)


def test_a_report_with_several_drafts_asks_which():
    with pytest.raises(UsageError) as refused:
        becoming(report("en"), RESOLUTION)
    assert refused.value.params["known"] == "report/draft-1, report/draft-2"


def test_a_report_without_a_draft_says_what_it_can_be_printed_as():
    with pytest.raises(UsageError, match="no-draft-in-base") as refused:
        becoming(other("en"), RESOLUTION)
    assert refused.value.params["known"] == "committee-report, corrigendum, other"


def test_the_only_draft_decision_is_taken_without_asking():
    made = becoming(report("en"), DocumentType.DECISION)
    assert next(p.text.plain() for p in made.root.paragraphs) == "Programme of work"


@pytest.mark.parametrize(
    ("code", "document"),
    [("en", "A/81/439, para. 2"), ("fr", "A/81/439, par. 2"), ("es", "A/81/439, párr. 2"),
     ("ru", "A/81/439, пункт 2"), ("zh", "A/81/439，第2段"), ("ar", "A/81/439، الفقرة 2")],
)  # fmt: skip
def test_a_draft_of_a_report_names_the_paragraph_that_recommends_it(code, document):
    made = becoming(report(code), RESOLUTION, part="report/draft-2")
    assert made.masthead.documents == (document,)
    assert made.masthead.rapporteur == ""


def test_a_draft_of_a_report_is_numbered_by_itself():
    made = becoming(report("en"), RESOLUTION, part="report/draft-2")
    numbered = view(made, language("en").conventions)
    labels = [e.label for e in numbered.elements if e.kind is Kind.OPERATIVE and e.level == 1]
    assert labels == [f"{n}." for n in range(1, len(labels) + 1)] or labels == [""]
    marks = [note.number for note in numbered.notes]
    assert marks == [str(n) for n in range(1, len(marks) + 1)]


def test_the_symbol_it_was_adopted_under_comes_along():
    whole = replace(report("en"), adopted_as=(("report/draft-1", "A/RES/81/231"),))
    made = becoming(whole, RESOLUTION, part="report/draft-1")
    assert made.masthead.symbol == "A/RES/81/231"


def test_a_part_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(UsageError) as refused:
        becoming(report("en"), RESOLUTION, part="report/draft-9")
    assert "report/draft-2" in str(refused.value.params["known"])
