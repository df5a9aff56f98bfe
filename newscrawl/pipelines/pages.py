"""Joins the pages of a split article."""

from __future__ import annotations

from newscrawl.pipelines.stage import StagePipeline
from newscrawl.reading import stages


class PagesPipeline(StagePipeline):
    """Joins the pages of a split article."""

    area = "pages"
    stage = staticmethod(stages.join_pages)
