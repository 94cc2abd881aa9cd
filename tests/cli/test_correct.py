"""`drafter library correct`: a corrigendum as a reviewed change."""

import re

import pytest

from drafter.languages import codes, language
from drafter.library import Library, Source, import_document
from drafter.model.provenance import Stage
from drafter.workspace.recent import remember
from tests.library.years import FEES_70, FEES_75, FISH, filed, resolution

CORR = "A/RES/70/5/Corr.1"
CLAUSE = "A/RES/70/5#resolution/op2"
HEAD = """\
United Nations                                                    A/RES/70/5/Corr.1
General Assembly                                       Distr.: General
                                                       6 December 2015

Seventieth session
Agenda item 16
Macroeconomic policy questions

          Remittances

          Corrigendum

"""
SAYS = (
    HEAD
    + """\
               1.    Page 2, paragraph 2

               For 5 per cent read 4 per cent
"""
)


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "clauses"
    path = filed(folder, "A/RES/70/5", FISH, FEES_70)
    path.write_text(path.read_text().replace("imported:", "# by hand\nimported:"))
    return folder


@pytest.fixture
def file(library):
    (path,) = library.rglob("A_RES_70_5.yaml")
    return path


@pytest.fixture
def corrigendum(tmp_path):
    def said(words):
        path = tmp_path / "corr.txt"
        path.write_text(words)
        return path

    return said


@pytest.fixture
def correct(drafter, library):
    def corrected(*words):
        return drafter("library", "correct", CORR, *words, "--library", library)

    return corrected


BY_HAND = ("--at", CLAUSE, "--for", "5 per cent", "--read", "4 per cent")


def test_a_dry_run_shows_the_change_and_writes_nothing(correct, file):
    before = file.read_bytes()
    ran = correct(*BY_HAND, "--dry-run")
    assert ran.code == 0, ran.err
    assert "4 per cent;" in ran.out
    assert file.read_bytes() == before


def test_the_text_is_corrected_and_the_earlier_reading_kept(correct, library, file):
    assert correct(*BY_HAND).code == 0
    corrected = FEES_70.replace("*", "").replace("5 per", "4 per")
    assert Library.open([library]).clause(CLAUSE).plain == corrected
    text = file.read_text()
    assert "    earlier:\n" in text
    assert f"by: {CORR}" in text
    assert "# by hand\n" in text


def test_the_file_of_a_corrigendum_is_read_with_its_date(correct, corrigendum, file):
    assert correct(corrigendum(SAYS)).code == 0
    assert "*Encourages* Member States to lower the transfer costs of remittances to 4" in (
        file.read_text()
    )
    assert "until: 2015-12-06" in file.read_text()


def test_a_second_time_there_is_nothing_to_do(correct, corrigendum, file):
    correct(corrigendum(SAYS))
    before = file.read_bytes()
    assert correct(corrigendum(SAYS)).code == 0
    assert file.read_bytes() == before


def test_an_import_keeps_the_earlier_reading(correct, library, file):
    correct(*BY_HAND)
    again = resolution(FISH, FEES_70.replace("5 per cent", "4 per cent"))
    import_document(again, Source(symbol="A/RES/70/5", stage=Stage.ADOPTED), library)
    assert f"by: {CORR}" in file.read_text()


def test_the_original_text_does_not_come_back_unseen(correct, library, drafter, file):
    from drafter.errors import RefusedOverwrite

    correct(*BY_HAND)
    with pytest.raises(RefusedOverwrite):
        import_document(
            resolution(FISH, FEES_70), Source(symbol="A/RES/70/5", stage=Stage.ADOPTED), library
        )


def test_words_in_several_paragraphs_need_a_place(drafter, tmp_path, corrigendum):
    folder = tmp_path / "other"
    filed(folder, "A/RES/70/5", FEES_70, FEES_70)
    (path,) = folder.rglob("A_RES*.yaml")
    before = path.read_bytes()
    words = ("library", "correct", CORR, "--library", folder)
    unplaced = SAYS.replace("Page 2, paragraph 2", "Page 2")
    ran = drafter(*words, corrigendum(unplaced))
    assert ran.code == 2
    assert "--at: A/RES/70/5#resolution/op1, A/RES/70/5#resolution/op2" in ran.err
    assert path.read_bytes() == before
    assert drafter(*words, corrigendum(SAYS)).code == 0
    assert path.read_text().count("4 per cent") == 1
    assert Library.open([folder]).clause(CLAUSE).plain.endswith("4 per cent;")


def test_if_one_correction_cannot_be_applied_none_is(correct, corrigendum, file):
    before = file.read_bytes()
    ran = correct(corrigendum(SAYS + "\n               For no such words read others\n"))
    assert ran.code == 2
    assert "no such words" in ran.err
    assert file.read_bytes() == before


def test_drafts_that_use_the_clause_are_listed(drafter, library, correct, tmp_path):
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    for name in ("one", "two"):
        made = drafter("import", next(library.rglob("A_RES_70_5.yaml")), "-o", drafts / name)
        assert made.code in (0, 2)
    from drafter.model.tree import DocumentType
    from drafter.workspace.native import native_bytes
    from drafter.workspace.starting import on_base

    held = Library.open([library]).document("A/RES/70/5")
    draft = native_bytes(on_base(DocumentType.DRAFT_RESOLUTION, held.document))
    (drafts / "mine.draft.yaml").write_bytes(draft)
    recent = tmp_path / "recent.draft.yaml"
    recent.write_bytes(draft.replace(b"5 per cent;", b"4 per cent;"))
    remember(recent)
    found = correct(*BY_HAND, "--drafts", drafts, "--json").json["drafts"]
    mine = [(each["path"], each["earlier_reading"]) for each in found]
    assert (str(drafts / "mine.draft.yaml"), True) in mine
    assert str(recent) in {path for path, _ in mine}
    assert {each["clause"] for each in found} == {CLAUSE}


