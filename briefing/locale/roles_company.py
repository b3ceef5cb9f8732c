"""Offices in companies: "CEO of Rheinmetall", the company's name as the source writes it."""

from __future__ import annotations

import re

from briefing.locale.roles_english import parse
from briefing.locale.roles_phrase import Title
from briefing.locale.roles_vocabulary import LONGEST_PHRASE, Vocabulary, tokenise, vocabulary

_JOINT = re.compile(r" (?:of|at) ")
_MOST_WORDS = 5
_MARKS = frozenset(".'\u2019-&")


def parse_company(written: str) -> tuple[Title, str] | None:
    """The office and the company's name; None for any other phrase, and for names that hold words of the lexicon.

    Such words ("State Property Fund", "Energy Community") belong to bodies that have names of their own elsewhere.
    """
    if len(written) > LONGEST_PHRASE:
        return None
    words, phrase = vocabulary(), " ".join(written.split())
    for joint in _JOINT.finditer(phrase):
        name = phrase[joint.end() :]
        if _is_name(name) and not _holds_a_term(name, words):
            title = parse(phrase[: joint.start()])
            return (title, name) if title is not None and _is_corporate(title, words) else None
    return None


def _is_name(text: str) -> bool:
    """Whether these are a few words that each begin with a capital or a figure."""
    words = text.split(" ")
    return len(words) <= _MOST_WORDS and words[0] != "&" and all(map(_is_name_word, words))


def _is_name_word(word: str) -> bool:
    begins = word == "&" or word[0].isupper() or word[0].isdigit()
    return begins and all(char.isalnum() or char in _MARKS for char in word)


def _is_corporate(title: Title, words: Vocabulary) -> bool:
    last = title.roles[-1]
    placed = last.body or last.country or last.superior or last.portfolio or last.topic
    return not placed and all(role.office in words.classes["corporate"] for role in title.roles)


def _holds_a_term(name: str, words: Vocabulary) -> bool:
    tokens = tokenise(name, words.cased)
    places = range(len(tokens))
    return not tokens or any(next(words.matches(table, tokens, at), None) for table in words.terms for at in places)
