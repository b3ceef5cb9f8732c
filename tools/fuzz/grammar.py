"""Texts made of the words that the rules look for: a number picks each piece, so that a fuzzer can learn to write."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from importlib.resources import files

from briefing.extract.lexis.lexicon import load

_MARKS = (*"“”„‟«»‹›\"'‘’‚`", "``", "''", "’’", "‘‘", "“‘", ",”", ".”", "?”", "…”", ",'", "»,", "“ ", " ”")
_JOINTS = (
    " ", " ", " ", ", ", ". ", ".", "\n", "\n\n", ": ", "; ", " — ", " - ", "–", "(", ") ", "[", "]", "/", "...", "…",
    "! ", "? ", "\t", "\r", "\u00a0", "\u00ad", "\u200b", "\u2028", "\x00", "\x85", "\ud800", "\u202e", "\u0301",
    "e\u0301", "İ", "ß", "ﬁ", "Ǆ", "ς", "٣", "½", "²", "中", "👩‍🚀", "%", "$", "€", "£", "&", "#", "@", "*", "_", "\\",
    "{", "}", "<p>",
)  # fmt: skip
_NAMES = (
    "Maria Lopes", "Kim Min-ho", "Ahmed al-Sayed", "O’Neill", "van der Berg", "Volodymyr Kovalenko", "Kovalenko",
    "Lopes", "Nguyễn Văn An", "José García Márquez", "H.E. Dr. John A. Smith", "Smith", "SMITH", "Jean-Luc",
    "Sukarno", "Lady Ann", "the United Nations", "Kyiv", "Lagos State", "Acme Corp.", "EU", "NATO", "World Bank", "Q",
    "A", "McDonald", "D’Souza", "Ivana Horváthová", "Олена Бойко", "Бойко", "Київ", "Élodie Martin", "Paris",
    "Łukasz Żak", "Jürgen Groß", "India",
)  # fmt: skip
_VERBS = (
    "said", "says", "told reporters", "added", "announced", "will", "will not", "would", "pledged", "signed",
    "called on", "urged", "refused to", "agreed to", "plans to", "promised", "asked", "attended", "opened", "hosted",
    "joined by video", "was represented by", "is expected to", "according to", "who", "that", "which", "and", "or",
    "but", "if", "we", "I", "he", "she", "they", "his", "her", "their", "it", "the minister", "the company", "a",
    "of", "for", "to", "by", "on", "in", "at", "with", "not", "never", "n't", "let us", "there is", "been", "was",
    "were", "has", "have", "having",
)  # fmt: skip
_SUMS = (
    "$27bn", "US$ 1.5 million", "€50 billion", "100m pounds", "5 lakh crore rupees", "1,234,567", "1.234.567,89",
    "12%", "up to", "more than", "about", "an additional", "between", "million", "billion", "dozens", "two hundred",
    "3.5", "0", "9" * 40, "1e9", "$", "-5", "１２", "٤٥",
)  # fmt: skip
_TIMES = (
    "on Friday", "by 2027", "next year", "by the end of June", "in May 2025", "31 February 2024", "29 Feb 2023",
    "9999", "on 3 May", "within 90 days", "in the coming weeks", "since 1990", "from 2025 to 2030", "0000",
    "12/31/2024", "2024-13-40", "tomorrow", "at 5 p.m.", "the third quarter of 2026", "10 years", "99999999 years",
    "May", "2024", "Q3",
)  # fmt: skip
_PROSE = (
    "Ministers of nine countries met in Lisbon on Tuesday to agree on a common plan for the ports of the region.",
    "The plan will cost about 2 billion euros, and each of them is to pay its share before the end of next year.",
    "“We have waited for this day for years,” said Maria Lopes, the minister of transport, who opened the meeting.",
    "Kim Min-ho, who leads the agency, promised $5 million by June 2027 but refused to name the donors.",
    "MARIA LOPES: We will sign it tomorrow, and I thank my colleagues.",
    "Q: When will the work begin? A: We plan to begin it in May.", "Read more: Ports of the region",
    "Published 3 May 2024 | By Ann Smith", "Share this article", "© 2024 All rights reserved",
    "Rain is expected on the coast, with winds of up to 40 km/h.", "BREAKING NEWS", "Home > News > World",
    "Related articles", "Міністр оборони заявив у вівторок, що країна потребує більше засобів захисту.",
    "«Ми вдячні», — сказала Олена Бойко.",
    "« Nous signerons l’accord avant la fin de 2027 », a déclaré la ministre Élodie Martin à Paris.",
    "„Wir werden 50 Millionen Euro zahlen“, sagte Bundeskanzler Jürgen Groß am Montag in Berlin.",
    "“Vamos assinar”, disse o ministro da Defesa, José Silva, em Lisboa.", "—Firmaremos —dijo la ministra Ana Ruiz.",
    "– Podpiszemy umowę – powiedział minister Łukasz Żak w Warszawie.",
)  # fmt: skip
LANGUAGES = ("en", "uk", "pt", "es", "de", "pl", "fr")
_LEXICONS = (
    "saying",
    "titles",
    "attendance",
    "commitments",
    "vetoes",
    "times",
    "amounts",
    "events",
    "names",
    "grammar",
)
_LIMIT = 2000


@functools.cache
def words_of(language: str) -> tuple[str, ...]:
    """All words and phrases in a language's data, sorted; at least one."""
    folder = files("briefing.extract").joinpath(language)
    there = [name for name in _LEXICONS if folder.joinpath(f"{name}.toml").is_file()]
    found = {leaf for name in there for leaf in _leaves(load(language, name))}
    return tuple(sorted(found)) or ("said",)


def _leaves(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield str(key)
            yield from _leaves(value)
    elif isinstance(data, list | tuple):
        for each in data:
            yield from _leaves(each)


def text_of(data: bytes, language: str) -> str:
    """The text that `data` stands for: three bytes a piece, the first says of which kind, the others which of them."""
    lexicon = words_of(language)
    kinds = (_MARKS, _JOINTS, _NAMES, _VERBS, _SUMS, _TIMES, lexicon, _PROSE)
    pieces: list[str] = []
    for at in range(0, min(len(data) - 2, 3 * _LIMIT), 3):
        kind, high, low = data[at : at + 3]
        choice = kinds[kind & 7]
        piece = choice[(high << 8 | low) % len(choice)]
        pieces.append(piece.capitalize() if kind & 8 else piece)
        pieces.append("" if kind & 16 or choice in (_MARKS, _JOINTS) else " ")
        if kind & 96 == 96:
            pieces.append("\n")
    return "".join(pieces)
