"""A watch's matches as an RSS and a JSON feed file, for feed readers.

RSS 2.0 (rssboard.org/rss-specification) and JSON Feed 1.1 (jsonfeed.org/version/1.1).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from newscrawl.watches.watch import Watch

_HOME = "https://github.com/newscrawl/newscrawl"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EXCERPT = 500

Record = dict[str, Any]


def feed_paths(folder: Path, name: str) -> tuple[Path, Path]:
    """The RSS and the JSON file of a watch in a data folder."""
    return folder / "watches" / f"{name}.rss", folder / "watches" / f"{name}.json"


def write_feeds(folder: Path, watch: Watch, records: Sequence[Record]) -> None:
    """Write both files, each whole or not at all; ``records`` come with the newest first."""
    rss, json_feed = feed_paths(folder, watch.name)
    rss.parent.mkdir(parents=True, exist_ok=True)
    _replace(rss, _rss(watch, records))
    _replace(json_feed, _json_feed(watch, records))


def _replace(path: Path, content: bytes) -> None:
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    partial.write_bytes(content)
    partial.replace(path)


def _rss(watch: Watch, records: Sequence[Record]) -> bytes:
    root = Element("rss", version="2.0")
    channel = SubElement(root, "channel")
    about = {"title": f"newscrawl: {watch.words}", "link": _HOME, "description": _about(watch)}
    for name, value in about.items():
        _add(channel, name, value)
    for record in records:
        item = SubElement(channel, "item")
        _add(item, "title", record["title"] or record["url"])
        _add(item, "link", record["url"])
        _add(item, "guid", record["id"]).set("isPermaLink", "false")
        _add(item, "description", _excerpt(record))
        if record["published_at"]:
            _add(item, "pubDate", format_datetime(datetime.fromisoformat(record["published_at"])))
        for tag in record["tags"]:
            _add(item, "category", tag)
    declared: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return declared


def _add(parent: Element, name: str, text: str) -> Element:
    made = SubElement(parent, name)
    made.text = _NOT_XML.sub("", text)
    return made


def _json_feed(watch: Watch, records: Sequence[Record]) -> bytes:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"newscrawl: {watch.words}",
        "description": _about(watch),
        "items": [_item(record) for record in records],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def _item(record: Record) -> Record:
    facts = {
        "id": record["id"],
        "url": record["url"],
        "title": record["title"],
        "content_text": _excerpt(record),
        "date_published": record["published_at"],
        "date_modified": record["modified_at"],
        "authors": [{"name": name} for name in record["authors"]],
        "tags": record["tags"],
        "language": record["language"],
    }
    return {name: value for name, value in facts.items() if value not in (None, [])}


def _about(watch: Watch) -> str:
    where = ", ".join([*watch.regions, *watch.sites]) or "all sites"
    return f"New articles with the words {watch.words} ({where})"


def _excerpt(record: Record) -> str:
    if record["description"]:
        return str(record["description"])
    text = " ".join((record["body"] or "").split())
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rsplit(' ', 1)[0]} ..."
