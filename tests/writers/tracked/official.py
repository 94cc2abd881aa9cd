"""A Word file such as the Secretariat issues, made by hand: typed labels, links, fields, a table, a
section that ends in a paragraph, a text box in two versions, notes."""

from tests.readers.docx.making import (
    OFFICE,
    PACKAGE,
    W,
    packed,
    par,
    run,
    styled,
    table,
)

SYMBOL = "A/C.2/80/L.9"
_ITALIC = "<w:i/><w:iCs/>"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
SECTION = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'


def tab():
    return "<w:r><w:tab/></w:r>"


def opened(opening, rest, label="", mark=""):
    """A paragraph of a resolution: an indent, perhaps a label, its opening words in italics."""
    typed = run(label) + tab() if label else ""
    return par(tab() + typed + run(opening, _ITALIC) + run(rest) + mark)


def note(number):
    look = '<w:vertAlign w:val="superscript"/>'
    return f'<w:r><w:rPr>{look}</w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def link(text):
    return f'<w:hyperlink r:id="rLink">{run(text, _STYLED)}</w:hyperlink>'


def field(code, result):
    def char(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code_run = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return char("begin") + code_run + char("separate") + run(result) + char("end")


def box(text):
    inner = f"<w:txbxContent>{par(text)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


_STYLED = '<w:color w:val="0000FF"/>'

LINKED = par(
    tab() + run("Recalling", _ITALIC) + run(" its resolution ") + link("79/217")
    + run(" of 19 December 2024 on the matter,")
)  # fmt: skip
COUNTED = par(
    tab() + run("2.") + tab() + run("Requests", _ITALIC) + run(" the report asked for in para. ")
    + field("REF para1", "1") + run(" above to be issued in all languages;")
)  # fmt: skip

BODY = (
    styled("TitleHCH", "Rivers and lakes"),
    par(tab() + run("The General Assembly,", _ITALIC)),
    LINKED,
    opened("Noting", " with concern that lakes are shrinking,", mark=note(1)),
    opened("Welcomes", " the report of the Secretary-General;", "1.", note(2)),
    COUNTED,
    opened("Encourages", " Member States to measure their rivers;", "3."),
    opened("Decides", " to consider the matter further at its next session.", "4."),
)
LONG = (
    *BODY[:5],
    opened("Takes note", " of the following measures, all of which depend on rain:", "2."),
    par(tab() + tab() + run("(a)") + tab() + run("To measure each river once every year;")),
    par(tab() + tab() + run("(b)") + tab() + run("To keep the lakes full, as resolved in ")
        + link("79/217") + run(", by all means at hand;")),
    par(tab() + tab() + run("(c)") + tab() + run("To report on both. To ask for rain if needed;")),
    COUNTED.replace(">2.<", ">3.<"),
    opened("Encourages", " Member States to measure their rivers. It calls for more of it;", "4."),
    opened("Decides", " to consider the matter further at its next session.", "5.", note(3)),
    styled("HCh", "Annex"),
    par(run("1.") + tab() + run("The lakes concerned are those of the region in question.")),
    table(["Lake", "Depth"], ["Upper", "12"], ["Lower", "7"]),
    par(run("2.") + tab() + run("The rivers concerned are the others. They run to sea."), SECTION),
    par(run("3.") + tab() + run("Further water may be added to the list in due course by anyone.")),
)  # fmt: skip
NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r>'
    "</w:p></w:footnote>"
)


def footnote(number, text):
    return (
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>'
        f"{run(f' {text}')}</w:p></w:footnote>"
    )


def official(*, body=BODY, notes=("See A/80/1.", "A/80/52."), ending=SECTION):
    """The bytes of the file; without `notes` it has no part for them."""
    text = "".join(body)
    links = [f'<Relationship Id="rLink" Type="{OFFICE}/hyperlink" TargetMode="External" '
             'Target="https://docs.un.org/A/RES/79/217"/>']  # fmt: skip
    types = [("document", "document.main")]
    files = {}
    if notes:
        links.append(
            f'<Relationship Id="rNotes" Type="{OFFICE}/footnotes" Target="footnotes.xml"/>'
        )
        types.append(("footnotes", "footnotes"))
        made = "".join(footnote(number, each) for number, each in enumerate(notes, 1))
        files["word/footnotes.xml"] = f"<w:footnotes {_SPACES}>{NOTES}{made}</w:footnotes>"
    told = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in types
    )
    return packed({
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{told}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="main" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f"{''.join(links)}</Relationships>",
        "word/document.xml": f"<w:document {_SPACES}><w:body>{text}{ending}</w:body></w:document>",
        **files,
    })  # fmt: skip


__all__ = ["BODY", "SECTION", "SYMBOL", "box", "official", "opened", "par", "run", "table"]
