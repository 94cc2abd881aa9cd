"""What stands in the way of a final text: all of it at once, each with its place."""

from dataclasses import replace

import pytest

from drafter.languages import language
from drafter.messages import set_language
from drafter.model.provenance import Action, Proposal
from drafter.model.rebuild import map_paragraphs
from drafter.model.text import Text
from drafter.model.tree import Note
from drafter.model.view import view
from drafter.workspace.preflight import unready
from tests.writers.life import draft


@pytest.fixture(autouse=True)
def in_english():
    set_language("en")
    yield
    set_language("en")


def reasons(document):
    return unready(view(document, language(document.language).conventions), language("en"))


def saying(words, place="resolution/op1"):
    paragraph = draft("en").paragraph(place)
    return edited(replace(paragraph, text=Text.of(words)))


def edited(paragraph):
    return map_paragraphs(draft("en"), lambda old: paragraph if old.id == paragraph.id else old)


def test_a_text_that_is_ready_has_nothing_in_its_way():
    assert reasons(draft("en")) == ()


@pytest.mark.parametrize(
    ("words", "open_ones"),
    [
        ("Urges [all] States [to act]", ["[all]", "[to act]"]),
        ("[Urges [all] States]", ["[Urges [all] States]"]),
        ("[Urges all States", ["[Urges all States"]),
        ("all States]", ["]"]),
        ("［强烈］敦促", ["［强烈］"]),
        ("as the report said, “there where [sic] many”", []),
        ("as the report said, “there were […] many [...]”", []),
        ("[Original: French]", []),
        ("a (b) c", []),
    ],
)
def test_open_brackets_are_named(words, open_ones):
    found = [each for each in reasons(saying(words)) if "open bracket" in each]
    assert [each.partition("“")[2].removesuffix("”") for each in found] == open_ones


def test_a_bracket_is_named_with_its_place():
    whole = draft("en")
    parent = next(p for _, p in whole.walk() if p.children and p.id == "resolution/op2")
    child = parent.children[2]
    (found,) = (
        each
        for each in reasons(edited(replace(child, text=Text.of("[To act];"))))
        if "bracket" in each
    )
    assert found == "operative paragraph 2 (c): open bracket “[To act]”"


def test_brackets_in_titles_and_notes_are_found():
    titled = saying("[Water]", "resolution/title")
    assert any("[Water]" in each and each.startswith("title") for each in reasons(titled))
    note = draft("en").notes[0]
    document = replace(
        draft("en"), notes=(Note(note.id, Text.of("See [A/81/1].")), *draft("en").notes[1:])
    )
    assert any("note 1" in each and "[A/81/1]" in each for each in reasons(document))


def test_proposals_that_nobody_settled_are_counted_and_remarks_are_not():
    paragraph = draft("en").paragraph("resolution/op1")
    proposals = (
        Proposal(("Chad",), Action.DELETE), Proposal(("Fiji",), Action.REPLACE, text="x"),
        Proposal(("Mali",), Action.COMMENT, remark="fine"),
    )  # fmt: skip
    found = reasons(edited(replace(paragraph, proposals=proposals)))
    assert found == ("operative paragraph 1: proposals not settled: 2",)


@pytest.mark.parametrize("character", ["\ue000", "\ufffd", "\u0378", "\U000f0000"])
def test_characters_that_no_font_has_are_named_once(character):
    code = f"U+{ord(character):04X}"
    found = reasons(saying(f"Urges{character} all{character} States;"))
    assert found == (f"operative paragraph 1: character without a glyph, {code}",)
    document = replace(
        draft("en"), masthead=replace(draft("en").masthead, sponsors=(f"Ch{character}ad",))
    )
    assert reasons(document) == (f"sponsors: character without a glyph, {code}",)


def test_everything_is_told_at_once():
    document = saying("[Urges (all] States\ue000;")
    found = reasons(replace(document, masthead=replace(document.masthead, session=None)))
    assert len(found) > 3
    assert found[0] == "session: missing"
    assert any(each.startswith("operative paragraph 1: P102") for each in found)
