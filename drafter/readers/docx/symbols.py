"""Characters that stand in fonts of their own: Symbol and Wingdings."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_PRIVATE = 0xF000
_BULLET = "•"
# The Symbol font from 0x41 on; its Latin keys print Greek letters.
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SMALL_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = {
    **{0x41 + i: letter for i, letter in enumerate(_GREEK)},
    **{0x61 + i: letter for i, letter in enumerate(_SMALL_GREEK)},
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥",
    0x7E: "∼", 0xA0: "€", 0xA1: "ϒ", 0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xA7: "♣",
    0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xC6: "∅", 0xC7: "∩",
    0xC8: "∪", 0xC9: "⊃", 0xCC: "⊂", 0xCE: "∈", 0xCF: "∉", 0xD0: "∠", 0xD1: "∇", 0xD2: "®",
    0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xD8: "¬", 0xD9: "∧", 0xDA: "∨",
    0xDB: "⇔", 0xDC: "⇐", 0xDD: "⇑", 0xDE: "⇒", 0xDF: "⇓", 0xE0: "◊", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS = {
    0x21: "✏", 0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□",
    0x71: "❑", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
UNKNOWN = "\ufffd"


def symbol(code: int, font: str) -> str:
    """The character that `font` prints for `code`; U+FFFD for one that is not known."""
    if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000:
        return UNKNOWN
    table = _FONTS.get(font.casefold())
    private = _PRIVATE <= code < _PRIVATE + 0x100
    if table is None:
        return chr(code) if not private else UNKNOWN
    low = code - _PRIVATE if private else code
    plain = chr(low) if 0x20 <= low < 0x7F and table is _SYMBOL else UNKNOWN
    return table.get(low, plain)


def in_font(text: str, font: str) -> str:
    """`text` with the characters of the private area as `font` prints them."""
    if not any(_PRIVATE <= ord(each) < _PRIVATE + 0x100 for each in text):
        return text
    return "".join(
        symbol(ord(each), font) if _PRIVATE <= ord(each) < _PRIVATE + 0x100 else each
        for each in text
    )


def bullet(text: str, fonts: Element | None) -> str:
    """What a list prints before each of its items in place of a number."""
    font = fonts.get("w:ascii", "") if fonts is not None else ""
    shown = in_font(text, font).strip().replace(UNKNOWN, _BULLET)
    return _BULLET if shown == "o" and font.casefold().startswith("courier") else shown
