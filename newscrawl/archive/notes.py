"""Short texts that whoever uses an archive keeps in it under a name."""

from __future__ import annotations

from newscrawl.archive.database import Database


class Notes:
    """The notes of one archive. What is written is on the disk when the method returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str) -> str | None:
        """The text under a name."""
        row = self._database.one("SELECT value FROM meta WHERE name = ?", (name,))
        return None if row is None else str(row[0])

    def beginning(self, prefix: str) -> dict[str, str]:
        """All notes whose names begin with ``prefix``, in the order of their names."""
        rows = self._database.all("SELECT name, value FROM meta ORDER BY name")
        return {name: value for name, value in rows if name.startswith(prefix)}

    def put(self, name: str, text: str) -> None:
        """Write a note in place of the one before."""
        with self._database.transaction():
            self._database.execute(
                "INSERT INTO meta (name, value) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, text),
            )

    def remove(self, name: str) -> None:
        """Remove a note, if it is there."""
        with self._database.transaction():
            self._database.execute("DELETE FROM meta WHERE name = ?", (name,))
