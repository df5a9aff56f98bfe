"""The words by which datelines name the shipped publishers: what their domains are called.

"Kompas.com" is written "KOMPAS" as well, so the label before the ending is an outlet's name. Labels that are
words of everyday speech ("madu", "inilah") name nobody by themselves: ``words/outlets.tsv`` lists them.
"""

from __future__ import annotations

from functools import cache

from newscrawl import words
from newscrawl.sites.shelf import ShippedShelf

_SECOND_LEVEL = frozenset({"co", "or", "go", "ac", "web", "my", "biz", "desa", "sch", "net"})
"""What stands under .id (PANDI's list of second-level domains), and is no name."""


@cache
def outlet_words() -> frozenset[str]:
    """The labels of all shipped domains, in lower case."""
    labels = {_label(domain) for domain in ShippedShelf().domains}
    return frozenset(labels.difference(words.texts("outlets", "everyday")))


def _label(domain: str) -> str:
    parts = domain.split(".")[:-1]
    if len(parts) > 1 and parts[-1] in _SECOND_LEVEL:
        parts.pop()
    return parts[-1]
