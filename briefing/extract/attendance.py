"""Who took part, and how: from verbs, event nouns and lists; else quoted or merely mentioned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefing.extract.cast import Cast, Person
from briefing.extract.clauses import Clause, Form, Tense, conjuncts
from briefing.extract.coreference import whole_phrase
from briefing.extract.identity import fact_id
from briefing.extract.names import capital
from briefing.extract.taking_part import Rule, TakingPart, load_taking_part
from briefing.model.facts import Attendance, Attendee, AttendeeKind, Attribution, Evidence, Mode
from briefing.model.span import Written

_GROUP_RULES = frozenset({"attend", "take_part", "discuss_with", "meet"})
_COMING = frozenset(
    {"arrive", "travel", "come", "go", "fly", "gather", "visit", "be", "return", "meet", "convene", "converge"}
)
_OFTEN_EARLIER = frozenset({"following", "follow", "after", "since", "before", "ahead"})
_WITH = frozenset({"with", "alongside", "between", "together with", "along with"})
_HONOURED = frozenset({"inauguration", "swearing", "wedding", "coronation", "investiture", "graduation", "reception"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One sign that somebody took part; `weight`: how directly it says so. `start`, `end`: the words that say it."""

    who: str | None
    group: Written | None
    mode: Mode
    start: int
    end: int
    sentence: int
    rule: str
    weight: float


def find_attendees(
    cast: Cast, quoted: frozenset[str], event_of: Callable[[int], str | None], language: str = "en"
) -> tuple[Attendee, ...]:
    """All people of an article and the groups that took part, in the order of the text.

    `quoted`: keys of the people who are quoted. `event_of`: the event at a place in the text.
    """
    finder = _Finder(cast, load_taking_part(language))
    signs: dict[str, list[Part]] = defaultdict(list)
    groups: dict[str, list[Part]] = defaultdict(list)
    for part in finder.parts():
        if part.who is not None:
            signs[part.who].append(part)
        elif part.group is not None:
            groups[" ".join(part.group.text.casefold().split())].append(part)
    heard = quoted | finder.heard()
    people = [_person(cast, person, signs.get(person.key, []), heard, event_of) for person in cast.people]
    bodies = [_group(cast, parts, event_of) for parts in groups.values()]
    return (*people, *bodies)


def _person(
    cast: Cast, person: Person, parts: Sequence[Part], quoted: frozenset[str], event_of: Callable[[int], str | None]
) -> Attendee:
    attendances = _attendances(cast, parts, event_of)
    if not attendances:
        first = cast.parse.tokens[person.mentions[0].first]
        mode = Mode.QUOTED if person.key in quoted else Mode.MENTIONED
        evidence = _evidence(cast, first.sentence, f"attendance.{mode.value}", 0.8 * person.confidence)
        attendances = (Attendance(event=None, mode=mode, words=None, evidence=evidence),)
    return Attendee(
        id=cast.attendee_id(person.key) or "",
        kind=AttendeeKind.PERSON,
        name=person.name,
        names=person.names,
        roles=person.roles,
        organisation=person.organisation,
        country=person.country,
        attendances=attendances,
    )


def _group(cast: Cast, parts: Sequence[Part], event_of: Callable[[int], str | None]) -> Attendee:
    written = next(part.group for part in parts if part.group is not None)
    name = " ".join(written.text.split())
    place = cast.vocabulary.countries.phrases.get(name)
    return Attendee(
        id=fact_id("group", cast.parse.article.id, name.casefold()),
        kind=AttendeeKind.GROUP,
        name=name,
        names=(written,),
        roles=(),
        organisation=None,
        country=place[0] if place is not None else None,
        attendances=_attendances(cast, parts, event_of),
    )


def _attendances(cast: Cast, parts: Sequence[Part], event_of: Callable[[int], str | None]) -> tuple[Attendance, ...]:
    """The best sign of each event, the weightiest event first."""
    best: dict[str | None, Part] = {}
    for part in sorted(parts, key=lambda part: (-part.weight, part.start)):
        best.setdefault(event_of(part.start), part)
    return tuple(
        Attendance(
            event=event,
            mode=part.mode,
            words=_written(cast, part.start, part.end),
            evidence=_evidence(cast, part.sentence, part.rule, min(0.95, 0.55 + 0.12 * part.weight)),
        )
        for event, part in sorted(best.items(), key=lambda item: (-item[1].weight, item[1].start))
    )


