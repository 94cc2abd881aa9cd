"""The report of the sample events: word for word, in every language, and read back as it was."""

import io
import os
import re
import zipfile
from pathlib import Path

import pytest

from drafter import writers
from drafter.languages import language
from drafter.model.masthead import Masthead
from drafter.model.proceedings import (
    Event,
    EventKind,
    Manner,
    Proceedings,
    Proposal,
    ProposalKind,
    Speaker,
    Vote,
)
from drafter.model.tree import DocumentType, Kind
from drafter.readers import read
from drafter.reports import report
from drafter.reports.sentences import committee
from drafter.writers import WriteOptions
from tests.reports.events import CODES, DATA, sample, shape, viewed

SEED = next((Path(__file__).resolve().parents[1] / "data" / "seeds").glob("001_*.txt"))


def written(code, to):
    document = sample(code).document
    return writers.write(to, viewed(document), language(code), WriteOptions())


def told(code):
    """The words of a report, an element a line, then the notes."""
    shown = viewed(sample(code).document)
    lines = [f"{e.label} {e.text.plain()}" if e.paragraph else e.label for e in shown.elements]
    notes = [f"{note.number} {note.text.plain()}" for note in shown.notes]
    return "\n".join(line.strip() for line in (*lines, "", *notes)) + "\n"


@pytest.mark.parametrize("code", CODES)
def test_the_report_of_the_sample_events_is_the_golden_one(code):
    """After a wanted change: DRAFTER_GOLDEN=write pytest tests/reports"""
    path, text = DATA / "golden" / f"{code}.txt", told(code)
    if os.environ.get("DRAFTER_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("typed", ["C.2", "Second Committee", "第二委员会"])
def test_a_report_names_the_committee_in_its_own_language(typed):
    assert committee(Masthead(committee=typed), language("zh")) == "第二委员会"
    assert committee(Masthead(committee=typed), language("ru"), of=True) == "Второго комитета"


@pytest.mark.parametrize("code", CODES)
def test_the_sample_events_leave_nothing_open(code):
    assert sample(code).findings == ()


@pytest.mark.parametrize("to", ["docx", "txt"])
@pytest.mark.parametrize("code", CODES)
def test_a_report_that_is_written_and_read_is_the_report(code, to, tmp_path):
    file = tmp_path / f"report.{to}"
    file.write_bytes(written(code, to))
    again = read(file).document
    assert again.type is DocumentType.COMMITTEE_REPORT
    assert shape(again) == shape(sample(code).document)


@pytest.mark.parametrize("code", CODES)
def test_reports_of_all_languages_have_one_structure(code):
    def structure(document):
        return [(e.part, e.kind, e.level, bool(e.label)) for e in viewed(document).elements]

    assert structure(sample(code).document) == structure(sample("en").document)


def test_the_events_of_a_real_report_make_that_report_word_for_word(tmp_path):
    events = (DATA / "of-seed.report.yaml").read_text(encoding="utf-8")
    (tmp_path / "of-seed.txt").write_bytes(SEED.read_bytes())
    (tmp_path / "of-seed.report.yaml").write_text(events, encoding="utf-8")
    made = read(tmp_path / "of-seed.report.yaml").document
    real = read(SEED).document
    assert shape(made) == shape(real)
    assert made.masthead.rapporteur == "斯特法尼·罗梅罗·贝加女士(乌拉圭)"


def test_a_draft_in_a_report_counts_its_paragraphs_and_notes_from_one():
    shown = viewed(sample("en").document)
    draft = [e for e in shown.elements if e.part == "report/draft-1"]
    assert [e.label for e in draft if e.kind is Kind.OPERATIVE] == ["1.", "2."]
    notes = [note.number for note in shown.notes if note.part == "report/draft-1"]
    assert notes == ["1", "2"]


def reported(told, code):
    document = report(told, [None], language(code))
    return [each.text.plain() for _, each in document.walk()]


def test_lists_of_a_vote_are_alphabetical_in_the_language_of_the_report():
    vote = Vote(("Germany", "Zambia", "الجزائر"), ("Deutschland", "Peru", "France"), ())
    adopted = Event(EventKind.ADOPTED, manner=Manner.RECORDED, vote=vote)
    told = Proceedings("fr", proposals=(Proposal(ProposalKind.RESOLUTION, events=(adopted,)),))
    lines = reported(told, "fr")
    assert lines[lines.index("Ont voté pour :") + 1] == "Algérie, Allemagne, Zambie."
    assert lines[lines.index("Ont voté contre :") + 1] == "Deutschland, Pérou, France."


def test_states_that_sponsor_or_speak_are_named_in_the_language_of_the_report():
    joined = Event(EventKind.SPONSORS_JOINED, sponsors=("Germany", "Zaire", "Atlantis"))
    told = Event(EventKind.STATEMENTS, by=(Speaker("The Netherlands"),))
    given = Proceedings("es", proposals=(Proposal(ProposalKind.RESOLUTION, events=(joined, told)),))
    text = "\n".join(reported(given, "es"))
    assert "Alemania, Zaire y Atlantis" in text
    assert "Países Bajos" in text


def test_the_heading_of_a_list_of_voters_stays_with_it():
    page = written("en", "docx")
    with zipfile.ZipFile(io.BytesIO(page)) as archive:
        text, styles = (archive.read(f"word/{n}.xml").decode() for n in ("document", "styles"))
    headings = re.findall(r'w:val="ListHeading"/>.*?</w:p>', text, re.DOTALL)
    assert len(headings) == 9 and "In favour:" in headings[0]
    (style,) = re.findall(r'w:styleId="ListHeading".*?</w:style>', styles, re.DOTALL)
    assert "<w:keepNext/>" in style and 'w:after="0"' in style
