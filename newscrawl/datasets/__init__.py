"""Data sets out of the archive: JSON lines, CSV, Parquet, and Hugging Face folders."""

from __future__ import annotations

from newscrawl.datasets.choice import Choice
from newscrawl.datasets.errors import ExportError
from newscrawl.datasets.export import Export, form_of
from newscrawl.datasets.splits import Splits
from newscrawl.datasets.tally import Tally

__all__ = ["Choice", "Export", "ExportError", "Splits", "Tally", "form_of"]
