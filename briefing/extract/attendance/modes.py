"""What a clause says of how its people take part: there, from afar, expected, absent, or at another time."""

from __future__ import annotations

import functools
import re

from briefing.extract.attendance.lead_event import LeadEvent, dated_ahead
from briefing.extract.attendance.long_ago import LongAgo
from briefing.extract.attendance.taking_part import TakingPart
from briefing.extract.grammar.clauses import Clause, Form, Tense
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Mode

_COMING = frozenset(
    {"arrive", "travel", "come", "go", "fly", "gather", "visit", "be", "return", "meet", "convene", "converge", "head"}
)
_FORESEEN = frozenset({"expect", "schedule", "plan", "intend", "slate", "bill", "due", "set"})
_NOT_DONE = frozenset({"of", "from", "about", "against", "without", "than"})
# "planned on attending", "looks forward to attending": with these verbs, what follows is not told as done either.
_NOT_YET = frozenset({"plan", "count", "insist", "decide", "look", "object", "commit", "agree", "intend"})
_ON_FOOT = frozenset({"walk", "drive", "ride", "march", "rush", "queue", "turn", "wait", "step"})
_BEFORE_NOW = frozenset({"last", "previous", "recent", "earlier"})
_OF_ANOTHER_TIME = frozenset({"month", "year", "decade", "visit", "trip", "meeting", "summit", "tour"})
_ABSENT_FROM = frozenset({"attend", "participate", "take", "join", "come", "be", "travel", "visit", "appear", "show"})
# Who "was expected" or "wanted" to come may still have come.
_STILL_OPEN = frozenset({"expect", "want", "hope", "plan", "intend", "invite", "set", "prepare", "confirm"})
_GLAD = frozenset(
    {"happy", "pleased", "delighted", "honoured", "honored", "proud", "glad", "privileged", "able", "present", "there"}
)
_LIKELY = frozenset({"likely", "unlikely", "bound", "sure", "certain", "ready", "slated", "scheduled", "supposed"})
_GROUNDS = frozenset({"under", "pursuant", "per", "accordance", "line", "framework", "keeping"})
_INKED = frozenset({"sign", "ink", "initial", "seal"})
_MODALS = frozenset({"will", "shall", "would", "may", "might", "should", "must", "can", "could"})

