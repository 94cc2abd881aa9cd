"""Clauses that are not to be used any more: kept, warned of, found only when asked for."""

from dataclasses import replace

import pytest

from drafter.library import Library, Query, Retired, citation, import_document
from drafter.library.clause_file import parse
from drafter.library.revising import revised, write
from drafter.messages import say
from drafter.model.tree import Kind
from tests.library.samples import REPORT, report

FILE = "zh/ga/79/A_79_439_Add.2.yaml"
OP2 = "report/draft-1/op2"
WHY = Retired("措辞已由79/217取代", "A/RES/79/217#resolution/op2")


@pytest.fixture
def retired(folder):
    from drafter.library import Curated

    path = folder / FILE
    write([revised(path, lambda file: replace(file, curated=((OP2, Curated(retired=WHY)),)))])
    return path


def test_it_stands_in_the_file_and_outlives_an_import(retired, folder):
    before = retired.read_bytes()
    assert "        retired:\n          why: 措辞已由79/217取代\n" in before.decode()
    assert dict(parse(before, retired).curated)[OP2].retired == WHY
    import_document(report(), REPORT, folder)
    assert retired.read_bytes() == before


def test_it_is_not_offered_and_neither_are_its_sub_paragraphs(retired, folder):
    ids = {clause.id for clause in Library.open([folder]).clauses}
    assert f"A/79/439/Add.2#{OP2}" not in ids
    assert f"A/79/439/Add.2#{OP2}.a" not in ids
    assert "A/79/439/Add.2#report/draft-1/op1" in ids


def test_it_is_found_only_when_asked_for(retired, folder):
    library = Library.open([folder])
    source = "A/79/439/Add.2"

    def found(**asked):
        return {hit.clause.place for hit in library.search(Query(source=source, **asked))}

    assert not {"op2", "op2.a"} & found()
    assert {"op1", "op2", "op2.a"} <= found(retired=True)
    assert found(kind=Kind.REPORT) == {"1"}
    assert found(kind=Kind.OPERATIVE, retired=True) == {"op1", "op2", "op2.a"}


def test_it_is_cited_with_a_warning_from_the_index_too(retired, folder, tmp_path):
    for _ in range(2):
        clause = Library.open([folder], tmp_path / "cache").clause(f"A/79/439/Add.2#{OP2}")
        assert (clause.offered, clause.retired) == (False, WHY)
        message, fields = citation(clause)
        said = say(message, **dict(fields))
        assert WHY.why in said
        assert WHY.by in said
        assert said.startswith("A/79/439/Add.2, draft resolution, para. 2 (committee text")


def test_a_retirement_without_a_reason_is_refused(retired, folder, rewrite):
    rewrite(retired, "          why: 措辞已由79/217取代\n", "")
    (problem,) = Library.open([folder]).problems
    assert (problem.code, problem.values["field"].rpartition(".")[2]) == ("missing-field", "why")
