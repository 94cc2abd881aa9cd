"""The forms of the bodies: what each type of document says of itself, by body and language."""

from dataclasses import replace

import pytest

from drafter.languages import codes, language
from drafter.model.masthead import Masthead
from drafter.model.text import Text
from drafter.model.tree import DocumentType, Kind, Paragraph, Part, PartKind
from drafter.writers import WriteOptions
from drafter.writers.front import front
from drafter.writers.layout import layout
from tests.writers.writing_samples import draft_of, paragraphs, viewed, written

GA, SC = "general-assembly", "security-council"
HRC, ECOSOC = "human-rights-council", "economic-and-social-council"


def face(kind=DocumentType.DRAFT_RESOLUTION, /, *, code="en", final=False, **masthead):
    document = replace(draft_of(code=code, **masthead), type=kind)
    return front(viewed(document), language(code), WriteOptions(final=final), layout())


def adopted(body, /, code="en", kind=DocumentType.RESOLUTION, **more):
    masthead = {"body": body, "adopted_on": "2026-12-18", "meeting": "54", **more}
    return face(kind, code=code, **masthead)


def plain(line):
    return line.replace("\u00a0", " ")


def text_of(kind, **masthead):
    return written(replace(draft_of("One.", **masthead), type=kind), "txt").decode()


@pytest.mark.parametrize(
    ("code", "line", "closing"),
    [
        ("en", "Resolution adopted by the General Assembly on 18 December 2026",
         ("54th plenary meeting", "18 December 2026")),
        ("fr", "Résolution adoptée par l’Assemblée générale le 18 décembre 2026",
         ("54ᵉ séance plénière", "18 décembre 2026")),
        ("es", "Resolución aprobada por la Asamblea General el 18 de diciembre de 2026",
         ("54ª sesión plenaria", "18 de diciembre de 2026")),
        ("ru", "Резолюция, принятая Генеральной Ассамблеей 18 декабря 2026 года",
         ("54-е пленарное заседание,", "18 декабря 2026 года")),
        ("zh", "2026年12月18日大会决议", ("2026年12月18日", "第54次全体会议")),
        ("ar", "قرار اتخذته الجمعية العامة في 18 كانون الأول/ديسمبر 2026",
         ("الجلسة العامة 54", "18 كانون الأول/ديسمبر 2026")),
    ],
)  # fmt: skip
def test_adoption_is_said_in_the_words_of_the_language(code, line, closing):
    made = adopted(GA, code)
    assert plain(made.adopted) == line
    assert made.closing == closing


@pytest.mark.parametrize(
    ("meeting", "printed"),
    [("1", "1st"), ("2", "2nd"), ("3", "3rd"), ("11", "11th"), ("12", "12th"), ("54", "54th"),
     ("100", "100th"), ("112", "112th"), ("121", "121st"), ("50th (resumed)", "50th (resumed)")],
)  # fmt: skip
def test_a_meeting_has_the_ordinal_of_its_number(meeting, printed):
    assert adopted(GA, meeting=meeting).closing[0] == f"{printed} plenary meeting"


def test_closing_lines_that_were_typed_are_printed_as_they_are():
    assert adopted(GA, closing="50th (resumed) plenary meeting\n22 December 2023").closing == (
        "50th (resumed) plenary meeting", "22 December 2023",
    )  # fmt: skip


def test_what_is_not_known_of_the_adoption_is_blank_and_left_out_of_a_final_text():
    unknown = face(DocumentType.RESOLUTION, body=GA, session=81)
    assert unknown.closing == ("__________ plenary meeting", "__/__/____")
    assert unknown.number == "81/__."
    assert face(DocumentType.RESOLUTION, body=GA, session=81, final=True).number == ""
    assert adopted(GA, meeting="").closing == ("__________ plenary meeting", "18 December 2026")
    assert adopted(GA, meeting="", final=True).closing == ()


