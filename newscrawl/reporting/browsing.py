"""The archive in a browser: what is shown of it, and which questions are ready to ask."""

from __future__ import annotations

from typing import Any

from newscrawl.archive.engines.sqlite.words import match_expression
from newscrawl.archive.query import QueryError, parse_query

DATABASE = "archive"
"""The name of the archive in addresses."""

STATIC = "newscrawl"
"""Where newscrawl's own files are served."""

VIEW = "news"
"""A line an article. It exists in the connections of who browses, never in the archive itself."""

_RECORD = "(SELECT record FROM versions WHERE versions.key = articles.latest)"
SELECT_VIEW = f"""\
SELECT key, title, site, published_at, day, substr(day, 1, 7) AS month, section,
       json_extract({_RECORD}, '$.authors') AS authors, language, length, version, url,
       substr(json_extract({_RECORD}, '$.body'), 1, 200) AS beginning
FROM articles"""
"""Subqueries and no join: so counts and facets leave the records alone but where they need them."""

SETTINGS = {
    "allow_download": False,
    "suggest_facets": False,
    "sql_time_limit_ms": 10_000,
    "facet_time_limit_ms": 3_000,
    "default_facet_size": 15,
    "truncate_cells_html": 300,
}

_WAY_IN = f'<a href="/{DATABASE}/{VIEW}">All articles, with search and facets</a>'
_SHOWN = {"articles", "versions", "runs"}
_OF_SITE = "(:site = '' OR site = :site)"

_QUERIES: dict[str, tuple[str, str, str]] = {
    "search": (
        "Search, best matches first",
        'All words must occur. "Words in quotes" stand together; banjir OR gempa; banjir -jakarta; panen*',
        "SELECT articles.key, articles.title, site, published_at, section, url FROM words"
        " JOIN articles ON articles.key = words.rowid WHERE words MATCH search_words(:words)"
        f" AND {_OF_SITE} ORDER BY bm25(words, 5.0, 1.0) LIMIT 200",
    ),
    "article": (
        "One article with its whole text",
        "By its key. Every title on the other pages leads here.",
        "SELECT articles.key, articles.title, articles.site,"
        " json_extract(record, '$.published_at') AS published_at, articles.url,"
        " json_extract(record, '$.authors') AS authors, json_extract(record, '$.body') AS body"
        " FROM articles JOIN versions ON versions.key = articles.latest WHERE articles.key = :key",
    ),
    "newest": (
        "The newest articles, of one site or of all",
        "",
        "SELECT key, title, site, published_at, section, url FROM articles"
        f" WHERE {_OF_SITE} AND published_at IS NOT NULL ORDER BY published_at DESC LIMIT 200",
    ),
    "days": (
        "Articles a day and site",
        "The last 60 days with articles; of one site or of all.",
        "SELECT day, site, count(*) AS articles FROM articles WHERE day IN"
        " (SELECT DISTINCT day FROM articles WHERE day IS NOT NULL ORDER BY day DESC LIMIT 60)"
        f" AND {_OF_SITE} GROUP BY day, site ORDER BY day DESC, articles DESC, site",
    ),
    "months": (
        "Articles a month and site",
        "",
        "SELECT substr(day, 1, 7) AS month, site, count(*) AS articles FROM articles"
        f" WHERE day IS NOT NULL AND {_OF_SITE} GROUP BY month, site"
        " ORDER BY month DESC, articles DESC, site",
    ),
    "sections": (
        "The sections of each site",
        "",
        f"SELECT site, section, count(*) AS articles FROM articles WHERE {_OF_SITE}"
        " GROUP BY site, section ORDER BY site, articles DESC, section",
    ),
    "authors": (
        "Who writes most",
        "At one site or at all.",
        "SELECT author.value AS author, site, count(*) AS articles FROM articles"
        " JOIN versions ON versions.key = articles.latest, json_each(record, '$.authors') AS author"
        f" WHERE {_OF_SITE} GROUP BY author, site ORDER BY articles DESC, author LIMIT 200",
    ),
    "copies": (
        "Who copies whom",
        "Likely origin and copier, by texts that are nearly the same.",
        "SELECT origins.site AS origin, articles.site AS copier, count(*) AS articles FROM articles"
        " JOIN clusters ON clusters.key = articles.cluster JOIN articles AS origins"
        " ON origins.key = clusters.origin WHERE origins.key <> articles.key"
        " GROUP BY origin, copier ORDER BY articles DESC, origin, copier",
    ),
    "same": (
        "Articles with nearly the same text",
        "By the key of one of them; the likely origin is the first that was published.",
        "SELECT others.key, others.title, others.site, others.published_at, others.url FROM articles"
        " JOIN articles AS others ON others.cluster = articles.cluster WHERE articles.key = :key"
        " ORDER BY others.published_at",
    ),
    "edited": (
        "Articles that were edited most",
        "",
        f"SELECT key, title, site, version AS versions, published_at, url FROM articles"
        f" WHERE version > 1 AND {_OF_SITE} ORDER BY version DESC, key DESC LIMIT 200",
    ),
    "versions": (
        "The versions of an article",
        "By its key, the newest first.",
        "SELECT number AS version, stored_at, json_extract(record, '$.title') AS headline,"
        " json_extract(record, '$.modified_at') AS modified_at, json_extract(record, '$.body') AS body"
        " FROM versions WHERE article = :key ORDER BY number DESC",
    ),
    "failures": (
        "Pages that gave no article, by site and reason",
        "",
        "SELECT site, reason, count(*) AS pages, max(url) AS example FROM urls"
        f" WHERE reason IS NOT NULL AND {_OF_SITE} GROUP BY site, reason ORDER BY pages DESC, site",
    ),
    "runs": (
        "The latest runs",
        "",
        "SELECT site, started_at, ended_at, outcome, json_extract(counts, '$.newscrawl/articles') AS found,"
        " json_extract(counts, '$.newscrawl/archive/new') AS new,"
        " json_extract(counts, '$.newscrawl/archive/updated') AS updated FROM runs"
        f" WHERE {_OF_SITE} ORDER BY key DESC LIMIT 500",
    ),
}


def metadata(path: str, tables: list[str]) -> dict[str, Any]:
    """What Datasette is told: the view with search and facets, and the common questions.

    ``tables`` are the tables of the archive at ``path``; those that only newscrawl needs are hidden.
    """
    shown: dict[str, Any] = {name: {"hidden": True} for name in tables if name not in _SHOWN}
    shown[VIEW] = {
        "title": "Articles",
        "description": "The latest stored first. A click on a column sorts by it, on a title opens the text.",
        "fts_table": "words",
        "fts_pk": "key",
        # The order of storing needs no sorting, whatever the size of the archive.
        "sort_desc": "key",
        "facets": ["site", "section", "month", {"array": "authors"}],
        "size": 50,
    }
    queries = {
        name: {"title": title, "description": description, "sql": sql, "hide_sql": True}
        for name, (title, description, sql) in _QUERIES.items()
    }
    return {
        "title": "newscrawl archive",
        "description": path,
        "extra_css_urls": [f"/{STATIC}/browse.css"],
        "databases": {DATABASE: {"description_html": _WAY_IN, "tables": shown, "queries": queries}},
    }


def search_words(text: str) -> str:
    """What was typed into a search box as an FTS5 expression, as ``newscrawl search`` reads it.

    Words that name nothing give an expression that finds nothing.
    """
    try:
        return match_expression(parse_query(text))
    except QueryError:
        return '""'
