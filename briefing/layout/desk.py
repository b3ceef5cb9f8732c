"""What every section works with: the facts to print, the reader, the numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.layout.clean import cut, folded, shortened
from briefing.layout.references import References
from briefing.layout.template import Options, Template
from briefing.layout.weave import listing, plain, run, unbroken_date, weave
from briefing.locale.reader import ReaderLocale
from briefing.model.article import Article
from briefing.model.decision import Slot
from briefing.model.dossier import Dossier, Mark
from briefing.model.draft import OwnSection
from briefing.model.facts import Attendee, Event, When
from briefing.model.manuscript import Heading, Paper, Paragraph, ParagraphStyle, Run, Runs, Tone
from briefing.model.span import Span, Stated, Written

# A name longer than this is a clause that an extractor took for one.
LONGEST_LABEL = 160
# Sources write what they like in the place of a date.
LONGEST_DATE = 60

_UNTOUCHED = Mark()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How one brief is wanted.

    `sections`: ids in the order wanted, `None` for the template's. `title`: `None` for one made of the events' names.
    `paper`: `None` for the template's, else the region's. `prepared_on`: ISO 8601 date, `None` prints none.
    `marking`: who may see it, in the user's words. `own`: the editor's sections; where `sections` is `None` they
    stand before the sources. `note_empty`: whether one of `sections` that has nothing to show says so.
    """

    locale: ReaderLocale
    template: Template
    sections: tuple[str, ...] | None = None
    title: str | None = None
    paper: Paper | None = None
    prepared_for: str | None = None
    prepared_on: str | None = None
    marking: str | None = None
    own: tuple[OwnSection, ...] = ()
    note_empty: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One brief in the making, as its sections see it.

    `dossier`: what is printed. `whole`: what there was before anything was left out. `sections`: the ids of those
    printed. `articles`, `people`: by id, of the whole.
    """

    dossier: Dossier
    whole: Dossier
    settings: Settings
    sections: tuple[str, ...]
    references: References
    articles: Mapping[str, Article]
    people: Mapping[str, Attendee]

    @property
    def locale(self) -> ReaderLocale:
        """What the reader expects."""
        return self.settings.locale

    def options(self, section: str) -> Options:
        """The template's choices for a section."""
        return self.settings.template.choices(section)

    def say(self, key: str, tone: Tone = Tone.PLAIN) -> Run:
        """Fixed words of the brief."""
        return run(self.locale.text(key), tone)

    def phrase(self, key: str, /, **places: Runs) -> Runs:
        """A sentence of the brief with runs in its places."""
        return weave(lambda stand_ins: self.locale.text(key, **stand_ins), places)

    def count(self, key: str, number: int, tone: Tone = Tone.PLAIN) -> Run:
        """A count in words."""
        return run(self.locale.count(key, number), tone)

    def listing(self, items: Sequence[Runs]) -> Runs:
        """Items as the reader's language lists them."""
        return listing(self.locale.listing, items)

    def heading(self, level: int, *runs: Run) -> Heading:
        """A heading of these words."""
        return Heading(level=level, runs=runs)

    def label(self, *runs: Run) -> Paragraph:
        """A small line that stays with what it introduces."""
        return Paragraph(runs=runs, style=ParagraphStyle.LEAD, keep_with_next=True)

    def foreign(self, article: str) -> str | None:
        """The language of an article where it is not the reader's."""
        found = self.articles.get(article)
        language = found.language if found is not None else None
        if language is None or language.split("-")[0] == self.locale.tag.split("-")[0]:
            return None
        return language

    def words(self, text: str, article: str, tone: Tone = Tone.PLAIN, fact: str | None = None) -> Run:
        """Words of a source, in the language of that source; `fact` where they are what is printed of a fact."""
        return Run(text=folded(text), tone=tone, language=self.foreign(article), fact=fact)

    def written(self, written: Written, tone: Tone = Tone.PLAIN, fact: str | None = None) -> Run:
        """Words of a source that know their place; the editor's own in place of them are in no foreign language."""
        words = self.words(written.text, written.span.article, tone, fact)
        return replace(words, language=None) if isinstance(written, Stated) else words

    def label_of(self, written: Written, tone: Tone = Tone.PLAIN, most: int = LONGEST_LABEL) -> Run:
        """A name or place for a line that must stay short; nothing that anybody said."""
        return replace(self.written(written, tone), text=shortened(written.text, most))

    def mark(self, fact: str | None) -> Mark:
        """What the editor has done to a fact, by its id."""
        return self.whole.marks.get(fact or "", _UNTOUCHED)

    def claimed(self, words: Run, *slots: tuple[str | None, Slot]) -> Run:
        """The words, in no foreign language where the editor wrote them into one of these slots of a fact."""
        own = any(slot in self.mark(fact).fields for fact, slot in slots)
        return replace(words, language=None) if own else words

    def note(self, fact: str) -> Runs:
        """The editor's remark on a fact, with its label; nothing where there is none."""
        note = folded(self.mark(fact).note or "")
        return (self.say("label.note", Tone.QUIET), run(" "), run(note, Tone.QUIET)) if note else ()

    def sentence(self, span: Span) -> Runs:
        """The words at a place; nothing where the place or the article does not exist."""
        article = self.articles.get(span.article)
        text = cut(span, article.text) if article is not None else ""
        return (self.words(text, span.article),) if text else ()

    def time(self, when: When) -> Runs:
        """A time as settled, in the reader's words, with what the source wrote where the two differ."""
        if when.start is None and when.end is None:
            return self.unsettled(when)
        if isinstance(when.written, Stated) and when.written.text.strip() in {when.start, when.end}:
            return (self.settled(when),)
        return self.beside(self.settled(when), self.written(when.written, Tone.QUIET))

    def own_name(self, written: str, article: str) -> str | None:
        """The reader's name for a country or body; `None` where it is not certain or is the one written."""
        own = self.locale.named(folded(written)) if self.foreign(article) == "en" else None
        return own if own and own.casefold() != folded(written).casefold() else None

    def unsettled(self, when: When) -> Runs:
        """A time without a date: in the reader's words where one or two say it, with the source's beside them."""
        original = self.label_of(when.written)
        english = self.foreign(when.written.span.article) == "en"
        spoken = self.locale.spoken_time(folded(when.written.text)) if english else None
        if spoken is None or spoken.casefold() == folded(when.written.text).casefold():
            return (original,)
        return (run(spoken), run(" ("), replace(original, tone=Tone.QUIET), run(")"))

    def settled(self, when: When) -> Run:
        """A time that has a date, in the reader's words."""
        return run(unbroken_date(self.locale.when(when)))

    def date(self, iso: str) -> Run:
        """An ISO 8601 date in the reader's words; anything else as it is, but no longer than a date may be."""
        return run(unbroken_date(shortened(self.locale.date(iso), LONGEST_DATE)))

    def beside(self, resolved: Run, original: Run) -> Runs:
        """What was made of a source's words, with those words under it unless they are the same."""
        if _spaced(resolved) == _spaced(original):
            return (resolved,)
        return (resolved, run("\n"), original)

    def event_name(self, event: Event, tone: Tone = Tone.PLAIN) -> Runs:
        """What an event is called, else where or when it was, else just that it is an event."""
        for found in (event.name, event.place, event.host, event.when.written if event.when else None):
            if found is not None and folded(found.text):
                return (self.label_of(found, tone),)
        return (self.say("cover.event", tone),)


def _spaced(words: Run) -> str:
    """The words for comparison: no-break spaces are spaces, and case does not count."""
    return " ".join(plain((words,)).casefold().split())
