"""Links that may be articles and were not asked for: said where they are a large share of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

PASSED_OVER = "newscrawl/passed_over/"
"""How the names of the statistics begin that count, by shape, links that were passed over."""

ELSEWHERE = "newscrawl/elsewhere/"
"""How the names of the statistics begin that count, by host, links that lead off the site."""

_FEWEST = 10
_SHARE = 0.2
"""A fifth of what a site links is no bycatch: whole sections that a crawl does not see are of that size."""


def overlooked(stats: Mapping[str, Any]) -> Iterator[str]:
    """What a crawl passed over in large numbers, in words that say what to do."""
    for shape, count in _large(stats, PASSED_OVER):
        yield f"{count} links like {shape} were passed over; add article_urls or -a shapes=all"
    for host, count in _large(stats, ELSEWHERE):
        yield f"{count} links to {host} were not followed; if it is the site's own, add it to domains"


def given_up(stats: Mapping[str, Any]) -> Iterator[str]:
    """What a crawl asked for no more, since what stood beside it could not be read."""
    count = stats.get("newscrawl/discovery/given_up", 0)
    if count:
        yield f"{count} listing{'s' * (count != 1)} of an index whose others could not be read; see the log"


def _large(stats: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, int]]:
    taken = sum(n for name, n in stats.items() if name.startswith("newscrawl/discovery/found/"))
    taken += stats.get("newscrawl/discovery/known", 0)
    counts = [(name.removeprefix(prefix), n) for name, n in stats.items() if name.startswith(prefix)]
    for name, count in sorted(counts, key=lambda pair: -pair[1]):
        if count >= _FEWEST and count >= _SHARE * (count + taken):
            yield name, count
