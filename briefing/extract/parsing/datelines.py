"""Where a report begins behind the place, the day and the agency of its dateline."""

from __future__ import annotations

import re

REACH = 120
"""Characters in which a dateline ends."""

# "KYIV, Ukraine (AP) —", "BERLIN (AA) -", "Seoul, May 5 (Yonhap) --": where and by whom an agency's report was filed.
_CAPITALS = r"[A-ZÀ-Þ][.'’]?[A-ZÀ-Þ][\w.'’-]*(?:[ ,/]+[\w.'’-]+){0,8}"
_BRACKETED = r"[A-ZÀ-Þ][\w.'’-]+(?:[ ,/]+[\w.'’-]+){0,8}?(?= *[(\[])"
_AGENCY = r"[(\[][A-Za-z][A-Za-z0-9 ./&-]{1,29}[)\]]"
_AGENCIES = r"[(\[][A-Za-z][A-Za-z0-9 .,/&-]{1,29}[)\]]"  # only before a dash: "The Chair (Ms. Ann Lee, Kenya): ..."
# A press release is filed by a wire between strokes: "LAGOS, Nigeria, Oct. 14, 2025 /PRNewswire/ --".
_WIRE = r"[A-ZÀ-Þ][\w.'’-]+(?:[ ,]+[\w.'’-]+){0,8}?,? ?/[A-Za-z][\w .-]{2,29}/[ \t]*[-–—]{1,2}"
# Without a dash behind it, a bracket may hold a party or a name: only capitals or a date before it tell of an agency.
_DATED = r"[A-ZÀ-Þ][\w.'’-]+(?:[ ,/]+[\w.'’-]+){0,8}? \d{1,2}(?:,? \d{4})?(?= *[(\[])"
_DATELINE = re.compile(
    rf"^(?:(?:{_CAPITALS}|{_BRACKETED})\s*(?:{_AGENCIES}\s*[-–—]+|{_AGENCY}\s*:|\s[-–—]{{1,2}}\s|[—–])"
    rf"|{_WIRE}"
    rf"|(?:{_CAPITALS}|{_DATED})\s*{_AGENCY}"
    r"|[A-ZÀ-Þ][\w'’-]+ ?/[A-Z]{3,12}/[.:]?"
    rf"|{_AGENCIES}\s+[-–—]{{1,2}}\s)"
)
# "Berlin – ", "Geneva/New York, 3 May 2024 – ", "TOKYO: ": a place without an agency, before a sentence.
_PLACE = r"[A-ZÀ-Þ][\w.'’]+(?:[ /-][A-ZÀ-Þ][\w.'’]+){0,3}"
_DATE = r"(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?"
_BARE = re.compile(
    rf"(?:{_PLACE}(?:, {_PLACE})?, {_DATE}|{_PLACE})\s(?:[–—]|-{{1,2}})\s|[A-ZÀ-Þ]{{4,}}: "
    rf"|{_PLACE}(?:, {_PLACE})?, {_DATE}: |{_DATE},? {_PLACE}(?:, {_PLACE})?\s(?:[–—]|-{{1,2}})\s"
)
_DASH = re.compile(r"\s[–—-]{1,2}\s")
_OPENS = re.compile(r"\s*[“\"‘'«(]?[A-ZÀ-Þ0-9$€£]")
# No more small words than a place's own ("Port of Spain", "Rio de Janeiro") stand in a dateline.
_SMALL = re.compile(r"(?<![\w.'’/-])[a-zß-ÿ][\w'’-]*")
_OF_PLACES = frozenset({"of", "de", "do", "da", "di", "du", "del", "la", "le", "el", "al", "am", "on", "upon", "and"})
_ENDS = re.compile(r"(?:[-–—/)\]]|\d:)\s*\Z")


def dateline_end(text: str) -> int:
    """How many characters of a paragraph are its dateline; 0 where it has none."""
    match = _DATELINE.match(text[:REACH])
    return match.end() if match else 0


def report_start(paragraph: str, leads: bool) -> int:
    """How many characters of a paragraph stand before its report; `leads`: whether it is the first of the article.

    There a bare place will do ("Berlin – "); a second dash would make it a name with an aside.
    """
    head = paragraph[:REACH]
    end = dateline_end(head)
    if not end and leads:
        match = _BARE.match(head)
        end = match.end() if match and not _DASH.search(head, match.end()) else 0
    return end if end and _OPENS.match(head, end) else 0


def parts_from_report(paragraph: str, leads: bool) -> int:
    """As `report_start`, where nothing but places, a day and an agency, closed by a dash or a bracket, stand before."""
    end = report_start(paragraph, leads)
    before = paragraph[:end]
    small = _SMALL.findall(re.sub(r"[(\[/][^()\[\]/]{0,40}[)\]/]", "", before))
    return end if _ENDS.search(before) and all(word in _OF_PLACES for word in small) else 0
