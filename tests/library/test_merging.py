"""Two maintainers who change different clauses of one file merge cleanly in git."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.library import Curated
from drafter.library.clause_file import ClauseFile, completed, parse
from drafter.library.clause_writing import rewritten, written
from drafter.library.importing import filled
from drafter.library.note_places import note_places
from drafter.model.edits import set_text
from drafter.model.markup import parse as marked
from drafter.model.provenance import Waiver
from drafter.model.rebuild import change_paragraph
from drafter.model.tree import Kind, Note, Paragraph
from tests.library.samples import ANNEXED, annexed, report

FILE = Path("x.yaml")
SHIPPED = Path(__file__).resolve().parents[2] / "clauses/zh/ga/79/A_79_439_Add.2.yaml"
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def _text(file, place):
    document = set_text(file.document, place, marked("*促请*各国合作；"))
    return replace(file, document=document)


def _topic(file, place):
    return _curated(file, place, topics=("remittances", "financing"))


def _family(file, place):
    return _curated(file, place, family="汇款", note="与79/217比较", review="reviewed")


def _footnote(file, place):
    """A footnote more, named after its clause."""
    name = place.replace("/", "-")
    new = _changed(file, place, lambda p: replace(p, text=marked(f"{_marked(p)}[^{name}]")))
    document = new.document
    note = Note(name, marked("第70/1号决议。"))
    ids = [n for _, p in document.walk() for n in p.text.notes]
    notes = sorted((*document.notes, note), key=lambda each: ids.index(each.id))
    return replace(new, document=replace(document, notes=tuple(notes)))


def _waiver(file, place):
    return _changed(file, place, lambda p: replace(p, waivers=(Waiver("P201", "文件如此"),)))


def _new_clause(file, place):
    new = Paragraph(f"{place}-bis", Kind.OPERATIVE, marked("*又决定*再议。"))
    # as by hand: the labels that stand there are left
    return replace(file, document=change_paragraph(file.document, place, lambda p: (p, new)))


EDITS = (_text, _topic, _family, _footnote, _waiver, _new_clause)


def _changed(file, place, change):
    document = change_paragraph(file.document, place, lambda p: (change(p),))
    return replace(file, document=document)


def _curated(file, place, **added):
    held = dict(file.curated)
    held[place] = replace(held.get(place, Curated()), **added)
    order = [p.id for _, p in file.document.walk()]
    return replace(file, curated=tuple(sorted(held.items(), key=lambda pair: order.index(pair[0]))))


def _marked(paragraph):
    from drafter.model.markup import write

    return write(paragraph.text)


def _merged(folder, mine, base, theirs):
    for name, data in (("mine", mine), ("base", base), ("theirs", theirs)):
        (folder / name).write_bytes(data)
    return subprocess.run(
        ["git", "merge-file", "-p", "mine", "base", "theirs"],
        cwd=folder, capture_output=True, check=False,
    )  # fmt: skip


def _bases():
    source = filled(ANNEXED, annexed())
    small = ClauseFile(source, completed(annexed(), source), (), "a" * 32)
    return {"small": written(small).encode(), "shipped": SHIPPED.read_bytes()}


BASES = _bases()
PLACES = {
    name: [
        paragraph.id
        for _, paragraph in parse(data, FILE).document.walk()
        if paragraph.kind in (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.PROSE, Kind.REPORT)
        and len(paragraph.text)
    ]
    for name, data in BASES.items()
}


@st.composite
def disjoint_edits(draw):
    """A file, and two sets of edits, no clause in both."""
    name = draw(st.sampled_from(sorted(BASES)))
    size = len(PLACES[name])
    # often neighbours: that is where merging fails if it does
    start = draw(st.integers(0, size - 2))
    near = draw(st.lists(st.integers(start, min(start + 5, size - 1)), min_size=2, max_size=6,
                         unique=True))  # fmt: skip
    edits = [(PLACES[name][at], draw(st.sampled_from(EDITS))) for at in near]
    cut = draw(st.integers(1, len(edits) - 1))
    return name, edits[:cut], edits[cut:]


def _after(data, edits):
    file = parse(data, FILE)
    for place, edit in edits:
        file = edit(file, place)
    return file


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(disjoint_edits())
def test_edits_of_different_clauses_merge_without_conflict(tmp_path, drawn):
    name, mine, theirs = drawn
    base = BASES[name]
    done = _merged(
        tmp_path, rewritten(base, _after(base, mine)), base, rewritten(base, _after(base, theirs))
    )
    assert done.returncode == 0, done.stdout.decode()
    assert parse(done.stdout, FILE) == _after(_after_bytes(base, mine), theirs)
    # and what came out has the canonical form
    assert rewritten(done.stdout, parse(done.stdout, FILE)) == done.stdout


def _after_bytes(base, edits):
    return rewritten(base, _after(base, edits))


def test_two_footnotes_at_the_end_of_two_clauses_merge(tmp_path):
    base = BASES["small"]
    mine = _after(base, [("resolution/pp1", _footnote)])
    theirs = _after(base, [("resolution/pp2", _footnote), ("resolution/op1", _footnote)])
    done = _merged(tmp_path, rewritten(base, mine), base, rewritten(base, theirs))
    assert done.returncode == 0
    notes = [note.id for note in parse(done.stdout, FILE).document.notes]
    assert notes == ["n1", "resolution-pp1", "n2", "resolution-pp2", "resolution-op1"]


def test_a_file_with_its_notes_at_the_end_says_the_same():
    text = BASES["small"].decode()
    old = text.replace("    notes:\n      - id: n1\n        text: |-\n          见A/70/L.1。\n", "")
    assert old != text
    old += "notes:\n  - id: n1 # ours\n    text: |-\n      见A/70/L.1。\n"
    read = parse(old.encode(), FILE)
    assert read == parse(text.encode(), FILE)
    new = rewritten(old.encode(), read).decode()
    assert new == text.replace(
        "      - id: n1\n        text", "      - id: n1 # ours\n        text"
    )


@given(st.permutations(range(4)), st.permutations(range(4)), st.integers(0, 4))
def test_notes_come_back_in_their_order_wherever_they_stand(order, marks, count):
    document = annexed()
    text = marked("回顾" + "".join(f"[^m{each}]" for each in marks[:count]))
    notes = tuple(Note(f"m{each}", marked(f"注{each}")) for each in order)
    first = replace(document.root.blocks[0], text=text)
    root = replace(document.root, blocks=(first, *report().root.blocks[:1]))
    whole = replace(document, root=root, notes=notes)
    source = filled(ANNEXED, whole)
    file = ClauseFile(source, completed(whole, source))
    assert parse(written(file).encode(), FILE).document.notes == notes
    places = note_places(whole)
    placed = (*places.at_end, *(n for several in places.beside.values() for n in several))
    assert sorted(note.id for note in placed) == ["m0", "m1", "m2", "m3"]


def test_a_note_that_nothing_marks_moves_no_other():
    document = annexed()
    notes = (*document.notes[:1], Note("stray", marked("无")), *document.notes[1:])
    places = note_places(replace(document, notes=notes))
    assert {place: [note.id for note in held] for place, held in places.beside.items()} == {
        "resolution/pp1": ["n1", "stray"],
        "resolution/pp2": ["n2"],
    }
    assert places.at_end == ()
