"""Who undertakes, asks or refuses: the subject, the speaker of a quotation, or whoever reports it."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.commitments.analysed_article import AnalysedArticle
from briefing.extract.commitments.carried_subjects import CarriedSubjects
from briefing.extract.commitments.listed_actors import ListedActors
from briefing.extract.commitments.near_names import company_start, is_legal_form, name_before, name_beside
from briefing.extract.commitments.own_doings import OwnDoings
from briefing.extract.commitments.readings import FUTURE, Undertaking
from briefing.extract.commitments.true_subjects import TrueSubjects
from briefing.extract.grammar.clauses import Clause, Tense
from briefing.extract.grammar.coordination import conjuncts
from briefing.extract.lexis.datelines import Datelines
from briefing.extract.lexis.lexicon import load
from briefing.model.facts import Attribution, Kind, Quote
from briefing.model.span import Written

_OWN = frozenset(("i", "we", "us", "me"))
_OWN_OR_OURS = _OWN | {"our", "my"}
_HOUSES = frozenset(("office", "team", "staff"))
_JOINT = frozenset((Kind.SIGNED, Kind.AGREED))
_CARRIED = frozenset(("he", "she", "it", "they"))


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a name or the text's own words, the key of the (first) person, the mention, and whether it is many."""

    name: str | None
    key: str | None
    words: Written | None
    joint: bool = False


