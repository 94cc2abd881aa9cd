"""The pages of the documentation and the blocks of code in them."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", *sorted(DOCS.rglob("*.md")))
# a block that opens the drafting room says so in the line before it
INTERACTIVE = "<!-- interactive -->"
_BLOCK = re.compile(
    rf"(?P<skip>{re.escape(INTERACTIVE)}\n)?^(?P<indent> *)```(?P<kind>\w*)\n(?P<text>.*?)^ *```$",
    re.M | re.S,
)


@dataclass(frozen=True)
class Block:
    """A block of code: its language, its lines without the block's own indent."""

    kind: str
    lines: tuple[str, ...]
    interactive: bool

    @property
    def commands(self):
        """The commands of drafter in it, each with the lines of output shown below it."""
        found = []
        for line in self.lines:
            bare = line.removeprefix("$ ")
            if bare.startswith("drafter ") and (self.kind == "sh" or line != bare):
                found.append((bare, []))
            elif self.kind == "console" and found:
                found[-1][1].append(line)
        return found


def blocks(page):
    return [
        Block(
            found["kind"],
            tuple(line.removeprefix(found["indent"]) for line in found["text"].splitlines()),
            bool(found["skip"]),
        )
        for found in _BLOCK.finditer(page.read_text(encoding="utf-8"))
    ]


def prose(page):
    """The page without its blocks of code."""
    return _BLOCK.sub("", page.read_text(encoding="utf-8"))


def name(page):
    return str(page.relative_to(ROOT))