def _written(cast: Cast, start: int, end: int) -> Written:
    return Written(text=cast.parse.article.text[start:end], span=cast.parse.span(start, end))


def _evidence(cast: Cast, sentence: int, rule: str, confidence: float) -> Evidence:
    stretch = cast.parse.sentences[sentence]
    return Evidence(
        spans=(cast.parse.span(stretch.start, stretch.end),),
        rule=rule,
        confidence=round(confidence * (1.0 if cast.parse.syntax else 0.7), 3),
    )


class _Finder:
    """Collects the signs of one article."""

    def __init__(self, cast: Cast, rules: TakingPart) -> None:
        self.cast = cast
        self.rules = rules
        self.tokens = cast.parse.tokens
        self._starts = {mention.first: mention for person in cast.people for mention in person.mentions}

    def heard(self) -> frozenset[str]:
        """The people whose words the text reports: subjects of saying, and those after "according to"."""
        found: set[str | None] = set()
        for clause in self.cast.clauses:
            if clause.verb in self.cast.quoted or clause.passive or clause.modal:
                continue
            if clause.lemma in self.rules.saying and clause.tense is not Tense.NONE:
                found.update(self._key(token) for token in clause.subjects)
            found.update(self._key(noun) for name, noun in clause.preps if name == "according to")
        return frozenset(key for key in found if key is not None)

    def parts(self) -> Iterator[Part]:
        """All signs, in no particular order."""
        for clause in self.cast.clauses:
            if clause.verb not in self.cast.quoted and not self._earlier(clause):
                yield from self._by_clause(clause)
        yield from self._by_lists()
        yield from self._by_nouns()

    # Verbs

    def _by_clause(self, clause: Clause) -> Iterator[Part]:
        if clause.lemma == "represent":
            yield from self._represented(clause)
            return
        verb = f"{clause.lemma} {clause.particle}" if clause.particle else clause.lemma
        phrasal = self.rules.by_verb.get(verb, ())
        for rule in (*(phrasal or self.rules.by_verb.get(clause.lemma, ())), *self.rules.by_verb["*"]):
            if self._applies(rule, clause):
                found = list(self._argued(rule, clause))
                if found:
                    yield from found
                    return
        if clause.lemma == "take" and any(self.tokens[i].lemma == "part" for i in clause.objects):
            yield from self._argued(self.rules.by_verb["attend"][0], clause)

    def _applies(self, rule: Rule, clause: Clause) -> bool:
        checks = (
            not rule.event or self._event_in(rule.event, clause),
            not rule.audience or self._audience_in(clause),
            not rule.place or any(name in {"in", "at", "to"} for name, _ in clause.preps),
            not rule.state or any(self._state(rule, clause)),
            not rule.subject or (clause.subject is not None and self.tokens[clause.subject].lemma in rule.subject),
            not rule.company or self._company(clause),
            not rule.remote or self._remote(clause),
            rule.people != "object" or self._has_people(clause),
            rule.id != "visit" or not self._is_person_subjectless(clause),
        )
        return all(checks)

    def _is_person_subjectless(self, clause: Clause) -> bool:
        return clause.subject is None

    def _has_people(self, clause: Clause) -> bool:
        """Whether somebody is received: a person, or a title that means one."""
        undergoers = [clause.subject] if clause.passive else list(clause.objects)
        return any(i is not None and (self._key(i) or self.tokens[i].lemma in self.rules.groups) for i in undergoers)

    def _state(self, rule: Rule, clause: Clause) -> Iterator[bool]:
        for i in (*clause.adverbs, *clause.objects, *(noun for _, noun in clause.preps)):
            yield self.tokens[i].lemma in rule.state
        yield any(self.tokens[i].text.lower() in rule.state for i in self.cast.parse.children[clause.verb])

    def _event_in(self, slot: str, clause: Clause) -> bool:
        undergoers = ([clause.subject] if clause.passive and clause.subject is not None else []) + list(clause.objects)
        if slot == "object":
            return any(self._is_event(i) for i in undergoers)
        if slot == "during":
            return any(name in {"at", "during"} and self._is_event(noun) for name, noun in clause.preps)
        if slot == "paper":
            return any(self.tokens[i].lemma in self.rules.paper for i in undergoers)
        return any(
            name in {"at", "during", "in", "after", "following", "on", "upon", "as"} and self._is_event(noun)
            for name, noun in clause.preps
        )

    def _is_event(self, token: int) -> bool:
        """Whether the noun names an event that is this one: no "recent", "last" or "previous" with it."""
        if not self._names_event(token):
            return False
        return not any(self.tokens[i].text.lower() in self.rules.other for i in self.cast.parse.children[token])

    def _names_event(self, token: int) -> bool:
        lemma = self.tokens[token].lemma
        words = self.rules.events
        if (lemma,) in words or (self.tokens[token].text.lower(),) in words:
            return True
        before = self.tokens[token - 1].text.lower() if token else ""
        return (before, lemma) in words or (token > 1 and (self.tokens[token - 2].text.lower(), before, lemma) in words)

    def _audience_in(self, clause: Clause) -> bool:
        listeners = [*clause.objects, *([clause.indirect] if clause.indirect is not None else [])]
        listeners += [noun for name, noun in clause.preps if name == "to"]
        return any(self.tokens[i].lemma in self.rules.audience for i in listeners)

    def _company(self, clause: Clause) -> bool:
        if any(name in {"with", "alongside"} and self._key(noun) for name, noun in clause.preps):
            return True
        if clause.subject is None or clause.lemma in {"have", "shake", "agree"}:
            return False
        people = self._subject_people(clause)
        group = (
            not people
            and self.tokens[clause.subject].tag == "NNS"
            and self.tokens[clause.subject].lemma in self.rules.groups
        )
        return len(people) > 1 or (group and clause.lemma in {"discuss", "negotiate", "debate", "review", "explore"})

    def _argued(self, rule: Rule, clause: Clause) -> Iterator[Part]:
        mode = self._mode_of(clause)
        if mode is None:
            return
        for slot, given in rule.who.items():
            settled = self._settled(given, mode)
            weight = 3.0 if rule.event or rule.id in {"attend", "take_part", "be_present"} else 2.5
            weight -= 1.0 if rule.id in {"visit", "arrive", "discuss_with"} else 0.0
            weight -= 0.5 if clause.inherited and clause.form is not Form.FINITE else 0.0
            weight += 0.5 if settled is Mode.REMOTE else 0.0
            weight -= 1.0 if settled in {Mode.EXPECTED, Mode.ABSENT} or "*" in rule.verbs else 0.0
            people = self._slot(slot, clause)
            for key in people:
                yield self._part(clause, settled, rule.id, key=key, weight=weight)
            if not people and slot == "subject" and rule.id in _GROUP_RULES and not clause.inherited:
                yield from self._group_parts(clause, settled, rule.id)

    def _settled(self, given: Mode, mode: Mode) -> Mode:
        if given is Mode.ABSENT:
            return Mode.ABSENT if mode is Mode.IN_PERSON else mode
        return given if mode is Mode.IN_PERSON else mode

    def _group_parts(self, clause: Clause, mode: Mode, rule: str) -> Iterator[Part]:
        subject = clause.doer
        if subject is None or self.tokens[subject].lemma not in self.rules.groups or self.tokens[subject].pos == "PRON":
            return
        heads = [i for i in conjuncts(self.cast.parse, subject) if self.tokens[i].lemma in self.rules.groups]
        phrases = [whole_phrase(self.cast.parse, i) for i in heads]
        start, end = min(p.span.start for p in phrases), max(p.span.end for p in phrases)
        yield self._part(clause, mode, rule, group=_written(self.cast, start, end), weight=2.0)

    def _part(
        self,
        clause: Clause,
        mode: Mode,
        rule: str,
        *,
        weight: float,
        key: str | None = None,
        group: Written | None = None,
    ) -> Part:
        start, end = self._words_of(clause)
        sentence = self.tokens[clause.verb].sentence
        return Part(who=key, group=group, mode=mode, start=start, end=end, sentence=sentence,
                    rule=f"attendance.{rule}", weight=weight)  # fmt: skip

    def _words_of(self, clause: Clause) -> tuple[int, int]:
        """The verb with its helpers and what follows it up to its event or means: "spoke by video link"."""
        helpers = [i for i in self.cast.parse.children[clause.verb] if self.tokens[i].dep in {"aux", "auxpass", "neg"}]
        first = min([clause.verb, *(i for i in helpers if i < clause.verb)])
        inside = [
            i for _, noun in clause.preps if noun > clause.verb and noun - clause.verb < 12
            and (self._names_event(noun) or self.rules.remote.search(self.cast.phrase(noun).text)) for i in [noun]
        ]  # fmt: skip
        inside += [i for i in clause.objects if 0 < i - clause.verb < 8 and self._names_event(i)]
        inside += [
            i for i in clause.adverbs if 0 < i - clause.verb < 12 and self.rules.remote.search(self.tokens[i].text)
        ]
        last = max([clause.verb, *inside])
        sentence = self.tokens[clause.verb].sentence
        while self.tokens[first].sentence != sentence:
            first += 1
        end = max(self.tokens[last].end, self.cast.phrase(last).span.end if last in inside else 0)
        return self.tokens[first].start, end

    def _mode_of(self, clause: Clause) -> Mode | None:
        """How this clause says that its people take part; `None` if it does not say so."""
        governor = self.cast.clauses.get(clause.reported_by)
        if clause.negated:
            return (
                Mode.ABSENT
                if clause.lemma in {"attend", "participate", "take", "join", "come", "be", "travel", "visit"}
                else None
            )
        if governor is not None and clause.form is Form.INFINITIVE:
            if governor.lemma in self.rules.absent:
                return Mode.ABSENT
            if governor.lemma in self.rules.expected:
                return Mode.EXPECTED
        if clause.modal in {"will", "shall", "would", "may", "might", "should", "must", "can", "could"}:
            certain = clause.modal in {"will", "shall", "would"} and not self._conditional(clause)
            return Mode.EXPECTED if certain else None
        if clause.form is Form.INFINITIVE and clause.tense is Tense.NONE:
            above = self.cast.clauses.get(self._governor(clause))
            if above is None or above.lemma not in _COMING:
                return None
            if above.negated:
                return None
            return self._mode_of(above) if above.modal else Mode.IN_PERSON
        return Mode.REMOTE if self._remote(clause) else Mode.IN_PERSON

    def _conditional(self, clause: Clause) -> bool:
        return clause.condition is not None

    def _governor(self, clause: Clause) -> int | None:
        i = clause.verb
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            if self.cast.clauses.get(i) is not None:
                return i
        return None

    def _remote(self, clause: Clause) -> bool:
        skipped = set() if clause.complement is None else set(self.cast.parse.subtree(clause.complement))
        kept = sorted(i for i in self.cast.parse.subtree(clause.verb) if i not in skipped and i not in self.cast.quoted)
        return self.rules.remote.search(" ".join(self.tokens[i].text for i in kept)) is not None

    def _earlier(self, clause: Clause) -> bool:
        """Whether the clause tells of another time than the article's: past perfect of its own, "last year", "in 2018"."""
        if clause.tense is Tense.PAST_PERFECT and clause.reported_by is None:
            return True
        if self._within_other(clause.verb):
            return True
        words = [self.tokens[i].text.lower() for i in self.cast.parse.children[clause.verb]]
        for name, noun in clause.preps:
            if name == "in" and self.tokens[noun].text.isdigit() and len(self.tokens[noun].text) == 4:
                return True
            if any(
                self.tokens[i].text.lower() in {"last", "previous", "recent", "earlier"}
                for i in self.cast.parse.children[noun]
            ):
                if self.tokens[noun].lemma in {"month", "year", "decade", "visit", "trip", "meeting", "summit", "tour"}:
                    return True
        for child in self.cast.parse.children[clause.verb]:
            if self.tokens[child].lemma in {"year", "month"} and self.tokens[child].dep == "npadvmod":
                return any(self.tokens[i].lemma in {"last", "previous"} for i in self.cast.parse.children[child])
        return bool({"ago", "previously", "recently"} & set(words))

    def _within_other(self, verb: int) -> bool:
        """Whether the clause hangs on the noun of another event: "his recent trip to Washington, where he agreed"."""
        i = verb
        while self.tokens[i].head != i and self.tokens[i].dep in {
            "relcl",
            "acl",
            "pobj",
            "prep",
            "conj",
            "advcl",
            "pcomp",
        }:
            i = self.tokens[i].head
            if self.tokens[i].pos == "NOUN" and any(
                self.tokens[child].text.lower() in self.rules.other for child in self.cast.parse.children[i]
            ):
                return True
        return False

    # Arguments

    def _slot(self, slot: str, clause: Clause) -> list[str]:
        if slot == "subject":
            return self._agent_people(clause) if clause.passive else self._subject_people(clause)
        if slot == "object":
            return self._subject_people(clause) if clause.passive else self._from_nouns(clause.objects)
        nouns = [noun for name, noun in clause.preps if name in _WITH]
        for held in clause.objects:
            if self._names_event(held):
                nouns += self._after_with(held)
        return self._from_nouns(nouns)

    def _after_with(self, noun: int) -> list[int]:
        """The nouns after "with" that hang on this noun: "held talks with X"."""
        children = self.cast.parse.children
        return [
            below
            for child in children[noun]
            if self.tokens[child].lemma in {"with", "between"}
            for below in children[child]
            if self.tokens[below].dep == "pobj"
        ]

    def _agent_people(self, clause: Clause) -> list[str]:
        return [] if clause.agent is None else self._from_nouns([clause.agent])

    def _subject_people(self, clause: Clause) -> list[str]:
        if clause.subject is None:
            return []
        keys = [key for token in clause.subjects if (key := self._key(token)) is not None]
        if not clause.inherited and clause.subject < clause.verb:
            keys += self._listed(self._leftmost(clause.subject), clause.verb)
        return list(dict.fromkeys(keys))

    def _from_nouns(self, nouns: Sequence[int]) -> list[str]:
        keys: list[str] = []
        for noun in nouns:
            key = self._key(noun)
            listed = self._listed(self._leftmost(noun), len(self.tokens))
            keys += [key] if key is not None else []
            keys += listed
        return list(dict.fromkeys(keys))

    def _key(self, token: int) -> str | None:
        referent = self.cast.refer(token)
        return referent.key if referent.attribution in {Attribution.NAMED, Attribution.RESOLVED} else None

    def _leftmost(self, token: int) -> int:
        tree = set(self.cast.parse.subtree(token))
        first = token
        while first - 1 in tree:
            first -= 1
        return first

    def _listed(self, first: int, stop: int) -> list[str]:
        """The people named one after another from here, with their titles, to the next verb or other phrase."""
        found: list[str] = []
        i, sentence = first, self.tokens[first].sentence
        while i < min(stop, len(self.tokens)) and self.tokens[i].sentence == sentence:
            mention = self._starts.get(i)
            if mention is not None:
                i = mention.last
                if i < len(self.tokens) and self.tokens[i].tag == "POS":
                    title = self.cast.title_at.get(i + 1) or self.cast.title_at.get(i + 2)
                    if title is None:
                        break
                    i += 1
                    continue
                found.append(mention.person)
                continue
            token = self.tokens[i]
            title = self.cast.title_at.get(i)
            if title is not None:
                i = max(title.last, i + 1)
            elif (
                token.pos in {"PROPN", "ADJ", "DET", "NUM", "CCONJ", "PART"}
                or token.text
                in {
                    ",",
                    "(",
                    ")",
                    ".",
                    "-",
                    "–",
                    ";",
                }
                or (
                    token.pos == "NOUN"
                    or capital(token)
                    or token.text.lower() in {"of", "well", "as", "along", "with", "from"}
                )
            ):
                i += 1
            else:
                break
        return found

    # Lists and nouns

    def _by_lists(self) -> Iterator[Part]:
        text = self.cast.parse.article.text
        for sentence in self.cast.parse.sentences:
            words = text[sentence.start : sentence.end]
            for pattern, mode in self.rules.lists:
                for match in pattern.finditer(words):
                    yield from self._list(sentence.start + match.start(), sentence.start + match.end(), mode)

    def _list(self, start: int, end: int, mode: Mode) -> Iterator[Part]:
        first = next((token for token in self.tokens if token.start >= end), None)
        if first is None or first.i in self.cast.quoted:
            return
        clause = self.cast.clauses.around(max(0, first.i - 1))
        if clause is not None and (clause.negated or self._earlier(clause)):
            return
        if clause is not None and (clause.modal in {"will", "would", "shall"}) and mode is Mode.IN_PERSON:
            mode = Mode.EXPECTED
        begin = next((i for i in range(first.i, first.i + 25) if i in self._starts), first.i)
        if self.tokens[min(begin, len(self.tokens) - 1)].sentence != first.sentence or not self._same_list(
            first.i, begin
        ):
            begin = first.i
        keys = self._listed(begin, len(self.tokens))
        alone = self._key(first.i)
        for key in dict.fromkeys(keys or ([alone] if alone else [])):
            yield Part(who=key, group=None, mode=mode, start=start, end=end, sentence=first.sentence,
                       rule="attendance.list", weight=2.8)  # fmt: skip

    def _same_list(self, first: int, begin: int) -> bool:
        """Whether what stands between a list's opening words and its first name is no clause about somebody else."""
        between = self.tokens[first:begin]
        return not any(token.text in {";", ":"} or token.tag in {"WP", "WDT"} for token in between)

    def _by_nouns(self) -> Iterator[Part]:
        """“a meeting with X”, "X's visit to Cairo", "the visit of X"."""
        for token in self.tokens:
            if token.pos not in {"NOUN", "PROPN"} or token.i in self.cast.quoted or not self._is_event(token.i):
                continue
            if token.lemma in self.rules.talks or token.text.lower() in self.rules.talks:
                yield from self._talks(token.i)
            if token.lemma in {"visit", "trip", "tour"} or token.lemma in _HONOURED:
                yield from self._visit(token.i)

    def _talks(self, noun: int) -> Iterator[Part]:
        head = self.tokens[self.tokens[noun].head]
        held = head.lemma in {
            "hold",
            "have",
            "conduct",
            "chair",
            "attend",
            "conclude",
            "during",
            "in",
            "at",
            "after",
            "following",
        }
        if not held:
            return
        with_whom = self._after_with(noun)
        keys = self._from_nouns(with_whom)
        clause = self.cast.clauses.around(noun)
        if not keys or clause is None:
            return
        mode = self._mode_of(clause)
        if mode is None or self._earlier(clause):
            return
        subject = self._key(clause.subject) if clause.subject is not None else None
        for key in dict.fromkeys([*keys, *([subject] if subject else [])]):
            yield self._part(clause, mode, "talks", key=key, weight=2.2)

    def _visit(self, noun: int) -> Iterator[Part]:
        head = self.tokens[self.tokens[noun].head]
        if {head.lemma, head.text.lower()} & _OFTEN_EARLIER or head.lemma in self.rules.absent:
            return
        keys = []
        for child in self.cast.parse.children[noun]:
            if self.tokens[child].dep == "poss":
                key = self._key(child)
                keys += [key] if key else []
            elif self.tokens[child].lemma in {"of", "by"}:
                keys += self._from_nouns([i for i in self.cast.parse.children[child] if self.tokens[i].dep == "pobj"])
        if any(
            token.text.isdigit() and len(token.text) == 4
            for token in map(self.tokens.__getitem__, self.cast.parse.subtree(noun))
        ):
            return
        clause = self.cast.clauses.around(noun)
        if clause is not None and self._earlier(clause):
            return
        mode = self._mode_of(clause) if clause is not None else Mode.IN_PERSON
        for key in dict.fromkeys(keys):
            start, end = self.tokens[noun].start, self.tokens[noun].end
            yield Part(who=key, group=None, mode=Mode.EXPECTED if mode is Mode.EXPECTED else Mode.IN_PERSON, start=start,
                       end=end, sentence=self.tokens[noun].sentence, rule="attendance.visit_noun", weight=1.2)  # fmt: skip

    # Standing in

    def _represented(self, clause: Clause) -> Iterator[Part]:
        here = self._event_in("prep", clause)
        deputies = self._agent_people(clause) if clause.passive else self._subject_people(clause)
        absent = ([clause.subject] if clause.subject is not None else []) if clause.passive else list(clause.objects)
        if not (here or (clause.passive and deputies)):
            return
        for key in deputies:
            yield self._part(clause, Mode.IN_PERSON, "represent", key=key, weight=3.0)
        for token in absent:
            sender = self._key(token)
            if sender is not None:
                yield self._part(clause, Mode.REPRESENTED, "represent", key=sender, weight=3.0)
            else:
                yield self._part(clause, Mode.REPRESENTED, "represent", group=self.cast.phrase(token), weight=3.0)
