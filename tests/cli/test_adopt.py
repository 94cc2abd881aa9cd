"""`drafter library adopt`: adoption day."""

import pytest

from drafter.library import Library, Source, import_document
from drafter.model.provenance import Stage
from drafter.workspace.adoption_day import known_number
from tests.library.years import FEES_79, PORTS, filed, in_family, three_sessions

ISSUED = """\
United Nations                                                    A/RES/79/8
General Assembly                                       Distr.: General
                                                       12 December 2024

Seventy-ninth session
Agenda item 20 (b)
International migration

          Resolution adopted by the General Assembly
          on 9 December 2024

          79/8. Remittances

               The General Assembly,

               Recalling its resolution 75/6 of 4 December 2020,

               1.    Welcomes the opening of two ports for vessels that carry grain
          and fertilizer;

               2.    Urges Member States to lower the transfer costs of remittances;

               3.    Decides to remain seized of the matter.

                                                  50th plenary meeting
                                                  9 December 2024
"""
RECORD = "A/79/PV.50"


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "clauses"
    *_, draft = three_sessions(folder)
    in_family(draft, FEES_79, "remittance-costs")
    text = draft.read_text()
    draft.write_text(
        text.replace("    adopted_as:\n", "").replace("    resolution: 79/8\n", "")
        .replace("  adopted_as:\n", "").replace("imported:", "# seen by hand\nimported:")
        .replace(f"{PORTS}\n", f"{PORTS}\n    topics:\n      - ports\n", 1)
    )  # fmt: skip
    return folder


@pytest.fixture
def issued(tmp_path):
    path = tmp_path / "issued.txt"
    path.write_text(ISSUED)
    return path


