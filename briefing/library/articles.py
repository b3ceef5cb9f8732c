"""Articles with their findings, as rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from briefing.library import soundness
from briefing.library.cells import record, text, text_in, text_or_none, whole
from briefing.library.codec import Misshapen, dump, load
from briefing.model.article import Article
from briefing.model.facts import Findings
from briefing.model.notice import Notice, Outcome, Severity
from briefing.model.summary import Summary

_Notices = tuple[Notice, ...]
# SQLite takes no more than this many parameters in one statement everywhere.
_AT_ONCE = 500
_SHOWN = "id, path, title, outlet, published, language, url, facts, rules, failed, words"


def put(connection: sqlite3.Connection, article: Article, notices: Sequence[Notice]) -> None:
    """Writes an article; findings of an earlier one with its id go where they may not fit it any more."""
    key, body, remarks = text_in(article.id), dump(article, Article), dump(tuple(notices), _Notices)
    earlier = connection.execute("SELECT body, notices FROM texts WHERE article = ?", (key,)).fetchone()
    if earlier == (body, remarks):
        return
    words = sum(len(article.text[region.start : region.end].split()) for region in article.body())
    shown = [text_in(one) for one in (article.path, article.title, article.outlet, article.published)]
    more = [text_in(one) for one in (article.language, article.url)]
    connection.execute(
        "INSERT INTO articles (id, path, title, outlet, published, language, url, words)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET path = excluded.path, title = excluded.title, outlet = excluded.outlet,"
        " published = excluded.published, language = excluded.language, url = excluded.url, words = excluded.words,"
        " version = version + 1",
        (key, *shown, *more, words),
    )
    connection.execute(
        "INSERT INTO texts (article, body, notices) VALUES (?, ?, ?)"
        " ON CONFLICT (article) DO UPDATE SET body = excluded.body, notices = excluded.notices",
        (key, body, remarks),
    )
    if earlier is not None and earlier[0] != body:
        connection.execute("DELETE FROM findings WHERE article = ?", (key,))
        connection.execute("UPDATE articles SET facts = NULL, rules = NULL, failed = 0 WHERE id = ?", (key,))


def put_findings(connection: sqlite3.Connection, outcome: Outcome[Findings], rules: str) -> None:
    """Writes what was found in an article that is in the file; what was found before goes."""
    found = outcome.value
    facts = sum(map(len, (found.events, found.attendees, found.commitments, found.quotes, found.figures)))
    failed = any(notice.severity is Severity.ERROR for notice in outcome.notices)
    connection.execute(
        "INSERT INTO findings (article, body, notices) VALUES (?, ?, ?)"
        " ON CONFLICT (article) DO UPDATE SET body = excluded.body, notices = excluded.notices",
        (text_in(found.article), dump(found, Findings), dump(outcome.notices, _Notices)),
    )
    connection.execute(
        "UPDATE articles SET facts = ?, rules = ?, failed = ?, version = version + 1 WHERE id = ?",
        (facts, rules, int(failed), text_in(found.article)),
    )


def summaries(connection: sqlite3.Connection, ids: Sequence[str] | None) -> tuple[Summary, ...]:
    """Summaries of those of `ids` that are in the file, in that order; of all in the order of the list for `None`."""
    if ids is None:
        rows = connection.execute(
            f"SELECT {_SHOWN} FROM articles LEFT JOIN listing ON listing.article = articles.id"  # noqa: S608 - fixed
            " ORDER BY listing.position IS NULL, listing.position, articles.id"
        )
        return tuple([_summary(row) for row in rows.fetchall()])
    found = {text(row[0]): row for row in _rows(connection, f"SELECT {_SHOWN} FROM articles WHERE id", ids)}  # noqa: S608
    return tuple([_summary(found[one]) for one in ids if one in found])


def articles(connection: sqlite3.Connection, ids: Sequence[str]) -> tuple[Article, ...]:
    """Those of `ids` that are in the file, in that order."""
    read = {}
    for key, body in _rows(connection, "SELECT article, body FROM texts WHERE article", ids):
        article = load(record(body), Article)
        if article.id != text(key):
            raise Misshapen("an article under another's id")
        read[article.id] = article
    return tuple([read[one] for one in ids if one in read])


def findings(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Outcome[Findings]]:
    """What was found in those of `ids` in which facts have been looked for, in that order."""
    read = {}
    for key, body, notices in _rows(connection, "SELECT article, body, notices FROM findings WHERE article", ids):
        found = load(record(body), Findings)
        if found.article != text(key):
            raise Misshapen("findings of another article")
        soundness.check(found)
        read[found.article] = Outcome(value=found, notices=_notices(notices))
    return {one: read[one] for one in ids if one in read}


def notices(connection: sqlite3.Connection, ids: Sequence[str]) -> tuple[Notice, ...]:
    """What there was to say when those of `ids` were read, in that order."""
    rows = _rows(connection, "SELECT article, notices FROM texts WHERE article", ids)
    read = {text(key): _notices(body) for key, body in rows}
    return tuple([notice for one in ids for notice in read.get(one, ())])


def versions(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, int]:
    """A number for each of `ids` that is in the file, another one whenever the article or its findings are."""
    rows = _rows(connection, "SELECT id, version FROM articles WHERE id", ids)
    return {text(key): whole(version) for key, version in rows}


def forget_unlisted(connection: sqlite3.Connection) -> bool:
    """Removes articles that are not in the list, with their texts and findings; whether there were any."""
    gone = connection.execute("DELETE FROM articles WHERE id NOT IN (SELECT article FROM listing)").rowcount
    return gone > 0


def _rows(connection: sqlite3.Connection, select: str, ids: Iterable[str]) -> list[tuple[object, ...]]:
    """The rows of `select ... IN (ids)`, in no order."""
    wanted = [text_in(one) for one in dict.fromkeys(ids)]
    found: list[tuple[object, ...]] = []
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        found += connection.execute(f"{select} IN ({','.join('?' * len(some))})", some).fetchall()
    return found


def _notices(body: object) -> _Notices:
    return load(record(body), _Notices)


def _summary(row: tuple[object, ...]) -> Summary:
    key, path, title, outlet, published, language, url, facts, rules, failed, words = row
    return Summary(
        id=text(key),
        path=text(path),
        title=text_or_none(title),
        outlet=text_or_none(outlet),
        published=text_or_none(published),
        language=text_or_none(language),
        url=text_or_none(url),
        facts=None if facts is None else whole(facts),
        rules=text_or_none(rules),
        failed=whole(failed) != 0,
        words=whole(words),
    )
