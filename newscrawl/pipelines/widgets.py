"""Drops the widget lines among a raw article's blocks."""

from __future__ import annotations

from newscrawl.pipelines.stage import StagePipeline
from newscrawl.reading import stages


class WidgetsPipeline(StagePipeline):
    """Drops the widget lines among a raw article's blocks."""

    area = "widgets"
    stage = staticmethod(stages.strip_widgets)
