"""`drafter lineage`."""

import pytest

from drafter.model.provenance import Stage
from tests.library.years import FEES_70, FEES_75, FEES_ZH, filed, in_family, three_sessions

CLAUSE = "A/RES/75/6#resolution/op1"


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "clauses"
    three_sessions(folder)
    return folder


def test_it_says_what_was_found_first_what_changed_and_what_is_latest(drafter, library):
    ran = drafter("lineage", CLAUSE, "--library", library)
    assert ran.code == 0
    assert "proposed by likeness" in ran.out
    assert "earliest found here: A/RES/70/5, para. 2 (adopted) · session 70" in ran.out
    assert "Opening verb stronger: Encourages → Urges" in ran.out
    assert "latest found here: A/79/L.7, later adopted as 79/8" in ran.out
    assert "this library: 3 texts, sessions 70–79, en" in ran.out
    assert "first" not in ran.out, "only what is here is known"


def test_json_has_every_step_with_its_changes(drafter, library):
    found = drafter("lineage", CLAUSE, "--library", library, "--json").json
    assert found["confirmed"] is False
    assert found["earliest"] == "A/RES/70/5#resolution/op2"
    assert [step["before"] for step in found["steps"]] == [
        None, "A/RES/70/5#resolution/op2", CLAUSE,
    ]  # fmt: skip
    assert "verb-stronger" in [change["kind"] for change in found["steps"][1]["changes"]]
    assert found["library"]["sessions"] == [70, 75, 79]


def test_json_says_what_the_library_holds_as_match_does(drafter, library, tmp_path):
    words = tmp_path / "words.txt"
    words.write_text("Urges Member States to lower the transfer costs of remittances;")
    matched = drafter("match", words, "--library", library, "--json").json
    for ran in (("lineage", CLAUSE, "--library", library), ("library", "families", library)):
        assert drafter(*ran, "--json").json["library"] == matched["library"]


def test_a_family_is_said_to_be_confirmed(drafter, library):
    for path, text in zip(sorted(library.rglob("A_RES*")), (FEES_70, FEES_75), strict=True):
        in_family(path, text, "remittance-costs")
    ran = drafter("lineage", CLAUSE, "--library", library)
    assert "family remittance-costs, confirmed" in ran.out
    assert "A/79/L.7" not in ran.out, "it is not in the family"


def test_another_language_version_is_listed_with_what_it_does_not_agree_in(drafter, library):
    filed(library, "A/RES/75/6", FEES_ZH, language="zh")
    ran = drafter("lineage", CLAUSE, "--lang", "en", "--library", library)
    assert "also in zh: same citations" in ran.out
    filed(library, "A/RES/70/5", "鱼；", "*鼓励*会员国回顾第70/2号决议；", language="zh")
    ran = drafter("lineage", "A/RES/70/5#resolution/op2", "--lang", "en", "--library", library)
    assert "also in zh, but the citations differ: here –, there 70/2" in ran.out


def test_a_clause_that_is_not_there_is_an_error_that_says_how_ids_look(drafter, library):
    ran = drafter("lineage", "A/RES/75/6", "--library", library)
    assert ran.code == 2
    assert "search --json" in ran.err


def test_a_clause_held_in_another_language_only_is_said_to_be(drafter, library):
    filed(library, "A/RES/76/9", FEES_ZH, language="zh")
    ran = drafter("lineage", "A/RES/76/9#resolution/op1", "--lang", "en", "--library", library)
    assert ran.code == 2
    assert "not in en; it is held in zh" in ran.err
    assert "does not hold" not in ran.err


@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_id_names_no_clause(drafter, library, name):
    ran = drafter("lineage", name, "--library", library)
    assert ran.code == 2
    assert "No clause is named" in ran.err


def test_a_retired_clause_is_said_to_be_retired(drafter, library):
    why = ("--why", "superseded", "--library", library)
    assert drafter("library", "retire", CLAUSE, *why).code == 0
    ran = drafter("lineage", CLAUSE, "--library", library)
    assert "retired, do not use: superseded" in ran.out
    steps = drafter("lineage", CLAUSE, "--library", library, "--json").json["steps"]
    assert [step["retired"] for step in steps if step["clause"] == CLAUSE] == ["superseded"]


def test_a_clause_that_is_alone_is_still_told_with_its_source(drafter, library):
    ran = drafter("lineage", "A/79/L.7#resolution/op1", "--library", library)
    assert "A/79/L.7, para. 1" in ran.out
    assert "no other wording" in ran.out


def test_the_latest_is_told_with_its_stage(drafter, library):
    filed(library, "A/80/L.1", FEES_75, stage=Stage.WITHDRAWN)
    ran = drafter("lineage", CLAUSE, "--library", library)
    assert "latest found here: A/80/L.1 (withdrawn)" in ran.out


def test_a_difference_of_the_same_sentence_is_said_once_for_a_step(drafter, library):
    filed(
        library, "A/RES/76/6", FEES_75.replace("States to", "States, to").replace(" to 3", ", to 3")
    )
    ran = drafter("lineage", "A/RES/76/6#resolution/op1", "--library", library)
    step = ran.out.partition("this clause:")[2].partition("A/79/L.7")[0]
    assert step.count("Only punctuation") == 1


def _in_chinese(folder, *, original="", english=FEES_70):
    for session, words in ((70, "*确认*移民的贡献；"), (75, "*认识到*移民的贡献；")):
        filed(folder, f"A/RES/{session}/5", words, language="zh", original=original)
        if english:
            filed(folder, f"A/RES/{session}/5", english)
    return ("lineage", "A/RES/75/5#resolution/op1", "--lang", "zh", "--library", folder)


def test_what_the_english_does_not_have_is_a_translation_variant(drafter, tmp_path):
    for original in ("", "en", "English"):
        words = _in_chinese(tmp_path / f"clauses-{original}", original=original)
        said = "Opening verb changed: 确认 → 认识到 (translation variant: the English texts"
        assert said in drafter(*words).out
        (change,) = drafter(*words, "--json").json["steps"][1]["changes"]
        assert change["variant"] == "translation"


def test_a_translation_without_its_original_is_said_to_be_compared_alone(drafter, tmp_path):
    words = _in_chinese(tmp_path, original="English", english="")
    assert "Chinese text only; original not compared" in drafter(*words).out
    steps = drafter(*words, "--json").json["steps"]
    assert [step["remark"] for step in steps] == ["", "Chinese text only; original not compared"]


def test_nothing_is_said_of_originals_that_nobody_named(drafter, tmp_path):
    assert "original" not in drafter(*_in_chinese(tmp_path, english="")).out


def test_a_term_is_said_to_be_that_of_the_later_text(drafter, tmp_path):
    filed(tmp_path, "A/RES/68/4", "*确认*移徙者的贡献；", language="zh")
    filed(tmp_path, "A/RES/79/217", "*确认*移民的贡献；", language="zh")
    ran = drafter("lineage", "A/RES/79/217#resolution/op1", "--library", tmp_path)
    assert "Both terms found; the 79/217 text uses 移民" in ran.out
