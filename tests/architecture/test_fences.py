"""Third-party packages stay behind their fences, and the interface stays out of the core."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# package -> rooms that may import it
FENCES = {
    "textual": {"tui"},
    "rich": {"tui", "cli"},
    "click": {"cli"},
    "jinja2": {"writers"},
    "typst": {"writers"},
    "yaml": {"yamlio"},
    "sqlite3": {"library", "workspace"},
    "rapidfuzz": {"compare", "match"},
    "numpy": {"match"},
    "pypdfium2": {"readers"},
    "pypdfium2_raw": {"readers"},
    "pydantic": {"library"},
    "platformdirs": {"workspace"},
}
BELOW_THE_SKINS = [
    "errors",
    "registry",
    "messages",
    "yamlio",
    "model",
    "languages",
    "reports",
    "compare",
    "library",
    "match",
    "readers",
    "writers",
    "checks",
    "workspace",
]
NETWORK = {"socket", "http", "urllib", "ftplib", "smtplib", "asyncio", "ssl", "requests", "httpx"}


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found


def _modules() -> list[tuple[str, Path]]:
    package = ROOT / "drafter"
    return [
        (path.relative_to(package).parts[0].removesuffix(".py"), path)
        for path in sorted(package.rglob("*.py"))
    ]


@pytest.mark.parametrize("package", sorted(FENCES))
def test_a_package_is_imported_only_where_it_belongs(package):
    outside = [
        str(path.relative_to(ROOT))
        for room, path in _modules()
        if room not in FENCES[package]
        and any(name.partition(".")[0] == package for name in _imports(path))
    ]
    assert not outside


def test_nothing_asks_the_network():
    asking = [
        f"{path.relative_to(ROOT)}: {name}"
        for room, path in _modules()
        for name in _imports(path)
        if name.partition(".")[0] in NETWORK - ({"asyncio"} if room == "tui" else set())
    ]
    assert not asking


@pytest.mark.parametrize("room", BELOW_THE_SKINS)
def test_a_room_below_the_skins_does_not_load_textual(room):
    code = f"import sys, drafter.{room}; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_the_command_line_starts_without_what_its_commands_need():
    code = (
        "import sys, drafter.cli;"
        "heavy = {'textual', 'pydantic', 'yaml', 'rapidfuzz', 'numpy', 'jinja2', 'sqlite3',"
        "'pypdfium2', 'typst'};"
        "bad = heavy & set(sys.modules);"
        "sys.exit(', '.join(sorted(bad)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_the_pdf_engine_is_loaded_for_a_pdf_only(tmp_path):
    text = tmp_path / "text.txt"
    text.write_text("The General Assembly,\n\n1. Decides to meet.\n", encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from drafter.readers import read;"
        f"read(Path({str(text)!r})); sys.exit('pypdfium2_raw' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
