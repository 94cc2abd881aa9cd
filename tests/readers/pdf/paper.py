"""A tiny maker of PDFs: every word stands where the test puts it."""

from drafter.readers import ReadOptions, read

WIDTH, HEIGHT = 612, 792
LEFT, FIRST, RIGHT = 123, 147, 488
LEADING, GAP = 12, 18
STYLES = {"": "F1", "B": "F2", "I": "F3"}
_FONTS = ("Times-Roman", "Times-Bold", "Times-Italic")
# advance widths of Times-Roman in thousandths of its size
_ADVANCES = {
    250: " ,.", 278: "ijlt/;:", 333: "fr-()I", 389: "sJ", 444: "acez", 556: "FPS", 611: "ELTZ",
    667: "BCR", 722: "wADGHKNOQUVXY", 778: "m", 889: "M", 944: "W",
}  # fmt: skip
_WIDE = {letter: width / 1000 for width, letters in _ADVANCES.items() for letter in letters}


class Sheet:
    """One page; `put` places words on a baseline counted from the top."""

    def __init__(self, width=WIDTH, height=HEIGHT, turn=0):
        self.width, self.height, self.turn = width, height, turn
        self.content = []

    def put(self, x, y, text, size=10, style="", mode=0, angle=None):
        words = text.encode("cp1252").replace(b"\\", b"\\\\")
        words = words.replace(b"(", b"\\(").replace(b")", b"\\)")
        at = f"1 0 0 1 {x} {self.height - y}" if angle is None else f"{angle} {x} {self.height - y}"
        head = f"BT /{STYLES[style]} {size} Tf {mode} Tr {at} Tm (".encode()
        self.content.append(head + words + b") Tj ET")
        return x + wide(text, size)

    def words(self, x, y, *pieces, size=10):
        """Pieces one after the other on a line, each words or (words, style)."""
        for piece in pieces:
            text, style = piece if isinstance(piece, tuple) else (piece, "")
            x = self.put(x, y, text, size, style)
        return x

    def raised(self, x, y, mark):
        return self.put(x, y - 3.4, mark, 6.5)

    def rule(self, x0, x1, y):
        self.content.append(f"0.5 w {x0} {self.height - y} m {x1} {self.height - y} l S".encode())

    def draw(self, x, y, width, height):
        self.picture = True
        self.content.append(
            f"q {width} 0 0 {height} {x} {self.height - y - height} cm /Im Do Q".encode()
        )

    def paragraph(self, y, text, x=LEFT, first=FIRST, right=RIGHT, size=10, style="", end=""):
        """Wrapped words from baseline `y` on; the baseline of the next paragraph."""
        at, line = first, ""
        for word in text.split():
            if line and at + wide(f"{line} {word}", size) > right:
                self.put(at, y, f"{line} ", size, style)
                y, at, line = y + LEADING, x, word
            else:
                line = f"{line} {word}".strip()
        self.put(at, y, line + end, size, style)
        return y + GAP


def wide(text, size):
    return sum(_WIDE.get(c, 0.5) for c in text) * size


def pdf(*sheets, trailer=""):
    """The bytes of a PDF with these pages."""
    fonts = " ".join(f"/F{i} {i + 2} 0 R" for i in range(1, 4))
    first = 7
    kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(sheets)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(sheets)} /Kids [{kids}] >>".encode(),
    ]
    objects += [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
        for name in _FONTS
    ]
    objects.append(
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
        b" /BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream"
    )
    for index, sheet in enumerate(sheets):
        content = b"\n".join(sheet.content)
        box = f"[0 0 {sheet.width} {sheet.height}]"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Rotate {sheet.turn} /Contents"
            f" {first + 2 * index + 1} 0 R /Resources << /Font << {fonts} >>"
            f" /XObject << /Im 6 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
    return assembled(objects, trailer)


def assembled(objects, trailer=""):
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    count = len(objects) + 1
    return (
        out
        + (
            f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R"
            f" {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
        ).encode()
    )


def reading(folder, *sheets, **options):
    path = folder / "paper.pdf"
    path.write_bytes(pdf(*sheets))
    return read(path, ReadOptions(**options))


def paragraphs(result):
    """Every paragraph as label and text, in order."""
    return [f"{p.label_read} {p.text.plain()}".strip() for _, p in result.document.walk()]


def notes(result):
    return [(note.mark, note.text.plain()) for note in result.document.notes]


def codes(result):
    return [finding.code for finding in result.findings]


def enacting(sheet=None, y=90):
    """A page that begins a resolution, and where its text goes on."""
    sheet = sheet or Sheet()
    sheet.put(FIRST, y, "The General Assembly,", style="I")
    return sheet, y + GAP
