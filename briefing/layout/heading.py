"""What a brief calls itself: its title, its kind, the lines at the edge of its pages."""

from __future__ import annotations

from briefing.layout.clean import folded, shortened
from briefing.layout.desk import Desk
from briefing.layout.weave import plain, run
from briefing.model.manuscript import Furniture, Properties, Run, Runs

# The kinds of document that the catalogue words; anything else in a template is the user's own wording.
TITLE_KEYS = ("title.brief", "title.one_page", "title.quotes")

# Room for about three lines of a title and half a line at the edge of a page.
_LONGEST_TITLE = 220
_LONGEST_EDGE = 90
_MOST_NAMES = 4
_MOST_KEYWORDS = 12


def title(desk: Desk) -> Runs:
    """The title given, else the event's name, else one made of the events' names, else the kind of document."""
    given = folded(desk.settings.title or "")
    if given:
        return (run(shortened(given, _LONGEST_TITLE)),)
    named = [event.name for event in desk.whole.events if event.name is not None and folded(event.name.text)]
    if not named:
        return (run(kind_of_document(desk)),)
    room = _LONGEST_TITLE // min(len(named), _MOST_NAMES)
    names: list[Run] = [desk.label_of(name, most=room) for name in named[:_MOST_NAMES]]
    if len(named) == 1:
        return (names[0],)
    items: list[Runs] = [(name,) for name in names]
    if len(named) > _MOST_NAMES:
        items.append((desk.count("glance.others", len(named) - _MOST_NAMES),))
    return desk.phrase("title.events", events=desk.listing(items))


def kind_of_document(desk: Desk) -> str:
    """What sort of paper it is, as the template has it."""
    wanted = desk.settings.template.title
    return desk.locale.text(wanted) if wanted in TITLE_KEYS else shortened(wanted, _LONGEST_EDGE)


def furniture(desk: Desk) -> Furniture:
    """The edges of every page: the marking above the title's beginning, kind and reader below."""
    settings = desk.settings
    edge = [shortened(settings.marking or "", _LONGEST_EDGE), shortened(plain(title(desk)), _LONGEST_EDGE)]
    foot = [kind_of_document(desk), shortened(settings.prepared_for or "", _LONGEST_EDGE)]
    return Furniture(
        header=" · ".join(part for part in edge if part),
        footer=" · ".join(part for part in foot if part),
        page=desk.locale.text("page.number", page="{page}", pages="{pages}"),
    )


def properties(desk: Desk) -> Properties:
    """What the file says of itself to a search: its title, its events, whom it names."""
    names = [plain(desk.event_name(event)) for event in desk.whole.events[:_MOST_NAMES]]
    return Properties(
        title=plain(title(desk)),
        subject=shortened("; ".join(names), _LONGEST_TITLE),
        keywords=tuple(shortened(each.name, 60) for each in desk.whole.attendees[:_MOST_KEYWORDS] if each.name.strip()),
    )