@pytest.mark.parametrize(
    ("committee", "documents", "line"),
    [
        ("C.2", ("A/81/439/Add.2, para. 6",),
         "[on the report of the Second Committee (A/81/439/Add.2, para. 6)]"),
        ("", ("A/81/L.6", "A/81/L.6/Add.1"),
         "[without reference to a Main Committee (A/81/L.6 and A/81/L.6/Add.1)]"),
        ("C.2", ("A/81/L.6",), "[without reference to a Main Committee (A/81/L.6)]"),
        ("C.2", (), "[on the report of the Second Committee (__________)]"),
        ("", ("A/81/439",), "[on the report of the __________ (A/81/439)]"),
        ("", (), "[__________]"),
    ],
)  # fmt: skip
def test_the_line_in_brackets_follows_from_the_documents(committee, documents, line):
    assert adopted(GA, committee=committee, documents=documents).bracket == line


def test_a_line_in_brackets_that_was_typed_is_not_made_anew():
    assert adopted(GA, bracket_line="[typed]", documents=("A/81/L.6",)).bracket == "[typed]"


def test_a_final_text_has_no_line_in_brackets_with_a_gap():
    made = face(DocumentType.RESOLUTION, final=True, body=GA, committee="C.2")
    assert made.bracket == ""


def test_russian_declines_the_committee():
    made = adopted(GA, "ru", committee="C.2", documents=("A/81/439, пункт 6",))
    assert made.bracket == "[по докладу Второго комитета (A/81/439, пункт 6)]"


@pytest.mark.parametrize(
    ("code", "number", "line"),
    [
        ("en", "Resolution 2799 (2026)",
         "Adopted by the Security Council at its 9877th meeting, on 14 March 2026"),
        ("fr", "Résolution 2799 (2026)",
         "Adoptée par le Conseil de sécurité à sa 9877ᵉ séance, le 14 mars 2026"),
        ("es", "Resolución 2799 (2026)",
         "Aprobada por el Consejo de Seguridad en su 9877ª sesión, celebrada el 14 de marzo"
         " de 2026"),
        ("ru", "Резолюция 2799 (2026),",
         "принятая Советом Безопасности на его 9877-м заседании 14 марта 2026 года"),
        ("zh", "第2799(2026)号决议", "2026年3月14日安全理事会第9877次会议通过"),
        ("ar", "القرار 2799 (2026)",
         "الذي اتخذه مجلس الأمن في جلسته 9877 المعقودة في 14 آذار/مارس 2026"),
    ],
)  # fmt: skip
def test_the_security_council_has_number_and_meeting_and_nothing_else(code, number, line):
    known = {"symbol": "S/RES/2799 (2026)", "adopted_on": "2026-03-14", "meeting": "9877"}
    made = adopted(SC, code, session=81, agenda_items=("3",), **known)
    assert (made.resolution, plain(made.adopted)) == (number, line)
    assert made.united_nations
    assert not any(
        (made.session, made.agenda_items, made.committee, made.bracket, made.number, made.closing)
    )


def test_a_number_that_the_council_has_not_given_is_blank():
    made = adopted(SC)
    assert (made.symbol, made.resolution) == ("S/RES/__ (2026)", "Resolution __ (2026)")


def test_the_draft_of_the_council_names_its_sponsors():
    made = face(body=SC, sponsors=("Ecuador", "Japan"), date="2026-03-10", session=81)
    assert (made.symbol, made.session, made.agenda_items) == ("S/2026/__", "", "")
    assert made.sponsors == "Ecuador and Japan: draft resolution"


def test_the_human_rights_council_stands_under_the_masthead_of_the_assembly():
    made = adopted(HRC, session=55, agenda_items=("3",), symbol="A/HRC/RES/55/31")
    assert (made.organ, made.council) == ("General Assembly", "Human Rights Council")
    assert plain(made.adopted) == (
        "Resolution adopted by the Human Rights Council on 18 December 2026"
    )
    assert (made.number, made.bracket) == ("55/31.", "")
    assert made.closing == ("54th meeting", "18 December 2026")
    assert adopted(HRC, session=55).symbol == "A/HRC/RES/55/__"
    assert face(body=HRC, session=55).symbol == "A/HRC/55/L.__"


