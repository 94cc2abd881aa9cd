"""The fields of the masthead: whose they are by type and body, and what is missing."""

from dataclasses import replace

import pytest

from drafter.languages import codes, language
from drafter.messages import set_language
from drafter.model.masthead import Masthead
from drafter.model.tree import DocumentType, Part, PartKind
from drafter.model.view import view
from drafter.workspace.masthead_fields import (
    Giver,
    fields_of,
    missing,
    told,
    told_of_body,
    with_words,
)
from tests.writers.life import draft, typed

GA, SC = "general-assembly", "security-council"


def fields(kind, **masthead):
    document = replace(draft("en"), type=kind, masthead=Masthead(**masthead))
    return view(document, language("en").conventions), language("en")


def lacking(kind, **masthead):
    return [each.name for each in missing(*fields(kind, **masthead))]


def test_missing_fields_are_told_in_one_line(monkeypatch):
    set_language("en")
    found = missing(*fields(DocumentType.DRAFT_RESOLUTION, body=GA, session=81))
    assert told(found) == ("symbol, agenda items, date, original language, sponsors: missing")
    assert told(()) == ""
    set_language("zh")
    assert told(found).startswith("缺：")
    set_language("en")


def test_what_is_missing_goes_by_body():
    assert lacking(DocumentType.RESOLUTION, body=SC) == ["symbol", "date", "adopted_on", "meeting"]
    assert "bracket_line" in lacking(DocumentType.RESOLUTION, body=GA)
    assert "session" in lacking(DocumentType.RESOLUTION, body="human-rights-council")


def test_the_security_council_has_no_title():
    bare = replace(draft("en"), root=Part(PartKind.RESOLUTION))
    for body, wanted in ((SC, False), (GA, True)):
        document = replace(bare, masthead=Masthead(body=body))
        found = missing(view(document, language("en").conventions), language("en"))
        assert ("title" in [each.name for each in found]) is wanted


@pytest.mark.parametrize(
    ("body", "symbol", "said"),
    [
        ("Trusteeship Council", "A/C.2/81/L.5", True),
        ("Trusteeship Council", "T/81/L.5", True),  # the text begins "The General Assembly,"
        ("Security Council", "A/C.2/81/L.5", False),
        (GA, "S/2026/5", False),
        ("", "A/C.2/81/L.5", False),
    ],
)
def test_a_body_that_is_not_known_and_prints_as_another_is_told_of(body, symbol, said):
    line = told_of_body(*fields(DocumentType.DRAFT_RESOLUTION, body=body, symbol=symbol))
    assert bool(line) is said
    assert not said or ("Trusteeship Council" in line and "General Assembly" in line)


def test_an_addendum_names_the_sponsors_it_adds_to():
    assert "sponsors" in lacking(DocumentType.ADDENDUM, added_sponsors=("Chad",))


@pytest.mark.parametrize(
    ("symbol", "known", "session"),
    [("A/C.2/81/L.5", None, 81), ("A/C.2/81/L.5", 80, 80), ("S/2026/12", None, None)],
)
def test_a_symbol_that_is_typed_names_the_session_that_is_not_known(symbol, known, session):
    assert with_words(Masthead(session=known), "symbol", symbol).session == session


@pytest.mark.parametrize(
    ("typed", "kept"), [("a/c.2/81/l.5", "A/C.2/81/L.5"), ("a/c.2/81/l.__", "a/c.2/81/l.__")]
)
def test_a_symbol_is_kept_in_its_one_form_and_what_is_none_as_it_is_typed(typed, kept):
    assert with_words(Masthead(), "symbol", typed).symbol == kept


def test_one_field_may_be_said_by_another():
    kind = DocumentType.RESOLUTION
    known = {"body": GA, "documents": ("A/81/L.6",), "closing": "54th plenary meeting"}
    assert not {"bracket_line", "meeting"} & set(lacking(kind, **known))
    draft_lacks = lacking(DocumentType.DRAFT_RESOLUTION, submitters="Draft submitted by the Chair")
    assert "sponsors" not in draft_lacks
    assert "session" not in lacking(kind, session_read="Resumed eightieth session")


def test_what_the_secretariat_gives_is_told_and_is_not_required():
    for kind in DocumentType:
        for each in fields_of(*fields(kind, body=GA)):
            if each.name in ("symbol", "date", "job_number"):
                assert each.giver is not Giver.REQUIRED


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("kind", [DocumentType.DRAFT_RESOLUTION, DocumentType.RESOLUTION])
def test_a_document_that_says_everything_lacks_nothing(code, kind):
    numbered = view(typed(code, kind), language(code).conventions)
    required = [each.name for each in missing(numbered, language(code))
                if each.giver is Giver.REQUIRED]  # fmt: skip
    assert required == []


@pytest.mark.parametrize(
    ("field", "typed", "key"),
    [("body", "HRC", "human-rights-council"), ("body", "ecosoc", "economic-and-social-council"),
     ("committee", "c2", "C.2"), ("committee", "第二委员会", "C.2"), ("body", "GATT", "GATT")],
)  # fmt: skip
def test_a_body_or_committee_may_be_typed_for_short(field, typed, key):
    assert getattr(with_words(Masthead(), field, typed), field) == key
