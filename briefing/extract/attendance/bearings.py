"""How each person stands in an article: what they do, to whom they speak, by which means; `weighing` weighs it all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.extract.attendance.arguments import Arguments
from briefing.extract.attendance.asides import people_aside
from briefing.extract.attendance.mention_labels import opens_as_label
from briefing.extract.attendance.modes import Modes
from briefing.extract.attendance.presence_words import PresenceWords
from briefing.extract.attendance.taking_part import TakingPart
from briefing.extract.grammar.clauses import Clause, Tense
from briefing.extract.reference.cast import Cast, Mention, Person

_BESIDE_EVENT = frozenset({"at", "during", "in"})
_AFTER_EVENT = frozenset({"after", "following", "before", "ahead", "outside"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "ROOT"})
_QUALIFIES = frozenset({"amod", "compound", "nmod"})
_TITLE = 6
_TOLD = frozenset({Tense.PAST, Tense.PERFECT, Tense.PAST_PERFECT})


@dataclass(frozen=True, slots=True)
class Bearing:
    """One sign and where it stands: characters `start` to `end` of a sentence.

    `words`: whether what stands there says what somebody does, rather than only names him.
    """

    sign: str
    start: int
    end: int
    sentence: int
    words: bool = True


class Bearings:
    """Reads the bearings of one article's people."""

    def __init__(self, cast: Cast, rules: TakingPart, words: PresenceWords, args: Arguments, modes: Modes) -> None:
        self._cast = cast
        self._rules = rules
        self._words = words
        self._args = args
        self._modes = modes
        self._tokens = cast.parse.tokens
        self._text = cast.parse.article.text
        self._eventful = self._paragraphs_with_events()
        aside = people_aside(cast)
        here = (one.mentions[0].first for one in cast.people if one.key not in aside)
        self._last_named = max((self._tokens[first].paragraph for first in here), default=0)

    def find(self) -> Mapping[str, Sequence[Bearing]]:
        """The bearings of each person by key, in the order of the text."""
        found: dict[str, list[Bearing]] = defaultdict(list)
        for clause in self._cast.clauses:
            if clause.verb in self._cast.quoted:
                continue
            doers = self._args.slot("subject", clause)
            undergoers = self._args.subject_people(clause) if clause.passive else []
            signs = list(self._of_clause(clause)) if doers else []
            for key in doers:
                found[key].extend(signs)
            for key in undergoers:
                found[key].append(self._at(f"undergoes.{clause.lemma in self._words.verbs}", clause))
            sources = {self._args.key(noun) for name, noun in clause.preps if name == "according to"}
            for key in filter(None, sources):
                found[key].append(self._at("according", clause))
            for key in self._acted_on(clause):
                found[key].extend(self._at(f"object.{name}", clause) for name in self._classes(clause))
        for person in self._cast.people:
            found[person.key].extend(self._of_mentions(person))
        return found

    def _at(self, sign: str, clause: Clause) -> Bearing:
        token = self._tokens[clause.verb]
        return Bearing(sign, token.start, token.end, token.sentence)

    def _of_clause(self, clause: Clause) -> Iterator[Bearing]:
        """The signs that a clause gives of who does it."""
        if self._by_another(clause):
            yield self._at("told_of", clause)
        elif self._modes.earlier(clause):
            yield self._at("earlier", clause)
        else:
            signs = (*self._done(clause), *self._listened(clause), *self._said_of(clause))
            yield from (self._at(sign, clause) for sign in signs)

    def _done(self, clause: Clause) -> Iterator[str]:
        """What is done, and when."""
        classes = self._classes(clause)
        tense = clause.tense.value if clause.tense is not Tense.NONE else clause.form.value
        yield from (f"{name}.{'modal' if clause.modal else tense}" for name in classes)
        yield from ("negated",) * clause.negated

    def _acted_on(self, clause: Clause) -> Iterator[str]:
        """The people to whom or of whom something is done."""
        named = [*clause.objects, *([clause.indirect] if clause.indirect is not None else [])]
        if clause.passive and clause.subject is not None:
            named.append(clause.subject)
        for i in named:
            mention = self._cast.by_token.get(i)
            if mention is not None:
                yield mention.person

    def _classes(self, clause: Clause) -> Sequence[str]:
        verb = f"{clause.lemma} {clause.particle}" if clause.particle else clause.lemma
        if clause.lemma in self._words.news and clause.objects and not any(map(self._args.somebody, clause.objects)):
            return ("reacts",)
        return self._words.verbs.get(verb) or self._words.verbs.get(clause.lemma) or ("does",)

    def _said_of(self, clause: Clause) -> Iterator[str]:
        """By which means, when and beside which event."""
        words = self._modes.own_words(clause).lower()
        yield from (f"by.{name}" for name, pattern in self._words.means.items() if pattern.search(words))
        if self._words.other_time.search(self._of_the_deed(clause)):
            yield "other_time"
        if self._words.days.search(words):
            yield "on_a_day"
        for name, noun in clause.preps:
            if name in _BESIDE_EVENT | _AFTER_EVENT and self._args.is_event(noun):
                yield "beside_event" if name in _BESIDE_EVENT else "after_event"

    def _by_another(self, clause: Clause) -> bool:
        above = self._modes.teller(clause)
        return above is not None and not set(above.subjects) & set(clause.subjects)

    def _listened(self, clause: Clause) -> Iterator[str]:
        """Who is spoken to."""
        listeners = [*clause.objects, *([clause.indirect] if clause.indirect is not None else [])]
        listeners += [noun for name, noun in clause.preps if name in {"to", "with"}]
        for i in listeners:
            token = self._tokens[i]
            name = self._words.listeners.get(token.lemma) or self._words.listeners.get(token.text)
            if i in self._cast.by_token:
                name = "person"
            elif name is None and token.pos == "PROPN" and clause.lemma in {"tell", "speak", "talk"}:
                name = "outlet"
            if name is not None:
                yield f"to.{name}"

    def _of_mentions(self, person: Person) -> Iterator[Bearing]:
        """The signs of how and where somebody is named."""
        first = person.mentions[0]
        token = self._tokens[first.first]
        signs = (*self._of_first(first), *self._of_all(person), *self._of_offices(person))
        for sign in signs:
            yield Bearing(sign, token.start, self._tokens[first.last - 1].end, token.sentence, words=False)

    def _of_first(self, first: Mention) -> Iterator[str]:
        yield f"paragraph.{self._place(first)}"
        yield f"first_as.{self._function(first)}"
        if self._at_another_time(first):
            yield "first_earlier"
        if not first.full:
            yield "bare_name"
        yield from (sign for sign, holds in self._around(first).items() if holds)

    def _of_all(self, person: Person) -> Iterator[str]:
        mentions = person.mentions
        functions = [self._function(each) for each in mentions]
        quoted = [each.first in self._cast.quoted for each in mentions]
        yield f"mentions.{min(3, len(mentions))}"
        holds = {
            "only_poss": all(function == "poss" for function in functions),
            "only_quoted": all(quoted),
            "all_told": all(map(self._told, mentions)),
            "all_earlier": all(map(self._at_another_time, mentions)),
            "never_subject": all(
                one or function not in _SUBJECTS for one, function in zip(quoted, functions, strict=True)
            ),
            "in_turn": any(map(self._in_turn, mentions)),
            "label": any(opens_as_label(self._cast, each) for each in mentions),
        }
        yield from (sign for sign, held in holds.items() if held)

    def _in_turn(self, mention: Mention) -> bool:
        """Whether the sentence goes on from one speaker to this one: "for her part"."""
        if mention.first in self._cast.quoted or self._function(mention) not in _SUBJECTS:
            return False
        sentence = self._cast.parse.sentences[self._tokens[mention.first].sentence]
        return self._words.in_turn.search(self._text[sentence.start : sentence.end].lower()) is not None

    def _of_offices(self, person: Person) -> Iterator[str]:
        if person.roles:
            yield "has_role"
        yield from (f"office.{office}" for office in self._offices(person))

    def _place(self, mention: Mention) -> str:
        """Whether the first mention stands at the head of the article, or where the last people are named."""
        paragraph = self._tokens[mention.first].paragraph
        if paragraph < 2:
            return "lead"
        return "early" if paragraph < 5 else "last" if paragraph >= self._last_named - 1 else "later"

    def _told(self, mention: Mention) -> bool:
        """Whether the name stands in what somebody else says."""
        if mention.first in self._cast.quoted:
            return True
        clause = self._cast.clauses.around(mention.first)
        above = self._modes.teller(clause) if clause is not None else None
        if above is None or (
            mention.first in self._cast.parse.subtree(above.verb) and self._says(above, mention.person)
        ):
            return False
        return "says" in self._words.verbs.get(above.lemma, ())

    def _says(self, clause: Clause, person: str) -> bool:
        return any(self._args.key(token) == person for token in clause.subjects)

    def _at_another_time(self, mention: Mention) -> bool:
        """Whether the name stands in a clause that tells of another time than the report's."""
        clause = self._cast.clauses.around(mention.first)
        if clause is None:
            return False
        return self._modes.earlier(clause) or self._words.other_time.search(self._of_the_deed(clause)) is not None

    def _of_the_deed(self, clause: Clause) -> str:
        """A clause's own words in lower case; a former minister's deed is of today."""
        words = (self._tokens[i] for i in self._modes.own_tokens(clause))
        former = self._words.before_names
        return " ".join(
            one.text.lower() for one in words if one.dep not in _QUALIFIES or one.text.lower() not in former
        )

    def _function(self, mention: Mention) -> str:
        """What the name, or the office to which it stands in apposition, is in its sentence."""
        i = self._head(mention)
        if self._tokens[i].dep == "appos" and i != mention.first - 1:
            i = self._tokens[i].head
        dep = self._tokens[i].dep
        if dep == "pobj":
            return f"pobj.{self._tokens[self._tokens[i].head].text.lower()}"
        return dep

    def _head(self, mention: Mention) -> int:
        """The word by which the name hangs on one outside itself."""
        i = mention.last - 1
        while self._tokens[i].head != i and mention.first <= self._tokens[i].head < mention.last:
            i = self._tokens[i].head
        return i

    def _around(self, mention: Mention) -> Mapping[str, bool]:
        """What the sentence and paragraph of the first mention say."""
        token = self._tokens[mention.first]
        sentence, paragraph = self._cast.parse.sentences[token.sentence], self._cast.parse.paragraphs[token.paragraph]
        words = self._text[sentence.start : sentence.end]
        opening = self._text[paragraph.start : paragraph.start + 60]
        people = {one.person for one in self._cast.mentions_in(token.sentence)}
        return {
            "contact": self._words.contact.match(opening) is not None and not self._tells(token.sentence),
            "elsewhere": any(self._words.elsewhere.match(one) for one in (words, opening)),
            "sentence_other_time": self._words.other_time.search(words.lower()) is not None,
            "sentence_event": any(self._eventful_in(sentence.first, sentence.last)),
            "paragraph_event": token.paragraph in self._eventful,
            "among_two": len(people) == 2,
            "among_many": len(people) > 2,
            "no_verb": not self._cast.clauses_in(token.sentence),
            "opens_in_place": self._opens_in_place(sentence.first),
            "after_former": any(
                word.sentence == token.sentence and word.text.lower() in self._words.before_names
                for word in self._tokens[max(0, mention.first - _TITLE) : mention.first]
            ),
        }

    def _tells(self, sentence: int) -> bool:
        """Whether a sentence says by a verb of its own what somebody did, which no line of contacts or authors does."""
        told = (one for one in self._cast.clauses_in(sentence) if one.tense in _TOLD and one.subject is not None)
        return any(self._tokens[one.verb].dep == "ROOT" for one in told)

    def _offices(self, person: Person) -> Sequence[str]:
        """The classes of a person's offices."""
        known = self._words.offices
        heads = {title.head_words for title in person.titles}
        words = heads | {head.split()[-1] for head in heads}
        words |= {role.text.lower().split()[-1] for role in person.roles if role.text.strip()}
        return sorted({name for word in words for name in known.get(word, ())})

    def _opens_in_place(self, first: int) -> bool:
        """“In Chandigarh, ...”: a sentence that begins with another place."""
        if self._tokens[first].text not in {"In", "From"} or first + 2 >= len(self._tokens):
            return False
        token = self._tokens[first + 1]
        return token.entity == "GPE" or self._cast.vocabulary.countries.at(self._tokens, first + 1) is not None

    def _eventful_in(self, first: int, last: int) -> Iterator[bool]:
        for i in range(first, last):
            if self._tokens[i].pos in {"NOUN", "PROPN"} and i not in self._cast.quoted:
                yield self._args.is_event(i)

    def _paragraphs_with_events(self) -> frozenset[int]:
        return frozenset(
            paragraph.i for paragraph in self._cast.parse.paragraphs
            if any(self._eventful_in(paragraph.first, paragraph.last))
        )  # fmt: skip
