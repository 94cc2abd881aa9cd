"""Two files in different languages: their words answer nothing, and that is said first."""

from pathlib import Path

import pytest

from drafter import messages
from drafter.cli.common.comparison import comparison_lines
from drafter.workspace.comparing import compare_files

ENGLISH = "The General Assembly,\n\n1. Requests the Secretary-General to report on this matter;\n"
CHINESE = "大会，\n\n1. 请秘书长就此事项提出报告；\n"


@pytest.fixture
def two_files(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "a.txt", tmp_path / "b.txt"
    for path, text in zip(paths, (ENGLISH, CHINESE), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.mark.parametrize(
    ("code", "said"),
    [("en", "texts in two languages (English, Chinese)"), ("zh", "语文不同（英文、中文）")],
)
def test_texts_in_two_languages_are_said_to_be_so_before_anything_else(two_files, code, said):
    messages.set_language(code)
    compared = compare_files(*two_files)
    first, *rest = comparison_lines(compared)
    assert said in first
    assert not any(said in line for line in rest)
    assert compared.record["remark"] == first


def test_texts_in_one_language_need_no_caution(two_files):
    assert not compare_files(two_files[0], two_files[0]).caution
