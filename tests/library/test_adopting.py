"""How a text was adopted is read where the document says it, and never guessed."""

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.languages import language
from drafter.library.adopting import adoptions, adoptions_said
from drafter.library.clause_file import parse
from drafter.library.importing import import_document
from drafter.library.source import Adoption, Source, Votes
from drafter.library.voting_apart import retained
from drafter.model.masthead import Masthead
from drafter.model.provenance import Stage
from drafter.model.text import Text
from drafter.model.tree import Document, DocumentType, Kind, Paragraph, Part, PartKind
from drafter.readers import ReadOptions, read
from drafter.yamlio import load, read_text

DATA = Path(__file__).parents[1] / "data" / "languages" / "adoption.yaml"
TABLES = load(read_text(DATA), source=DATA.name).data


def rows(name):
    return [
        (code, text, how) for code, table in TABLES[name].items() for text, how in table.items()
    ]


def shown(adoption):
    if adoption.votes is None:
        return adoption.how
    votes = adoption.votes
    return f"{votes.in_favour}-{votes.against}-{votes.abstaining}"


NO_MASTHEAD = Masthead()


def resolution(text, code="en", masthead=NO_MASTHEAD):
    blocks = (
        Paragraph("op1", Kind.OPERATIVE, Text.of("Decides to meet again.")),
        Paragraph("end", Kind.PROSE, Text.of(text)),
    )
    root = Part(PartKind.RESOLUTION, blocks)
    return Document(DocumentType.RESOLUTION, code, root, masthead)


def report(texts, code="en", drafts=2):
    paragraphs = tuple(
        Paragraph(f"r{index}", Kind.REPORT, Text.of(text)) for index, text in enumerate(texts, 1)
    )
    enacted = Paragraph("op", Kind.OPERATIVE, Text.of("Recalls what was adopted without a vote;"))
    parts = tuple(Part(PartKind.DRAFT, (replace(enacted, id=f"op{n}"),)) for n in range(drafts))
    root = Part(PartKind.REPORT, (*paragraphs, *parts))
    return Document(DocumentType.COMMITTEE_REPORT, code, root)


@pytest.mark.parametrize(("code", "text", "how"), rows("below"))
def test_the_line_under_a_resolution_says_how_it_was_adopted(code, text, how):
    found = [(each.part, shown(each)) for each in adoptions(resolution(text, code))]
    assert found == ([("resolution", how)] if how else [])


@pytest.mark.parametrize(("code", "text", "how"), rows("reported"))
def test_a_report_says_how_its_draft_was_adopted(code, text, how):
    found = [f"{each.part} {shown(each)}" for each in adoptions(report([text], code))]
    assert found == ([f"report/{how}"] if how else [])


def test_the_masthead_may_say_it():
    closing = Masthead(closing="55th meeting\n5 April 2024\n[Adopted without a vote.]")
    said = adoptions_said(resolution("", masthead=closing))
    assert [(each.part, each.how, each.place) for each in said] == [
        ("resolution", "without-a-vote", "")
    ]


def test_a_statement_has_its_place():
    text = "At its 2nd meeting, the Committee adopted draft resolution A/C.2/79/L.2 without a vote."
    (said,) = adoptions_said(report(["No draft yet.", text], drafts=1))
    assert (said.part, said.place) == ("report/draft-1", "r2")
    assert text[said.start : said.end] == text[text.index("adopted") : -1]


def test_one_of_several_drafts_must_be_named():
    text = "The Committee adopted draft resolution A/C.2/79/L.2 without a vote (see para. 12)."
    assert adoptions(report([text])) == ()
    assert adoptions(report([text, text], drafts=1)) == ()
    assert len(adoptions(report([text], drafts=1))) == 1


def test_each_draft_has_its_own_way():
    text = "The Committee adopted draft resolution A/C.1/79/L.{} {} (see draft resolution {})."
    voted = "by a recorded vote of 150 to 3, with 5 abstentions"
    document = report([text.format(2, "without a vote", "I"), text.format(5, voted, "II")])
    assert adoptions(document) == (
        Adoption("report/draft-1", "without-a-vote"),
        Adoption("report/draft-2", "recorded-vote", Votes(150, 3, 5)),
    )


