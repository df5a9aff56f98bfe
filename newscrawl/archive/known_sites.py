"""Whether a name is that of a site: one that has a file, or of which something is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.record.suggestions import did_you_mean
from newscrawl.sites.book import book

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawl.archive.archive import Archive


def unknown_site(archive: Archive, sites: Iterable[str]) -> str:
    """What to say of the first of ``sites`` that is none, with the nearest names; empty if all are sites."""
    for site in sites:
        # A site without a file of its own is one too, once something of it is stored.
        if site not in book().names and not archive.has_site(site):
            stored = {name for (name,) in archive.database.all("SELECT DISTINCT site FROM articles")}
            return f"There is no site '{site}'.{did_you_mean(site, stored | set(book().names))}"
    return ""
