"""What clauses/README.md shows is what the program reads."""

import re
from pathlib import Path

from drafter.library.clause_file import parse
from drafter.library.vocabulary import read_all

CLAUSES = Path(__file__).resolve().parents[2] / "clauses"


def test_the_example_is_a_clause_file():
    text = (CLAUSES / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", text, re.S)
    file = parse(example.encode(), CLAUSES / "README.md")
    ((place, added),) = file.curated
    assert place == "resolution/op1"
    vocabulary = read_all([CLAUSES])[0]
    assert set(added.topics) <= {term.key for term in vocabulary.topics}
    assert set(added.addressees) <= {term.key for term in vocabulary.addressees}
    assert file.document.paragraph(place).text.opening == "鼓励"
