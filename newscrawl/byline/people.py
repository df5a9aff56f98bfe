"""Who wrote and edited an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscrawl.extraction.blocks import Block
    from newscrawl.extraction.raw import BylineEvidence


@dataclass(slots=True)
class Byline:
    """Names by role, the codes that close the text, and for each field what produced it."""

    authors: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    contributors: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    provenance: dict[str, str] = field(default_factory=dict)


def read_byline(
    evidence: Sequence[BylineEvidence],
    blocks: Sequence[Block],
    *,
    outlets: Sequence[str] = (),  # noqa: ARG001
) -> Byline:
    """The people named in ``evidence`` and in the kept ``blocks``; names in ``outlets`` are nobody."""
    return Byline()
