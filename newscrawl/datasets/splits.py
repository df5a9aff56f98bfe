"""Training, validation and test data: which record goes where."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from newscrawl.datasets.errors import ExportError

NAMES = ("train", "validation", "test")

_NAME = re.compile(r"[A-Za-z]\w{0,30}")


@dataclass(frozen=True, slots=True)
class Splits:
    """Names with their shares, which add up to 1. The order of the names is that of the data set."""

    shares: Mapping[str, float]

    @classmethod
    def parse(cls, text: str | None) -> Splits:
        """Read ``90/5/5`` (train, validation, test), ``90/10`` (train, test) or ``train=90,test=10``.

        Without a text everything is ``train``. The numbers are shares of their sum.

        Raises:
            ExportError: the text says something else; the message quotes it.
        """
        if not text:
            return cls({"train": 1.0})
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
            raise ExportError(f"--split {text}: write 90/5/5, 90/10 or train=80,validation=10,test=10")
        return cls({name: share / total for name, share in shares.items()})

    def of(self, unit: str) -> str:
        """The split of a unit: always the same for the same shares, whatever else is exported."""
        if len(self.shares) == 1:
            return self.last
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
