"""The masthead: what is known as it prints, what is not as a visible blank, nothing made up."""

from dataclasses import replace
from html import unescape

import pytest

from drafter.languages import codes, language
from drafter.model.masthead import Masthead
from drafter.model.text import Text
from drafter.model.tree import DocumentType, Note
from drafter.writers import WriteOptions
from drafter.writers.front import front
from drafter.writers.layout import layout
from tests.writers.life import CODES, typed
from tests.writers.writing_samples import draft_of, paragraphs, parts, sample, viewed, written

KNOWN = Masthead(
    symbol="A/C.2/79/L.29",
    session=79,
    agenda_items=("20 (b)", "21"),
    agenda_titles=("Globalization",),
    date="2024-11-01",
    original_language="en",
    sponsors=("Uganda",),
    job_number="24-21000",
)


def face(draft=None, *, code="en", masthead=None, **options):
    draft = draft or replace(draft_of(code=code), masthead=masthead or Masthead())
    return front(viewed(draft), language(draft.language), WriteOptions(**options), layout())


def issue(made):
    return [line.text for line in made.issue]


def test_what_is_known_prints_in_the_words_of_the_language():
    made = face(masthead=KNOWN)
    assert (made.united_nations, made.organ) == ("United Nations", "General Assembly")
    assert (made.session, made.committee) == ("Seventy-ninth session", "Second Committee")
    assert made.agenda_items == "Agenda items 20 (b) and 21"
    assert issue(made) == ["Distr.: Limited", "1 November 2024", "Original: English"]
    assert made.sponsors == "Uganda: draft resolution"


@pytest.mark.parametrize(
    ("symbol", "line"), [("A/C.2/79/L.29", "Distr.: Limited"), ("A/79/439", "Distr.: General")]
)
def test_what_corrects_a_limited_document_is_limited(symbol, line):
    corrected = Masthead(session=79, predecessor=symbol)
    assert issue(face(masthead=corrected, as_type=DocumentType.CORRIGENDUM))[0] == line


def test_a_chinese_masthead_keeps_english_dates_and_names_its_version():
    made = face(code="zh", masthead=KNOWN)
    assert (made.organ, made.session) == ("大会", "第七十九届会议")
    assert issue(made) == ["Distr.: Limited", "1 November 2024", "Chinese", "Original: English"]
    assert made.sponsors == "Uganda：决议草案"


def test_what_is_not_known_is_a_visible_blank():
    made = face(masthead=Masthead(body="general-assembly", session=81, committee="C.2"))
    assert made.symbol == "A/C.2/81/L.__"
    assert issue(made)[1:] == ["__/__/____", "English", "Original: __________"]
    assert made.sponsors == "__________: draft resolution"
    assert made.agenda_items == "Agenda item __"


def test_nothing_known_at_all_still_prints_blanks():
    made = face()
    assert made.symbol == "__/L.__"
    assert made.organ == "__________"
    assert made.session == "__ session"
    assert made.committee == ""
    assert made.job_number == ""


def test_a_final_text_leaves_out_what_is_not_known():
    made = face(final=True)
    assert not any(
        (made.symbol, made.organ, made.session, made.agenda_items, made.sponsors[:1] == "_")
    )
    assert issue(made) == ["Distr.: Limited", "English"]


def test_the_organ_follows_from_the_enacting_line():
    draft = sample("committee-zh")
    bare = replace(draft, masthead=replace(draft.masthead, body=""))
    assert face(bare).organ == "大会"


@pytest.mark.parametrize(
    ("written_as", "printed"),
    [("general-assembly", "General Assembly"), ("Trusteeship Council", "Trusteeship Council")],
)
def test_an_organ_is_named_by_its_key_or_as_it_is(written_as, printed):
    assert face(masthead=Masthead(body=written_as)).organ == printed


def test_what_was_read_is_printed_as_it_was_read():
    made = face(
        masthead=Masthead(
            session_read="Resumed seventy-eighth session",
            submitters="Draft resolution submitted by the Chair",
            distribution="Distr.: Restricted",
            date="Monday",
            rapporteur="Rapporteur: Ms. X",
        )
    )
    assert made.session == "Resumed seventy-eighth session"
    assert made.sponsors == "Draft resolution submitted by the Chair"
    assert issue(made)[:2] == ["Distr.: Restricted", "Monday"]
    assert made.rapporteur == "Rapporteur: Ms. X"


