"""`drafter amend`, and `drafter render --as` of a draft that has a base."""

from dataclasses import replace

import pytest

from drafter.model.tree import Base, DocumentType
from drafter.readers import read
from drafter.workspace.amending import Form, Pair, document_of
from drafter.workspace.native import native_bytes
from drafter.workspace.reading_corrigenda import read_corrigendum
from drafter.workspace.rendering import rendered_document
from tests.compare.amending import revised, said
from tests.writers.life import CODES, DATA, draft

FORMATS = {"txt": "txt", "docx": "docx", "html": "html", "akn": "akn.xml"}


@pytest.fixture
def texts(tmp_path):
    """The paths of a draft in English and of its revised text."""
    path = tmp_path / "revised.draft.yaml"
    path.write_bytes(native_bytes(revised(draft("en"))))
    return DATA / "en.draft.yaml", path


@pytest.fixture
def based(tmp_path):
    """A draft that carries its base."""
    base = Base("A/C.2/81/L.24", "", draft("en"))
    path = tmp_path / "based.draft.yaml"
    path.write_bytes(native_bytes(replace(revised(draft("en")), base=base)))
    return path


def test_amendments_are_shown_with_who_makes_them_and_to_what(drafter, texts):
    ran = drafter("amend", *texts, "--author", "Norway")
    assert ran.code == 0
    flat = " ".join(ran.out.split())
    assert "Norway: amendments to draft resolution A/C.2/81/L.24" in flat
    assert "2. Delete the third and fourth preambular paragraphs." in flat
    assert "Rev." not in ran.out


def test_who_makes_amendments_is_named_in_their_language(drafter, texts):
    ran = drafter("amend", *texts, "--author", "法国、Norvège")
    assert "France and Norway: amendments to" in " ".join(ran.out.split())


def test_a_group_that_makes_amendments_is_named_as_typed(drafter, texts):
    ran = drafter("amend", *texts, "--author", "Friends of Water and Sanitation")
    assert "Friends of Water and Sanitation: amendments to" in " ".join(ran.out.split())


def test_oral_revisions_have_lines_to_fill_in(drafter, texts):
    ran = drafter("amend", *texts, "--as", "oral-revisions")
    assert ran.code == 0
    assert "Oral revisions to draft resolution A/C.2/81/L.24" in ran.out
    assert "Signature: __________" in ran.out


def test_the_whole_text_says_as_orally_revised_and_has_no_symbol_of_its_own(drafter, texts):
    ran = drafter("amend", *texts, "--as", "as-orally-revised")
    assert "Draft resolution A/C.2/81/L.24, as orally revised" in ran.out
    assert "resolution 71/1 of" in ran.out
    assert "Rev." not in ran.out


def test_a_draft_amends_the_base_that_it_carries(drafter, based, texts):
    alone, both = drafter("amend", based), drafter("amend", *texts)
    assert alone.code == 0
    assert alone.out == both.out


def test_a_draft_is_rendered_as_what_it_changes_in_its_base(drafter, based):
    ran = drafter("render", based, "--as", "amendments", "--to", "txt", "-o", "-")
    assert ran.code == 0
    assert "Delete the third and fourth preambular paragraphs." in ran.out


def test_a_corrigendum_names_each_place_and_what_to_read_there(drafter, texts):
    ran = drafter("amend", *texts, "--as", "corrigendum")
    assert ran.code == 0
    told = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert told[told.index("1. First preambular paragraph") + 2] == "For “70/1” read “71/1”"
    assert told.index("Second Committee") < told.index("Corrigendum")
    assert "A/C.2/81/L.24/Corr.__" in told
    assert "Distr.: Limited" in told


@pytest.mark.parametrize("code", CODES)
def test_a_corrigendum_is_read_as_the_corrections_that_it_says(code, tmp_path):
    pair = Pair(draft(code), revised(draft(code)))
    file = tmp_path / "corr.txt"
    file.write_bytes(rendered_document(document_of(pair, Form.CORRIGENDUM), "txt"))
    found = read_corrigendum(file).corrections
    assert [each.old.strip("第号") for each in found] == ["70/1", "77/172", "A/81/214"]
    assert [each.new.strip("第号") for each in found] == ["71/1", "78/172", "A/81/215"]


def test_a_draft_corrects_its_base_only_if_that_is_the_draft_as_issued(drafter, based, tmp_path):
    words = ("--as", "corrigendum", "--to", "txt", "-o", "-")
    assert drafter("render", based, *words).code == 0
    for changed in ({"session": 82}, {"symbol": "A/C.2/81/L.24/Rev.1"}):
        file = tmp_path / "follows.draft.yaml"
        made = read(based).document
        file.write_bytes(native_bytes(replace(made, masthead=replace(made.masthead, **changed))))
        ran = drafter("render", file, *words)
        assert ran.code == 2
        assert "drafter amend ISSUED CORRECTED" in " ".join(ran.err.split())


def test_a_draft_without_a_base_is_told_what_to_do(drafter, texts):
    for words in (("amend", texts[1]), ("render", texts[1], "--as", "amendments", "--to", "txt")):
        more = ("-o", "-") if words[0] == "render" else ()
        ran = drafter(*words, *more)
        assert ran.code == 2
        assert "drafter new --base" in " ".join(ran.err.split())


