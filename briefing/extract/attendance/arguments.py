"""Which people stand in the places of a clause: its subject, its objects, after "with", in a list."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from briefing.extract.attendance.cut_off_names import cut_off_name
from briefing.extract.attendance.taking_part import TakingPart
from briefing.extract.grammar.clauses import Clause, Form
from briefing.extract.grammar.sayers import Sayers
from briefing.extract.lexis.names import capital
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Attribution

_BETWEEN_NAMES = frozenset({",", "(", ")", ".", "-", "–", ";"}) | frozenset(
    {"of", "well", "as", "along", "with", "from", "against"}
)
_AHEAD = frozenset({"by", "until", "till", "through", "before", "to", "for"})  # "by 2030"
_YEAR = re.compile(r"(?:19|20)\d\d")
_WITH_OTHERS = frozenset({"discuss", "exchange", "share", "negotiate"})
_COUNTS = frozenset({"hundred", "thousand", "dozen", "score", "group", "crowd", "number", "ten"})
_COMES = frozenset({"attend", "come", "travel", "join", "participate", "appear", "arrive", "speak", "fly"})
_WITH = frozenset({"with", "alongside", "between", "together with", "along with"})


class Arguments:
    """Reads people and events off clauses and nouns; people are given by key."""

    def __init__(self, cast: Cast, rules: TakingPart) -> None:
        self.cast = cast
        self.rules = rules
        self.tokens = cast.parse.tokens
        self._keys: dict[int, str | None] = {}
        self._events: dict[int, bool] = {}
        self._sayers = Sayers(cast.parse, cast.clauses, cast.quoted.__contains__)
        self.starts = {mention.first: mention for person in cast.people for mention in person.mentions}

    def key(self, token: int) -> str | None:
        """The person whom the phrase headed by this token means, where the text settles it."""
        if token not in self._keys:
            self._keys[token] = self._key(token)
        return self._keys[token]

    def somebody(self, token: int) -> bool:
        """Whether it is a human being, or several."""
        return self.key(token) is not None or self.tokens[token].lemma in self.rules.groups

    def _key(self, token: int) -> str | None:
        referent = self.cast.refer(token)
        return referent.key if referent.attribution in {Attribution.NAMED, Attribution.RESOLVED} else None

    def counted(self, noun: int) -> int:
        """What a number of is told: of "hundreds of protesters" the protesters."""
        below = self._below(noun, {"of"}) if self.tokens[noun].lemma in _COUNTS else []
        return below[0] if below else noun

    def leftmost(self, token: int) -> int:
        """The first token of the phrase headed by this one."""
        tree = set(self.cast.parse.subtree(token))
        first = token
        while first - 1 in tree:
            first -= 1
        return first

    def listed(self, first: int, stop: int) -> list[str]:
        """The people named one after another from here, with their titles, to the next verb or other phrase."""
        found: list[str] = []
        i, sentence = first, self.tokens[first].sentence
        while i < min(stop, len(self.tokens)) and self.tokens[i].sentence == sentence:
            mention = self.starts.get(i)
            if mention is not None:
                i = mention.last
                if i < len(self.tokens) and self.tokens[i].tag == "POS":
                    title = self.cast.title_at.get(i + 1) or self.cast.title_at.get(i + 2)
                    if title is None:
                        break
                    i += 1
                    continue
                if not self._qualifies(i):
                    found.append(mention.person)
                continue
            title = self.cast.title_at.get(i)
            bracket = self._bracket(i)
            if title is not None:
                i = max(title.last, i + 1)
            elif bracket is not None:
                i = bracket
            elif self._fits_list(i):
                i += 1
            else:
                break
        return found

    def _fits_list(self, i: int) -> bool:
        """Whether the word can stand between the names of a list."""
        token = self.tokens[i]
        return (
            token.pos in {"PROPN", "ADJ", "DET", "NUM", "CCONJ", "PART", "NOUN"}
            or token.tag == "PRP$"
            or token.text.lower() in _BETWEEN_NAMES
            or capital(token)
            or self.cast.vocabulary.head_at(self.tokens, i) is not None  # "and poet X", of which a parser makes a verb
        )

    def _bracket(self, i: int) -> int | None:
        """Past a short remark in brackets that begins here: "(left)", "(retd)"; `None` where none does."""
        if self.tokens[i].text != "(":
            return None
        closing = (j for j in range(i + 1, min(i + 6, len(self.tokens))) if self.tokens[j].text == ")")
        end = next(closing, None)
        return end + 1 if end is not None and self.tokens[end].sentence == self.tokens[i].sentence else None

    def _list_start(self, token: int) -> int:
        """Where the list begins that ends with this name, where it opens the sentence: "Editor A, B, Mayor C spoke".

        A parser often gives such a verb only the last name.
        """
        first, names = token, 0
        while first > 0 and self.tokens[first - 1].sentence == self.tokens[token].sentence:
            before = first - 1
            if not (before in self.cast.by_token or before in self.cast.title_at or self._fits_list(before)):
                return token
            names += before in self.starts
            first = before
        commas = sum(self.tokens[i].text in {",", ";"} for i in range(first, token))
        return first if names > 1 and commas >= names - 1 else token

    def _qualifies(self, i: int) -> bool:
        """Whether the name before token `i` only qualifies a noun: "the Rojas administration"."""
        if i >= len(self.tokens):
            return False
        token, before = self.tokens[i], self.tokens[i - 1]
        return token.pos == "NOUN" and before.dep in {"compound", "nmod", "amod"} and before.head >= i

    def from_nouns(self, nouns: Sequence[int]) -> list[str]:
        """The people of these noun phrases, lists in full."""
        keys: list[str] = []
        for noun in nouns:
            key = self.key(noun)
            listed = self.listed(self.leftmost(noun), len(self.tokens))
            keys += [key] if key is not None else []
            keys += listed
        return list(dict.fromkeys(keys))

    def after_with(self, noun: int) -> list[int]:
        """The nouns after "with" that hang on this noun: "held talks with X"."""
        return self._below(noun, {"with", "between"})

    def _below(self, noun: int, names: Collection[str]) -> list[int]:
        """The nouns that hang on this noun by one of these prepositions."""
        children = self.cast.parse.children
        return [
            below
            for child in children[noun]
            if self.tokens[child].lemma in names
            for below in children[child]
            if self.tokens[below].dep == "pobj"
        ]

    def agent_people(self, clause: Clause) -> list[str]:
        """The people after "by"."""
        return [] if clause.agent is None else self.from_nouns([clause.agent])

    def subject_people(self, clause: Clause) -> list[str]:
        """The people of whom the clause is said; the parser may have tied the name before the verb to another noun."""
        keys = [key for token in clause.subjects if (key := self.key(token) or self._called(token)) is not None]
        if not keys and clause.form is Form.FINITE and not clause.passive:
            keys = self._beside_verb(clause)
        if clause.subject is None:
            return keys
        if not clause.inherited and clause.subject < clause.verb:
            first = self.leftmost(clause.subject)
            keys += self.listed(min(first, self._list_start(first)), clause.verb)
        if self.tokens[clause.subject].tag == "NNS" and clause.lemma not in self.rules.saying:
            keys += self._after_colon(clause)
        return list(dict.fromkeys(keys))

    def _after_colon(self, clause: Clause) -> list[str]:
        """Those whom a colon lists: "Three mayors met in Rome: X, Y and Z"."""
        sentence = self.cast.parse.sentences[self.tokens[clause.verb].sentence]
        colon = next((i for i in range(clause.verb, sentence.last) if self.tokens[i].text == ":"), None)
        return [] if colon is None else self.listed(colon + 1, sentence.last)

    def _called(self, noun: int) -> str | None:
        """Who is said to be the one of whom a relative clause tells: "X was the only candidate who [skipped] it"."""
        above = self.cast.clauses.get(self.tokens[noun].head) if self.tokens[noun].dep == "attr" else None
        subject = None if above is None or above.negated or above.modal else above.subject
        return None if subject is None or subject == noun else self.key(subject)

    def _beside_verb(self, clause: Clause) -> list[str]:
        """Who stands right before a verb, or by a verb of saying, where the parser gives it no such subject."""
        before = self.cast.by_token.get(clause.verb - 1)
        subject = clause.subject
        if before is not None and (subject is None or before.first not in self.cast.parse.subtree(subject)):
            return [before.person]
        if subject is not None or not self._sayers.is_cue(clause.verb):
            return []
        speaker = self._sayers.speaker(clause.verb)
        key = self.key(speaker) if speaker is not None else None
        return [key] if key is not None else []

    def slot(self, slot: str, clause: Clause) -> list[str]:
        """The people in one of a rule's places."""
        if slot == "subject":
            return self.agent_people(clause) if clause.passive else self.subject_people(clause)
        if slot == "object":
            told = [clause.indirect] if clause.indirect is not None else []
            if clause.passive:
                return self.subject_people(clause)
            return self.from_nouns([*clause.objects, *told] or cut_off_name(self.tokens, self.starts, clause))
        if slot in {"for", "before", "on", "to", "against"}:
            behind = [noun for name, noun in clause.preps if name == slot]
            behind += [noun for held in clause.objects if slot in {"on", "to"} for noun in self._below(held, {slot})]
            return self.from_nouns([noun for noun in behind if self.tokens[noun].lemma != "part"])  # "for her part"
        if slot == "from":
            return self.from_nouns([noun for held in clause.objects for noun in self._below(held, {"from", "with"})])
        nouns = [noun for name, noun in clause.preps if name in _WITH]
        for held in clause.objects:
            if self.names_event(held) or clause.lemma in _WITH_OTHERS:
                nouns += self.after_with(held)
        for name, event in clause.preps:
            if name in {"at", "during", "in"} and self.names_event(event):
                nouns += self.after_with(event)  # "said at a press conference with X"
        return self.from_nouns(nouns)

    def names_event(self, token: int) -> bool:
        """Whether the noun is a word for an event."""
        known = self._events.get(token)
        if known is None:
            known = self._events[token] = self._reads_event(token)
        return known

    def _reads_event(self, token: int) -> bool:
        lemma = self.tokens[token].lemma
        words = self.rules.events
        if lemma == "event" and token + 1 < len(self.tokens) and self.tokens[token + 1].text in {"of", "that"}:
            return False  # "in the event of a fire"
        if (lemma,) in words or (self.tokens[token].text.lower(),) in words:
            return True
        before = self.tokens[token - 1].text.lower() if token else ""
        return (before, lemma) in words or (token > 1 and (self.tokens[token - 2].text.lower(), before, lemma) in words)

    def is_event(self, token: int) -> bool:
        """Whether the noun names an event that is this one: no "recent", "last" or "previous" with it."""
        if not self.names_event(token):
            return False
        children = self.cast.parse.children
        below = [i for child in children[token] for i in (child, *(children[child] if self._dates(child) else ()))]
        words = [self.tokens[i].text.lower() for i in below]
        return not any(word in self.rules.other or (_YEAR.fullmatch(word) and word < self._year) for word in words)

    def _dates(self, token: int) -> bool:
        """“last year's visit"."""
        return self.tokens[token].dep == "poss" and self.tokens[token].entity == "DATE"

    @functools.cached_property
    def _year(self) -> str:
        """The year of the article, or the latest that its first paragraph names: an event of one before is another."""
        first = self.cast.parse.paragraphs[0].last if self.cast.parse.paragraphs else 0
        lead = self.tokens[:first]
        named = [two.text for one, two in pairwise(lead) if _YEAR.fullmatch(two.text) and one.lemma not in _AHEAD]
        return (self.cast.parse.article.published or "")[:4] or max(named, default="")

    def event_in(self, slot: str, clause: Clause) -> bool:
        """Whether a word for an event stands in this place of the clause."""
        undergoers = ([clause.subject] if clause.passive and clause.subject is not None else []) + list(clause.objects)
        if slot == "object":
            return any(self.is_event(i) for i in undergoers)
        if slot == "during":
            return any(name in {"at", "during"} and self.is_event(noun) for name, noun in clause.preps)
        if slot == "near":
            return self._near_event(clause.verb)
        if slot == "paper":
            return any(self.tokens[i].lemma in self.rules.paper for i in undergoers)
        return any(
            name in {"at", "during", "in", "after", "following", "on", "upon", "as"} and self.is_event(noun)
            for name, noun in clause.preps
        ) or (clause.subject is not None and any(map(self.is_event, self._below(clause.subject, {"at", "during"}))))

    def _near_event(self, verb: int) -> bool:
        """Whether the sentence of a verb, or one beside it, tells of an event."""
        here, sentences = self.tokens[verb].sentence, self.cast.parse.sentences
        first, last = sentences[max(0, here - 1)].first, sentences[min(len(sentences) - 1, here + 1)].last
        return any(self._eventful(i) for i in range(first, last) if i != verb)

    def _eventful(self, token: int) -> bool:
        """Whether the word tells of an event or of coming to one."""
        one = self.tokens[token]
        return self.names_event(token) if one.pos in {"NOUN", "PROPN"} else one.lemma in _COMES

    def audience_in(self, clause: Clause) -> bool:
        """Whether those who listen are named."""
        listeners = [*clause.objects, *([clause.indirect] if clause.indirect is not None else [])]
        listeners += [noun for name, noun in clause.preps if name == "to"]
        return any(self.tokens[i].lemma in self.rules.audience for i in listeners)
