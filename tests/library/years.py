"""One clause over three sessions, and other clauses beside it, as clause files."""

from drafter.library import Source, import_document
from drafter.model.markup import parse
from drafter.model.masthead import Masthead
from drafter.model.provenance import Stage
from drafter.model.tree import Document, DocumentType, Kind, Paragraph, Part, PartKind

FEES_70 = "*Encourages* Member States to lower the transfer costs of remittances to 5 per cent;"
FEES_75 = "*Urges* Member States to lower the transfer costs of remittances to 3 per cent;"
FEES_79 = "*Urges* Member States to lower the transfer costs of remittances, as appropriate;"
FISH = "*Requests* the Secretary-General to report on the statistics of deep sea fishing;"
PORTS = "*Welcomes* the opening of two ports for vessels that carry grain and fertilizer;"
FEES_ZH = "*鼓励*会员国将汇款转账费用降低到5%；"


def resolution(*texts, language="en"):
    """A resolution with these operative paragraphs."""
    root = Part(
        PartKind.RESOLUTION,
        tuple(
            Paragraph(f"resolution/op{n}", Kind.OPERATIVE, parse(text), label_read=f"{n}.")
            for n, text in enumerate(texts, 1)
        ),
    )
    return Document(DocumentType.RESOLUTION, language, root, Masthead())


def filed(
    folder, symbol, *texts, language="en", stage=Stage.ADOPTED, adopted_as="", date="", original=""
):
    """The resolution as a clause file."""
    adopted = (("resolution", adopted_as),) if adopted_as else ()
    source = Source(
        symbol=symbol, stage=stage, language=language, adopted_as=adopted, date=date,
        original_language=original,
    )  # fmt: skip
    return import_document(resolution(*texts, language=language), source, folder).path


def three_sessions(folder):
    """A/RES/70/5, A/RES/75/6 and the draft A/79/L.7, which was adopted as 79/8."""
    return (
        filed(folder, "A/RES/70/5", FISH, FEES_70),
        filed(folder, "A/RES/75/6", FEES_75),
        filed(folder, "A/79/L.7", PORTS, FEES_79, stage=Stage.DRAFT, adopted_as="79/8"),
    )


def in_family(path, text, family):
    """Write the family of the paragraph with this text by hand."""
    lines = path.read_text(encoding="utf-8")
    assert text in lines
    indent = next(line for line in lines.split("\n") if text in line)
    before = " " * (len(indent) - len(indent.lstrip()) - 2)
    path.write_text(
        lines.replace(f"{text}\n", f"{text}\n{before}family: {family}\n", 1), encoding="utf-8"
    )
