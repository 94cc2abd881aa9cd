"""match and compare against the words of the contract."""

import json

import pytest

from drafter import messages
from drafter.model.findings import ChangeKind

PRECEDENT = {
    "clause", "source", "stage", "adopted_as", "text", "similarity", "rank", "reasons", "changes",
    "adoption", "date", "session", "layer", "checked",
}  # fmt: skip
CONTAINMENT = {
    "clause", "source", "start", "end", "clause_start", "clause_end", "containment",
    "layer", "checked",
}  # fmt: skip
CHANGE = {"kind", "severity", "old", "new", "sentence"}


@pytest.fixture
def library(drafter, draft_file, tmp_path):
    done = drafter("import", draft_file, "--library", tmp_path / "library")
    assert done.code == 0, done.err
    return tmp_path / "library"


@pytest.fixture
def edited(draft_file, tmp_path):
    """Another draft: one verb stronger, one paragraph gone, the symbol not known."""
    words = draft_file.read_text(encoding="utf-8")
    words = words.replace("  symbol: A/C.2/79/L.99\n", "").replace("masthead:\n", "")
    words = words.replace("*请*秘书长提交报告。", "*敦促*秘书长提交报告。")
    path = tmp_path / "edited.draft.yaml"
    path.write_text(words.replace("《宣言》", "《公约》"), encoding="utf-8")
    return path


def queries(tmp_path, *rows):
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")
    return path


def test_match_finds_the_precedents_of_every_paragraph(drafter, library, edited):
    matched = drafter("match", edited, "--library", library, "--json").json
    found = {each["id"]: each for each in matched["paragraphs"]}
    first = found["resolution/op3"]["precedents"][0]
    assert set(first) == PRECEDENT
    assert first["clause"] == "A/C.2/79/L.99#resolution/op3"
    assert 0.4 <= first["similarity"] < 1
    (change,) = first["changes"]
    assert set(change) == CHANGE
    assert (change["kind"], change["old"], change["new"]) == ("verb-stronger", "请", "敦促")
    assert found["resolution/pp1"]["precedents"][0]["similarity"] == 1
    assert set(matched["coverage"]) == {"verbatim", "edited", "not_found", "by_stage"}


def test_of_texts_of_the_same_words_the_adopted_is_shown_and_the_json_stays_by_id(
    drafter, tmp_path
):
    words = "Encourages Member States to exchange experience and to continue the dialogue;"
    made = [("A/{}/L.1", session) for session in range(60, 72)] + [("A/RES/{}/9", 75)]
    rows = [
        {"id": f"{symbol.format(session)}#resolution/op1", "doc": symbol.format(session),
         "text": words, "kind": "operative", "lang": "en", "session": session}
        for symbol, session in made
    ]  # fmt: skip
    library = tmp_path / "ties"
    assert drafter("library", "import", queries(tmp_path, *rows), "-o", library).code == 0
    text = tmp_path / "text.txt"
    text.write_text(f"The General Assembly,\n\n1. {words[:-1]}.\n", encoding="utf-8")
    told = drafter("match", text, "--library", library).out.splitlines()
    assert "A/RES/75/9" in next(line for line in told if "100%" in line)
    (paragraph,) = drafter("match", text, "--library", library, "--json").json["paragraphs"]
    ids = [each["clause"] for each in paragraph["precedents"]]
    assert ids == sorted(row["id"] for row in rows)[:10]


def test_match_says_where_every_stretch_comes_from(drafter, library, edited):
    matched = drafter("match", edited, "--library", library, "--json").json
    found = {each["id"]: each for each in matched["paragraphs"]}
    (edited_one,) = found["resolution/op3"]["provenance"]
    assert edited_one["clause"] == "A/C.2/79/L.99#resolution/op3"
    assert (edited_one["state"], edited_one["stage"], edited_one["layer"]) == (
        "edited", "draft", "library",
    )  # fmt: skip
    assert (edited_one["start"], edited_one["clause_start"]) == (0, 0)
    (verbatim,) = found["resolution/pp1"]["provenance"]
    assert (verbatim["state"], verbatim["checked"]) == ("verbatim", False)
    assert found["resolution/pp1"]["coverage"] == {
        "verbatim": 1.0, "edited": 0.0, "not_found": 0.0, "by_stage": {"draft": 1.0},
    }  # fmt: skip


