"""Languages are data: no language code is compared outside `drafter/languages` and `messages`."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODES = {"zh", "en", "fr", "es", "ru", "ar"}
ALLOWED_ROOMS = {"languages", "messages"}


def _compares_a_code(node: ast.AST) -> bool:
    if isinstance(node, ast.Compare):
        operands = [node.left, *node.comparators]
        return any(isinstance(o, ast.Constant) and o.value in CODES for o in operands)
    if isinstance(node, ast.MatchValue):
        return isinstance(node.value, ast.Constant) and node.value.value in CODES
    return False


def test_no_language_code_is_compared_in_code():
    package = ROOT / "drafter"
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted(package.rglob("*.py"))
        if path.relative_to(package).parts[0] not in ALLOWED_ROOMS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if _compares_a_code(node)
    ]
    assert not found, found
