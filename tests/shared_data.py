"""Where the real pages, facts and lists lie that some tests measure against; no part of the project."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"

needs_shared = pytest.mark.skipif(
    not (SHARED / "pages" / "gold.jsonl").exists(),
    reason="the real pages are not beside this checkout (../shared)",
)