def test_without_a_vote_is_never_presumed():
    assert "without a vote" not in text_of(
        DocumentType.RESOLUTION, body=HRC, adopted_on="2026-04-04", meeting="55"
    )


def test_the_economic_and_social_council_has_sessions_by_year():
    made = adopted(
        ECOSOC, session=2026, committee="Commission on Population and Development",
        documents=("E/2026/25",), symbol="E/RES/2026/31",
    )  # fmt: skip
    assert (made.session, made.number) == ("2026 session", "2026/31.")
    assert made.bracket == (
        "[on the recommendation of the Commission on Population and Development (E/2026/25)]"
    )
    assert made.closing[0] == "54th plenary meeting"
    assert face(body=ECOSOC, session=2026).symbol == "E/2026/L.__"
    assert adopted(ECOSOC, documents=("E/2026/L.5",)).bracket == ""


@pytest.mark.parametrize(
    ("symbol", "organ"),
    [("A/HRC/55/L.1", HRC), ("A/C.3/81/L.1", GA), ("S/2026/1", SC), ("E/2026/L.1", ECOSOC)],
)
def test_the_body_follows_from_the_symbol(symbol, organ):
    words = language("en").masthead
    made = face(symbol=symbol)
    assert (made.council or made.organ) == words.organ(organ)


@pytest.mark.parametrize(
    ("known", "line"),
    [
        ({"submitter": "the Chair", "predecessor": "A/C.2/81/L.21"},
         "Draft resolution submitted by the Chair, on the basis of informal consultations on draft"
         " resolution A/C.2/81/L.21"),
        ({"submitter": "the Chair of the Committee"},
         "Draft resolution submitted by the Chair of the Committee following informal"
         " consultations"),
        ({"predecessor": "A/C.2/81/L.21"},
         "Draft resolution submitted by __________, on the basis of informal consultations on"
         " draft resolution A/C.2/81/L.21"),
    ],
)  # fmt: skip
def test_a_chairs_text_says_whose_it_is_and_what_it_is_based_on(known, line):
    assert face(DocumentType.CHAIRS_TEXT, body=GA, **known).sponsors == line


@pytest.mark.parametrize(
    ("code", "kind", "officer", "line"),
    [
        ("en", DocumentType.DRAFT_DECISION, "the Chair", "Draft decision submitted by the Chair"),
        ("zh", DocumentType.DRAFT_RESOLUTION, "大会主席", "大会主席提交的决议草案"),
        ("fr", DocumentType.DRAFT_RESOLUTION, "la Présidente",
         "Projet de résolution déposé par la Présidente"),
        ("ru", DocumentType.DRAFT_RESOLUTION, "Председателем Генеральной Ассамблеи",
         "Проект резолюции, представленный Председателем Генеральной Ассамблеи"),
    ],
)  # fmt: skip
def test_an_officer_who_submits_is_named(code, kind, officer, line):
    assert face(kind, code=code, body=GA, submitter=officer).sponsors == line


def test_amendments_name_the_draft_that_they_amend():
    one, two = (
        front(viewed(replace(draft_of(*texts, sponsors=("Chad",), predecessor="A/C.3/81/L.2"),
                             type=DocumentType.AMENDMENTS)),
              language("en"), WriteOptions(), layout()).sponsors
        for texts in (("One.",), ("One.", "Two."))
    )  # fmt: skip
    assert one == "Chad: amendment to draft resolution A/C.3/81/L.2"
    assert two == "Chad: amendments to draft resolution A/C.3/81/L.2"