def state(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def adopt(drafter, library, issued):
    def adopted(*more, draft="A/79/L.7"):
        return drafter("library", "adopt", draft, issued, "--library", library, *more)

    return adopted


def test_a_dry_run_shows_everything_and_writes_nothing(adopt, library):
    before = state(library)
    ran = adopt("--record", RECORD, "--dry-run")
    assert ran.code == 0, ran.err
    assert state(library) == before
    assert "Qualifier dropped" in ran.out
    assert "+    resolution: 79/8" in ran.out
    assert f"+      record: {RECORD}" in ran.out
    assert "nothing was written" in ran.err


def test_the_issued_text_is_filed_as_adopted_with_what_was_said_of_the_draft(adopt, library):
    assert adopt("--record", RECORD).code == 0
    held = Library.open([library])
    fees = held.clause("A/RES/79/8#resolution/op2")
    assert (fees.stage, fees.family) == (Stage.ADOPTED, "remittance-costs")
    assert held.clause("A/RES/79/8#resolution/op1").topics == ("ports",)
    (source,) = (each for each in held.sources if each.symbol == "A/RES/79/8")
    assert [(each.part, each.how, each.record) for each in source.adoption] == [
        ("resolution", "unknown", RECORD)
    ]
    assert source.obtained.sha256


def test_the_draft_says_what_it_was_adopted_as_and_its_comments_stay(adopt, library):
    adopt()
    (path,) = library.rglob("A_79_L.7.yaml")
    text = path.read_text()
    assert "  adopted_as:\n    resolution: 79/8\n" in text
    assert "# seen by hand\n" in text
    assert Library.open([library]).clause("A/79/L.7#resolution/op2").stage is Stage.DRAFT


def test_a_second_time_nothing_is_left_to_do(adopt, library):
    adopt("--record", RECORD)
    before = state(library)
    assert adopt("--record", RECORD).code == 0
    assert state(library) == before


def test_another_number_than_the_draft_already_has_is_refused(adopt, library):
    (path,) = library.rglob("A_79_L.7.yaml")
    said = "  adopted_as:\n    resolution: 79/9\n  obtained:"
    path.write_text(path.read_text().replace("  obtained:", said))
    before = state(library)
    ran = adopt()
    assert ran.code == 3
    assert "79/9" in ran.err
    assert state(library) == before


def test_json_says_what_was_carried_over_and_what_could_not_be(adopt, library):
    (path,) = library.rglob("A_79_L.7.yaml")
    in_family(path, PORTS, "ports")
    found = adopt("--dry-run", "--json").json
    assert found["carried"] == [
        {"from": "A/79/L.7#resolution/op1", "to": "A/RES/79/8#resolution/op1"},
        {"from": "A/79/L.7#resolution/op2", "to": "A/RES/79/8#resolution/op2"},
    ]
    assert (found["left"], found["written"]) == ([], False)
    assert {row["state"] for row in found["paragraphs"]} == {"kept", "changed", "new"}


def test_what_has_no_counterpart_is_told(adopt, library):
    path = filed(library, "A/79/L.9", "*Expresses* its thanks to the host country of the forum;",
                 stage=Stage.DRAFT)  # fmt: skip
    in_family(path, "host country of the forum;", "thanks")
    found = adopt("--dry-run", "--json", draft="A/79/L.9").json
    assert found["left"] == ["A/79/L.9#resolution/op1"]


def test_of_a_report_with_several_drafts_the_one_most_alike_is_meant(drafter, library, issued):
    from drafter.model.masthead import Masthead
    from drafter.model.tree import Document, DocumentType, Kind, Part, PartKind
    from tests.library.samples import paragraph

    def draft(number, text):
        part = f"report/draft-{number}"
        return Part(PartKind.DRAFT, (paragraph("op1", Kind.OPERATIVE, text, part=part),))

    root = Part(PartKind.REPORT, (draft(1, "*Decides* to fish;"), draft(2, FEES_79)))
    report = Document(DocumentType.COMMITTEE_REPORT, "en", root, Masthead())
    import_document(report, Source(symbol="A/79/500", stage=Stage.COMMITTEE), library)
    found = drafter(
        "library", "adopt", "A/79/500", issued, "--library", library, "--dry-run", "--json"
    ).json  # fmt: skip
    assert found["part"] == "report/draft-2"


def test_a_draft_file_says_it_too(drafter, library, issued, tmp_path):
    file = tmp_path / "mine.draft.yaml"
    told = ("--symbol", "A/79/L.77", "--stage", "draft")
    assert drafter("import", issued, *told, "-o", file).code == 0
    ran = drafter("library", "adopt", file, issued, "--library", library)
    assert ran.code == 0, ran.err
    assert "79/8" in file.read_text()


def test_a_text_that_is_not_adopted_is_refused(drafter, library, tmp_path):
    path = tmp_path / "draft.txt"
    path.write_text(ISSUED.replace("A/RES/79/8", "A/79/L.8"))
    ran = drafter("library", "adopt", "A/79/L.7", path, "--library", library)
    assert ran.code == 2
    assert "A/79/L.8 is not the symbol of an adopted text" in ran.err


def test_two_languages_are_not_compared(drafter, library, issued):
    filed(library, "A/79/L.6", "决定；", language="zh", stage=Stage.DRAFT)
    assert drafter("library", "adopt", "A/79/L.6", issued, "--library", library).code == 2


def test_nothing_is_written_into_the_shipped_library_unless_it_is_named(drafter, issued):
    assert drafter("library", "adopt", "A/68/L.5", issued).code == 2


def test_the_number_of_a_resolution():
    assert known_number("A/RES/79/217") == "79/217"
    assert known_number("A/DEC/78/550") == "78/550"
    assert known_number("S/RES/2720(2023)") == "S/RES/2720(2023)"


def test_what_is_no_meeting_record_is_refused(adopt, library):
    before = state(library)
    ran = adopt("--record", "nonsense")
    assert ran.code == 2
    assert "“nonsense” is not a meeting record" in ran.err
    assert state(library) == before


def test_a_draft_adopted_as_something_else_says_what_to_do(adopt, library):
    (draft,) = library.rglob("A_79_L.7.yaml")
    said = draft.read_text().replace("  stage: draft\n", (
        "  stage: draft\n  adopted_as:\n    resolution: 79/9\n"
    ))  # fmt: skip
    draft.write_text(said)
    ran = adopt("--record", RECORD)
    assert ran.code == 3
    assert "--part PATH" in ran.err