# A year without a day dates another time than the one an article reports on.
_DATED_BY_YEAR = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil) (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b")

# Who took a picture: "Photo: Jo Roe", "(Jo Roe/AP)", "THE CANADIAN PRESS/Jo Roe".
_CREDIT = re.compile(
    r"\b(?:[Pp]hotos?|[Pp]ictures?|[Ii]mages?|PHOTO|PICTURE)(?: (?:by|from|courtesy of|credit))?\s?:"
    r"|\b(?:Photo|Picture)s? (?:by|courtesy)\b"
    r"|[\w’'-]{2,}\s?/\s?(?:AP|AFP|Reuters|Getty Images|EPA|Xinhua|PA)\b|\b(?:PRESS|REUTERS|AFP|AP|EPA)\s?/\s?[A-Z]"
)


class Modes:
    """Reads the mode off the verb group, its negation, modality and what governs it."""

    def __init__(self, cast: Cast, rules: TakingPart, lead: LeadEvent | None = None) -> None:
        self.cast = cast
        self.rules = rules
        self.tokens = cast.parse.tokens
        self.lead = lead
        self.long_ago = LongAgo(cast)
        self._own: dict[int, str] = {}
        self._earlier: dict[int, bool] = {}

    def mode_of(self, clause: Clause) -> Mode | None:
        """How this clause says that its people take part; `None` if it does not say so."""
        if (first := self._shared(clause)) is not None:
            return self.mode_of(first)
        if clause.negated or self.neither(clause):
            return Mode.ABSENT if clause.lemma in _ABSENT_FROM else None
        if (
            clause.form is Form.INFINITIVE
            and (held := self._of_adjective(clause) or self._governed(clause)) is not None
        ):
            return None if held is Mode.MENTIONED else held
        if clause.modal in _MODALS or self._of_nothing_done(clause):
            certain = clause.modal in {"will", "shall", "would"} and clause.condition is None
            return Mode.EXPECTED if certain else None
        if clause.form is Form.INFINITIVE and clause.tense is Tense.NONE:
            return self._purpose(clause)
        return self._stated(clause)

    def _stated(self, clause: Clause) -> Mode:
        """Of what is told without modal or negation: whether it is to come, or seen from afar."""
        hangs = clause.tense in {Tense.NONE, Tense.PRESENT} and self._coming(clause)
        if hangs or self._on_the_way(clause) or self._scheduled(clause):
            return Mode.EXPECTED
        return Mode.REMOTE if self.remote(clause) or self._at_virtual(clause) else Mode.IN_PERSON

    def neither(self, clause: Clause) -> bool:
        """“Neither X nor Y came”."""
        if clause.subject is None or clause.inherited:
            return False
        first = self.cast.parse.sentences[self.tokens[clause.verb].sentence].first
        words = [token.text.lower() for token in self.tokens[first : clause.verb]]
        return "neither" in words and "nor" in words[words.index("neither") :]

    def _shared(self, clause: Clause) -> Clause | None:
        """The clause whose helpers this one shares: "will be opened by X and [graced] by Y"."""
        token = self.tokens[clause.verb]
        if token.dep != "conj" or token.tag != "VBN":
            return None
        helped = any(self.tokens[i].dep in {"aux", "auxpass"} for i in self.cast.parse.children[clause.verb])
        first = self.cast.clauses.get(token.head)
        return None if helped or first is None or not first.passive else first

    def _scheduled(self, clause: Clause) -> bool:
        """Whether a verb in the present tells of what is to come: "heads to Rome on Friday"."""
        if clause.tense is not Tense.PRESENT or clause.progressive or clause.form is not Form.FINITE:
            return False
        if self._captions(clause.verb):
            return False
        if self.lead is not None and self.lead.coming and clause.reported_by is None:
            return True
        return clause.lemma in _COMING - {"be"} and dated_ahead(self.own_words(clause))

    def _captions(self, verb: int) -> bool:
        """Whether it is said under a picture, where the present tells what was: "meet on Monday. Photo: Jo Roe"."""
        paragraph = self.cast.parse.paragraphs[self.tokens[verb].paragraph]
        return _CREDIT.search(self.cast.parse.article.text, paragraph.start, paragraph.end) is not None

    def _at_virtual(self, clause: Clause) -> bool:
        """Whether it tells of the event that is held at a distance."""
        return self.lead is not None and self.lead.is_virtual(self.own_words(clause))

    def _governed(self, clause: Clause) -> Mode | None:
        """“declined to attend”, "is expected to attend", "is to visit and hold"; who "was due to attend" did not."""
        token = self.tokens[clause.verb]
        while token.dep == "conj" and self.cast.clauses.get(token.head) is not None:
            token = self.tokens[token.head]
        governor = self.cast.clauses.get(clause.reported_by)
        above = self.cast.clauses.get(token.head)
        is_to = above is not None and above.lemma == "be" and not (above.preps or above.objects or above.adverbs)
        if is_to:
            governor = above
        elif governor is None and token.dep in {"xcomp", "ccomp"}:
            governor = self.cast.clauses.get(self.governor(clause))
        if governor is None:
            return None
        lemmas = {governor.lemma, self.tokens[token.head].lemma}
        if lemmas & self.rules.absent:
            return Mode.ABSENT
        if not lemmas & self.rules.expected:
            return None
        if governor.negated:
            return Mode.ABSENT if clause.lemma in _ABSENT_FROM and lemmas & _FORESEEN else None
        past = governor.tense in {Tense.PAST, Tense.PAST_PERFECT} and governor.reported_by is None
        return Mode.ABSENT if past and not lemmas & _STILL_OPEN else Mode.EXPECTED

    def _of_adjective(self, clause: Clause) -> Mode | None:
        """“was happy to attend”, "were present to see": done; "is keen to attend" is not told, which `MENTIONED` says.

        `None`: no adjective governs it, or one that tells of what is to come or could not be.
        """
        above = self.tokens[self.tokens[clause.verb].head]
        holder = self.cast.clauses.get(above.head)
        if above.pos not in {"ADJ", "ADV"} or self.tokens[clause.verb].dep != "xcomp" or holder is None:
            return None
        if above.lemma in _LIKELY | self.rules.expected | self.rules.absent or holder.lemma != "be":
            return None
        done = above.lemma in _GLAD and holder.tense in {Tense.PAST, Tense.PERFECT} and not holder.modal
        return Mode.IN_PERSON if done and not holder.negated else Mode.MENTIONED

    def _purpose(self, clause: Clause) -> Mode | None:
        """“came to attend”: as sure as the coming itself."""
        above = self.cast.clauses.get(self.governor(clause))
        if above is None or above.lemma not in _COMING | _ON_FOOT or above.negated:
            return None
        return self.mode_of(above) if above.modal or above.form is Form.INFINITIVE else Mode.IN_PERSON

    def _of_nothing_done(self, clause: Clause) -> bool:
        """“afraid of addressing delegates”, "barred from attending", "without meeting": what was done is not told."""
        token = self.tokens[clause.verb]
        if token.dep != "pcomp":
            return False
        before = self.tokens[token.head]
        not_yet = before.text.lower() in {"on", "to"} and self.tokens[before.head].lemma in _NOT_YET
        return not_yet or before.text.lower() in _NOT_DONE

    def _on_the_way(self, clause: Clause) -> bool:
        """“are coming on Friday”."""
        return clause.progressive and clause.tense is Tense.PRESENT and clause.lemma in _COMING

    def _coming(self, clause: Clause) -> bool:
        """Whether it hangs on what will be: "will be held by a body headed by X", "will speak after Y opens"."""
        if clause.lemma in _INKED and self.tokens[clause.verb].dep == "acl":
            return False  # "the grant, signed by X, will help"
        for _ in range(4):
            above = self.cast.clauses.get(self.governor(clause))
            if above is None or self.tokens[clause.verb].dep in {"ccomp", "conj"}:
                return False
            if above.modal in {"will", "shall"}:
                return True
            if above.tense not in {Tense.NONE, Tense.PRESENT}:
                return False
            clause = above
        return False

    def governor(self, clause: Clause) -> int | None:
        """The verb of the clause on which this one hangs."""
        i = clause.verb
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            if self.cast.clauses.get(i) is not None:
                return i
        return None

    def remote(self, clause: Clause) -> bool:
        """Whether words of distance stand in the clause itself: "online", "by video link", "speaking from Oslo"."""
        children = self.cast.parse.children
        below = [clause.verb, *children[clause.verb], *(i for noun in clause.subjects for i in children[noun])]
        spoken = (one for i in below if (one := self.cast.clauses.get(i)) is not None and one.lemma == "speak")
        towns = [
            noun for one in spoken for name, noun in one.preps if name == "from" and self.tokens[noun].entity == "GPE"
        ]
        held = {one.text for one in self.tokens if self.tokens[one.head].lemma == "in"} if towns else set()
        if any(self.tokens[town].text not in held for town in towns):  # "the summit in Oslo. Speaking from Oslo, ..."
            return True
        return self.rules.remote.search(self.own_words(clause)) is not None

    def own_words(self, clause: Clause) -> str:
        """The clause's words without what it reports and what is quoted."""
        known = self._own.get(clause.verb)
        if known is None:
            known = self._own[clause.verb] = " ".join(self.tokens[i].text for i in self.own_tokens(clause))
        return known

    def _joined(self, token: int) -> bool:
        """Whether another clause of its own begins here: "has cancelled, but [will be back]"."""
        return self.tokens[token].dep == "conj" and self.cast.clauses.get(token) is not None

    def own_tokens(self, clause: Clause) -> list[int]:
        """The tokens of `own_words`, in order."""
        others = [] if clause.complement is None else [clause.complement]
        others += [i for i in self.cast.parse.children[clause.verb] if self._joined(i)]
        skipped = {i for other in others for i in self.cast.parse.subtree(other)}
        return sorted(i for i in self.cast.parse.subtree(clause.verb) if i not in skipped and i not in self.cast.quoted)

    def teller(self, clause: Clause) -> Clause | None:
        """The clause that reports this one; a title or name that the parser takes for a verb reports nothing."""
        above = self.cast.clauses.get(clause.reported_by)
        return None if above is None or above.verb in self._named else above

    @functools.cached_property
    def _named(self) -> frozenset[int]:
        names = (range(one.first, one.last) for person in self.cast.people for one in person.mentions)
        titles = (range(title.first, title.last) for title in self.cast.titles)
        return frozenset(i for span in (*names, *titles) for i in span)

    def earlier(self, clause: Clause) -> bool:
        """Whether it tells of another time than the article's: a past perfect of its own, "last year", "in 2018"."""
        known = self._earlier.get(clause.verb)
        if known is None:
            known = self._earlier[clause.verb] = self.long_ago.tells(clause.verb) or self._reads_earlier(clause)
        return known

    def _reads_earlier(self, clause: Clause) -> bool:
        above = self.cast.clauses.get(self.tokens[clause.verb].head)
        done = above if clause.form is Form.INFINITIVE and above is not None and not clause.passive else clause
        if done.tense is Tense.PAST_PERFECT and done.reported_by is None:
            return True
        words = [self.tokens[i].text.lower() for i in self.cast.parse.children[clause.verb]]
        if (
            self.within_other(clause.verb)
            or self._grounds(clause)
            or _DATED_BY_YEAR.search(self.long_ago.words(clause.verb))
        ):
            return True
        for name, noun in clause.preps:
            if name == "in" and self.tokens[noun].text.isdigit() and len(self.tokens[noun].text) == 4:
                return True
            below = {self.tokens[i].text.lower() for i in self.cast.parse.children[noun]}
            if below & _BEFORE_NOW and self.tokens[noun].lemma in _OF_ANOTHER_TIME:
                return True
        for child in self.cast.parse.children[clause.verb]:
            if self.tokens[child].lemma in {"year", "month"} and self.tokens[child].dep == "npadvmod":
                return any(self.tokens[i].lemma in {"last", "previous"} for i in self.cast.parse.children[child])
        return bool({"ago", "previously", "recently"} & set(words))

    def _grounds(self, clause: Clause) -> bool:
        """“in line with an agreement signed by X”."""
        if clause.lemma not in _INKED or self.tokens[clause.verb].dep != "acl":
            return False
        i, above = self.tokens[clause.verb].head, []
        while self.tokens[i].head != i and self.tokens[i].dep in {"pobj", "prep"}:
            i = self.tokens[i].head
            above.append(self.tokens[i].text.lower())
        return not _GROUNDS.isdisjoint(above)

    def within_other(self, verb: int) -> bool:
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
