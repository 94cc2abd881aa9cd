"""What a draft knows of the texts it may cite, and how it cites them."""

from dataclasses import replace

import pytest

from drafter.languages import codes, language
from drafter.library import Source
from drafter.model.provenance import Stage
from drafter.model.tree import Kind
from drafter.workspace.citing import dates_in, forms, given, written
from tests.model.rules import doc, p


def test_dates_come_from_what_the_draft_cites_and_from_adopted_texts_of_the_library():
    cited = p("p1", Kind.PREAMBULAR, "Recalling its resolution 70/1 of 25 September 2015,")
    made = replace(doc(cited), language="en")
    sources = (
        Source("A/RES/79/217", "en", Stage.ADOPTED, date="2024-12-19"),
        Source("A/RES/79/3", "en", Stage.DRAFT, date="2024-10-10"),
        Source("A/C.2/80/L.5", "en", Stage.DRAFT, date="2025-10-10"),
    )
    assert dates_in(made, sources) == {
        "A/RES/70/1": "2015-09-25", "A/RES/79/217": "2024-12-19", "A/RES/79/3": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("body", "words", "first"),
    [
        ("general-assembly", "70/1", "its resolution 70/1 of 25 September 2015"),
        ("human-rights-council", "A/RES/70/1", "resolution 70/1 of 25 September 2015"),
        ("security-council", "2720 (2023)", "its resolution 2720 (2023)"),
        ("general-assembly", "2720 (2023)", "Security Council resolution 2720 (2023)"),
        ("", "70/1 2015-09-26", "resolution 70/1 of 26 September 2015"),
    ],
)
def test_a_body_speaks_of_its_own_resolutions(body, words, first):
    known = {"A/RES/70/1": "2015-09-25"}
    assert forms(words, known, language("en"), body)[0] == first


@pytest.mark.parametrize(
    ("words", "sections"),
    [
        ("57/283 B, sect. II.B", ["II.B"]),
        ("A/RES/57/292 2002-12-20, section iv", ["IV"]),
        ("section II, paragraph 6, of its resolution 57/292 of 20 December 2002, section III of "
         "its resolution 63/250, resolution 70/1, annex, section V, and resolution 71/1",
         ["", "II", "III", "V", ""]),
        ("第53/221号决议第二节以及其第55/258号决议第三.B节", ["II", "III.B"]),
        ("раздел II резолюции 57/292, раздел III своей резолюции 63/250", ["II", "III"]),
        ("الفرع ثانيا - باء من قرارها 57/292، الفرع ثالثا من قرارها 63/250", ["II.B", "III"]),
    ],
)  # fmt: skip
def test_a_section_is_cited_in_the_words_of_every_language(words, sections):
    found = given([words])
    assert [each.section for each in found] == sections
    for code in codes():
        again = given([written(found, language(code))], spoken=[code])
        assert [each.section for each in again] == sections, code
