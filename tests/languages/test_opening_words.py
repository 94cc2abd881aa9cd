import csv
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.languages import codes, language, opening_match, opening_of, strength

SEED_OPENINGS = Path(__file__).parents[1] / "data" / "languages" / "seed_openings.tsv"


def _rows():
    with SEED_OPENINGS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_every_opening_of_the_seed_texts_is_recognised_exactly():
    chinese = language("zh")
    found = [opening_of(row["text"], chinese, row["kind"]) for row in _rows()]
    assert found == [row["opening"] for row in _rows()]


def test_an_opening_is_recognised_without_its_kind_as_well():
    chinese = language("zh")
    assert [opening_of(r["text"], chinese) for r in _rows()] == [r["opening"] for r in _rows()]


@pytest.mark.parametrize(
    ("code", "kind", "text", "opening"),
    [
        ("zh", "operative", "在这方面强调指出，必须采取措施", "在这方面强调指出"),
        ("zh", "operative", "又强烈敦促会员国", "又强烈敦促"),
        ("zh", "preambular", "还表示严重关切局势", "还表示严重关切"),
        ("en", "preambular", "Recalling also its resolution 70/1", "Recalling also"),
        ("en", "preambular", "Deeply concerned about the situation", "Deeply concerned"),
        ("en", "preambular", "Expressing its deep concern at", "Expressing its deep concern"),
        ("en", "preambular", "Noting with appreciation also the", "Noting with appreciation also"),
        ("en", "preambular", "Taking note of the report", "Taking note"),
        ("en", "operative", "Also calls upon Member States", "Also calls upon"),
        ("en", "operative", "Calls once again upon States", "Calls once again upon"),
        ("en", "operative", "Takes note with appreciation of", "Takes note with appreciation"),
        ("en", "operative", "Reiterates its call upon States", "Reiterates its call upon"),
        ("en", "operative", "Expresses its appreciation to", "Expresses its appreciation"),
        ("en", "operative", "Once again urges all States", "Once again urges"),
        ("fr", "preambular", "Se déclarant préoccupée par", "Se déclarant préoccupée"),
        ("fr", "operative", "Se félicite également de", "Se félicite également"),
        ("es", "operative", "Acoge con beneplácito también", "Acoge con beneplácito también"),
        ("es", "operative", "Toma nota también del informe", "Toma nota también"),
        ("ru", "preambular", "ссылаясь также на свою резолюцию", "ссылаясь также на"),
        ("ru", "operative", "с удовлетворением отмечает усилия", "с удовлетворением отмечает"),
        ("ar", "preambular", "وإذ تشير أيضا إلى قرارها", "وإذ تشير أيضا إلى"),
        ("ar", "operative", "يطلب إلى الأمين العام", "يطلب إلى"),
    ],
)  # fmt: skip
def test_the_longest_phrase_is_found_with_adverb_and_manner(code, kind, text, opening):
    assert opening_of(text, language(code), kind) == opening


@pytest.mark.parametrize(
    ("code", "kind", "text"),
    [
        ("zh", "operative", "各国应当合作"),
        ("zh", "preambular", "我们认识到"),
        ("en", "operative", "Recalling its resolution"),
        ("en", "preambular", "Requests the Secretary-General"),
        ("en", "preambular", "Recallings"),
        ("en", "operative", "The Assembly decides"),
        ("en", "operative", ""),
    ],
)
def test_words_that_open_nothing_are_no_opening(code, kind, text):
    assert opening_of(text, language(code), kind) == ""


def test_an_opening_is_taken_apart():
    found = opening_match("在这方面又强烈敦促会员国", language("zh"))
    assert (found.core, found.adverbs, found.opening.family) == ("强烈敦促", ("also",), "urge")
    found = opening_match("Calls once again upon States", language("en"))
    assert (found.core, found.adverbs, found.opening.words) == (
        "Calls upon",
        ("again",),
        "Calls upon",
    )


@pytest.mark.parametrize("code", ["ar", "en", "es", "fr", "ru", "zh"])
def test_every_opening_of_the_table_is_found_as_it_stands(code):
    spoken = language(code)
    missed = [
        row.words
        for row in spoken.openings
        if len(opening_of(row.words, spoken, None if row.kind == "both" else row.kind))
        != len(row.words)
    ]
    assert missed == []


# the first example of a language reads its file
@settings(deadline=None)
@given(code=st.sampled_from(codes()), text=st.text(max_size=80))
def test_an_opening_is_always_the_beginning_of_the_text(code, text):
    assert text.startswith(opening_of(text, language(code)))


@pytest.mark.parametrize(
    ("code", "old", "new", "step"),
    [
        ("zh", "鼓励", "敦促", 1),
        ("zh", "又敦促", "还鼓励", -1),
        ("zh", "敦促", "强烈敦促", 1),
        ("zh", "呼吁", "吁请", 0),
        ("zh", "表示注意到", "注意到", 0),
        ("zh", "确认", "认识到", 0),
        ("zh", "注意到", "欢迎", 1),
        ("zh", "邀请", "要求", 1),
        ("zh", "决定", "敦促", None),
        ("zh", "重申", "回顾", None),
        ("en", "Encourages", "Also urges", 1),
        ("en", "Strongly urges", "Invites", -1),
        ("en", "Takes note", "Notes", 0),
        ("en", "Recalls", "Urges", None),
        ("en", "Encouraging", "Urging", 1),
    ],
)
def test_openings_are_compared_on_the_ladders_only(code, old, new, step):
    assert strength(language(code), old, new) == step


def test_the_ladders_are_ladders():
    for code in codes():
        spoken = language(code)
        words = [word for row in spoken.ladder for word in row]
        for old, new in product(words, words):
            there, back = strength(spoken, old, new), strength(spoken, new, old)
            assert there is not None
            assert there == -back


def test_the_rank_of_an_opening_is_its_place_on_the_ladder_of_requests():
    ranks = {row.words: row.rank for row in language("zh").openings}
    assert ranks["邀请"] == 0
    assert ranks["邀请"] < ranks["鼓励"] < ranks["吁请"] < ranks["请"] < ranks["敦促"]
    assert ranks["敦促"] < ranks["要求"]
    assert ranks["又敦促"] == ranks["敦促"]
    assert ranks["回顾"] is None
