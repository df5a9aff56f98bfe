"""Names the language of the text."""

from __future__ import annotations

from newscrawl import stages
from newscrawl.pipelines.stage import StagePipeline


class LanguagePipeline(StagePipeline):
    """Names the language of the text."""

    area = "language"
    stage = staticmethod(stages.detect_language)
