"""What is left of the figures when pages are taken apart: names and wrappers changed, statements removed.

``python -m benchmarks robustness [--pages DIR]`` scores every page of a folder with gold as it is, and once
for each way of :data:`WAYS`. No publisher facts are used. Templates change in these ways from year to year;
a reader that leans on one sign alone falls with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from zlib import crc32

from lxml import etree, html

from benchmarks.fields import FIELDS, are_right, field_gold, values_of
from benchmarks.pages import SavedPage, read_gold, read_index
from benchmarks.report import Options, Section, table
from benchmarks.scoring import Row, summarize
from newscrawl.reading import UnreadablePageError, parse
from newscrawl.reading.extracting import extract

Way = Callable[[html.HtmlElement], None]
"""Takes a page's tree apart, in place."""

_QUICK = 12
_NOW = datetime(2026, 11, 28, tzinfo=UTC)
_NAMED = etree.XPath("//*[@class or @id]")
_SCRIPTS = etree.XPath("//script")
_METAS = etree.XPath("//meta[not(@charset or @http-equiv)]")
_ITEMS = etree.XPath("//*[@itemprop or @itemtype or @datetime or @property][not(self::meta)]")
_BOXES = etree.XPath("//div | //section | //article | //main | //aside | //header | //footer")
_DATED = etree.XPath("//time | //*[@title or @*[starts-with(name(), 'data-')]]")
_LINKS = etree.XPath("//a[@href]")
_DATE_ATTRIBUTE = re.compile(r"title|data-[\w-]*(?:date|time|publish|tgl|tanggal)[\w-]*")
_DAYS = re.compile(r"/(?:19|20)\d\d(?:/\d{1,2}){0,2}(?=/)|/20\d{6,12}(?=[-/])")
_HEADLINES = etree.XPath("//h1")
_PARAGRAPHS = etree.XPath("//body//p")


def measure(options: Options) -> Section:
    """The section of the report: body, refusals, title, date, authors and the other fields for each way."""
    pages = read_index(options.pages, options.index)
    gold = {row["file"]: row for row in read_gold(options.gold)}
    pages = [page for page in pages if page.file in gold][: _QUICK if options.quick else None]
    rows = [gold[page.file] for page in pages]
    fields = [row for row in field_gold(options) if row["file"] in {page.file for page in pages}]
    body = [_figures(name, rows, fields, _answers(pages, way)) for name, way in WAYS.items()]
    head = [
        "pages",
        "body F1",
        "exact",
        "articles refused",
        "others refused",
        "title",
        "date",
        "authors",
        "invented",
        "all other fields",
    ]
    return Section(
        f"{table(head, body)}\n{len(rows)} pages, read without publisher facts; each way alone changes every"
        f" page of the folder. The other fields are {', '.join(FIELDS)}: the share of {len(fields)} pages on"
        " which all are right; what only the head says is lost where that goes.\n"
    )


def _figures(name: str, rows: list[Row], fields: list[Row], answers: Mapping[str, Row]) -> list[str]:
    found = summarize(rows, answers)
    articles = [row["file"] for row in rows if row["kind"] == "article"]
    refused = sum(not answers.get(file, {}).get("body") for file in articles)
    figures = (
        found.f1,
        found.exact,
        refused / max(len(articles), 1),
        found.refused,
        found.title,
        found.published,
        found.authors,
        _invented(rows, answers),
        sum(are_right(row, answers.get(row["file"], {})) for row in fields) / max(len(fields), 1),
    )
    return [name, *(f"{figure:.3f}" for figure in figures)]


def _invented(rows: list[Row], answers: Mapping[str, Row]) -> float:
    """The share of the articles without an author that come with one."""
    nobodys = [row["file"] for row in rows if row["kind"] == "article" and not row.get("authors")]
    return sum(bool(answers.get(file, {}).get("authors")) for file in nobodys) / max(len(nobodys), 1)


def _answers(pages: list[SavedPage], way: Way) -> dict[str, Row]:
    answers: dict[str, Row] = {}
    for page in pages:
        try:
            source = apart(page.path.read_bytes(), page.url, way)
            url = _DAYS.sub("/berita", page.url) if way is with_shown_dates else page.url
            record = extract(source, url, fetched_at=_NOW, site_rules=False)
        except UnreadablePageError:
            continue
        published = record.published_at.isoformat() if record.published_at else None
        answers[page.file] = {
            "title": record.title,
            "published_at": published,
            "authors": record.authors,
            "body": record.body,
            **values_of(record),
        }
    return answers


