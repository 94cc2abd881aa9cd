"""The catalogues are compiled, agree with each other, and have what the code asks for."""

import ast
import gettext
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "drafter" / "locale"
_NAMES = "error edit reading language deviation check library writing workspace cli tui yaml"
DOMAINS = _NAMES.split()
_ID = re.compile(rf"(?:{'|'.join(DOMAINS)})\.[a-z0-9]+(?:-[a-z0-9]+)*")


def ids_in_code():
    """Every string of the code that is a whole message id, with the first file that has it."""
    found = {}
    for path in sorted((ROOT / "drafter").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            value = getattr(node, "value", None)
            if isinstance(node, ast.Constant) and isinstance(value, str) and _ID.fullmatch(value):
                found.setdefault(value, path.relative_to(ROOT))
    return found


def test_catalogues_are_compiled_and_the_languages_agree():
    done = subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "messages"), "--check"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("domain", DOMAINS)
def test_every_message_of_the_code_has_its_sentence(domain, language):
    catalogue = gettext.translation(domain, LOCALE, languages=[language], fallback=True)
    missing = {
        key: str(path)
        for key, path in ids_in_code().items()
        if key.startswith(f"{domain}.") and catalogue.gettext(key) == key
    }
    assert not missing, missing
