"""One article in the forms that people read or annotate: plain text, Markdown, TEI."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from newscrawl.items import Article
from newscrawl.record.as_json import to_json
from newscrawl.record.printable import printable, printable_json

_TEI = "http://www.tei-c.org/ns/1.0"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKS = re.compile(r"^([#>*+-]|\d+[.)])(?=\s)|([\\`*_\[\]<])", re.MULTILINE)


def as_text(article: Article) -> str:
    """The headline and the text, paragraphs apart by a blank line."""
    parts = [article.title or "", *_paragraphs(article)]
    return "\n\n".join(printable(part) for part in parts if part)


def as_markdown(article: Article) -> str:
    """CommonMark: the headline, who, when and where on a line, the text."""
    when = article.published_at.isoformat() if article.published_at else ""
    about = " · ".join(filter(None, [", ".join(article.authors), when, article.section or ""]))
    parts = [f"# {_escaped(article.title or article.url)}", _escaped(about), f"<{article.url}>"]
    return "\n\n".join(filter(None, [*parts, *map(_escaped, _paragraphs(article))]))


def as_tei(article: Article) -> str:
    """XML by the Text Encoding Initiative (TEI P5): a header with what is known, the text in paragraphs."""
    root = Element("TEI", xmlns=_TEI)
    header = SubElement(root, "teiHeader")
    described = SubElement(header, "fileDesc")
    titles = SubElement(described, "titleStmt")
    _add(titles, "title", article.title or article.url, type="main")
    for name in article.authors:
        _add(titles, "author", name)
    for name in article.editors:
        _add(titles, "editor", name)
    published = SubElement(described, "publicationStmt")
    _add(published, "publisher", article.site)
    if article.published_at:
        moment = article.published_at.isoformat()
        _add(published, "date", moment, when=moment)
    source = SubElement(SubElement(described, "sourceDesc"), "bibl")
    _add(source, "ref", article.url, target=article.url)
    _add_profile(header, article)
    division = SubElement(SubElement(SubElement(root, "text"), "body"), "div", type="article")
    for paragraph in _paragraphs(article):
        _add(division, "p", paragraph)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode")


def as_json(article: Article) -> str:
    """The record on one line."""
    return printable_json(to_json(article))


FORMS: dict[str, Callable[[Article], str]] = {
    "json": as_json,
    "text": as_text,
    "md": as_markdown,
    "xml": as_tei,
}
"""What writes an article in each form."""

ENDINGS = {"json": ".json", "text": ".txt", "md": ".md", "xml": ".xml"}

LINES = ("", ".json", ".jsonl", ".jl", ".ndjson")
"""How files of records may end; the first where nothing stands behind the name."""


def _add_profile(header: Element, article: Article) -> None:
    if not (article.description or article.language or article.tags or article.section):
        return
    profile = SubElement(header, "profileDesc")
    if article.description:
        _add(SubElement(profile, "abstract"), "p", article.description)
    if article.language:
        _add(SubElement(profile, "langUsage"), "language", article.language, ident=article.language)
    words = [*filter(None, [article.section]), *article.tags]
    if words:
        keywords = SubElement(SubElement(profile, "textClass"), "keywords")
        for word in words:
            _add(keywords, "term", word)


def _add(parent: Element, name: str, text: str, **attributes: str) -> None:
    clean = {key: _NOT_XML.sub("", value) for key, value in attributes.items()}
    SubElement(parent, name, clean).text = _NOT_XML.sub("", text)


def _paragraphs(article: Article) -> list[str]:
    return [part for part in (article.body or "").split("\n\n") if part]


def _escaped(text: str) -> str:
    """A text in which Markdown finds no marks."""
    return _MARKS.sub(r"\\\1\2", printable(text))
