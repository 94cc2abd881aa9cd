"""The shipped example: a draft that shows what drafter does."""

from drafter.model.tree import Kind
from drafter.workspace.resources import example_draft
from drafter.workspace.session import Session


def test_the_example_opens_as_a_draft_of_ones_own():
    session = Session.example()
    assert session.path is None
    assert session.language.code == "zh"
    assert session.document.masthead.symbol == ""
    assert example_draft().is_file()


def test_the_example_has_agreed_edited_and_new_text():
    paragraphs = [p for _, p in Session.example().document.walk()]
    told = [p for p in paragraphs if p.origins]
    verbatim = [p for p in told if p.origins[0].text == p.text.plain()]
    kinds = {p.kind for p in told}
    assert len(verbatim) > 10
    assert len(told) - len(verbatim) > 5
    assert any(not p.origins and p.kind is Kind.PREAMBULAR for p in paragraphs)
    assert {Kind.PREAMBULAR, Kind.OPERATIVE} <= kinds
    assert len({p.origins[0].symbol for p in told}) == 3


def test_the_example_has_something_for_the_checks_to_mend():
    assert any(finding.fixes for finding in Session.example().check())
