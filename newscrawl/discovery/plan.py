"""Which of a publisher's sources are asked, and what is left to filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby
from typing import Literal

from newscrawl.discovery.source import Source, Want

Part = Literal["sections", "query", "range"]

_PARTS: tuple[Part, ...] = ("sections", "query", "range")
"""What may be filtered afterwards, what is cheapest to filter first."""


@dataclass(frozen=True)
class Group:
    """Sources that are asked together, and what they cannot be asked for: the articles are filtered by it."""

    sources: tuple[Source, ...]
    missing: frozenset[Part] = frozenset()


@dataclass(frozen=True)
class Plan:
    """How a crawl goes about what is wanted.

    ``groups`` are asked one after the other until one gives something. ``refusals`` pairs each source that
    cannot give exactly what is wanted with the reason.
    """

    groups: tuple[Group, ...]
    refusals: tuple[tuple[Source, str], ...] = ()


def make_plan(sources: Sequence[Source], want: Want) -> Plan:
    """The plan for ``want`` over ``sources``, which stand in the order of preference.

    For the newest articles all sources are asked, since each may know some that the others do not. For a
    range or for words the first way that can give them is enough, and the next is for the case that it is
    dead. Sources of one kind that stand side by side are parts of one way, such as the indexes of two
    channels. Last come the sources that can give only part of what is wanted, the best ones first.
    """
    refusals = tuple((source, reason) for source in sources if (reason := source.unable(want)))
    groups: list[Group] = []
    planned: list[Source] = []
    for missing in _by_cost(want):
        asked = _without(want, missing)
        able = [source for source in sources if source not in planned and source.unable(asked) is None]
        planned += able
        if asked.ranged or asked.query:
            ways = groupby(able, key=lambda source: source.kind)
            groups += [Group(tuple(way), missing) for _, way in ways]
        elif able:
            groups.append(Group(tuple(able), missing))
    return Plan(tuple(groups), refusals)


def _by_cost(want: Want) -> list[frozenset[Part]]:
    """What could be left out of ``want``, the least first."""
    asked: dict[Part, bool] = {
        "sections": bool(want.sections),
        "query": want.query is not None,
        "range": want.ranged,
    }
    parts = [part for part in _PARTS if asked[part]]
    return [frozenset(some) for count in range(len(parts) + 1) for some in combinations(parts, count)]


def _without(want: Want, missing: frozenset[Part]) -> Want:
    return replace(
        want,
        sections=() if "sections" in missing else want.sections,
        query=None if "query" in missing else want.query,
        since=None if "range" in missing else want.since,
        until=None if "range" in missing else want.until,
    )