def test_every_answer_says_how_much_the_library_knows(drafter, library, edited, tmp_path):
    matched = drafter("match", edited, "--library", library, "--json").json
    answer = drafter(
        "match", "--queries", queries(tmp_path, {"text": "星期天", "lang": "zh"}),
        "--library", library,
    ).json  # fmt: skip
    searched = drafter("search", "星期天", "--library", library, "--json").json
    for found in (matched, answer, searched):
        assert found["library"]["texts"] == 1
        assert found["library"]["layers"] == ["library"]
        assert "1 text, session 79, zh" in found["library"]["sentence"]


def test_people_are_told_the_reasons_the_stretches_and_what_not_found_means(
    drafter, library, edited
):
    shown = drafter("match", edited, "--library", library, "--limit", "1")
    assert "read from a draft · session 79 · library “library” · text unchecked" in shown.out
    assert "    1–10: edited from A/C.2/79/L.99, para. 3 (draft), characters 1–9" in shown.out
    assert "not found in this library (1 text, session 79, zh)" in shown.err


def test_near_duplicates_of_a_file_are_listed_inside_it_and_in_the_library(
    drafter, library, draft_file, tmp_path
):
    words = draft_file.read_text(encoding="utf-8")
    words = words.replace("  symbol: A/C.2/79/L.99\n", "").replace("masthead:\n", "")
    again = tmp_path / "again.draft.yaml"
    again.write_text(words, encoding="utf-8")
    matched = drafter("match", again, "--duplicates", "--library", library, "--json").json
    every = {each["id"]: each["clauses"] for each in matched["paragraphs"]}
    assert every["resolution/pp1"][0]["clause"] == "A/C.2/79/L.99#resolution/pp1"
    assert all(row["similarity"] >= 0.6 for rows in every.values() for row in rows)
    assert matched["library"]["texts"] == 1
    loose = drafter(
        "match", again, "--duplicates", "--library", library, "--floor", "0", "--json"
    ).json  # fmt: skip
    assert all(len(row["clauses"]) == loose["library"]["clauses"] for row in loose["paragraphs"])
    numbers = [pair["similarity"] for pair in loose["inside"]]
    assert numbers
    assert numbers == sorted(numbers, reverse=True)


def test_near_duplicates_are_read_out_to_people(drafter, library, edited):
    shown = drafter("match", edited, "--duplicates", "--library", library, "--floor", "0.3")
    assert "A/C.2/79/L.99, preambular para. 1 (draft) · library “library”" in shown.out
    assert "Near-duplicates: " in shown.err


def test_a_file_without_resolution_language_is_said_to_have_none(drafter, library, tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(
        "Report of the Second Committee\n\nI. Introduction\n\n"
        "1. The Committee considered the item at its 1st and 2nd meetings, on 7 October 2024.\n"
        "2. An account of the discussion is contained in the relevant summary records.\n",
        "utf-8",
    )
    done = drafter("match", path, "--library", library)
    assert done.code == 0
    assert "no paragraphs of resolution language" in done.err
    assert "Verbatim" not in done.err


def test_near_duplicates_of_queries_are_refused(drafter, tmp_path):
    rows = queries(tmp_path, {"text": "甲", "lang": "zh"})
    assert drafter("match", "--queries", rows, "--duplicates").code == 2


def test_match_leaves_out_only_the_paragraphs_own_clause(drafter, library, draft_file):
    matched = drafter("match", draft_file, "--library", library, "--json", "--floor", "0").json
    for paragraph in matched["paragraphs"]:
        own = f"A/C.2/79/L.99#{paragraph['id']}"
        assert own not in {each["clause"] for each in paragraph["precedents"]}


def test_match_for_people_reads_out_the_differences(drafter, library, edited):
    done = drafter("match", edited, "--library", library)
    assert "Opening verb stronger: 请 → 敦促" in done.out
    assert "A/C.2/79/L.99, annex, para. 1 (draft)" in done.out
    assert "%" in done.err


def test_a_batch_of_queries_is_answered_line_by_line(drafter, library, tmp_path):
    rows = [
        {"text": "敦促会员国加强合作，保护移民；", "lang": "zh"},
        {"text": "全然无关", "lang": "zh"},
    ]
    done = drafter("match", "--queries", queries(tmp_path, *rows), "--library", library)
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert [set(answer) for answer in answers] == [
        {"precedents", "contains", "provenance", "coverage", "library", "seconds"}
    ] * 2
    assert answers[1]["precedents"] == []
    limited = drafter(
        "match", "--queries", queries(tmp_path, *rows), "--library", library,
        "--limit", "1", "--floor", "0",
    )  # fmt: skip
    assert len(json.loads(limited.out.splitlines()[0])["precedents"]) == 1


@pytest.mark.parametrize("line", ["{oops", "[]", '{"text": 1, "lang": "zh"}', '{"text": "x"}'])
def test_a_bad_line_of_a_batch_is_named(drafter, library, tmp_path, line):
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "x", "lang": "zh"}\n' + line + "\n", "utf-8")
    done = drafter("match", "--queries", path, "--library", library)
    assert done.code == 2
    assert "rows.jsonl:2" in done.err