def recommending(*kinds_and_headings):
    """A report with drafts of these kinds under these headings, and what it says of them."""
    document = report(
        [
            "The Committee adopted draft resolution A/C.2/79/L.3 without a vote (see para. 5, "
            "draft resolution I).",
            "At the same meeting, the Committee adopted draft decision A/C.2/79/L.4 by a recorded "
            "vote of 150 to 3, with 5 abstentions (see para. 6, draft decision I).",
        ],
        drafts=0,
    )
    parts = tuple(Part(kind, heading_read=heading) for kind, heading in kinds_and_headings)
    return replace(document, root=replace(document.root, blocks=document.root.blocks + parts))


def test_decisions_are_counted_by_themselves():
    document = recommending((PartKind.DRAFT, ""), (PartKind.DECISION, ""))
    assert adoptions(document) == (
        Adoption("report/draft-1", "without-a-vote"),
        Adoption("report/decision-1", "recorded-vote", Votes(150, 3, 5)),
    )


def test_drafts_go_by_the_numbers_in_their_headings():
    document = recommending(
        (PartKind.DRAFT, ""),
        (PartKind.DRAFT, "Draft resolution I"),
        (PartKind.DECISION, "Draft decision II"),
        (PartKind.DECISION, "Draft decision I"),
    )
    assert [each.part for each in adoptions(document)] == ["report/draft-2", "report/decision-2"]


def test_two_statements_that_differ_say_nothing():
    closing = Masthead(closing="[Adopted without a vote.]")
    text = "[Adopted by a recorded vote of 28 to 14, with 5 abstentions.]"
    assert adoptions(resolution(text, masthead=closing)) == ()


def test_what_a_preamble_says_of_others_is_not_looked_at():
    text = "Adopted without a vote by the General Assembly, the Declaration,"
    preamble = Paragraph("pp1", Kind.PREAMBULAR, Text.of(text))
    document = resolution("")
    assert adoptions(replace(document, root=Part(PartKind.RESOLUTION, (preamble,)))) == ()


SOURCE = Source(symbol="A/HRC/RES/55/1", language="en", stage=Stage.ADOPTED)


def test_an_import_writes_what_the_document_says(tmp_path):
    outcome = import_document(resolution("[Adopted without a vote.]"), SOURCE, tmp_path)
    written = parse(outcome.path.read_bytes(), outcome.path).source
    assert written.adoption == (Adoption("resolution", "without-a-vote"),)
    silent = import_document(resolution("The end."), SOURCE, tmp_path / "other")
    assert parse(silent.path.read_bytes(), silent.path).source.adoption == ()


def test_what_a_maintainer_wrote_of_the_adoption_stays(tmp_path):
    own = Adoption("resolution", "recorded-vote", Votes(28, 14, 5), record="A/HRC/55/SR.50")
    given = replace(SOURCE, adoption=(own,))
    first = import_document(resolution("[Adopted without a vote.]"), given, tmp_path)
    again = import_document(resolution("[Adopted without a vote.]"), SOURCE, tmp_path)
    assert parse(again.path.read_bytes(), first.path).source.adoption == (own,)


def test_what_was_unknown_is_filled_by_the_document(tmp_path):
    given = replace(SOURCE, adoption=(Adoption("resolution"),))
    import_document(resolution("The end."), given, tmp_path)
    again = import_document(resolution("[Adopted without a vote.]"), SOURCE, tmp_path, force=True)
    written = parse(again.path.read_bytes(), again.path).source
    assert written.adoption == (Adoption("resolution", "without-a-vote"),)


@pytest.mark.parametrize(("code", "how"), [("en", "3-2-1"), ("zh", "without-a-vote")])
def test_a_resolution_read_from_a_file_says_how_it_was_adopted(code, how):
    read_in = read(DATA.parents[1] / "types" / code / "human_rights_council.txt", ReadOptions())
    assert [(each.part, shown(each)) for each in adoptions(read_in.document)] == [
        ("resolution", how)
    ]


REPORTS = Path(__file__).parents[1] / "data" / "reports"


@pytest.mark.parametrize("code", ["en", "fr", "es", "ru", "zh", "ar"])
def test_what_drafter_writes_of_votes_is_read_back(code):
    draft, decision = adoptions(read(REPORTS / f"{code}.report.yaml").document)
    apart = Votes(3, 1, 0, on="report/draft-1/op2")
    assert draft == Adoption("report/draft-1", "recorded-vote", Votes(4, 1, 1), (apart,))
    assert decision == Adoption("report/decision-1", "without-a-vote")


