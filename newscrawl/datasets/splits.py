"""Training, validation and test data: which record goes where."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from newscrawl.datasets.errors import ExportError

NAMES = ("train", "validation", "test")

_DAYS = re.compile(r"\d{4}-\d{2}-\d{2}(?:\s*[,/]\s*\d{4}-\d{2}-\d{2})*")
_NAME = re.compile(r"[A-Za-z]\w{0,30}")


@dataclass(frozen=True, slots=True)
class Splits:
    """Names with their shares, which add up to 1. The order of the names is that of the data set.

    With ``days`` the split is by time, and shares say nothing: each name but the first begins with its day
    (``2026-07-01``), and what has no known day is in none.
    """

    shares: Mapping[str, float]
    days: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str | None) -> Splits:
        """Read ``90/5/5`` (train, validation, test), ``90/10`` (train, test) or ``train=90,test=10``.

        Without a text everything is ``train``. The numbers are shares of their sum. One or two days, as in
        ``2026-05-01,2026-06-01``, split by time: with them begin validation and test, or test alone.

        Raises:
            ExportError: the text says something else; the message quotes it.
        """
        if not text:
            return cls({"train": 1.0})
        if _DAYS.fullmatch(text.strip()):
            return cls._by_time(text)
        parts = [part.partition("=") for part in re.split(r"[,/]", text)]
        if all(equals for _, equals, _ in parts):
            pairs = [(name.strip(), share) for name, _, share in parts]
        else:
            names = ("train", "test") if len(parts) == 2 else NAMES
            pairs = list(zip(names, (part[0] for part in parts), strict=False))
        try:
            shares = {name: float(share) for name, share in pairs}
        except ValueError:
            shares = {}
        total = sum(shares.values())
        valid = 1 < len(shares) == len(parts) and all(share > 0 for share in shares.values()) and total < 1e9
        if not valid or not all(_NAME.fullmatch(name) for name in shares):
            raise ExportError(f"--split {text}: write 90/5/5, 90/10, train=80,validation=10,test=10 or days")
        return cls({name: share / total for name, share in shares.items()})

    @classmethod
    def _by_time(cls, text: str) -> Splits:
        days = [day.strip() for day in re.split("[,/]", text)]
        try:
            in_order = sorted({date.fromisoformat(day).isoformat() for day in days}) == days
        except ValueError:
            in_order = False
        if not in_order or len(days) > len(NAMES) - 1:
            raise ExportError(f"--split {text}: write one or two days in order, as 2026-05-01,2026-06-01")
        names = ("train", "test") if len(days) == 1 else NAMES
        return cls(dict.fromkeys(names, 1 / len(names)), tuple(days))

    def of(self, unit: str, day: str | None) -> str | None:
        """The split of a unit that was published on ``day``; None where it belongs to none.

        By shares it is always the same for the same shares, whatever else is exported.
        """
        if len(self.shares) == 1:
            return self.last
        if self.days:
            return None if day is None else list(self.shares)[bisect_right(self.days, day)]
        digest = hashlib.blake2b(unit.encode(), digest_size=8).digest()
        place = int.from_bytes(digest, "big") / 2**64
        ends = accumulate(self.shares.values())
        return next((name for name, end in zip(self.shares, ends, strict=True) if place < end), self.last)

    @property
    def last(self) -> str:
        """The name of the last split."""
        return list(self.shares)[-1]

    @property
    def several(self) -> bool:
        """Whether there is more than one."""
        return len(self.shares) > 1