def test_texts_that_say_the_same_have_nothing_to_amend(drafter, texts):
    ran = drafter("amend", texts[0], texts[0])
    assert (ran.code, "nothing to amend" in ran.err) == (2, True)


def test_words_revised_in_a_plain_file_stand_under_the_masthead_of_the_draft(
    drafter, texts, tmp_path
):
    plain = tmp_path / "plain.txt"
    plain.write_text(
        "Water security in mountain regions\n\nThe General Assembly,\n\n"
        "Recalling its resolution 71/1 of 25 September 2015,\n\n1. Requests a report.\n"
    )
    ran = drafter("amend", texts[0], plain, "--as", "as-orally-revised")
    assert "Eighty-first session" in ran.out
    assert "Second Committee" in ran.out


def test_an_amendment_that_stands_alone_says_nothing_of_numbers(drafter, tmp_path):
    words = "Water\n\nThe General Assembly,\n\nRecalling its resolution 70/1,\n\n1. Takes note;\n\n"
    issued, ours = tmp_path / "issued.txt", tmp_path / "ours.txt"
    issued.write_text(f"{words}2. Requests a report.\n")
    ours.write_text(f"{words}2. Invites all States to report;\n\n3. Requests a report.\n")
    ran = drafter("amend", issued, ours)
    flat = " ".join(ran.out.split())
    assert "After operative paragraph 1, insert a new operative paragraph, reading:" in flat
    assert "amendment to draft resolution" in ran.out
    assert "Renumber" not in ran.out


def test_a_text_that_stays_as_it_is_was_not_revised_orally(drafter, texts):
    ran = drafter("amend", texts[0], texts[0], "--as", "as-orally-revised")
    assert (ran.code, "nothing to amend" in ran.err) == (2, True)


@pytest.fixture
def adopted(tmp_path):
    """The same draft, adopted."""
    base = draft("en")
    head = replace(base.masthead, symbol="A/RES/80/124")
    path = tmp_path / "adopted.draft.yaml"
    text = replace(base, type=DocumentType.RESOLUTION, masthead=head)
    path.write_bytes(native_bytes(text))
    return path


@pytest.mark.parametrize("form", ["as-orally-revised", "oral-revisions"])
def test_an_adopted_text_is_not_revised_orally(drafter, texts, adopted, form):
    ran = drafter("amend", adopted, texts[1], "--as", form)
    assert (ran.code, "no longer revised orally" in " ".join(ran.err.split())) == (2, True)


def test_amendments_to_an_adopted_text_say_so_and_are_read_again(drafter, texts, adopted, tmp_path):
    sheet = tmp_path / "sheet.txt"
    asked = ("--author", "Norway", "--to", "txt", "-o", sheet)
    assert drafter("amend", adopted, texts[1], *asked).code == 0
    assert "Norway: amendments to resolution A/RES/80/124" in sheet.read_text(encoding="utf-8")
    found = read(sheet).document
    assert found.type is DocumentType.AMENDMENTS
    assert found.masthead.predecessor == "A/RES/80/124"


def test_another_text_altogether_is_amended_and_told(drafter, texts, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(
        "Glaciers\n\nThe General Assembly,\n\n"
        "Alarmed at the retreat of glaciers on every continent,\n\n"
        "1. Proclaims a year of glaciers;\n\n2. Invites all States to observe it.\n"
    )
    ran = drafter("amend", texts[0], other)
    assert ran.code == 0
    assert "have little in common" in ran.err
    assert "little in common" not in drafter("amend", *texts).err


def test_texts_in_two_languages_are_refused(drafter, texts):
    ran = drafter("amend", texts[0], DATA / "fr.draft.yaml")
    assert (ran.code, "different languages (en, fr)" in " ".join(ran.err.split())) == (2, True)


def test_a_file_without_a_text_is_named(drafter, texts, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    for files in ((texts[0], empty), (empty, texts[0])):
        ran = drafter("amend", *files)
        assert (ran.code, "empty.txt: There is no paragraph" in " ".join(ran.err.split())) == (
            2,
            True,
        )


def test_several_formats_go_into_a_folder_and_never_over_what_was_read(drafter, texts, tmp_path):
    ran = drafter("amend", *texts, "--to", "docx,txt", "-o", tmp_path / "out")
    assert ran.code == 0
    assert {p.suffix for p in (tmp_path / "out").iterdir()} == {".docx", ".txt"}
    assert drafter("amend", *texts, "--to", "txt", "-o", texts[1], "--force").code == 3


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("to", FORMATS)
def test_every_form_reads_back_as_it_was_written(code, form, to, tmp_path):
    made = document_of(Pair(draft(code), revised(draft(code)), "Nepal"), form)
    path = tmp_path / f"made.{FORMATS[to]}"
    path.write_bytes(rendered_document(made, to))
    back = read(path).document
    assert back.type is made.type
    # a reader gives French its spaces back as it knows them
    assert _spaced(said(back)) == _spaced(said(made))
    if form in (Form.AMENDMENTS, Form.ORAL_REVISIONS):
        assert back.masthead.predecessor == "A/C.2/81/L.24"


def _spaced(words):
    return repr(words).replace("\\xa0", " ").replace(" (70/1)", "(70/1)")


def test_the_types_of_the_forms_are_those_of_documents():
    assert {each.value for each in Form} >= {
        DocumentType.AMENDMENTS.value, DocumentType.ORAL_REVISIONS.value,
        DocumentType.CORRIGENDUM.value,
    }  # fmt: skip
