"""The fields beside text, title, date and people: newscrawl and the peers that offer any of them.

Gold is ``fields.jsonl`` beside the pages' gold: for each field the values that a careful reader accepts, null
among them where nothing is right. Texts are compared by their words, tags as a set, the main picture by the
end of its address, moments to the minute. A field that a peer's interface does not have is shown as a dash;
where a page shows nothing, nothing is right.
"""

# ruff: noqa: PLC0415 - a peer is imported where it is called

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote, urlsplit

from benchmarks.pages import SavedPage, read_gold, read_index
from benchmarks.report import CannotMeasureError, Options, Section, table
from benchmarks.systems import LANGUAGE
from newscrawl import items

Values = dict[str, Any]
FIELDS = ("description", "section", "tags", "image", "caption", "credit", "modified_at")
_SIGNS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
_GOLD = "fields.jsonl"
_QUICK_PAGES = 10


def measure(options: Options) -> Section:
    """Each system's share of pages whose value is right, for every field it offers."""
    gold = read_gold(options.gold.parent / _GOLD)[: _QUICK_PAGES if options.quick else None]
    pages = {page.file: page for page in read_index(options.pages, options.index)}
    wanted = [(row, pages[row["file"]]) for row in gold if row["file"] in pages]
    if not wanted:
        raise CannotMeasureError(f"no row of {_GOLD} names a page of {options.index}")
    head = ("System", *FIELDS)
    rows = [[name, *_shares(name, load, wanted)] for name, load in _SYSTEMS.items()]
    note = f"Share of {len(wanted)} pages on which the value, or that there is none, is right."
    return Section(f"{table(head, rows)}\n{note}", {})


def _shares(
    name: str, load: Callable[[], Callable[[bytes, str], Values]], wanted: list[tuple[Values, SavedPage]]
) -> list[str]:
    try:
        read = load()
    except ImportError:
        print(f"  {name}: not installed", file=sys.stderr)
        return ["not installed", *["–"] * (len(FIELDS) - 1)]
    answers = [(row, _answer(read, page)) for row, page in wanted]
    offered = {field for _, answer in answers for field in answer}
    return [_share(field, answers) if field in offered else "–" for field in FIELDS]


def _answer(read: Callable[[bytes, str], Values], page: SavedPage) -> Values:
    try:
        return read(page.path.read_bytes(), page.url)
    except Exception:  # a peer may raise anything, and then it gives nothing
        return {}


def _share(field: str, answers: Iterable[tuple[Values, Values]]) -> str:
    scored = [pair for pair in answers if pair[0][field] is not None and not pair[0].get(f"{field}_any")]
    right = [is_right(field, row, answer.get(field)) for row, answer in scored]
    return f"{sum(right) / len(right):.3f}" if right else "–"


def is_right(field: str, gold: Values, value: Any) -> bool:
    """Whether ``value`` is one that the row ``gold`` accepts for ``field``; an empty one is none."""
    if field == "tags":
        given = {_words(name) for name in value or ()} - {""}
        return given in [set(map(_words, names)) for names in (gold["tags"], *gold.get("tags_also", ()))]
    accepted = gold[field]
    if not value:
        return None in accepted
    known = [choice for choice in accepted if choice is not None]
    if field == "image":
        return any(_address(value).endswith(_address(choice)) for choice in known)
    if field == "modified_at":
        return any(_is_same_minute(value, choice) for choice in known)
    return _words(value) in map(_words, known)


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.translate(_SIGNS).casefold()))


def _address(url: str) -> str:
    return unquote(urlsplit(url)._replace(query="", fragment="").geturl()).casefold()


def _is_same_minute(one: str, other: str) -> bool:
    try:
        moment = datetime.fromisoformat(one)
    except ValueError:
        return False
    return moment.tzinfo is not None and abs((moment - datetime.fromisoformat(other)).total_seconds()) < 60


def _newscrawl(*, site_rules: bool) -> Callable[[bytes, str], Values]:
    from newscrawl import extract

    def read(source: bytes, url: str) -> Values:
        return values_of(extract(source, url, fetched_at=datetime.now(UTC), site_rules=site_rules))

    return read


def values_of(article: items.Article) -> Values:
    """What a record says of each of :data:`FIELDS`."""
    main = article.images[0] if article.images else None
    return {
        "description": article.description,
        "section": article.section,
        "tags": article.tags,
        "image": main.url if main else None,
        "caption": main.caption if main else None,
        "credit": main.credit if main else None,
        "modified_at": article.modified_at.isoformat() if article.modified_at else None,
    }


def field_gold(options: Options) -> list[Values]:
    """The rows of gold for the other fields beside the pages' gold; none where the folder has none."""
    path = options.gold.parent / _GOLD
    return read_gold(path) if path.exists() else []


def are_right(gold: Values, values: Values) -> bool:
    """Whether each value that is scored on a page is one that its row accepts."""
    scored = [field for field in FIELDS if gold[field] is not None and not gold.get(f"{field}_any")]
    return all(is_right(field, gold, values.get(field)) for field in scored)


def _trafilatura() -> Callable[[bytes, str], Values]:
    from trafilatura import bare_extraction

    def read(source: bytes, url: str) -> Values:
        found = bare_extraction(source, url=url, with_metadata=True, include_comments=False)
        if found is None:
            return {}
        return {
            "description": found.description,
            "section": found.categories[0] if found.categories else None,
            "tags": found.tags,
            "image": found.image,
        }

    return read


def _newspaper() -> Callable[[bytes, str], Values]:
    from newspaper import Article
    from w3lib.encoding import html_to_unicode

    def read(source: bytes, url: str) -> Values:
        article = Article(url, language=LANGUAGE, fetch_images=False)
        article.download(input_html=html_to_unicode(None, source)[1])
        article.parse()
        return {
            "description": article.meta_description,
            "tags": list(article.tags or ()),
            "image": article.top_image,
        }

    return read


_SYSTEMS: dict[str, Callable[[], Callable[[bytes, str], Values]]] = {
    "newscrawl": lambda: _newscrawl(site_rules=True),
    "newscrawl, no site rules": lambda: _newscrawl(site_rules=False),
    "trafilatura": _trafilatura,
    "newspaper4k": _newspaper,
}
