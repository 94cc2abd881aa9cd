"""Footnotes of a file that had none are linked and declared, however these parts are written."""

from xml.etree import ElementTree

import pytest

from drafter.model.note_edits import add_note
from drafter.model.text import Text
from drafter.model.tree import Note
from tests.readers.docx.making import OFFICE, PACKAGE, packed
from tests.writers.tracked import official as made
from tests.writers.tracked.redlining import NOTES, check_laws, parts, redlined
from tests.writers.tracked.test_official_file import element

LINKS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
_SPACE = f"{PACKAGE}/relationships"
LINK = f'Id="rLink" Type="{OFFICE}/hyperlink" TargetMode="External" Target="https://a.org/"'
WRITTEN = {
    "none": None,
    "one tag": f'<Relationships xmlns="{_SPACE}" />',
    "empty": f'<Relationships xmlns="{_SPACE}"></Relationships >',
    "a prefix": f'<p:Relationships xmlns:p="{_SPACE}"><p:Relationship {LINK}/></p:Relationships>',
    "a prefix, one tag": f'<p:Relationships xmlns:p="{_SPACE}"/>',
    "a comment at the end": f'<Relationships xmlns="{_SPACE}"/>\n<!-- </Relationships> <x/> -->',
}


def noted(document):
    return add_note(document, element(document, 4).id, 10, Note("new", Text.of("New.")))


def without_notes(links, types=None):
    """A file without notes, its links written as `links`."""
    body = (*made.BODY[:2], made.opened("Noting", " that lakes shrink,"), *made.BODY[6:])
    files = parts(made.official(body=body, notes=()))
    files.pop(LINKS)
    if links is not None:
        files[LINKS] = links.encode()
    if types is not None:
        files[TYPES] = types(files[TYPES].decode()).encode()
    return packed({name: data.decode() for name, data in files.items()})


@pytest.mark.parametrize("links", WRITTEN.values(), ids=WRITTEN)
def test_a_first_note_is_linked_however_the_links_are_written(links, tmp_path):
    path = tmp_path / "official.docx"
    path.write_bytes(without_notes(links))
    red = redlined(path, noted)
    files = parts(red.made.data)
    assert "New." in files[NOTES].decode()
    root = ElementTree.fromstring(files[LINKS])  # noqa: S314  made by the code under test
    assert "footnotes.xml" in [
        each.get("Target") for each in root.findall(f"{{{_SPACE}}}Relationship")
    ]
    check_laws(red, tmp_path)


def test_a_first_note_is_declared_where_the_types_have_a_prefix_and_a_comment_after(tmp_path):
    def prefixed(types):
        types = types.replace("<", "<t:").replace("<t:/", "</t:").replace("xmlns=", "xmlns:t=")
        return f"{types}<!-- </t:Types> -->"

    path = tmp_path / "official.docx"
    path.write_bytes(without_notes(WRITTEN["one tag"], prefixed))
    red = redlined(path, noted)
    root = ElementTree.fromstring(parts(red.made.data)[TYPES])  # noqa: S314  the same
    named = [each.get("PartName") for each in root.findall(f"{{{PACKAGE}/content-types}}Override")]
    assert "/word/footnotes.xml" in named
    check_laws(red, tmp_path)
