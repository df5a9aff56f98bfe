"""WARC files of other machines, kept on this one: each is fetched once, before it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from newscrawl.warc.sources import copy_source, is_remote


@dataclass(slots=True)
class Kept:
    """Files kept in ``folder``, under the paths of their addresses."""

    folder: Path
    _addresses: dict[str, str] = field(default_factory=dict)

    def place(self, address: str) -> str:
        """Where the file of an address will be; a file of this machine stays where it is."""
        if not is_remote(address):
            return address
        parts = urlsplit(address)
        clean = [part for part in parts.path.split("/") if part not in ("", ".", "..")]
        place = str(self.folder.joinpath(parts.netloc.replace(":", "_"), *clean))
        self._addresses[place] = address
        return place

    def fetch(self, place: str) -> None:
        """Bring the file of ``place`` here, unless it is; it has its name once it is whole.

        Raises:
            OSError: it cannot be had or written.
        """
        address, path = self._addresses.get(place), Path(place)
        if address is None or path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f"{path.name}.part")
        copy_source(address, partial)
        partial.replace(path)
