"""Words with a capital letter that may be a person's name, without titles, places and bodies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extract.parse import Parse, Token
from briefing.extract.surface.lexicons import Lexicons

_MOST_WORDS = 7


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `first` to `last` (not included), at most seven; `joined`: after a preposition or such a word."""

    first: int
    last: int

    def words(self, parse: Parse) -> list[str]:
        """The words of the run, particles and initials among them."""
        return [parse.tokens[i].text for i in range(self.first, self.last) if parse.tokens[i].text != "."]

    def text(self, parse: Parse) -> str:
        """The run as written."""
        return parse.article.text[parse.tokens[self.first].start : parse.tokens[self.last - 1].end]


def runs(parse: Parse, words: Lexicons) -> Iterator[Run]:
    """The runs of an article, in order."""
    for sentence in parse.sentences:
        i = sentence.first
        while i < sentence.last:
            if _barred(parse.tokens, i, sentence.first, words):
                place = words.gazetteer.at(parse.tokens, i)
                named = place is not None and place.kind != "people"
                i = place.last if place is not None and named else i + 1
                if not named and _heads_name(parse.tokens, i - 1, words):
                    i = _past_name(parse.tokens, i, sentence.last)
                continue
            last = _end(parse.tokens, i, sentence.last, sentence.first, words)
            yield Run(i, last)
            i = last


def _heads_name(tokens: tuple[Token, ...], i: int, words: Lexicons) -> bool:
    """Whether a word with a capital letter is the head of a body's or place's name ("Foro Urbano")."""
    token = tokens[i]
    if not capital(token) or acronym(token) or words.grammar.cases or words.head_at(tokens, i) is not None:
        return False
    return token.text.lower() in words.not_people or words.is_body(token)


def _past_name(tokens: tuple[Token, ...], i: int, limit: int) -> int:
    """The end of the words with a capital letter that follow at once."""
    while i < limit and capital(tokens[i]) and tokens[i].text[0].isalpha():
        i += 1
    return i


def _end(tokens: tuple[Token, ...], i: int, limit: int, opening: int, words: Lexicons) -> int:
    j = i + 1
    while j < limit and j - i < _MOST_WORDS:
        if tokens[j].text == "." and len(tokens[j - 1].text) == 1 and tokens[j].start == tokens[j - 1].end:
            j += 1
            continue
        step = 0
        while step < 3 and j + step < limit and tokens[j + step].text.lower() in words.particles:
            step += 1
        after = j + step
        if after >= limit or _barred(tokens, after, opening, words, inside=step > 0):
            break
        j = after + 1
    return j


def capital(token: Token) -> bool:
    """Whether the word begins with a capital letter."""
    return token.text[0].isupper()


def acronym(token: Token) -> bool:
    """Whether the word is written in capitals: a body's, most often."""
    return len(token.text) > 1 and token.text.isupper()


def _honorific(tokens: tuple[Token, ...], i: int, words: Lexicons) -> bool:
    """Whether the word is "Mr" or the like, with its full stop or without, before another word."""
    lower = tokens[i].text.lower()
    if i + 1 < len(tokens) and tokens[i + 1].text == ".":
        return f"{lower}." in words.honorifics
    return lower in words.honorifics


def _barred(tokens: tuple[Token, ...], i: int, opening: int, words: Lexicons, *, inside: bool = False) -> bool:
    """Whether no name begins or goes on with this token; `inside`: after a name's particle ("de", "van")."""
    token = tokens[i]
    if not capital(token) or not token.text[-1].isalpha():
        return True
    lower = token.text.lower()
    if acronym(token) or _honorific(tokens, i, words):
        return True
    opens = i == opening or tokens[i - 1].text in "«“„\"'—–-:¿¡("
    known_given = words.given_gender(token) is not None and i + 1 < len(tokens) and capital(tokens[i + 1])
    if known_given:
        return False
    if opens and (lower in words.grammar.small or words.grammar.is_finite(token)):
        return True
    listed = words.not_people | words.groups | (words.modifiers if opens else frozenset())
    known = lower in listed or (words.grammar.cases and token.lemma in listed)
    if known or words.is_body(token) or words.head_at(tokens, i) is not None:
        return True
    return not inside and words.gazetteer.at(tokens, i) is not None
