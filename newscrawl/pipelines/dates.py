"""Resolves the date evidence to instants."""

from __future__ import annotations

from newscrawl.pipelines.stage import StagePipeline
from newscrawl.reading import stages


class DatesPipeline(StagePipeline):
    """Resolves the date evidence to instants."""

    area = "dates"
    stage = staticmethod(stages.resolve_dates)
