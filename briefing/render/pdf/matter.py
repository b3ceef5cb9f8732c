"""What a PDF says of itself: properties, metadata, viewing preferences, and the dossier that it carries along."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDate,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from briefing import __version__
from briefing.model.manuscript import Manuscript
from briefing.render.pdf.characters import printable
from briefing.render.pdf.objects import Document
from briefing.render.pdf.sheet import Sheet

PAYLOAD = "briefing.json"


def describe(sheet: Sheet, manuscript: Manuscript) -> None:
    """Write everything about the document that is on no page."""
    properties = manuscript.properties
    title = _line(properties.title)
    sheet.setTitle(title)
    sheet.setAuthor("")
    sheet.setSubject(_line(properties.subject))
    sheet.setKeywords(", ".join(_line(word) for word in properties.keywords))
    sheet.setCreator(f"Briefing {__version__}")
    sheet.setProducer("ReportLab PDF Library")
    document = sheet.finish()
    catalogue = document.Catalog
    catalogue.ViewerPreferences = PDFDictionary(
        {
            "DisplayDocTitle": "true",
        }
    )
    catalogue.Metadata = _metadata(manuscript, title, document._timeStamp)  # noqa: SLF001 - the one clock of the file
    if manuscript.payload is not None:
        _attach(document, manuscript.payload, title)


def _line(text: str) -> str:
    return " ".join(printable(text).split())


def _metadata(manuscript: Manuscript, title: str, stamp: TimeStamp) -> PDFStream:
    year, month, day, hour, minute, second = stamp.YMDhms
    zone = f"{stamp.dhh:+03d}:{abs(stamp.dmm):02d}"
    date = f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{second:02d}{zone}"
    language = escape(_line(manuscript.language))
    packet = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>Briefing {__version__}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
    kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    return PDFStream(kind, packet.encode("utf-8") + b"\n")


def _attach(document: Document, payload: str, title: str) -> None:
    """Embed the dossier as an associated file: readers list it, `read_printed` finds it."""
    data = payload.encode("utf-8", "surrogatepass")
    kind = PDFDictionary(
        {
            "Type": PDFName("EmbeddedFile"),
            "Subtype": "/application#2Fjson",  # reportlab's PDFName leaves the slash as it is
            "Params": PDFDictionary({"Size": len(data), "ModDate": PDFDate(document._timeStamp)}),  # noqa: SLF001
        }
    )
    stream = document.Reference(PDFStream(kind, data, [PDFZCompress] if data else []), "PayloadStream")
    file = PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(PAYLOAD),
            "UF": PDFString(PAYLOAD),
            "Desc": PDFString(title or PAYLOAD),
            "AFRelationship": PDFName("Source"),
            "EF": PDFDictionary({"F": stream, "UF": stream}),
        }
    )
    reference = document.Reference(file, "PayloadFile")
    names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray([PDFString(PAYLOAD), reference])})})
    catalogue = document.Catalog
    catalogue.Names = names
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "AF"]
    catalogue.AF = PDFArray([reference])
