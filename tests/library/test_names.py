"""Where clause files stand; no symbol leads out of the library."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.library import Source
from drafter.library.names import body_of, path_of, safe
from drafter.model.provenance import Stage
from drafter.model.symbols import session_of


@pytest.mark.parametrize(
    ("symbol", "path"),
    [
        ("A/79/439/Add.2", "zh/ga/79/A_79_439_Add.2.yaml"),
        ("A/RES/71/1", "zh/ga/71/A_RES_71_1.yaml"),
        ("A/C.2/79/L.29/Rev.1", "zh/ga/79/A_C.2_79_L.29_Rev.1.yaml"),
        ("A/HRC/RES/55/1", "zh/hrc/55/A_HRC_RES_55_1.yaml"),
        ("E/RES/2014/1", "zh/ecosoc/2014/E_RES_2014_1.yaml"),
        ("A/RES/217(III)", "zh/ga/III/A_RES_217(III).yaml"),
        ("S/RES/2720 (2023)", "zh/sc/2023/S_RES_2720_(2023).yaml"),
    ],
)
def test_a_symbol_has_its_place(symbol, path):
    assert str(path_of(Source(symbol=symbol, language="zh", stage=Stage.DRAFT))) == path


def test_a_year_is_no_session():
    assert session_of("A/70/L.61") == 70
    assert session_of("E/RES/2014/1") is None
    assert body_of("CEDAW/C/1") == "cedaw"


@given(st.text(max_size=300), st.text(max_size=20), st.text(max_size=20))
def test_no_symbol_leads_out_of_the_library(symbol, language, body):
    path = path_of(Source(symbol=symbol, language=language, body=body))
    assert len(path.parts) == 4
    assert not path.is_absolute()
    for part in path.parts:
        assert part not in ("", ".", "..")
        assert not set(part) & set('/\\:*?"<>|\0')
        assert len(part.encode()) <= 110


@pytest.mark.parametrize("name", ["../../etc/passwd", "..", "CON", "nul.yaml", "a\0b", "x" * 500])
def test_hostile_names_become_harmless(name):
    assert PurePosixPath(safe(name)).name == safe(name)
    assert safe(name).upper() not in ("CON", "NUL.YAML", "..")


def test_long_names_that_differ_stay_different():
    assert safe("x" * 200 + "a") != safe("x" * 200 + "b")
