"""Names that somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A sentence with the known names nearest to ``name``, in any case; empty where none is near."""
    by_fold = {value.lower(): value for value in sorted(known)}
    near = get_close_matches(name.lower(), by_fold, n=3, cutoff=0.6)
    return f" Did you mean {' or '.join(by_fold[value] for value in near)}?" if near else ""
