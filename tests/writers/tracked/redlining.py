"""A redline made and taken apart again."""

import io
import zipfile
from dataclasses import dataclass
from functools import lru_cache

from drafter.compare.documents import compare_documents
from drafter.compare.revising import revision
from drafter.languages import language
from drafter.model.view import view
from drafter.readers import ReadOptions, read
from drafter.writers.tracked import TrackOptions, tracked
from drafter.writers.tracked.resolved import differing
from tests.writers.tracked import resolving

OPTIONS = TrackOptions("Delegation", "2026-11-21T00:00:00Z")
MAIN, NOTES = "word/document.xml", "word/footnotes.xml"


@dataclass(frozen=True)
class Redlined:
    package: bytes
    base: object
    draft: object
    made: object


def viewed(document):
    return view(document, language(document.language).conventions)


def redlined(path, edit, options=OPTIONS):
    """The file at `path` with what `edit` makes of its document as tracked changes."""
    package = path.read_bytes()
    result = _read_once(path, package)
    rules = language(result.document.language)
    draft = edit(result.document)
    base, wanted = viewed(result.document), viewed(draft)
    compared = compare_documents(result.document, draft, rules)
    changes = revision(base, wanted, compared, rules)
    made = tracked(package, changes, result.located, base, wanted, options)
    return Redlined(package, base, wanted, made)


@lru_cache(maxsize=16)
def _read_once(path, _package):
    """What a file that holds these bytes is read as: many edits begin with the same file."""
    return read(path, ReadOptions())


def parts(package):
    with zipfile.ZipFile(io.BytesIO(package)) as container:
        assert container.testzip() is None
        return {name: container.read(name) for name in container.namelist()}


def printed(numbered):
    """What a law compares: white space beside note marks is the reader's."""
    notes = {each.id: _dense(each.text.plain()) for each in numbered.notes}
    return [
        (
            each.part, each.kind, each.level, each.label, _dense(each.text.plain()),
            tuple((_place(each.text, at), notes.get(key)) for at, key in each.text.marks),
        )
        for each in numbered.elements
    ]  # fmt: skip


def _dense(text):
    return "".join(text.split())


def _place(text, at):
    return len(_dense(text.plain()[:at]))


def read_back(made, folder, changes, code):
    path = folder / "redline.docx"
    path.write_bytes(made.data)
    return read(path, ReadOptions(language=code, changes=changes))


def check_laws(red, folder):
    """Accepting every change gives the draft, rejecting every one the base: by reading, and by the
    XML alone; and nothing else of the package differs."""
    code = red.draft.document.language
    assert {each.message for each in red.made.left} <= {"writing.link-broken"}
    accepted = read_back(red.made, folder, "accepted", code)
    assert printed(viewed(accepted.document)) == printed(red.draft)
    rejected = read_back(red.made, folder, "original", code)
    assert printed(viewed(rejected.document)) == printed(red.base)
    check_package(red)


def check_package(red):
    assert differing(red.package, red.made.data) == ()
    before, after = parts(red.package), parts(red.made.data)
    assert list(after)[: len(before)] == list(before)
    for name in before:
        # a file without notes is given a part for them, which is linked and declared
        if name not in (MAIN, NOTES) and (NOTES in before or NOTES not in after):
            assert before[name] == after[name], name
    text = resolving.rejected(after[MAIN])
    assert text == resolving.plain(before[MAIN])
    if NOTES in before:
        notes = (resolving.plain(before[NOTES]), resolving.rejected(after[NOTES]))
        assert _referred(notes[0], text) == _referred(notes[1], text)


def _referred(notes, text):
    """The notes without those that nothing in the text refers to."""
    root = resolving.ElementTree.fromstring(notes)
    w = resolving.W
    body = resolving.ElementTree.fromstring(text)
    known = {each.get(f"{w}id") for each in body.iter(f"{w}footnoteReference")}
    for note in list(root):
        if note.get(f"{w}type") is None and note.get(f"{w}id") not in known:
            root.remove(note)
    return resolving.ElementTree.tostring(root)
