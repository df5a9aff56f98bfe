"""Chooses the true dates among the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from newscrawl.dates.evidence import DateEvidence


@dataclass(frozen=True, slots=True)
class ResolvedDates:
    """Published and modified instants, the evidence that won, and what the page disagrees about."""

    published: datetime | None = None
    precision: Literal["second", "minute", "day"] | None = None
    published_from: DateEvidence | None = None
    modified: datetime | None = None
    modified_from: DateEvidence | None = None
    conflict: str | None = None


def resolve(
    evidence: Sequence[DateEvidence],
    *,
    zone: str,
    fetched_at: datetime | None,  # noqa: ARG001
) -> ResolvedDates:
    """The published and modified instants that ``evidence`` supports."""
    return ResolvedDates()
