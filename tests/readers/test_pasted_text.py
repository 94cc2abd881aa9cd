"""Text that is in no file, and where in a text its paragraphs begin."""

from drafter.readers import ReadOptions, read, read_text

TEXT = """A/C.2/81/L.9
大会，
回顾其关于渔业的各项决议，
1. 请秘书长提交报告；
2. 鼓励会员国：
(a) 加强合作；
(b) 分享经验。
"""


def _texts(result):
    return [(p.kind.value, p.label_read, p.text.plain()) for _, p in result.document.walk()]


def test_pasted_text_is_read_as_the_same_text_in_a_file(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    pasted, filed = read_text(TEXT), read(path)
    assert pasted.document == filed.document
    assert _texts(pasted)[2:] == [
        ("operative", "1.", "请秘书长提交报告；"),
        ("operative", "2.", "鼓励会员国："),
        ("operative", "(a)", "加强合作；"),
        ("operative", "(b)", "分享经验。"),
    ]


def test_line_ends_of_any_system_and_control_characters_do_not_matter():
    odd = TEXT.replace("\n", "\r\n").replace("秘书长", "秘\x1b书\x07长")
    assert read_text(odd).document == read_text(TEXT).document


def test_what_the_person_knows_goes_before_what_the_text_shows():
    options = ReadOptions(symbol="A/81/439", stage="committee", language="zh")
    document = read_text(TEXT, options).document
    assert (document.masthead.symbol, document.stage) == ("A/81/439", "committee")


def test_every_paragraph_has_the_line_it_begins_in():
    result = read_text(TEXT)
    lines = {place.element: place.line for place in result.places}
    assert set(lines) == {p.id for _, p in result.document.walk()}
    numbered = dict(enumerate(TEXT.split("\n"), 1))
    assert all(p.text.plain()[:5] in numbered[lines[p.id]] for _, p in result.document.walk())