@pytest.mark.parametrize(
    ("kind", "predecessor", "symbol"),
    [
        (DocumentType.REVISED_DRAFT, "A/C.2/81/L.5", "A/C.2/81/L.5/Rev.__"),
        (DocumentType.REVISED_DRAFT, "A/C.2/81/L.5/Rev.1", "A/C.2/81/L.5/Rev.__"),
        (DocumentType.REVISED_DRAFT, "", "A/C.2/81/L.__/Rev.__"),
        (DocumentType.ADDENDUM, "A/C.2/81/L.5/Rev.1", "A/C.2/81/L.5/Rev.1/Add.__"),
        (DocumentType.CORRIGENDUM, "A/81/439", "A/81/439/Corr.__"),
        (DocumentType.CHAIRS_TEXT, "A/C.2/81/L.5", "A/C.2/81/L.__"),
        (DocumentType.ORAL_REVISIONS, "A/C.2/81/L.5", ""),
    ],
)
def test_what_follows_a_draft_has_its_symbol_as_far_as_it_is_known(kind, predecessor, symbol):
    made = face(kind, body=GA, session=81, committee="C.2", predecessor=predecessor)
    assert made.symbol == symbol


def test_an_addendum_says_so_under_the_title():
    titled = (Paragraph("t", Kind.TITLE, Text.of("Rivers")), Paragraph("p", Kind.PROSE))
    addendum = replace(
        draft_of(), type=DocumentType.ADDENDUM, root=Part(PartKind.RESOLUTION, titled)
    )
    for words in (paragraphs(written(addendum)), written(addendum, "txt").decode().split("\n")):
        lines = [line.strip() for line in words]
        assert lines[lines.index("Rivers") + 1 :][:2] in (["Addendum", ""], ["", "Addendum"])


def test_an_addendum_of_the_security_council_says_so_under_its_sponsors():
    text = replace(draft_of(sponsors=("Japan",), body=SC), type=DocumentType.ADDENDUM)
    lines = [line.strip() for line in written(text, "txt").decode().split("\n") if line.strip()]
    said = "Japan: draft resolution"
    assert lines[lines.index(said) + 1] == "Addendum"
    printed = [words for words in paragraphs(written(text)) if words]
    assert printed[printed.index(said) + 1] == "Addendum"


def test_a_title_that_was_read_with_its_number_has_it_once():
    titled = (Paragraph("t", Kind.TITLE, Text.of("81/231. Rivers")),)
    document = replace(
        draft_of(symbol="A/RES/81/231"), type=DocumentType.RESOLUTION,
        root=Part(PartKind.RESOLUTION, titled),
    )  # fmt: skip
    assert "81/231. Rivers" in written(document, "txt").decode()
    for words in (written(document, "txt").decode(), "\n".join(paragraphs(written(document)))):
        assert words.count("81/231.") == 1


def test_an_arabic_title_has_a_dash_after_its_number():
    assert adopted(GA, "ar", symbol="A/RES/81/231").number == "81/231 -"


@pytest.mark.parametrize("kind", list(DocumentType))
@pytest.mark.parametrize("body", [GA, SC, HRC, ECOSOC])
@pytest.mark.parametrize("code", codes())
def test_every_type_of_every_body_has_a_front_without_a_field_left_open(code, body, kind):
    for final in (False, True):
        made = face(kind, code=code, body=body, final=final)
        lines = [getattr(made, name) for name in made.__slots__ if name not in ("issue", "notes")]
        for line in lines:
            assert "{" not in "".join(line)


@pytest.mark.parametrize("kind", list(DocumentType))
@pytest.mark.parametrize("body", ["", GA, SC, HRC, ECOSOC])
def test_every_field_of_a_type_is_a_field_of_the_masthead(kind, body):
    row = layout().kind(kind.value, body)
    known = {*Masthead.__dataclass_fields__, "title"} - {"read", "session_read"}
    given = [row[giver].split() for giver in ("required", "secretariat", "asked")]
    names = [name for each in given for name in each]
    assert set(names) <= known
    assert len(names) == len(set(names))


def test_the_number_of_a_resolution_is_no_link_to_itself():
    resolution = replace(draft_of("One.", symbol="S/RES/2801 (2026)"), type=DocumentType.RESOLUTION)
    made = written(resolution, "html").decode()
    (line,) = (each for each in made.splitlines() if "Resolution 2801 (2026)" in each)
    assert "href" not in line


def test_a_text_without_title_and_symbol_has_a_title_for_its_file():
    made = written(draft_of("One.", body=SC), "html")
    assert b"<title>Security Council</title>" in made