@pytest.mark.parametrize(
    ("code", "named", "printed"),
    [
        ("fr", "M. X (Suisse)", "Rapporteur : M. X (Suisse)"),
        ("fr", "Mme X (Uruguay)", "Rapporteuse : Mme X (Uruguay)"),
        ("es", "Sra. X (Ucrania)", "Relatora: Sra. X (Ucrania)"),
        ("ar", "السيدة س (أوروغواي)", "المقررة: السيدة س (أوروغواي)"),
        ("zh", "X女士(乌拉圭)", "报告员：X女士(乌拉圭)"),
        ("fr", "Rapporteuse : Mme X", "Rapporteuse : Mme X"),
    ],
)
def test_the_word_for_a_rapporteur_goes_by_who_it_is(code, named, printed):
    assert face(code=code, masthead=Masthead(rapporteur=named)).rapporteur == printed


def test_an_adopted_resolution_has_its_number_and_no_sponsors_nor_original_line():
    made = face(sample("resolution-en"))
    assert made.number == "79/217."
    assert (
        made.adopted
        == "Resolution adopted by the General Assembly on\u00a019\u00a0December\u00a02024"
    )
    assert (made.sponsors, made.committee) == ("", "")
    assert issue(made) == ["Distr.: General", "23 December 2024"]
    assert made.closing == ("54th plenary meeting", "19 December 2024")


def test_a_draft_can_be_shown_as_the_resolution_it_may_become():
    made = face(sample("committee-en"), as_type=DocumentType.RESOLUTION)
    assert made.symbol == "A/RES/81/__"
    assert made.adopted.endswith("__________")
    assert made.number == "81/__."


@pytest.mark.parametrize(
    ("code", "decision"),
    [
        ("zh", "决定"), ("en", "Decision adopted"), ("fr", "Décision adoptée"),
        ("es", "Decisión aprobada"), ("ru", "Решение, принятое"), ("ar", "مقرر"),
    ],
)  # fmt: skip
def test_a_decision_is_not_called_a_resolution(code, decision):
    as_decision = face(code=code, as_type=DocumentType.DECISION).adopted
    as_resolution = face(code=code, as_type=DocumentType.RESOLUTION).adopted
    assert decision in as_decision
    assert decision not in as_resolution


def test_the_revised_draft_says_so():
    made = face(replace(draft_of(sponsors=("Uganda",)), type=DocumentType.REVISED_DRAFT))
    assert made.sponsors == "Uganda: revised draft resolution"


@pytest.mark.parametrize("code", CODES)
def test_every_document_says_that_it_is_none_of_the_united_nations_unless_it_is(code):
    said = layout().type(code)["unofficial"]
    for kind in DocumentType:
        assert face(typed(code, kind)).unofficial == said
        assert face(typed(code, kind), official=True).unofficial == ""
    for name in ("txt", "md", "akn"):
        for official in (False, True):
            made = unescape(written(draft_of(code=code), name, official=official).decode())
            assert (said in made) is not official, name


@pytest.mark.parametrize("code", CODES)
def test_every_page_of_every_section_says_that_it_is_no_official_document(code):
    said = layout().type(code)["unofficial"]
    data = written(typed(code, DocumentType.COMMITTEE_REPORT))
    for page in ("first", "even", "odd"):
        assert said in paragraphs(data, f"word/footer_{page}.xml")
    whole = parts(data)["word/document.xml"]
    assert whole.count(b"<w:footerReference") == 3 * whole.count(b"<w:sectPr") > 0


def test_the_secretariat_profile_leaves_that_line_out():
    data = written(sample("committee-en"), official=True)
    assert "Not an official" not in "".join(paragraphs(data, "word/footer_first.xml"))
    assert "Not an official" not in written(sample("committee-en"), "txt", official=True).decode()


def test_control_characters_do_not_reach_the_masthead():
    made = face(masthead=Masthead(symbol="A/\x1b[31m79\n/L.1", job_number="1\x00"))
    assert made.symbol == "A/[31m79 /L.1"
    assert made.job_number == "1"


@pytest.mark.parametrize("document_type", list(DocumentType))
@pytest.mark.parametrize("code", codes())
def test_every_type_of_document_has_a_front(document_type, code):
    assert face(code=code, as_type=document_type).united_nations


def test_a_group_named_in_the_masthead_takes_the_place_of_the_one_that_was_read():
    read = "On behalf of the States that are members of the Movement of Non-Aligned Countries."
    head = Masthead(session=81, sponsors=("Iraq*",))
    draft = replace(draft_of(code="en"), masthead=head, notes=(Note("n", Text.of(read), mark="*"),))
    assert [note.text.plain() for note in face(draft).notes] == [read]
    (said,) = face(replace(draft, masthead=replace(head, group="group-of-77"))).notes
    assert "Group of 77 and China" in said.text.plain()