class Actors:
    """Finds who acts in the undertakings of one article."""

    def __init__(self, article: AnalysedArticle, language: str = "en") -> None:
        self._parse = article.parse
        self._cast = article.cast
        self._clauses = article.clauses
        self._undertakings = article.undertakings
        self._quote_at = article.quoted.at
        self._datelines = Datelines(article.parse)
        self._before = CarriedSubjects(article.parse, article.cast, article.undertakings.is_agent, language)
        self._listed = ListedActors(article.parse, article.cast.by_token, language)
        self._own = OwnDoings(article.parse, article.undertakings.is_agent, language)
        self._subjects = TrueSubjects(article.parse, article.cast, article.undertakings.reporter, language)
        agents = load(language, "commitments")["agents"]
        self._bodies = frozenset(agents["bodies"])
        self._allotting, self._sums = frozenset(agents["allotting"]), frozenset(agents["sums"])
        self._ballots = frozenset(load(language, "vetoes")["foretold"]["ballots"])
        self._spokesmen = frozenset(agents["spokesmen"])

    def _written(self, start: int, end: int) -> Written:
        return Written(text=self._parse.article.text[start:end], span=self._parse.span(start, end))

    def is_body(self, actor: Actor) -> bool:
        """Whether who acts is a government, ministry, association or the like, by its name."""
        return actor.key is None and bool(self._bodies & set((actor.name or "").casefold().split()))

    def nobody(self, found: Undertaking, actor: Actor) -> bool:
        """Whether who acts is a pronoun that the text leaves open, or a private person who will vote or wants."""
        subject = found.clause.subject
        if actor.name is None:
            if found.clause.passive and found.kind in {Kind.ANNOUNCED, Kind.DELIVERED} and found.noun is None:
                told = (
                    self._undertakings.reporter(found.clause) is not None
                    or found.clause.prep("according to") is not None
                )
                return not told and found.kind_verb not in self._paid(found)  # "a school was built": by nobody
            pronoun = subject is not None and self._parse.tokens[subject].pos == "PRON"
            told = self._undertakings.reporter(found.clause) is not None
            stated = found.kind is not Kind.PLANNED and found.rule.startswith("commitment.verb.")
            if pronoun and found.noun is None and self._told_of_open(found, quoted=self._quote_at(found.clause.verb)):
                return True
            quoted = self._quote_at(found.clause.verb) is not None
            return found.noun is None and pronoun and not stated and (quoted or not told)
        deed = self._parse.tokens[found.focus if found.focus is not None else found.clause.verb].lemma
        person = self._cast.person(actor.key)
        wish = found.kind is Kind.PLANNED and self._parse.tokens[found.kind_verb].lemma in {"want", "like"}
        ours = subject is not None and self._parse.tokens[subject].text.lower() == "we"
        inner = self._clauses.get(found.focus) if ours else None
        wish = wish and not (inner is not None and inner.objects)  # "we want to open a clinic"
        private = person is not None and not any(title.national for title in person.titles)
        votes = deed in self._ballots and found.kind is not Kind.REQUESTED
        return private and (votes or wish)

    def _told_of_open(self, found: Undertaking, *, quoted: Quote | None) -> bool:
        """`“He promised to pay,” she said`, `saying they built a dam`: of somebody whom the text leaves open."""
        subject = found.clause.subject
        third = subject is not None and self._parse.tokens[subject].text.lower() in {"he", "she", "they"}
        aside = self._undertakings.reporter(found.clause) or self._parse.tokens[found.clause.verb].dep == "advcl"
        told = quoted is not None or (found.kind is Kind.DELIVERED and bool(aside))
        return third and told and found.kind is not Kind.REQUESTED

    def _paid(self, found: Undertaking) -> tuple[int, ...]:
        """`A sum of 4 million was allocated`: its verb, where a sum or a fund is set aside, whoever does it."""
        subject = found.clause.subject
        lemma = self._parse.tokens[found.kind_verb].lemma
        if subject is None or lemma not in self._allotting or found.clause.tense is Tense.PAST_PERFECT:
            return ()
        words = {self._parse.tokens[i].lemma for i in self._parse.subtree(subject)}
        return (found.kind_verb,) if words & self._sums else ()

    def only_foretold(self, found: Undertaking, actor: Actor) -> bool:
        """Whether one person tells what another will do: a guess, unless the one speaks for the other."""
        given = found.kind is Kind.PLEDGED and found.clause.modal == "would"
        ahead = given or (found.kind is Kind.PLANNED and found.clause.modal in FUTURE | {"would"})
        if not (ahead or found.rule.startswith("commitment.future")) or found.by_reporter:
            return False
        if found.clause.passive and found.clause.agent is not None:
            return False  # "the party would be represented by the deputy"
        quote = self._quote_at(found.clause.verb)
        if quote is None:
            said = self._undertakings.reporter(found.clause)
            teller = None if said is None or said.doer is None else self._refer(said.doer).key
            if teller is not None and actor.name is None and self._is_another(found.clause.subject):
                return True
        else:
            teller = self._speaker(quote, None).key
            subject = found.clause.subject
            if actor.name is None and subject is not None and self._parse.tokens[subject].pos == "PRON":
                return True
        if teller is None or actor.key is None or teller == actor.key:
            return False
        person = self._cast.person(teller)
        roles = " ".join(role.text.lower() for role in person.roles) if person is not None else ""
        return not any(word in roles for word in self._spokesmen)

    def _is_another(self, subject: int | None) -> bool:
        """Whether a subject is a "he" or "she" that is not who tells it: then it would have been settled."""
        return subject is not None and self._parse.tokens[subject].text.lower() in {"he", "she"}

    def of(self, found: Undertaking) -> Actor:
        """Who acts, or who asks."""
        quote = self._quote_at(found.clause.verb)
        if found.noun is not None or found.actor is not None:
            return self._stated(found, quote)
        if found.by_reporter:
            return self._teller(found, quote)
        clause = found.clause
        acting = self._subjects.of(clause)
        doer = acting if acting is None else self._datelines.actor(clause.verb, acting)
        if doer is None:
            return self._untied(found, quote)
        own = self._parse.tokens[doer].text.lower() in _OWN
        if quote is not None and (self._is_ours(doer) or (own and self._quote_at(doer) is quote)):
            return self._speaker(quote, self._cast.phrase(doer) if own else quote.speaker_words)
        doer = self._subjects.named_after(doer, clause.verb)
        both = not clause.passive and len(clause.subjects) > 1 and doer == clause.doer
        heads = clause.subjects if both else self._listed.heads(doer, clause.verb)
        if len(heads) > 1:
            return self._join([self._refer(i) for i in heads])
        actor = self._refer_reported(doer, clause)
        if actor.key is not None and self._are_several(doer):
            words = self._cast.phrase(doer)  # "aides to Governor Ana Diaz" are not Ana Diaz
            actor = Actor(words.text, None, words)
        return Actor(None, None, None) if self._is_self(actor, doer, quote) else actor

    def _are_several(self, doer: int) -> bool:
        """Whether a noun stands for several, of whom none is named by it."""
        tokens = self._parse.tokens
        led = any(tokens[i].dep == "prep" for i in self._parse.children[doer])
        return led and tokens[doer].tag == "NNS" and doer not in self._cast.by_token

    def _is_self(self, actor: Actor, doer: int, quote: Quote | None) -> bool:
        """Whether "he" or "she" in a quotation was taken for its speaker, who would say "I"."""
        if quote is None or actor.key is None or self._parse.tokens[doer].text.lower() not in {"he", "she"}:
            return False
        return self._quote_at(doer) is quote and self._speaker(quote, None).key == actor.key

    def _untied(self, found: Undertaking, quote: Quote | None) -> Actor:
        """Both sides of what nobody is said to do, or who reports it."""
        clause = found.clause
        heads = self._between(clause) if found.kind in _JOINT else ()
        if not heads and clause.passive:
            return self._teller(found, quote)
        return self._join([self._refer(i) for i in heads]) if heads else Actor(None, None, None)

    def _is_ours(self, noun: int) -> bool:
        """`“Our community will ...”`: whoever says so speaks for it."""
        token = self._parse.tokens[noun]
        owners = {self._parse.tokens[i].text.lower() for i in self._parse.children[noun]}
        body = token.lemma in self._bodies or token.lemma in _HOUSES
        return token.tag == "NN" and body and bool(owners & {"our", "my"})

    def _between(self, clause: Clause) -> tuple[int, ...]:
        """`An agreement was signed between X and Y`: both sides."""
        own = (clause.verb, *([clause.subject] if clause.subject is not None else []))
        for top in own:
            for prep in self._parse.children[top]:
                below = [i for i in self._parse.children[prep] if self._parse.tokens[i].dep == "pobj"]
                if self._parse.tokens[prep].lemma == "between" and below:
                    return conjuncts(self._parse, below[0])
        return ()

    def _refer_reported(self, token: int, clause: Clause) -> Actor:
        """Who is meant; "she", "it" and "they" of a report whose only subject fits are who reports."""
        actor, word = self._refer(token), self._parse.tokens[token].text.lower()
        said = self._undertakings.reporter(clause)
        if word in {"two", "both"} and self._before.opens(token):
            both = self._carried(token)
            return actor if both.name is None else both
        own = word == "it" and said is not None and said.doer is not None and said.doer < token and not said.objects
        if own and said is not None and said.doer is not None and self._before.fits(word, said.doer):
            return self._refer(said.doer)  # "UNICEF said it will": a body that reports speaks of itself first
        if actor.name is not None or word not in _CARRIED:
            return actor
        if said is None or said.doer is None or said.doer > token:
            return self._carried(token) if self._before.opens(token) else actor
        return actor if not self._before.fits(word, said.doer) or said.objects else self._tellers(said)

    def _carried(self, token: int) -> Actor:
        heads = self._before.meant(token)
        return self._join([self._refer(i) for i in heads]) if heads else Actor(None, None, None)

    def _stated(self, found: Undertaking, quote: Quote | None) -> Actor:
        if found.actor is None:
            return Actor(None, None, None)
        ours = self._parse.tokens[found.actor].text.lower() in _OWN_OR_OURS or self._is_ours(found.actor)
        if quote is not None and ours:
            return self._speaker(quote, quote.speaker_words)
        return self._join([self._refer(i) for i in conjuncts(self._parse, found.actor)])

    def _join(self, actors: list[Actor]) -> Actor:
        if len(actors) == 1:
            return actors[0]
        names = [actor.name for actor in actors if actor.name]
        first = actors[0]
        spans = [actor.words.span for actor in actors if actor.words is not None]
        words = self._written(min(s.start for s in spans), max(s.end for s in spans)) if spans else None
        name = None if words is None else words.text
        if len(names) == len(actors):
            name = " and ".join([", ".join(names[:-1]), names[-1]])
        return Actor(name, first.key, words, joint=True)

    def _refer(self, token: int) -> Actor:
        start = company_start(self._parse, token) if is_legal_form(self._parse, token) else None
        if start is not None:
            words = self._written(self._parse.tokens[start].start, self._parse.tokens[token].end)
            return Actor(words.text, None, words)
        referent = self._cast.refer(name_beside(self._parse, token))
        settled = referent.attribution is not Attribution.UNKNOWN
        return Actor(referent.name if settled else None, referent.key if settled else None, referent.words)

    def _speaker(self, quote: Quote, words: Written | None) -> Actor:
        person = self._cast.attendee(quote.speaker_id)
        return Actor(quote.speaker, None if person is None else person.key, words or quote.speaker_words)

    def _teller(self, found: Undertaking, quote: Quote | None) -> Actor:
        """Who says it; of what is done, not by whom, only who speaks of his own doing."""
        teller = self._reporter(found.clause, quote)
        if teller.name is None or not self._own.without_agent(found) or self._own.is_ours(found.clause):
            return teller
        said = self._undertakings.reporter(found.clause)
        head = found.clause.prep("according to") if said is None else said.doer
        person = self._cast.person(teller.key)
        own = self._own.speaks_for_body(found, person, teller.name, None if quote is not None else head)
        if quote is None and head is None:  # the body of which the sentence before tells
            own = found.kind is Kind.PLANNED
        return teller if own else Actor(None, None, None)

    def _reporter(self, clause: Clause, quote: Quote | None) -> Actor:
        """Who says it: the speaker of the quotation, else the subject of the verb of saying."""
        if quote is not None:
            return self._speaker(quote, quote.speaker_words)
        said = self._undertakings.reporter(clause)
        if said is None:
            return self._source(clause)
        if said.doer is None:
            named = name_before(self._parse, said.verb)
            return self._refer(named) if named is not None else Actor(None, None, None)
        if not self._undertakings.is_agent(said.doer) and self._refer(said.doer).key is None:
            return Actor(None, None, None)  # "the statement said": by whose order, it does not say
        if self._parse.tokens[said.doer].text.lower() in {"it", "they"} and self._refer(said.doer).name is None:
            return self._carried(said.doer)
        return self._tellers(said)

    def _tellers(self, said: Clause) -> Actor:
        heads = said.subjects if len(said.subjects) > 1 or said.doer is None else (said.doer,)
        return self._join([self._refer(i) for i in heads])

    def _source(self, clause: Clause) -> Actor:
        """According to whom it is; of a bare passive the body of which the sentence before tells."""
        source = clause.prep("according to")
        if source is not None:
            return self._refer(source) if self._undertakings.is_agent(source) else Actor(None, None, None)
        body = self._before.body_before(clause.verb) if clause.passive else None
        return Actor(None, None, None) if body is None else self._refer(body)