ADOPTED = "The Committee adopted draft resolution A/C.1/79/L.5 by a recorded vote of 90 to 3."
DRAFTED = Part(
    PartKind.DRAFT,
    (
        Paragraph("en", Kind.ENACTING, Text.of("The General Assembly,")),
        *(Paragraph(f"pp{n}", Kind.PREAMBULAR, Text.of("Recalling,")) for n in (1, 2)),
        *(Paragraph(f"op{n}", Kind.OPERATIVE, Text.of("Decides;")) for n in range(1, 16)),
    ),
)


def told(*texts, kinds=()):
    kinds = kinds or (Kind.REPORT,) * len(texts)
    paragraphs = tuple(
        Paragraph(f"r{n}", kind, Text.of(text))
        for n, (kind, text) in enumerate(zip(kinds, texts, strict=True))
    )
    root = Part(PartKind.REPORT, (*paragraphs, DRAFTED))
    return adoptions(Document(DocumentType.COMMITTEE_REPORT, "en", root))


@pytest.mark.parametrize(
    ("sentence", "on"),
    [
        ("(a) Operative paragraph 5 was retained by a recorded vote of 88 to 2", "op5"),
        ("The second preambular paragraph was retained by a recorded vote of 88 to 2", "pp2"),
        ("Preambular paragraph 2 was retained by a recorded vote of 88 to 2", "pp2"),
        (
            "It decided, by a recorded vote of 88 to 2, with 7 abstentions, to retain paragraph 15",
            "op15",
        ),
        (
            "It adopted operative paragraph 1 of draft resolution A/C.1/79/L.5 by 88 votes to 2",
            "op1",
        ),
        ("At the request of Chad, a separate vote was taken on operative paragraph 5", ""),
        ("Operative paragraph 16 was retained by a recorded vote of 88 to 2", ""),
        ("The amendment to operative paragraph 5 was adopted by a recorded vote of 88 to 2", ""),
        ("The sponsors orally revised operative paragraph 5", ""),
        ("The words “at once” in operative paragraph 5 were retained by 88 votes to 2", ""),
        ("The end of the second preambular paragraph was retained by 88 votes to 2", ""),
        ("Operatıve paragraph 5 was retained by a recorded vote of 88 to 2", ""),
    ],
)
def test_a_vote_on_a_paragraph_is_read_where_it_is_told_to_be_kept(sentence, on):
    counted = sentence if "abstentions" in sentence else f"{sentence}, with 7 abstentions"
    (adoption,) = told(f"{counted}. The voting was as follows:", ADOPTED)
    assert adoption.separate_votes == ((Votes(88, 2, 7, on=on),) if on else ())


def test_where_a_paragraph_was_not_kept_the_numbers_of_the_others_say_nothing():
    kept = "Operative paragraph 5 was retained by a recorded vote of 88 to 2."
    struck = (
        "The Committee decided not to retain operative paragraph 3 by a recorded vote of 9 to 80."
    )
    assert len(told(kept, ADOPTED)[0].separate_votes) == 1
    assert told(kept, struck, ADOPTED)[0].separate_votes == ()
    amended = "The amendment to operative paragraph 3 was rejected by a recorded vote of 9 to 80."
    assert len(told(kept, amended, ADOPTED)[0].separate_votes) == 1


@pytest.mark.parametrize(
    ("sentence", "on"),
    [
        ("执行部分第5段以88票对2票、7票弃权的记录表决获得保留", ["op5"]),
        ("委员会以88票对2票、7票弃权的记录表决保留了执行部分第15段", ["op15"]),
        ("执行部分第5段中的“立即”以88票对2票、7票弃权的记录表决得以保留", []),
        ("第5段获得保留。执行部分第3段以9票对80票、7票弃权未获得保留", []),
    ],
)
def test_no_space_need_stand_behind_the_name_of_a_paragraph(sentence, on):
    root = Part(PartKind.REPORT, (DRAFTED,))
    document = Document(DocumentType.COMMITTEE_REPORT, "zh", root)
    assert list(retained(document, DRAFTED, [sentence], language("zh"))) == on


def test_a_vote_told_under_another_heading_is_not_of_this_draft():
    kept = "Operative paragraph 5 was retained by a recorded vote of 88 to 2."
    kinds = (Kind.REPORT, Kind.HEADING, Kind.REPORT)
    assert told(kept, "B. Draft resolution A/C.1/79/L.5", ADOPTED, kinds=kinds) == (
        Adoption("report/draft-1", "recorded-vote", Votes(90, 3, None)),
    )
