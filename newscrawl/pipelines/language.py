"""Names the language of the text."""

from __future__ import annotations

from newscrawl.pipelines.stage import StagePipeline
from newscrawl.reading import stages


class LanguagePipeline(StagePipeline):
    """Names the language of the text."""

    area = "language"
    stage = staticmethod(stages.detect_language)
