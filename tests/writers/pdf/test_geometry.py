"""Pages one and two laid over real ones: everything stands within two points (1/36 inch)."""

import pytest

from tests.writers.pdf import overlay

NEAR = 2.0
# a draft of a committee, two resolutions
DOCUMENTS = ("A_C.2_80_L.18", "A_RES_79_100", "A_RES_79_217")


@pytest.fixture(scope="module", params=DOCUMENTS)
def both(request):
    return overlay.pair(request.param)


def near(one, other):
    return abs(one - other) <= NEAR


def test_every_line_of_the_masthead_stands_where_the_real_one_does(both):
    real, own = both
    found = overlay.same_lines(real[0], own[0], above=300)
    assert len(found) >= 8
    assert [
        (a.text, a.y, b.y, a.x0, b.x0) for a, b in found
        # the symbol ends at the right edge, all else begins at a left one
        if not (near(a.y, b.y) and near(*((a.x1, b.x1) if a.y < 60 else (a.x0, b.x0))))
    ] == []  # fmt: skip


def test_the_rules_of_the_masthead_and_of_the_header_lie_on_the_real_ones(both):
    real, own = both
    for theirs, ours in zip(real[:2], own[:2], strict=True):
        assert len(overlay.wide_rules(theirs)) == len(overlay.wide_rules(ours))
        for a, b in zip(overlay.wide_rules(theirs), overlay.wide_rules(ours), strict=True):
            assert all(near(x, y) for x, y in zip(a, b, strict=True))


def test_the_title_and_the_opening_of_the_text_stand_at_the_same_height(both):
    real, own = both
    found = overlay.same_lines(real[0], own[0], below=280, above=400)
    assert len(found) >= 4
    assert [(a.text, a.y, b.y) for a, b in found if not near(a.y, b.y)] == []


def test_the_text_has_the_same_edges_first_lines_and_leading(both):
    real, own = both
    for theirs, ours in zip(real[:2], own[:2], strict=True):
        for side in ("x0", "x1"):
            a, b = ([getattr(c, side) for c in overlay.full_lines(p)] for p in (theirs, ours))
            assert near(sum(a) / len(a), sum(b) / len(b))
        assert near(max(overlay.first_lines(theirs)), max(overlay.first_lines(ours)))
        assert near(min(overlay.first_lines(theirs)), min(overlay.first_lines(ours)))
        assert overlay.leading(ours) == pytest.approx(overlay.leading(theirs), abs=0.1)


def test_the_second_page_begins_and_ends_at_the_same_height(both):
    real, own = both
    for a, b in zip(real[1].rows[:2], own[1].rows[:2], strict=True):
        assert near(a[0].y, b[0].y)
    assert near(real[1].rows[-1][0].y, own[1].rows[-1][0].y)


def test_notes_hang_and_end_where_real_notes_do(both):
    real, own = both
    for theirs, ours in zip(real[:2], own[:2], strict=True):
        rule, mine = overlay.separator(theirs), overlay.separator(ours)
        if rule is None or mine is None:
            continue
        assert near(rule.x0, mine.x0)
        assert near(rule.x1, mine.x1)
        a, b = overlay.notes(theirs), overlay.notes(ours)
        assert near(a[0].y - rule.y, b[0].y - mine.y)
        assert near(a[-1].y, b[-1].y)
        assert near(min(c.x0 for c in a), min(c.x0 for c in b))


def test_more_than_half_of_the_lines_hold_the_words_of_the_real_ones(both):
    real, own = both
    ours = {overlay.plain(c) for page in own for c in overlay.full_lines(page)}
    theirs = [overlay.plain(c) for page in real[:2] for c in overlay.full_lines(page)]
    assert sum(line in ours for line in theirs) > len(theirs) / 2


def test_the_document_ends_with_the_rule_of_the_real_one(both):
    (theirs, above), (ours, over) = (overlay.end_rule(each[-1]) for each in both)
    assert near(theirs.width, ours.width)
    # editors set it 24 to 32 points below the last line, and some not quite in the middle
    assert abs(theirs.x0 - ours.x0) < 6
    assert 23 < theirs.y - above < 33
    assert 23 < ours.y - over < 33
