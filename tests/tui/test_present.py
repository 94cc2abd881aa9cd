"""Bars, hits and cards: what the Session says, as lines."""

from types import SimpleNamespace

import pytest

from drafter.messages import set_language
from drafter.model.provenance import Stage
from drafter.tui.cells import width
from drafter.tui.present.bars import Heading, Shares, heading_line, percent, provenance_line
from drafter.tui.present.hits import hit_lines, row_height
from drafter.tui.present.lineage import lineage_blocks
from drafter.tui.present.places import home_path, proposed_name, typed_path
from drafter.tui.present.signs import SIGNS
from drafter.tui.prose import Run, line_width, plain
from tests.tui.sample_texts import DIASPORA, draft_document


@pytest.fixture(autouse=True)
def english():
    set_language("en")


@pytest.mark.parametrize(
    ("share", "shown"), [(0, "0"), (0.001, "<1"), (0.5, "50"), (0.999, ">99"), (1, "100")]
)
def test_a_trace_is_never_nothing_and_almost_all_is_never_all(share, shown):
    assert percent(share) == shown


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_the_bars_take_exactly_the_width_there_is(columns):
    heading = Heading("国际移民与发展", ("A/C.2/81/L.1", "zh"), "saved 14:02")
    assert line_width(heading_line(heading, columns)) == columns
    bar = provenance_line(Shares(0.61, 0.22, 0.17), ("errors: 1",), columns)
    assert line_width(bar) <= max(columns, 40)


def test_a_long_title_leaves_room_for_what_the_draft_stands_against():
    heading = Heading("关于大量难民和移民流动问题的" * 3, ("对照底本A/70/L.61", "zh"), "saved")
    assert "A/70/L.61" in plain(heading_line(heading, 80))


def test_the_three_shares_are_told_apart_by_their_signs():
    bar = plain(provenance_line(Shares(0.61, 0.22, 0.17), (), 120))
    assert "= verbatim 61 %" in bar
    assert "≈ edited 22 %" in bar
    assert "+ not found here 17 %" in bar


def test_before_the_library_is_compared_no_share_is_claimed():
    assert "%" not in plain(provenance_line(None, (), 80))


@pytest.mark.parametrize("severity", SIGNS)
def test_a_change_has_the_sign_in_the_lineage_that_it_has_on_the_card(severity):
    sign, ink = SIGNS[severity]
    (block,) = lineage_blocks(((severity.value, "opening verb stronger"),))
    assert block.words[0] == Run(f"{sign} ", ink)


def hit(text, *spans):
    clause = SimpleNamespace(plain=text, stage=Stage.COMMITTEE)
    return SimpleNamespace(clause=clause, spans=spans)


@pytest.mark.parametrize("columns", [36, 78, 120])
def test_a_hit_fits_its_row_and_shows_what_was_found(columns):
    start = DIASPORA.index("汇款")
    lines = hit_lines(hit(DIASPORA * 4, (start, start + 2)), lambda h: "A/1, para. 2", columns)
    assert len(lines) < row_height(columns)
    assert all(line_width(line) <= columns for line in lines)
    assert ("汇款", "hit") in [(run.text, run.style) for line in lines for run in line]


def test_a_hit_far_into_a_long_text_is_shown_from_there():
    lines = hit_lines(hit("移" * 300 + "汇款" + "民" * 300, (300, 302)), lambda h: "x", 40)
    words = "".join(plain(line) for line in lines[1:])
    assert words.startswith("…")
    assert "汇款" in words
    assert words.endswith("…")


def test_terminal_escapes_in_a_hit_are_shown():
    lines = hit_lines(hit("汇\x1b[2J款"), lambda h: "x\x07", 40)
    assert "\x1b" not in "".join(plain(line) for line in lines)
    assert "\x07" not in "".join(plain(line) for line in lines)


def test_a_draft_is_called_by_its_symbol_or_title():
    assert proposed_name(draft_document(), "国际移民") == "A_C.2_81_L"
    assert width(proposed_name(draft_document(), "x")) < 80


def test_paths_are_shown_and_typed_with_the_home_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert home_path(tmp_path / "a" / "b.yaml") == "~/a/b.yaml"
    assert typed_path(" ~/a/b.yaml ") == tmp_path / "a" / "b.yaml"