def test_a_symbol_that_is_no_corrigendums_is_refused(drafter, library):
    ran = drafter("library", "correct", "A/RES/70/5", *BY_HAND, "--library", library)
    assert ran.code == 2
    assert "is not the symbol of a corrigendum" in ran.err


def test_a_file_that_says_nothing_of_the_kind_is_told(correct, corrigendum):
    ran = correct(corrigendum(HEAD + "               1.    Delete the second page.\n"))
    assert ran.code == 2
    assert "--at CLAUSE --for X --read Y" in ran.err


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "For old words read new words"),
        ("zh", "旧词应改为新词"),
        ("zh", "将“旧词”改为“新词”"),
        ("fr", "Au lieu de anciens mots, lire nouveaux mots"),
        ("es", "Donde dice viejo debe decir nuevo"),
        ("ru", "Вместо старое следует читать новое"),
    ],
)
def test_languages_say_it_in_their_way(code, said):
    assert code in codes()
    assert any(re.fullmatch(each, said) for each in language(code).corrigenda)


def test_what_is_said_otherwise_is_told_and_not_passed_over(correct, corrigendum):
    more = (
        SAYS
        + """
               2.    Page 3, paragraph 1

               The second sentence should be deleted.
"""
    )
    ran = correct(corrigendum(more))
    assert "The second sentence should be deleted." in ran.err


def test_fees_of_another_year_are_left_alone(correct, library):
    filed(library, "A/RES/75/6", FEES_75)
    correct(*BY_HAND)
    assert Library.open([library]).clause("A/RES/75/6#resolution/op1").plain.endswith("3 per cent;")


def test_a_second_correction_of_the_same_clause_by_the_same_corrigendum_is_written(
    correct, library
):
    assert correct(*BY_HAND).code == 0
    ran = correct("--at", CLAUSE, "--for", "transfer costs", "--read", "costs of transfer")
    assert ran.code == 0, ran.err
    said = Library.open([library]).clause(CLAUSE).plain
    assert "costs of transfer" in said
    assert "4 per cent" in said


def test_other_new_words_for_words_corrected_before_are_not_taken_for_the_same(correct):
    assert correct(*BY_HAND).code == 0
    ran = correct("--at", CLAUSE, "--for", "5 per cent", "--read", "7 per cent")
    assert ran.code == 2
    assert "stands nowhere" in ran.err


def test_what_was_applied_before_is_said(correct):
    assert correct(*BY_HAND).code == 0
    ran = correct(*BY_HAND)
    assert ran.code == 0
    assert f"already applied to {CLAUSE}" in ran.err
    assert correct(*BY_HAND, "--json").json["corrections"][0]["already"] is True


def test_the_same_correction_of_another_clause_is_not_taken_for_done(drafter, tmp_path):
    folder = tmp_path / "other"
    filed(folder, "A/RES/70/5", FEES_70, FEES_70)
    words = ("library", "correct", CORR, "--library", folder)
    for number in (1, 2):
        at = ("--at", f"A/RES/70/5#resolution/op{number}")
        done = drafter(*words, *at, "--for", "5 per cent", "--read", "4 per cent")
        assert (done.code, "already" in done.err) == (0, False)
    (path,) = folder.rglob("A_RES*.yaml")
    assert path.read_text().count("4 per cent") == 2


def test_words_that_stand_in_another_paragraph_are_said_to_stand_there(correct):
    other = "A/RES/70/5#resolution/op1"
    ran = correct("--at", other, "--for", "5 per cent", "--read", "4 per cent")
    assert ran.code == 2
    assert f"does not stand in {other}; it stands in: {CLAUSE}" in ran.err


def test_words_that_stand_several_times_in_a_paragraph_need_more_around_them(
    correct, drafter, tmp_path
):
    ran = correct("--at", CLAUSE, "--for", "t", "--read", "d")
    assert ran.code == 2
    assert f"times in {CLAUSE}; give more of the words around it" in ran.err
    folder = tmp_path / "other"
    filed(folder, "A/RES/70/5", FEES_70, FEES_70.replace("5 per cent", "5 per cent or 5 per cent"))
    ran = drafter(
        "library", "correct", CORR, "--library", folder,
        "--at", "A/RES/70/5#resolution/op3", "--for", "5 per cent", "--read", "4 per cent",
    )  # fmt: skip
    assert "it stands in: A/RES/70/5#resolution/op1, A/RES/70/5#resolution/op2" in ran.err


def test_a_clause_of_another_text_is_refused(correct, file):
    before = file.read_bytes()
    other = "A/RES/75/6#resolution/op2"
    ran = correct("--at", other, "--for", "5 per cent", "--read", "4 per cent")
    assert ran.code == 2
    assert f"{other} is no clause of A/RES/70/5" in ran.err
    assert file.read_bytes() == before
