"""What runs in a reader, a process that reads pages for the engine: it loads neither Scrapy nor Twisted."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from functools import lru_cache, partial
from multiprocessing.connection import wait
from threading import Thread
from typing import TYPE_CHECKING, Any

from newscrawl.reading.fetched import read_fetched
from newscrawl.record.addresses import on_domains
from newscrawl.sites.rules import NO_RULES, SiteRules

if TYPE_CHECKING:
    from newscrawl.reading.raw import RawArticle

_RULES_KEPT = 512


@lru_cache(_RULES_KEPT)
def packed(rules: SiteRules) -> bytes:
    """``rules`` as they are handed to a reader, which unpacks the same bytes once."""
    return pickle.dumps(rules)


def read(html: bytes, url: str, rules: bytes, domains: tuple[str, ...], told: dict[str, Any]) -> RawArticle:
    """:func:`read_fetched`, the raw article without its rules, which the engine has; ``rules`` are packed.

    Raises:
        UnreadablePageError: nothing in ``html`` could be parsed.
    """
    on_site = partial(on_domains, domains=domains)
    raw = read_fetched(html, url, rules=_unpacked(rules), on_site=on_site, **told)
    raw.rules = NO_RULES
    return raw


def begin() -> None:
    """Ctrl-C is for the engine, and a reader does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


@lru_cache(_RULES_KEPT)
def _unpacked(rules: bytes) -> SiteRules:
    known: SiteRules = pickle.loads(rules)
    return known


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
