"""One brief printed again and again while it is worked on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.app import printing
from briefing.app.extracting import find_all
from briefing.app.work import Work
from briefing.model.draft import Draft
from briefing.model.errors import NothingDone
from briefing.model.notice import Notice, Outcome

if TYPE_CHECKING:
    from briefing.library.brief_file import BriefFile
    from briefing.model.article import Article
    from briefing.model.decision import Decision
    from briefing.model.dossier import Dossier
    from briefing.model.facts import Findings
    from briefing.render.pdf.proof import Proof
    from briefing.render.pdf.writer import PdfRenderer


@dataclass(frozen=True)
class _Sheet:
    """An article with what is known of it; `outcome`: `None` where nobody has looked for facts."""

    article: Article
    notices: tuple[Notice, ...]
    outcome: Outcome[Findings] | None


_Key = tuple[tuple[str, int], ...]


class Press:
    """Shows and prints drafts of one file; it remembers whatever the next draft may share with the last one.

    For one thread at a time.
    """

    def __init__(self, file: BriefFile) -> None:
        self.file = file
        self._versions: dict[str, int] = {}
        self._sheets: dict[str, _Sheet] = {}
        self._compiled: tuple[_Key, Dossier] | None = None
        self._edited: tuple[_Key, tuple[Decision, ...], Dossier] | None = None
        self._printer: PdfRenderer | None = None

    def show(self, draft: Draft) -> Dossier:
        """What the ticked articles say, as the editor has decided: every fact, those left out too.

        An article in which nobody has looked for facts is there without any. Raises `NothingDone`.
        """
        from briefing.dossier.editing import edit

        key = self._load(draft.ticked())
        edited = self._edited
        if edited is not None and edited[0] == key and edited[1] == draft.decisions:
            return edited[2]
        dossier = edit(self._compile(key), draft.decisions)
        self._edited = (key, draft.decisions, dossier)
        return dossier

    def dormant(self, draft: Draft) -> tuple[int, ...]:
        """The numbers of decisions that have nothing to act on: their articles are not ticked, or not in the brief."""
        from briefing.dossier import editing

        return editing.dormant(self._compile(self._load(draft.ticked())), draft.decisions) if draft.decisions else ()

    def proof(self, draft: Draft) -> Outcome[Proof]:
        """The draft as it prints, a PDF, with what there is to say about its layout. Raises `UsageError`."""
        from briefing.dossier.editing import printed

        printer = self._pdf()
        typeset = printing.typeset(printed(self.show(draft)), printing.ordered(draft.choices), printer)
        return Outcome(value=printer.proof(typeset.value), notices=typeset.notices)

    def headings(self, draft: Draft) -> Mapping[str, str]:
        """The ids of sections by the headings under which they are printed, for whoever reads an outline."""
        from briefing.layout.template import SECTIONS

        locale = printing.ordered(draft.choices).locale
        own = {" ".join(section.heading.split()): section.id for section in draft.choices.own}
        return {**own, **{locale.text(f"section.{one}"): one for one in SECTIONS if one != "cover"}}

    def export(self, draft: Draft, outputs: Sequence[Path]) -> Outcome[tuple[Path, ...]]:
        """Prints a draft into every one of `outputs`, whose endings pick the formats; all or none.

        Raises `UsageError` for a wrong choice, `NothingDone` where one cannot be written.
        """
        from briefing.dossier.editing import printed

        order = printing.ordered(draft.choices)
        printing.refuse_overwriting(outputs, (self.file.path,))
        renderers = printing.open_outputs(outputs, self._pdf())
        dossier = printed(self.show(draft))
        outcome = printing.run_off(dossier, order, renderers, self._pdf())
        return replace(outcome, notices=(*dossier.notices, *outcome.notices))

    def complete(self, draft: Draft, work: Work) -> None:
        """Looks for facts in ticked articles in which nobody has; the file does not hear of it. Raises `Cancelled`."""
        self._load(draft.ticked())
        waiting = [one for one in draft.ticked() if one in self._sheets and self._sheets[one].outcome is None]
        articles = [self._sheets[one].article for one in waiting]
        for one, outcome in zip(waiting, find_all(articles, len(articles), work), strict=True):
            self._sheets[one] = replace(self._sheets[one], outcome=outcome)
        self._compiled = self._edited = None

    def _load(self, ids: Sequence[str]) -> _Key:
        """Reads what is new in the file; what of it is wanted, in its present version."""
        now = self.file.versions(ids)
        new = [one for one, version in now.items() if self._versions.get(one) != version]
        if new:
            outcomes = self.file.findings(new)
            for article in self.file.articles(new):
                notices = self.file.notices((article.id,))
                self._sheets[article.id] = _Sheet(article, notices, outcomes.get(article.id))
            self._versions.update({one: now[one] for one in new})
        return tuple(sorted(now.items()))

    def _compile(self, key: _Key) -> Dossier:
        from briefing import pipeline

        if self._compiled is None or self._compiled[0] != key:
            sheets = [self._sheets[one] for one, _ in key if one in self._sheets]
            notices = [notice for sheet in sheets for notice in sheet.notices]
            outcomes = [sheet.outcome for sheet in sheets if sheet.outcome is not None]
            self._compiled = (key, pipeline.compose([sheet.article for sheet in sheets], outcomes, notices))
        return self._compiled[1]

    def _pdf(self) -> PdfRenderer:
        if self._printer is None:
            from briefing.render.pdf.writer import PdfRenderer

            self._printer = PdfRenderer()
        return self._printer


def export_brief(
    file: Path, outputs: Sequence[Path], changes: Mapping[str, Any], work: Work
) -> Outcome[tuple[Path, ...]]:
    """Prints a `.brief`, open in a window or not, into every one of `outputs`.

    `changes`: fields of `Choices` that are other than in the file, for this time. Facts that nobody has looked for
    are found first. Raises as `export` does, and `NothingDone` where the file cannot be read or no article is ticked.
    """
    from briefing.app import briefs

    with briefs.open(file, write=False) as brief:
        saved = brief.draft()
        draft = replace(saved, choices=replace(saved.choices, **changes))
        # Whatever is wrong with the call is told before the long work.
        printing.ordered(draft.choices)
        printing.refuse_overwriting(outputs, (file,))
        printing.open_outputs(outputs)
        if not draft.ticked() and not draft.choices.own:
            raise NothingDone("nothing-ticked", path=str(file))
        press = Press(brief)
        press.complete(draft, work)
        return press.export(draft, outputs)
