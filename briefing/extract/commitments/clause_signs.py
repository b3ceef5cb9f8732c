"""What a clause shows of itself: signs by name, and words by the part they play, for weights learned from articles."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

from briefing.extract.commitments.analysed_article import AnalysedArticle
from briefing.extract.grammar.clauses import Clause, Clauses, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Token
from briefing.extract.reference.cast import Person

# The parts that words play in a clause; `lead`: the words of the first two paragraphs, the same for all clauses.
PARTS = ("verb", "objects", "doer", "governing", "complement", "prepositions", "below", "lead")
_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ"))
_MEANING = frozenset(("NOUN", "VERB", "ADJ"))
_WEIGHTY = frozenset(("MONEY", "DATE", "LAW", "CARDINAL", "QUANTITY"))
_OPENERS = frozenset(("mark", "advmod", "neg", "cc"))
_TIMES = frozenset(("by", "next", "until", "last", "ago", "since", "year"))
_RELATIVE = frozenset(("which", "that", "who"))
_LEAD, _LEAD_WORDS, _LONG, _SHORT, _LAST_PARAGRAPH = 2, 120, 3, 6, 4


@functools.cache
def _groups(language: str) -> Mapping[str, tuple[str, ...]]:
    """For each noun of the lexicon the groups that it is in."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in load(language, "commitments")["nouns"].items():
        for word in words:
            found[word] = (*found.get(word, ()), name)
    return found