def apart(source: bytes, url: str, way: Way) -> bytes:
    """The page with one way done to it; as it was where nothing is done.

    Raises:
        UnreadablePageError: nothing in ``source`` could be parsed.
    """
    if way is as_published:
        return source
    root = parse(source, url).root
    way(root)
    return etree.tostring(root, encoding="utf-8", method="html")


def as_published(root: html.HtmlElement) -> None:
    """Nothing."""


def rename(root: html.HtmlElement) -> None:
    """Give every class and id a name without a meaning, the same for the same."""
    for element in _NAMED(root):
        for key in ("class", "id"):
            if element.get(key):
                element.set(key, " ".join(map(_nonsense, element.get(key).split())))


@cache
def _nonsense(name: str) -> str:
    return f"x{crc32(name.encode()):08x}"


def unname(root: html.HtmlElement) -> None:
    """Take every class and id away."""
    for element in _NAMED(root):
        for key in ("class", "id"):
            element.attrib.pop(key, None)


def flatten_boxes(root: html.HtmlElement) -> None:
    """Make every sectioning element a ``<div>``."""
    for element in _BOXES(root):
        element.tag = "div"


def wrap(root: html.HtmlElement) -> None:
    """Put every paragraph into a box of its own."""
    for paragraph in _PARAGRAPHS(root):
        parent = paragraph.getparent()
        if parent is None:
            continue
        box = html.Element("div")
        box.tail, paragraph.tail = paragraph.tail, None
        parent.replace(paragraph, box)
        box.append(paragraph)


def unparagraph(root: html.HtmlElement) -> None:
    """Make every paragraph a ``<div>``."""
    for paragraph in _PARAGRAPHS(root):
        paragraph.tag = "div"


def without_metas(root: html.HtmlElement) -> None:
    """Take the meta tags away."""
    _remove(_METAS(root))


def without_data(root: html.HtmlElement) -> None:
    """Take every script away, and with them the structured data."""
    _remove(_SCRIPTS(root))


def without_statements(root: html.HtmlElement) -> None:
    """Take away all that is written for machines: metas, scripts, microdata."""
    without_metas(root)
    without_data(root)
    for element in _ITEMS(root):
        for key in ("itemprop", "itemtype", "itemscope", "datetime", "property", "content"):
            element.attrib.pop(key, None)


def with_shown_dates(root: html.HtmlElement) -> None:
    """Leave of dates what a reader sees: no statements, no attributes, no ``<time>``."""
    without_statements(root)
    for element in _DATED(root):
        if element.tag == "time":
            element.tag = "span"
        for key in [name for name in element.attrib if _DATE_ATTRIBUTE.fullmatch(name)]:
            del element.attrib[key]


def without_names(root: html.HtmlElement) -> None:
    """Rename, and let every link lead to an address without a meaning, as in another system."""
    rename(root)
    for anchor in _LINKS(root):
        anchor.attrib.pop("rel", None)
        anchor.set("href", f"/{_nonsense(anchor.get('href'))}")


def lower_headlines(root: html.HtmlElement) -> None:
    """Make every ``<h1>`` an ``<h3>``."""
    for headline in _HEADLINES(root):
        headline.tag = "h3"


def everything(root: html.HtmlElement) -> None:
    """No names, no statements, ``<div>`` for every box."""
    unname(root)
    without_statements(root)
    flatten_boxes(root)


def _remove(elements: list[html.HtmlElement]) -> None:
    for element in elements:
        element.drop_tree()


WAYS: dict[str, Way] = {
    "as published": as_published,
    "classes and ids renamed": rename,
    "classes and ids removed": unname,
    "every box a div": flatten_boxes,
    "a box around each paragraph": wrap,
    "every paragraph a div": unparagraph,
    "meta tags removed": without_metas,
    "scripts and structured data removed": without_data,
    "all statements for machines removed": without_statements,
    "all statements removed, days in addresses and attributes too": with_shown_dates,
    "classes, ids and addresses of links renamed": without_names,
    "h1 made h3": lower_headlines,
    "no names, no statements, no boxes": everything,
}
"""The ways by what a reader of the table calls them."""
