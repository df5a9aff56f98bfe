"""Scores extracted articles against gold made by hand.

A gold row is a mapping with ``file``, ``site``, ``kind``, ``title``, ``published_at`` (ISO 8601 with offset),
``published_precision`` (``minute`` or ``day``), ``authors``, ``body`` (lines) and ``must_not`` (widget lines
that stand inside the text on the page); ``published_any`` lists every accepted instant where the page
contradicts itself, ``zone_uncertain`` marks a site that states no zone. An answer is a mapping with
``title``, ``published_at``, ``authors`` and ``body`` (a string or lines); a missing answer is an empty one.

Text is compared as *words*: runs of letters, digits and underscores, case folded, zero-width spaces removed.

body F1
    The harmonic mean of precision and recall over the multisets of four-word shingles (a text of fewer words
    is one shingle). Of an empty answer precision is 0 unless the gold is empty too.
body exact
    All words of the gold, no others, in order.
leaks
    Lines of ``must_not`` whose words, in a row, are in the answered body. A line whose words are also in the
    gold body cannot leak and does not count.
title
    The same words. Of pages whose gold has a title.
published
    The instants are less than a minute apart; an answer without offset or that is no ISO 8601 is wrong. Where
    the zone is uncertain, the same wall-clock minute; where the gold knows only the day, the same date.
    Of pages whose gold has a date.
day
    The answer begins with the gold's date: what can be asked of a tool that gives no time.
authors
    The same set of names. Of pages whose gold names somebody.
refused
    Share of the pages that are no articles for which no body is given.

All but *refused* is measured over the pages of kind ``article`` that have a body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean
from typing import Any

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_DAY = len("2026-11-23")

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PageScore:
    """How one article page was read; None where the gold states nothing to compare with."""

    file: str
    site: str
    precision: float
    recall: float
    f1: float
    exact: bool
    can_leak: int
    leaked: tuple[str, ...]
    title: bool | None
    published: bool | None
    day: bool | None
    authors: bool | None


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures of one system over a set of pages, each between 0 and 1 but for the counts."""

    articles: int
    others: int
    f1: float
    f1_sites: float
    precision: float
    recall: float
    exact: float
    leaks: float
    pages_with_leaks: int
    title: float
    published: float
    day: float
    authors: float
    refused: float


def score_page(gold: Row, answer: Row) -> PageScore:
    """Compare the answer for one article page with its gold."""
    wanted, given = words(_text(gold.get("body"))), words(_text(answer.get("body")))
    precision, recall, f1 = _overlap(_shingles(wanted), _shingles(given))
    can_leak = [
        line for line in gold.get("must_not") or () if words(line) and not _within(words(line), wanted)
    ]
    return PageScore(
        file=gold["file"],
        site=gold["site"],
        precision=precision,
        recall=recall,
        f1=f1,
        exact=wanted == given,
        can_leak=len(can_leak),
        leaked=tuple(line for line in can_leak if _within(words(line), given)),
        title=words(answer.get("title")) == words(gold["title"]) if gold.get("title") else None,
        published=_any_instant(gold, answer.get("published_at")),
        day=_any_day(gold, answer.get("published_at")),
        authors=_names(answer) == _names(gold) if gold.get("authors") else None,
    )


def score_pages(gold: Iterable[Row], answers: Mapping[str, Row]) -> list[PageScore]:
    """Scores of all article pages in ``gold``; ``answers`` by file."""
    return [score_page(row, answers.get(row["file"], {})) for row in gold if _is_article(row)]


def summarize(gold: Sequence[Row], answers: Mapping[str, Row]) -> Summary:
    """All figures of one system over ``gold``."""
    pages = score_pages(gold, answers)
    others = [row for row in gold if row["kind"] != "article"]
    sites = {page.site for page in pages}
    can_leak = sum(page.can_leak for page in pages)
    return Summary(
        articles=len(pages),
        others=len(others),
        f1=_mean(page.f1 for page in pages),
        f1_sites=_mean(_mean(page.f1 for page in pages if page.site == site) for site in sites),
        precision=_mean(page.precision for page in pages),
        recall=_mean(page.recall for page in pages),
        exact=_mean(page.exact for page in pages),
        leaks=sum(len(page.leaked) for page in pages) / can_leak if can_leak else 0.0,
        pages_with_leaks=sum(bool(page.leaked) for page in pages),
        title=_mean(page.title for page in pages),
        published=_mean(page.published for page in pages),
        day=_mean(page.day for page in pages),
        authors=_mean(page.authors for page in pages),
        refused=_mean(not _text(answers.get(row["file"], {}).get("body")).strip() for row in others),
    )


def words(text: str | None) -> list[str]:
    """The words of ``text``, as this module compares them."""
    return _WORD.findall((text or "").replace("\u200b", "").casefold())


def _is_article(row: Row) -> bool:
    return row["kind"] == "article" and bool(row.get("body"))


def _text(body: str | Sequence[str] | None) -> str:
    return body if isinstance(body, str) else "\n".join(body or ())


def _shingles(tokens: Sequence[str]) -> Counter[tuple[str, ...]]:
    last = max(len(tokens) - _SHINGLE + 1, min(len(tokens), 1))
    return Counter(tuple(tokens[start : start + _SHINGLE]) for start in range(last))


def _overlap(wanted: Counter[tuple[str, ...]], given: Counter[tuple[str, ...]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of one multiset against another."""
    common = (wanted & given).total()
    precision = common / given.total() if given else float(not wanted)
    recall = common / wanted.total() if wanted else 1.0
    f1 = 2 * precision * recall / (precision + recall) if common else 0.0
    return precision, recall, f1 if given or wanted else 1.0


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether ``part`` stands in ``whole`` as consecutive words."""
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


def _names(row: Row) -> set[str]:
    return {" ".join(words(name)) for name in row.get("authors") or ()}


def _accepted(gold: Row) -> list[str]:
    return [text for text in gold.get("published_any") or [gold.get("published_at")] if text]


def _any_instant(gold: Row, answer: str | None) -> bool | None:
    accepted = _accepted(gold)
    if not accepted:
        return None
    return any(_same_instant(gold, moment, str(answer or "")) for moment in accepted)


def _any_day(gold: Row, answer: str | None) -> bool | None:
    accepted = _accepted(gold)
    if not accepted:
        return None
    return any(str(answer or "")[:_DAY] == moment[:_DAY] for moment in accepted)


def _same_instant(gold: Row, wanted: str, answer: str) -> bool:
    if gold.get("published_precision") == "day":
        return answer[:_DAY] == wanted[:_DAY]
    try:
        ours, theirs = datetime.fromisoformat(wanted), datetime.fromisoformat(answer.replace("Z", "+00:00"))
    except ValueError:
        return False
    if theirs.tzinfo is None:
        return False
    if gold.get("zone_uncertain"):
        return _wall_clock(ours) == _wall_clock(theirs)
    return abs((ours - theirs).total_seconds()) < 60


def _wall_clock(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None, second=0, microsecond=0)


def _mean(values: Iterable[float | None]) -> float:
    known = [value for value in values if value is not None]
    return fmean(known) if known else float("nan")
