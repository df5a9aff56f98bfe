"""Reads byline, dateline and reporter codes."""

from __future__ import annotations

from newscrawl.pipelines.stage import StagePipeline
from newscrawl.reading import stages


class BylinePipeline(StagePipeline):
    """Reads byline, dateline and reporter codes."""

    area = "byline"
    stage = staticmethod(stages.read_byline)
