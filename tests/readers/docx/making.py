"""A tiny maker of Word files: a test gives the XML it is about, the container is made round it."""

import io
import zipfile

from drafter.readers import ReadOptions, read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SPACES = (
    f'xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
join = "".join
_ROOTS = {"document": "document", "header": "hdr", "footer": "ftr"}


def run(text, look=""):
    words = f'<w:t xml:space="preserve">{text}</w:t>' if text else ""
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{words}</w:r>"


def par(content="", settings=""):
    inner = content if content.startswith("<") or not content else run(content)
    return f"<w:p>{f'<w:pPr>{settings}</w:pPr>' if settings else ''}{inner}</w:p>"


def styled(style, text):
    return par(run(text), f'<w:pStyle w:val="{style}"/>')


def item(text, number=1, level=0):
    where = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return par(run(text), f"<w:numPr>{where}</w:numPr>")


def table(*rows):
    def cell(content):
        return f"<w:tc>{content if content.startswith('<') else par(content)}</w:tc>"

    return f"<w:tbl>{''.join(f'<w:tr>{join(map(cell, row))}</w:tr>' for row in rows)}</w:tbl>"


def by(tag, content="", who="Ann", when="2026-01-02T10:00:00Z"):
    """A tracked change round content, or as a property."""
    return f'<w:{tag} w:id="1" w:author="{who}" w:date="{when}">{content}</w:{tag}>'


def gone(text, look=""):
    """A run whose words were deleted."""
    return run(text, look).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")


def _kind(name):
    return name.rstrip("0123456789")


def part(name, content, space=W):
    root = _ROOTS.get(_kind(name), name)
    inner = f"<w:body>{content}</w:body>" if name == "document" else content
    return f'<w:{root} xmlns:w="{space}" {_SPACES}>{inner}</w:{root}>'


def word_file(body, *, space=W, raw=None, kind=MAIN, **parts):
    """The bytes of a Word file; `parts` are further parts by their names (`header1`, `styles`),
    linked under those names; `raw` gives parts as they are, whatever they hold."""
    links = join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{_kind(name)}" Target="{name}.xml"/>'
        for name in parts
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="main" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{links}'
        "</Relationships>",
        "word/document.xml": part("document", body, space),
        **{f"word/{name}.xml": part(name, content, space) for name, content in parts.items()},
        **(raw or {}),
    }
    return packed(files)


def packed(files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in files.items():
            container.writestr(name, content)
    return buffer.getvalue()


def without(data, changed):
    """The bytes of a container with other parts: None for one that is to be missing."""
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        files = {name: container.read(name) for name in container.namelist()}
    return packed({n: c for n, c in {**files, **changed}.items() if c is not None})


def reading(tmp_path, body, *, changes="accepted", language="en", **parts):
    """What is read of a Word file with this body."""
    path = tmp_path / "made.docx"
    path.write_bytes(body if isinstance(body, bytes) else word_file(body, **parts))
    return read(path, ReadOptions(language=language, changes=changes))


def texts(result):
    return [p.text.plain() for _, p in result.document.walk()]


def labelled(result):
    return [f"{p.label_read} {p.text.plain()}".strip() for _, p in result.document.walk()]


def findings(result):
    return [f.message.removeprefix("reading.") for f in result.findings]
