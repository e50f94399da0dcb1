"""Small workbooks as other programs write them, part by part, so that a test may put anything into them."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

HOME = (
    f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
)
RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    f'<Relationship Id="rId3" Type="{OFFICE}/styles" Target="styles.xml"/>'
)
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="d\\.m\\.yyyy"/>'
    '<numFmt numFmtId="165" formatCode="#,##0.00&quot; kk&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'
)
PLAIN, PER_CENT, DAY, MONTHS = range(4)


def book(rows: str, parts: Mapping[str, str | bytes] | None = None, *, around: str = "", shared: str = "") -> bytes:
    """A workbook with one sheet; `rows` are its rows as XML, `parts` come beside or in the place of its own."""
    listed = '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets>'
    workbook = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{listed}</workbook>'
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": HOME + "</Relationships>",
        "xl/workbook.xml": workbook,
        "xl/_rels/workbook.xml.rels": RELATIONS + "</Relationships>",
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{around}</worksheet>',
    }
    return packed({**made, **(parts or {})})


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Parts as an archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def row(*cells: str) -> str:
    """A row of cells."""
    return f"<row>{''.join(cells)}</row>"


def said(text: str) -> str:
    """A text in a cell."""
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def number(digits: str, style: int = PLAIN) -> str:
    """A number in a cell."""
    return f'<c s="{style}"><v>{digits}</v></c>'
