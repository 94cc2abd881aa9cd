"""Small documents from case files: a flat list of paragraphs, with sub-paragraphs and parts."""

from dataclasses import replace

from drafter.languages import language
from drafter.model.edits import set_text
from drafter.model.markup import parse
from drafter.model.masthead import Masthead
from drafter.model.provenance import Origin
from drafter.model.record_write import fingerprint
from drafter.model.text import Text
from drafter.model.tree import Base, Document, DocumentType, Kind, Note, Paragraph, Part, PartKind
from drafter.model.view import view
from drafter.workspace.steps import ApplyFix


def document(case):
    """The document of a case: rows with `part` open a part, rows of `level` 2 and 3 are nested."""
    parts = [(PartKind(case.get("root", "resolution")), [], "")]
    notes = []
    for number, row in enumerate(case.get("paragraphs", []), 1):
        if "part" in row:
            parts.append((PartKind(row["part"]), [], row.get("heading", "")))
        elif row["kind"] == "note":
            notes.append(Note(f"p{number}", Text.of(row["text"])))
        else:
            paragraph = _paragraph(number, row)
            typed = {f"p{at}" for at in range(len(case["paragraphs"]) + 1)}
            notes += [
                Note(each, Text.of("A/81/1.")) for each in paragraph.text.notes if each not in typed
            ]
            _add(parts[-1][1], paragraph, int(row.get("level", "1")))
    if "starred" in case:
        notes.append(Note("starred", Text.of(case["starred"]), mark="*"))
    inner = tuple(Part(kind, tuple(rows), heading) for kind, rows, heading in parts[1:])
    kind, rows, heading = parts[0]
    made = Document(
        DocumentType(case.get("type", "draft-resolution")),
        case["language"],
        Part(kind, (*rows, *inner), heading),
        masthead=Masthead(**_masthead(case.get("masthead", {}))),
        notes=tuple(notes),
        stage=case.get("stage", ""),
    )
    return replace(made, base=_base(case["base"], made)) if "base" in case else made


def _base(fields, made):
    """The draft's base: its own text under another masthead, with the paragraphs of `older` as they
    were."""
    known = dict(fields)
    older, adopted = known.pop("older", []), known.pop("adopted", "")
    digest, spoken = known.pop("sha256", ""), known.pop("language", made.language)
    masthead = Masthead(**_masthead(known))
    whole = replace(made, language=spoken, masthead=masthead, base=None)
    for row in older:
        whole = set_text(whole, f"p{row['paragraph']}", Text.of(row["text"]))
    if adopted:
        whole = replace(whole, adopted_as=(("resolution", adopted),))
    return Base(masthead.symbol, fingerprint(whole) if digest == "own" else digest, whole)


def seen(made):
    """The numbered view of a document and its language."""
    spoken = language(made.language)
    return view(made, spoken.conventions), spoken


def words(made):
    """The plain text of every element and note, by id."""
    shown, _ = seen(made)
    texts = {element.id: element.text.plain() for element in shown.elements}
    return texts | {note.id: note.text.plain() for note in made.notes}


def mended(made, findings):
    """The document with every fix of `findings` applied, the last of a text first."""
    fixes = [fix for finding in findings for fix in finding.fixes]
    for fix in sorted(fixes, key=lambda each: each.place, reverse=True):
        made = ApplyFix(fix).apply(made, language(made.language))
    return made


def _paragraph(number, row):
    return Paragraph(
        f"p{number}",
        Kind(row["kind"]),
        parse(row["text"]) if "[^" in row["text"] else Text.of(row["text"]),
        numbered=row.get("numbered", "yes") == "yes",
        label_read=row.get("label", ""),
        label_fixed=row.get("frozen", ""),
        origins=_origins(row.get("unchecked", "")),
    )


def _origins(symbol):
    return (Origin(symbol, "resolution", "op1", "", unchecked=True),) if symbol else ()


def _add(rows, paragraph, level):
    if level == 1:
        rows.append(paragraph)
        return
    inner = list(rows[-1].children)
    _add(inner, paragraph, level - 1)
    rows[-1] = replace(rows[-1], children=tuple(inner))


def _masthead(fields):
    known = dict(fields)
    if "session" in known:
        known["session"] = int(known["session"])
    for name in ("agenda_items", "sponsors", "added_sponsors"):
        if name in known:
            known[name] = tuple(known[name])
    return known
