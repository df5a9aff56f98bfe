"""What a group of articles will ask the archive, asked at once before the first of them is stored.

Each look-up of its own is a message to a server and back. Who holds the lock for writing can ask ahead: no
other changes anything meanwhile, and whoever stores something here says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from newscrawl.archive.database import Database, Row


class Foresight:
    """What is known ahead in one transaction. Elsewhere it knows nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._missing: set[str] = set()
        self._articles: dict[int, list[Row]] = {}
        self._places: set[int] = set()
        self._turn = 0

    def look(self, ids: Collection[str], urls: Collection[str], places: Iterable[int]) -> None:
        """Look up which articles and addresses are there, and what stands in places of bands."""
        self._turn = self._database.turn
        known = self._database.among("SELECT id FROM articles WHERE id", ids)
        known += self._database.among("SELECT url FROM urls WHERE url", urls)
        self._missing = {*ids, *urls} - {name for (name,) in known}
        self._places = set(places)
        self._articles = {}
        for place, article in self._database.among(
            "SELECT place, article FROM bands WHERE place", sorted(self._places)
        ):
            self._articles.setdefault(place, []).append((place, article))

    def is_missing(self, name: str) -> bool:
        """Whether there is surely no article with this id, or nothing known of this address."""
        return name in self._missing and self._holds

    def is_there(self, *names: str) -> None:
        """Note that articles or addresses have been stored."""
        self._missing.difference_update(names)

    def standing(self, places: Collection[int]) -> list[Row] | None:
        """Place and article of what stands in ``places``, where that was looked up."""
        if not self._holds or not self._places.issuperset(places):
            return None
        return [row for place in places for row in self._articles.get(place, ())]

    def placed(self) -> None:
        """Note that the bands of texts have been written."""
        self._places = set()

    @property
    def _holds(self) -> bool:
        return self._database.writing and self._turn == self._database.turn
