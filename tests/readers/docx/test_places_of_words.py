"""Where the words of a Word file stand in it: every element and note back to its characters."""

import io
import re
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.languages import language
from drafter.model.view import view
from drafter.writers.tracked.scan import scanned
from tests.readers.docx.making import by, gone, item, par, reading, run, table, word_file

NOTES = (
    '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>' + run(" See A/80/1.") + "</w:p>"
    "</w:footnote>"
)


def printed(package):
    """The characters of each paragraph of each part, as `model.located` counts them."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        for name in ("word/document.xml", "word/footnotes.xml"):
            if name in opened.namelist():
                for each in scanned(opened.read(name), name).paragraphs:
                    words = "".join(c.text for r in each.runs for c in r.children)
                    found[name, each.number] = words
    return found


def told(tmp_path, body, **parts):
    """The words of each element and note, put together from the file."""
    package = word_file(body, **parts)
    result = reading(tmp_path, package)
    words = printed(package)
    numbered = view(result.document, language(result.document.language).conventions)
    texts = {each.id: each.text.plain() for each in (*numbered.elements, *numbered.notes)}
    found = dict.fromkeys(texts, "")
    for each in result.located:
        piece = words[each.part, each.paragraph][each.first : each.last]
        assert re.sub(r"\s+", " ", piece) == texts[each.element][each.start : each.end]
        found[each.element] += re.sub(r"\s+", " ", piece)
    return found, texts


def test_typed_labels_and_tabs_are_no_words_of_an_element(tmp_path):
    body = par("<w:r><w:tab/><w:t>1.</w:t><w:tab/></w:r>" + run("Decides ") + run("to act;"))
    found, texts = told(tmp_path, body)
    assert list(found.values()) == list(texts.values()) == ["Decides to act;"]


def test_a_space_that_stands_for_more_of_it_has_its_place(tmp_path):
    found, texts = told(
        tmp_path, par(run("Decides  ") + run(" to<w:br/>act;".replace("<w:br/>", "\u00a0")))
    )
    assert found == texts


def test_automatic_numbers_stand_nowhere(tmp_path):
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    found, texts = told(
        tmp_path, item("Decides to act;") + item("Also decides."), numbering=numbering
    )
    assert found == texts


def test_notes_and_rows_of_tables_have_places(tmp_path):
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = par(run("Noting this,") + mark) + table(["Item", "Amount"], ["Fuel", "12"])
    found, texts = told(tmp_path, body, footnotes=NOTES)
    assert found["n1"] == "See A/80/1."
    assert {key: words.replace(" ", "") for key, words in texts.items()} == {
        key: words.replace(" ", "") for key, words in found.items()
    }


def test_words_that_a_change_took_out_are_counted_but_are_no_words_of_the_text(tmp_path):
    body = par(run("Decides ") + by("del", gone("not ")) + run("to act;"))
    found, texts = told(tmp_path, body)
    assert found == texts
    assert list(texts.values()) == ["Decides to act;"]


@settings(max_examples=60, deadline=None)
@given(
    pieces=st.lists(
        st.text(st.sampled_from("abcd  .é中文\u00a0"), min_size=1, max_size=9),
        min_size=1,
        max_size=6,
    )
)
def test_wherever_a_paragraph_is_cut_into_runs_its_characters_are_found(pieces, tmp_path_factory):
    found, texts = told(tmp_path_factory.mktemp("cut"), par("".join(map(run, pieces)) + run("x")))
    for key, words in texts.items():
        assert found[key].replace(" ", "") == words.replace(" ", "")
