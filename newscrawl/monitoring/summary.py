"""What a crawl did, on one screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from newscrawl.items import Article
from newscrawl.runs.outcome import Outcome

FAILED = "newscrawl/failed/"
_LABEL_WIDTH = 12
_EXCERPT = 300


def printable(text: str) -> str:
    """``text`` safe for a terminal: pages cannot move the cursor or hide what stands there."""
    return "".join(" " if unicodedata.category(char).startswith("C") else char for char in text)


def failures(stats: Mapping[str, Any]) -> dict[str, int]:
    """Pages that gave no article, by reason, most frequent first."""
    counts = {key.removeprefix(FAILED): value for key, value in stats.items() if key.startswith(FAILED)}
    return dict(sorted(counts.items(), key=lambda pair: -pair[1]))


def summary_lines(outcome: Outcome, *, output: str, first: Article | None) -> list[str]:
    """The lines of the summary: counts, failures by reason, where the file is, and the first record."""
    stats = outcome.stats
    by_reason = failures(stats)
    reasons = ", ".join(f"{reason} {count}" for reason, count in by_reason.items())
    rows = [
        ("site", outcome.site),
        ("articles", str(stats.get("newscrawl/articles", 0))),
        ("requests", str(stats.get("downloader/request_count", 0))),
        ("errors", f"{sum(by_reason.values())}" + (f" ({reasons})" if reasons else "")),
        ("seconds", f"{stats.get('elapsed_time_seconds', 0.0):.1f}"),
        ("ended", f"{outcome.state}{f': {outcome.note}' if outcome.note else ''}"),
        ("file", output),
    ]
    lines = [f"{label:<{_LABEL_WIDTH}}{value}" for label, value in rows]
    return lines if first is None else [*lines, "", "first record", *_record_lines(first)]


def _record_lines(article: Article) -> list[str]:
    body = article.body or ""
    rows = {
        "title": article.title,
        "published": article.published_at.isoformat() if article.published_at else None,
        "by": ", ".join(article.authors) or "/".join(article.byline_codes) or None,
        "dateline": ", ".join(part for part in (article.dateline, article.source) if part) or None,
        "section": article.section,
        "tags": ", ".join(article.tags) or None,
        "url": article.url,
        "body": body[:_EXCERPT] + ("..." if len(body) > _EXCERPT else ""),
    }
    return [f"  {label:<{_LABEL_WIDTH - 2}}{printable(value)}" for label, value in rows.items() if value]
