"""The settings part: language, hyphenation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.manuscript import Manuscript
from briefing.render.word.languages import Slot, voice
from briefing.render.word.stylesheet import WORD_NAMESPACE

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_W = f"{{{WORD_NAMESPACE}}}"
# The schema fixes the order; these are all that may come after each of the two that we set.
_AFTER_LANGUAGE = (
    "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions",
    "readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol",
    "listSeparator",
)  # fmt: skip
_AFTER_HYPHENATION = (
    "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "showEnvelope", "summaryLength",
    "clickAndTypeStyle", "defaultTableStyle", "evenAndOddHeaders", "bookFoldRevPrinting", "bookFoldPrinting",
    "bookFoldPrintingSheets", "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing",
    "displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery", "doNotUseMarginsForDrawingGridOrigin",
    "drawingGridHorizontalOrigin", "drawingGridVerticalOrigin", "doNotShadeFormData", "noPunctuationKerning",
    "characterSpacingControl", "printTwoOnOne", "strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore",
    "savePreviewPicture", "doNotValidateAgainstSchema", "saveInvalidXml", "ignoreMixedContent",
    "alwaysShowPlaceholderText", "doNotDemarcateInvalidXml", "saveXmlDataOnly", "useXSLTWhenSaving",
    "saveThroughXslt", "showXMLTags", "alwaysMergeEmptyNamespace", "updateFields", "hdrShapeDefaults", "footnotePr",
    "endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", *_AFTER_LANGUAGE,
)  # fmt: skip


def set_up(document: Document, manuscript: Manuscript) -> None:
    """Turns hyphenation on and names the reader's language."""
    root: _Element = document.settings.element
    own = voice(manuscript.language)
    attributes = {f"{_W}val": own.tag}
    if own.slot is not Slot.LATIN:
        attributes[f"{_W}{own.slot.value}"] = own.tag
    _set(root, "themeFontLang", attributes, _AFTER_LANGUAGE)
    _set(root, "autoHyphenation", {}, _AFTER_HYPHENATION)


def _set(root: _Element, name: str, attributes: dict[str, str], after: tuple[str, ...]) -> None:
    for former in root.findall(f"{_W}{name}"):
        root.remove(former)
    element = root.makeelement(f"{_W}{name}", attributes)
    for child in root:
        if str(child.tag).rpartition("}")[2] in after:  # some are of other namespaces
            child.addprevious(element)
            return
    root.append(element)
