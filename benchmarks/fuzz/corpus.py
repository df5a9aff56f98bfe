"""The pages that are mutated: invented ones, the test suite's, and saved real ones where there are any."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.pages import read_index
from benchmarks.report import ROOT

_INVENTED = Path(__file__).parent / "pages"
_SHARED = ROOT.parent / "shared"


@dataclass(frozen=True, slots=True)
class Seed:
    """A sound page to start from: its address, and where it lies."""

    url: str
    path: Path


def gather() -> list[Seed]:
    """Every page at hand, the invented ones first."""
    found = _indexed(_INVENTED, _INVENTED / "sources.tsv")
    found += [Seed(f"https://contoh.example/{path.stem}", path) for path in _html(ROOT / "tests")]
    found += [Seed(f"https://www.afederasi.com/{path.stem}", path) for path in _html(_SHARED / "seed")]
    saved = _SHARED / "pages" / "sources.tsv"
    return found + (_indexed(saved.parent / "html", saved) if saved.is_file() else [])


def _indexed(folder: Path, index: Path) -> list[Seed]:
    return [Seed(page.url, page.path) for page in read_index(folder, index)]


def _html(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))
