"""Reads byline, dateline and reporter codes."""

from __future__ import annotations

from newscrawl import stages
from newscrawl.pipelines.stage import StagePipeline


class BylinePipeline(StagePipeline):
    """Reads byline, dateline and reporter codes."""

    area = "byline"
    stage = staticmethod(stages.read_byline)
