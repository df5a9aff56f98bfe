"""What a crawl did, on one screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newscrawl.items import Article
from newscrawl.monitoring.overlooked import given_up, overlooked
from newscrawl.record.outcome import Outcome
from newscrawl.record.printable import printable

FAILED = "newscrawl/failed/"
UNFIT_CERTIFICATES = "newscrawl/certificates/unfit"
"""Statistic: how many hosts showed a certificate that does not fit."""
_UNWANTED = "newscrawl/unwanted/"
_NOT_ASKED_FOR = {
    "query": "without the words",
    "range": "out of the range",
    "sections": "of other sections",
}
_LISTING = "listing"
_LISTINGS = "newscrawl/listings/failed/"
_LABEL_WIDTH = 12
_EXCERPT = 300


def failures(stats: Mapping[str, Any]) -> dict[str, int]:
    """Pages that gave no article, by reason, most frequent first."""
    counts = {key.removeprefix(FAILED): value for key, value in stats.items() if key.startswith(FAILED)}
    return dict(sorted(counts.items(), key=lambda pair: -pair[1]))


def failed_text(stats: Mapping[str, Any]) -> str:
    """How many pages failed and why, such as ``4 (http-404 2, listing connect 2)``."""
    counts = failures(stats)
    pages = {reason: count for reason, count in counts.items() if reason != _LISTING}
    why = {
        f"{_LISTING} {name.removeprefix(_LISTINGS)}": count
        for name, count in sorted(stats.items(), key=lambda pair: str(pair[0]))
        if name.startswith(_LISTINGS)
    }
    unexplained = counts.get(_LISTING, 0) - sum(why.values())
    named = pages | why | ({_LISTING: unexplained} if unexplained > 0 else {})
    reasons = ", ".join(f"{reason} {count}" for reason, count in named.items())
    return str(sum(counts.values())) + (f" ({reasons})" if reasons else "")


def summary_lines(outcome: Outcome, *, output: str, first: Article | None) -> list[str]:
    """The lines of the summary: counts, failures by reason, where the file is, and the first record."""
    stats = outcome.stats
    rows = [
        ("site", outcome.site),
        ("articles", _stored(stats)),
        *_late(stats),
        ("requests", str(stats.get("downloader/request_count", 0))),
        ("errors", failed_text(stats)),
        *_incomplete(stats),
        *_left_out(stats),
        *_browser(stats),
        *_certificates(stats),
        *(("overlooked", line) for line in overlooked(stats)),
        *(("given up", line) for line in given_up(stats)),
        ("seconds", f"{stats.get('elapsed_time_seconds', 0.0):.1f}"),
        ("ended", f"{outcome.state}{f': {outcome.note}' if outcome.note else ''}"),
        ("file", output),
    ]
    lines = [f"{label:<{_LABEL_WIDTH}}{printable(value)}" for label, value in rows]
    return lines if first is None else [*lines, "", "first record", *_record_lines(first)]


def _incomplete(stats: Mapping[str, Any]) -> list[tuple[str, str]]:
    """A row where articles are stored without a part of their text."""
    count = stats.get("newscrawl/pages/failed", 0)
    return (
        [("incomplete", f"{count} further page{'s' * (count != 1)} of split articles missing")]
        if count
        else []
    )


def _left_out(stats: Mapping[str, Any]) -> list[tuple[str, str]]:
    """A row where articles were fetched that were not asked for, or not fetched for what a listing says."""
    counts = {said: stats.get(f"{_UNWANTED}{part}", 0) for part, said in _NOT_ASKED_FOR.items()}
    counts["out of the range by their listing's dates"] = stats.get("newscrawl/discovery/out_of_range", 0)
    told = ", ".join(f"{count} {said}" for said, count in counts.items() if count)
    return [("left out", told)] if told else []


def _stored(stats: Mapping[str, Any]) -> str:
    """How many articles are stored now that were not, and how many were as they are stored already."""
    kept = {name: stats.get(f"newscrawl/archive/{name}", 0) for name in ("new", "updated", "unchanged")}
    # A crawl without an archive stores nothing, and says what it read.
    stored = kept["new"] + kept["updated"] if any(kept.values()) else stats.get("newscrawl/articles", 0)
    return f"{stored} ({kept['unchanged']} unchanged)" if kept["unchanged"] else str(stored)


def _late(stats: Mapping[str, Any]) -> list[tuple[str, str]]:
    """A row where the files also got what earlier runs could not write."""
    count = stats.get("newscrawl/delivered_late", 0)
    return [("late", f"{count} of earlier runs, which could not be written then")] if count else []


def _browser(stats: Mapping[str, Any]) -> list[tuple[str, str]]:
    """A row where a browser was to draw pages."""
    told = {"pages": "drawn", "failed": "not to be drawn", "put_off": "left to the next run"}
    counts = {said: stats.get(f"newscrawl/browser/{name}", 0) for name, said in told.items()}
    row = ", ".join(f"{count} {said}" for said, count in counts.items() if count)
    return [("browser", f"pages: {row}")] if row else []


def _certificates(stats: Mapping[str, Any]) -> list[tuple[str, str]]:
    """A row where hosts showed certificates that do not fit."""
    count = stats.get(UNFIT_CERTIFICATES, 0)
    return [("unfit TLS", f"{count} host{'s' if count != 1 else ''} (the log says why)")] if count else []


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
