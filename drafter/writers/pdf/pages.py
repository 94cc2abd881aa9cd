"""What the templates of `pdf/` are given: words and measures in points, ready for JSON."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from drafter.languages import Language
from drafter.writers.blocks.values import Body
from drafter.writers.emblem import Emblem
from drafter.writers.front import Front
from drafter.writers.layout import Layout
from drafter.writers.pdf.fonts import Face, faces
from drafter.writers.pdf.paragraphs import Json, ascent, note_style, paragraphs
from drafter.writers.styles import HALF_POINTS, TWIPS, stretched

_EIGHTHS = 8
_EMU = 12700
# the distance of tab stops in these documents
_NEXT_TAB = 475
_STRONG = frozenset({"L", "R", "AL"})
_SEPARATOR = "_" * 18


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that the pages of one document are made from."""

    front: Front
    body: Body
    language: Language
    rules: Layout
    kind: Mapping[str, str]
    emblem: Emblem | None = None
    stamp: str = ""


def sheet_data(sheet: Sheet, fonts: Mapping[str, tuple[str, ...]], *, fallback: bool) -> Json:
    """The data of `document.json`. `fonts` are those of the machine by use; `fallback` says
    that other fonts may serve where these lack a character."""
    front, leftward = sheet.front, sheet.language.direction == "rtl"
    rules, row = sheet.rules, sheet.rules.type(sheet.language.code)
    return {
        # PDF/UA-1 asks for a title
        "title": front.title,
        "date": _date(sheet.stamp),
        "lang": sheet.language.code,
        "region": _region(sheet.language.code, row["lang"]),
        "direction": sheet.language.direction,
        "fallback": fallback,
        "faces": {name: _face(each) for name, each in faces(row, fonts, leftward=leftward).items()},
        "page": _page(rules),
        "text": _text(rules, row),
        "masthead": _masthead(sheet, row),
        "emblem": _emblem(sheet.emblem),
        "front": _front(sheet, row),
        "note": note_style(rules, sheet.language.code),
        "blocks": list(paragraphs(sheet.body, sheet.language, rules)),
    }


def _date(stamp: str) -> Json:
    parts = stamp[:10].split("-")
    if len(parts) != 3:
        return None
    year, month, day = (int(part) for part in parts)
    return {"year": year, "month": month, "day": day}


def _region(code: str, tag: str) -> Json:
    language, _, region = tag.partition("-")
    return region if language == code and region else None


def _face(face: Face) -> Json:
    fonts: list[Json] = [{"name": each.name, "covers": each.covers} for each in face.fonts]
    return {"fonts": fonts, "weight": face.weight, "style": face.style}


def _page(rules: Layout) -> Json:
    measures = {name: int(value) / TWIPS for name, value in rules.page().items()}
    box = rules.masthead()
    return {
        **measures,
        "top": measures["body_top"],
        "job_left": rules.measure("footer", "job_left"),
        "header_rule": int(rules.page()["header_rule"]) / _EIGHTHS,
        "end_rule": int(rules.page()["end_rule"]) / _EIGHTHS,
        "header_rule_y": measures["header"] + int(box["top_row"]) / TWIPS,
    }


def _text(rules: Layout, row: Mapping[str, str]) -> Json:
    size = int(row["body"]) / HALF_POINTS
    return {
        "size": size,
        "note": int(row["note"]) / HALF_POINTS,
        "small": int(row["small"]) / HALF_POINTS,
        "narrowest_space": int(row["narrowest_space"]),
        "tracking": _tracking(row, "spacing", "scale", size),
        "note_leading": int(row["note_leading"]) / TWIPS,
        "separator": _SEPARATOR,
        "separator_left": rules.measure("text", "note_rule"),
        "tab": _NEXT_TAB / TWIPS,
        "link": row["link"],
    }


def _masthead(sheet: Sheet, row: Mapping[str, str]) -> Json:
    box = sheet.rules.masthead()
    upper = (int(sheet.rules.page()["header"]) + int(box["top_row"])) / TWIPS
    thick = "thick_rule" if sheet.kind["rule"] == "thick" else "thin_rule"
    lengths = {name: int(value) / TWIPS for name, value in box.items()}
    leading = int(row["organ_leading"]) / TWIPS
    name, organ = int(row["large"]) / HALF_POINTS, int(row["organ"]) / HALF_POINTS
    thin, lower = int(box["thin_rule"]) / _EIGHTHS, int(box[thick]) / _EIGHTHS
    return {
        **lengths,
        "name_tracking": _tracking(row, "name_spacing", "name_scale", name),
        "organ_tracking": _tracking(row, "organ_spacing", "organ_scale", organ),
        "symbol_letter": int(box["symbol_letter"]) / HALF_POINTS,
        "name_size": name,
        "text_left": sheet.rules.measure("text", "left"),
        "emblem_left": (lengths["column_emblem"] - int(box["emblem_width"]) / _EMU) / 2,
        "dates_left": sum(lengths[f"column_{each}"] for each in ("emblem", "name", "gap")),
        "organ_size": organ,
        "organ_leading": leading,
        "organ_ascent": leading * ascent(sheet.rules),
        "organ_width": lengths["column_name"],
        "upper_rule": upper + thin / 2,
        "lower_rule": upper + lengths["box_row"] + lower / 2,
        "thin": thin,
        "lower_thick": lower,
    }


def _tracking(row: Mapping[str, str], spacing: str, scale: str, size: float) -> float:
    return int(row[spacing]) / TWIPS + stretched(int(row[scale]), size)


def _emblem(image: Emblem | None) -> Json:
    if image is None:
        return None
    name = f"emblem.{image.extension}"
    return {"name": name, "width": image.width / _EMU, "height": image.height / _EMU}


def _front(sheet: Sheet, row: Mapping[str, str]) -> Json:
    face, box = sheet.front, sheet.rules.masthead()
    leading = max(int(box["issue_leading"]) / TWIPS, int(row["body"]) / HALF_POINTS * 1.19)
    y = int(box["issue_line"]) / TWIPS
    issue: list[Json] = []
    for index, line in enumerate(face.issue):
        y += leading * (0 if not index else 2 if line.spaced else 1)
        issue.append({**_directed(line.text), "y": y})
    return {
        "united_nations": face.united_nations,
        "organ": face.organ,
        "symbol": face.symbol,
        "running_title": _directed(face.running_title),
        "title_column": sheet.rules.title_column(face.running_title) / TWIPS,
        "issue": issue,
        "job_number": face.job_number,
        "unofficial": face.unofficial,
        "consultation": face.consultation,
        "watermark": face.watermark,
    }


def _directed(words: str) -> dict[str, Json]:
    """The words with the direction of their first letter: English stays so on an Arabic page."""
    sides = (unicodedata.bidirectional(each) for each in words)
    first = next((side for side in sides if side in _STRONG), "L")
    return {"text": words, "direction": "ltr" if first == "L" else "rtl"}