def test_compare_names_what_became_of_every_paragraph(drafter, draft_file, edited):
    compared = drafter("compare", draft_file, edited, "--json").json
    states = {row["b"] or row["a"]: row for row in compared["paragraphs"]}
    assert states["resolution/op3"]["state"] == "changed"
    assert states["resolution/op3"]["changes"][0]["kind"] == "verb-stronger"
    assert states["resolution/op1"]["state"] == "kept"
    assert states["resolution/op1"]["changes"] == []


def test_compare_for_people_tells_only_what_is_different(drafter, draft_file, edited):
    out = drafter("compare", draft_file, edited).out
    assert "请 → 敦促" in out
    assert "op1" not in out
    assert drafter("compare", draft_file, draft_file).out == "The texts are the same.\n"


def test_a_batch_of_pairs_is_answered_line_by_line(drafter, tmp_path):
    rows = [
        {"a": "鼓励会员国；", "b": "敦促会员国；", "lang": "zh"},
        {"a": "鼓励会员国；", "b": "鼓励会员国；", "lang": "zh"},
    ]
    done = drafter("compare", "--pairs", queries(tmp_path, *rows))
    first, second = [json.loads(line) for line in done.out.splitlines()]
    assert [change["kind"] for change in first["changes"]] == ["verb-stronger"]
    assert set(first["changes"][0]) == CHANGE
    assert second == {"changes": []}


def test_a_line_that_is_no_pair_says_so_and_the_batch_goes_on(drafter, tmp_path):
    rows = [
        {"a": None, "b": "敦促会员国；", "lang": "zh"},
        {"a": "敦促会员国；", "b": "敦促会员国；", "lang": "xx"},
        {"a": "鼓励会员国；", "b": "敦促会员国；", "lang": "zh"},
    ]
    done = drafter("compare", "--pairs", queries(tmp_path, *rows))
    assert done.code == 0
    null, unknown, good = [json.loads(line) for line in done.out.splitlines()]
    assert null == {
        "changes": [],
        "error": "Line 1 is not a JSON object with a, b, lang.",
    }
    assert unknown["changes"] == []
    assert "xx" in unknown["error"]
    assert [change["kind"] for change in good["changes"]] == ["verb-stronger"]


def test_every_kind_of_change_has_a_name(drafter):
    for language in ("en", "zh"):
        messages.set_language(language)
        for kind in ChangeKind:
            name = f"workspace.kind-{kind.value}"
            assert messages.say(name) != name
    messages.set_language("en")


@pytest.mark.parametrize(
    "words",
    [["compare"], ["compare", "a"], ["match"], ["compare", "a", "b", "--to", "csv"]],
    ids=" ".join,
)
def test_half_a_line_is_refused(drafter, words):
    assert drafter(*words).code == 2


TRANSLATED = """联合国                    A/79/L.7

大会
                                             Distr.: Limited
                                             19 December 2024
                                             Chinese
                                             Original: English

第七十九届会议

    大会，

    1. {}会员国合作；
"""


def test_a_translation_is_said_to_be_compared_without_its_original(drafter, tmp_path):
    files = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path, verb in zip(files, ("鼓励", "敦促"), strict=True):
        path.write_text(TRANSLATED.format(verb), encoding="utf-8")
    remark = "Chinese text only; original not compared"
    assert remark in drafter("compare", *files).out
    assert drafter("compare", *files, "--json").json["remark"] == remark