class ClauseSigns:
    """Reads the signs of one article's clauses."""

    def __init__(self, article: AnalysedArticle, language: str = "en") -> None:
        self._parse = parse = article.parse
        self._tokens = parse.tokens
        self._clauses: Clauses = article.clauses
        self._cast = article.cast
        self._read = article.undertakings.read
        self._quote_at = article.quoted.at
        data = load(language, "commitments")
        self._verbs: Mapping[str, Sequence[str]] = data["verbs"]
        self._nominals: Mapping[str, Sequence[str]] = data["nominals"]
        self._states: Mapping[str, str] = data["states"]
        self._idle = frozenset(data["idle"]["verbs"])
        self._sorts: dict[int, str] = {}
        self._groups = _groups(language)
        self._bodies = frozenset(data["agents"]["bodies"])
        last = parse.paragraphs[min(_LEAD, len(parse.paragraphs)) - 1].last if parse.paragraphs else 0
        lead = parse.tokens[:last]
        self._lead = [token for token in lead[:_LEAD_WORDS] if token.pos in _CONTENT]
        self._lead_lemmas = {token.lemma for token in lead if token.pos in _CONTENT and len(token.text) > _LONG}
        self._lead_verbs = {token.lemma for token in lead if token.pos == "VERB"}

    # --- words

    def words(self, clause: Clause) -> Mapping[str, list[str]]:
        """The words that play each part."""
        tokens = self._tokens
        head = tokens[clause.verb].head
        undergone = [clause.subject] if clause.passive and clause.subject is not None else []
        doer = [] if clause.doer is None or tokens[clause.doer].pos == "PRON" else [clause.doer]
        places = {
            "verb": [clause.verb],
            "objects": [*clause.objects, *undergone],
            "doer": doer,
            "governing": [head] if head != clause.verb else [],
            "complement": [clause.complement] if clause.complement is not None else [],
            "prepositions": [noun for _, noun in clause.preps],
            "below": [i for i in self._parse.subtree(clause.verb) if tokens[i].pos in _MEANING],
        }
        return {part: [tokens[i].lemma for i in where] for part, where in places.items()}

    def lead(self) -> list[str]:
        """The words of the first two paragraphs."""
        return [token.text.lower() for token in self._lead]

    # --- signs

    def of(self, clause: Clause) -> set[str]:
        """All signs of a clause."""
        found = {"bias"}
        for group in (self._form, self._spoken, self._told, self._hung, self._holds, self._lexical, self._salient):
            found.update(group(clause))
        return found

    def sort(self, i: int | None) -> str:
        """What sort of thing a noun or pronoun stands for."""
        if i is None:
            return "none"
        if i not in self._sorts:
            self._sorts[i] = self._sort(i)
        return self._sorts[i]

    def _sort(self, i: int) -> str:
        token = self._tokens[i]
        word = token.text.lower()
        if token.pos == "PRON" or word in _RELATIVE:
            return f"pro.{word}"
        if i in self._cast.by_token:
            return "person"
        if token.entity:
            return f"ent.{token.entity}"
        if self._read.is_agent(i):
            return "agent"
        return "propn" if token.pos == "PROPN" else "thing"

    def _form(self, clause: Clause) -> Iterator[str]:
        """Voice, tense, modality and who is the subject."""
        modal, tense, voice, who = (
            self._modal(clause),
            self._tense(clause),
            self._voice(clause),
            self.sort(clause.subject),
        )
        yield from (f"form.{clause.form.value}", f"tense.{tense}", f"modal.{modal}", f"voice.{voice}", f"subj.{who}")
        agent = "none" if clause.subject is None else "agent" if self._read.is_agent(clause.subject) else "thing"
        yield from (f"does.{agent}.{voice}.{tense}.{modal}", f"sm.{who}.{modal}", f"st.{who}.{tense}")
        yield f"v.{clause.lemma}{'.' + clause.particle if clause.particle else ''}"
        if clause.inherited:
            yield "inherited"
        if clause.negated:
            yield from ("neg", f"neg.{modal}")
        if clause.condition is not None:
            yield "cond"
        if self._read.has_to(clause.verb):
            yield f"to.{self._tokens[clause.verb].dep}"

    def _modal(self, clause: Clause) -> str:
        """Its modal verb; what "is to" be done is what will be."""
        to_be = clause.lemma == "be" and clause.complement is not None and not clause.objects and not clause.adverbs
        ahead = to_be and clause.tense is Tense.PRESENT and self._read.has_to(clause.complement or 0)
        return clause.modal or ("will" if ahead else "no")

    @staticmethod
    def _tense(clause: Clause) -> str:
        return f"{clause.tense.value}{'.prog' if clause.progressive else ''}"

    @staticmethod
    def _voice(clause: Clause) -> str:
        return f"{'pas' if clause.passive else 'act'}{'.by' if clause.agent is not None else ''}"

    def _spoken(self, clause: Clause) -> Iterator[str]:
        """Inside or outside a quotation, and whose."""
        quote = self._quote_at(clause.verb)
        where = "out" if quote is None else "said" if quote.speaker is not None else "quoted"
        modal = self._modal(clause)
        yield from (f"q.{where}", f"q.{where}.{modal}", f"q.{where}.{self.sort(clause.subject)}.{modal}")
        yield f"q.{where}.{self._tense(clause)}"
        who = None if quote is None else self._cast.attendee(quote.speaker_id)
        if who is not None:
            yield f"speaker.{self._standing(who)}"

    @staticmethod
    def _standing(person: Person) -> str:
        if any(title.national for title in person.titles):
            return "office"
        return "titled" if person.titles else "bare"

    def _told(self, clause: Clause) -> Iterator[str]:
        """Who reports it, with which verb."""
        report, modal = self._read.reporter(clause), self._modal(clause)
        if report is None:
            yield f"norep.{modal}"
            return
        yield from ("rep", f"rep.{report.lemma}", f"rep.m.{modal}", f"rep.t.{self._tense(clause)}")
        if report.negated:
            yield "rep.neg"
        if report.doer is not None:
            yield f"rep.d.{self.sort(report.doer)}"
            if clause.subject is not None and self._tokens[clause.subject].pos == "PRON":
                yield "rep.pron"

    def _hung(self, clause: Clause) -> Iterator[str]:
        """On what it hangs."""
        token = self._tokens[clause.verb]
        head = self._tokens[token.head]
        yield f"dep.{token.dep}"
        if head.i == token.i:
            return
        yield from (f"hd.{token.dep}.{head.pos}", f"h.{head.lemma}.{token.dep}")
        above = self._clauses.get(head.i)
        if above is not None:
            yield from (f"hm.{self._modal(above)}.{token.dep}", f"ht.{above.tense.value}.{token.dep}")
            yield f"hs.{self.sort(above.subject)}.{token.dep}"
            if above.negated:
                yield f"hneg.{token.dep}"
        yield from (f"lexh.{kind}.{token.dep}" for kind in self._kinds(head))

    def _kinds(self, token: Token) -> Iterator[str]:
        """The kinds under which the lexicon lists a verb, a noun or a state that governs."""
        if token.pos in {"VERB", "AUX"} and (entry := self._verbs.get(token.lemma)):
            yield entry[0]
        if token.pos == "NOUN" and (entry := self._nominals.get(token.lemma)):
            yield f"noun.{entry[0]}"
        if token.lemma in self._states and token.pos != "NOUN":
            yield f"state.{self._states[token.lemma]}"

    def _holds(self, clause: Clause) -> Iterator[str]:
        """What hangs on it."""
        tokens, verb = self._tokens, clause.verb
        if to := self._read.infinitives(clause):
            yield "inf"
            if clause.objects:
                yield f"obj+inf.{'agent' if self._read.is_agent(clause.objects[0]) else 'thing'}"
            yield from (f"inf.{tokens[i].dep}" for i in to[:1])
        if clause.complement is not None:
            inner = self._clauses.get(clause.complement)
            yield f"comp.{tokens[clause.complement].dep}.{tokens[clause.complement].tag}"
            yield f"comp.m.{self._modal(inner) if inner is not None else 'no'}"
        yield from (f"obj.{self.sort(i)}" for i in clause.objects[:2])
        if not clause.objects:
            yield "obj.none"
        yield from (f"prep.{name}" for name, _ in clause.preps)
        for i in self._parse.children[verb]:
            if tokens[i].dep in _OPENERS:
                yield f"{tokens[i].dep}.{tokens[i].text.lower()}"

    def _lexical(self, clause: Clause) -> Iterator[str]:
        """What the lexicons say of its words."""
        tokens = self._tokens
        entry = self._verbs.get(f"{clause.lemma} {clause.particle}" if clause.particle else clause.lemma)
        entry = entry or self._verbs.get(clause.lemma)
        if entry:
            yield f"lex.{entry[0]}"
            yield from (f"lex.{shape.split(':')[0]}" for shape in entry[1:] if ":" in shape)
        for i in (clause.verb, *clause.adverbs):
            if tokens[i].lemma in self._states:
                yield f"lex.state.{self._states[tokens[i].lemma]}"
        for i in clause.objects:
            if tokens[i].lemma in self._nominals:
                yield f"lexobj.{self._nominals[tokens[i].lemma][0]}"
            yield from (f"objn.{name}" for name in self._groups.get(tokens[i].lemma, ()))
        if clause.passive and clause.subject is not None:
            yield from (f"subjn.{name}" for name in self._groups.get(tokens[clause.subject].lemma, ()))
        if clause.lemma in self._idle:
            yield "idle"
        if clause.doer is not None:
            yield f"doer.tag.{tokens[clause.doer].tag}"
            mention = self._cast.by_token.get(clause.doer)
            person = None if mention is None else self._cast.person(mention.person)
            if person is not None:
                yield f"doer.{self._standing(person)}"
            if tokens[clause.doer].lemma in self._bodies:
                yield "doer.body"

    def _salient(self, clause: Clause) -> Iterator[str]:
        """Where it stands, when it is to be, and whether the article begins with its words."""
        token = self._tokens[clause.verb]
        below = [self._tokens[i] for i in self._parse.subtree(clause.verb)]
        yield f"par.{min(token.paragraph, _LAST_PARAGRAPH)}"
        yield from {f"in.{each.entity}" for each in below if each.entity in _WEIGHTY}
        yield from {
            f"t.{each.text.lower()}"
            for each in below
            if each.text.lower() in _TIMES and (each.pos == "ADP" or each.entity == "DATE")
        }
        if len(below) < _SHORT:
            yield "short"
        if self._tokens[self._parse.sentences[token.sentence].last - 1].text == "?":
            yield "asks"
        own = {each.lemma for each in below if each.pos in _CONTENT and len(each.text) > _LONG}
        if own:
            yield f"lead.{min(3, 4 * len(own & self._lead_lemmas) // len(own))}"
        if clause.subject is not None and self._tokens[clause.subject].lemma in self._lead_lemmas:
            yield "lead.subj"
        if clause.lemma in self._lead_verbs:
            yield "lead.verb"
