"""What a style or place told of a line wins over what its words seem to say."""

from drafter.model.tree import Kind
from drafter.readers import ReadOptions
from drafter.readers.segment import Line
from drafter.readers.segment.segmenter import Copy, segment_copy


def read(*told):
    lines = [
        Line(text, number, starts=True, role=role, raised=())
        for number, (role, text) in enumerate(told, 1)
    ]
    return segment_copy(Copy(tuple(lines)), ReadOptions(language="en")).document


HEAD = (
    ("organ", "General Assembly"),
    ("session", "Eightieth session"),
    ("agenda", "Agenda items 15 and 20 (b)"),
    ("agenda-title", "Sustainable development: follow-up"),
    ("agenda-title", "(a) Water and sanitation."),
)
TEXT = (
    ("text", "The General Assembly,"),
    ("text", "Recalling its resolution 70/1,"),
    ("text", "1. Decides to continue"),
    ("text", "2. Requests a report."),
)


def shape(document):
    return [(p.kind.value, p.label_read, p.text.plain()) for _, p in document.walk()]


def test_agenda_titles_and_titles_are_told_apart_by_their_roles():
    document = read(*HEAD, ("title", "Draft resolution on rivers: a plan"), *TEXT)
    assert document.masthead.agenda_titles == (
        "Sustainable development: follow-up",
        "(a) Water and sanitation.",
    )
    assert document.masthead.agenda_items == ("15", "20 (b)")
    assert shape(document)[0] == ("title", "", "Draft resolution on rivers: a plan")


def test_a_long_title_and_a_heading_with_a_full_stop_stay_title_and_heading():
    long = "Implementation of the outcomes of conferences, " * 8
    document = read(*HEAD, ("title", long), *TEXT, ("heading", "What comes next?"))
    kinds = [kind for kind, _, _ in shape(document)]
    assert kinds[0] == "title"
    assert kinds[-1] == "heading"


def test_what_is_told_to_be_text_is_no_heading_though_short():
    document = read(*HEAD, ("title", "Rivers"), *TEXT, ("text", "A short unfinished line"))
    assert [p.kind for _, p in document.walk()].count(Kind.HEADING) == 0


def test_a_numbered_heading_is_no_paragraph():
    told = (*HEAD, ("title", "Rivers"), *TEXT[:3], ("heading", "2. Finance"), TEXT[3])
    assert [(kind, label) for kind, label, _ in shape(read(*told))][-3:] == [
        ("operative", "1."),
        ("heading", "2."),
        ("operative", "2."),
    ]


def test_a_masthead_line_that_reads_like_enacting_words_stays_in_the_masthead():
    document = read(("organ", "The General Assembly"), *HEAD[1:], ("title", "Rivers"), *TEXT)
    assert [p.kind for _, p in document.walk()].count(Kind.ENACTING) == 1
    assert document.masthead.body == "General Assembly"
    assert "The General Assembly" in document.masthead.read


def test_the_last_of_the_sponsors_may_follow_a_note_mark_or_a_comma():
    named = "Kenya, Nauru,* and Togo: draft resolution"
    told = (*HEAD, ("sponsors", named), ("title", "Rivers"), *TEXT)
    assert read(*told).masthead.sponsors == ("Kenya", "Nauru", "Togo")


def test_a_number_that_lacks_its_full_stop_is_a_number_between_its_neighbours():
    told = (
        *HEAD,
        ("title", "Rivers"),
        *TEXT[:3],
        ("", "2 Requests a report;"),
        ("", "3. Decides."),
    )
    document = read(*told)
    assert shape(document)[-2:] == [
        ("operative", "2", "Requests a report;"),
        ("operative", "3.", "Decides."),
    ]
    told = (*told[:-2], ("", "3 Requests a report;"), told[-1])
    assert shape(read(*told))[-2][2] == "3 Requests a report;"
