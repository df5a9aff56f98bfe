"""Where watches are kept: in the archive, with what they have seen."""

from __future__ import annotations

import json
from dataclasses import asdict

from newscrawl.archive import Archive
from newscrawl.watches.watch import Digest, Watch

_PREFIX = "watch:"


class Shelf:
    """The watches of one archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def names(self) -> list[str]:
        """The names of all watches."""
        return [name.removeprefix(_PREFIX) for name in self._archive.notes.beginning(_PREFIX)]

    def get(self, name: str) -> Watch | None:
        """The watch of that name."""
        text = self._archive.notes.get(_PREFIX + name)
        if text is None:
            return None
        facts = json.loads(text)
        return Watch(**(facts | {"waiting": [Digest(**digest) for digest in facts["waiting"]]}))

    def all(self) -> list[Watch]:
        """Every watch."""
        return [watch for name in self.names() if (watch := self.get(name)) is not None]

    def put(self, watch: Watch) -> None:
        """Keep a watch as it is now."""
        self._archive.notes.put(_PREFIX + watch.name, json.dumps(asdict(watch), ensure_ascii=False))

    def remove(self, name: str) -> None:
        """Forget a watch."""
        self._archive.notes.remove(_PREFIX + name)
