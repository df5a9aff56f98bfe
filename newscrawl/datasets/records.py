"""An archive's articles for notebooks and programs: chosen at once, read when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from html import escape
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from newscrawl.archive import Archive, Selection
from newscrawl.archive.known_sites import unknown_site
from newscrawl.datasets.choice import DEDUPS, VERSIONS, Choice, Dedup, Row, Versions
from newscrawl.datasets.columns import arrow, schema, to_batch
from newscrawl.reading.dates.moments import parse_moment
from newscrawl.record.as_json import from_dict
from newscrawl.record.extras import extra
from newscrawl.sites import DEFAULT_ZONE, catalogue

if TYPE_CHECKING:
    from newscrawl.items import Article

_AT_ONCE = 2_000
"""Records that become columns together: some ten megabytes of text."""

_SHOWN = 5

Names = str | Sequence[str]


def load(
    data: str | Path = "data",
    *,
    words: str | None = None,
    site: Names = (),
    region: Names = (),
    language: Names = (),
    since: date | str | None = None,
    until: date | str | None = None,
    dedup: Dedup = "none",
    versions: Versions = "last",
    respect_training_optout: bool = False,
) -> Records:
    """The articles of the archive in the folder ``data``, all of them or those that every filter takes.

    ``words`` is a query as ``newscrawl search`` takes it (``'banjir OR "tanah longsor"'``); ``site``,
    ``region`` and ``language`` take one name or several; ``since`` and ``until`` a day (both ends included,
    days are days in Jakarta) or what the command line takes (``"2026-08"``, ``"3d"``). ``dedup`` and
    ``versions`` mean what they mean for ``newscrawl export``; ``respect_training_optout`` leaves out what
    publishers were seen to reserve against data mining and training.

    Nothing is read yet: each loop, ``len()`` or table reads the archive as it then is.

    Raises:
        ValueError: a day cannot be read, the range ends before it begins, or a filter names no region, form
            of dedup or of versions.
    """
    for name, value, allowed in (("dedup", dedup, DEDUPS), ("versions", versions, VERSIONS)):
        if value not in allowed:
            raise ValueError(f"{name}={value!r}: use one of {', '.join(allowed)}")
    chosen = Selection(
        sites=_sites(_several(site), _several(region)),
        since=_moment("since", since),
        until=_moment("until", until, closing=True),
        languages=_several(language),
        words=words,
    )
    if chosen.since and chosen.until and chosen.since >= chosen.until:
        raise ValueError(f"since={since!r} is after until={until!r}")
    choice = Choice(selection=chosen, dedup=dedup, versions=versions)
    return Records(Path(data), choice, without_reserved=respect_training_optout)


class Records:
    """Articles of one archive, in the order of their publication, read anew by every use.

    Each use sees one state of the archive, whatever a crawl writes meanwhile, and holds few records at once
    (but for the tables, which hold all).

    Raises (every use):
        ArchiveError: there is no archive in the folder, or it cannot be read.
        QueryError: the words to search for name nothing.
        ValueError: a site has no file, and nothing of it is stored.
    """

    def __init__(self, data: Path, choice: Choice, *, without_reserved: bool = False) -> None:
        self._data = data
        self._choice = choice
        self._without_reserved = without_reserved

    def __iter__(self) -> Iterator[Article]:
        for row in self._rows():
            yield from_dict(row.record())

    def __len__(self) -> int:
        if self._without_reserved:
            return sum(1 for _ in self._rows())  # what is reserved stands in the records alone
        with self._read() as (total, _rows):
            return total

    def __repr__(self) -> str:
        return f"<Records of {self._data}: {len(self):,} articles>"

    def _repr_html_(self) -> str:
        """What a notebook shows: how many there are, and the first ones."""
        rows = "".join(
            f"<tr><td>{escape(_day_of(each))}</td><td>{escape(each.site)}</td>"
            f'<td><a href="{escape(each.url)}">{escape(each.title or each.url)}</a></td></tr>'
            for each in islice(self, _SHOWN)
        )
        head = "<tr><th>published</th><th>site</th><th>title</th></tr>"
        return f"<p>{len(self):,} articles</p><table>{head}{rows}</table>"

    def dicts(self) -> Iterator[dict[str, Any]]:
        """The records as plain JSON values, as ``newscrawl export`` writes them."""
        return (row.record() for row in self._rows())

    def to_arrow(self) -> Any:
        """A ``pyarrow.Table`` with the columns of ``newscrawl export --format parquet``.

        Raises:
            MissingExtraError: pyarrow is not installed.
        """
        columns = schema()
        batches, records = [], self.dicts()
        while some := list(islice(records, _AT_ONCE)):
            batches.append(to_batch(some, columns))
        return arrow().Table.from_batches(batches, schema=columns)

    def to_pandas(self) -> Any:
        """A ``pandas.DataFrame``, a row an article; times are instants in UTC.

        Raises:
            MissingExtraError: pandas or pyarrow is not installed.
        """
        with extra("pandas", why="A table of pandas needs pandas and pyarrow"):
            import pandas  # noqa: F401, PLC0415
        return self.to_arrow().to_pandas()

    def to_polars(self) -> Any:
        """A ``polars.DataFrame``, a row an article.

        Raises:
            MissingExtraError: polars or pyarrow is not installed.
        """
        with extra("polars", why="A table of polars needs polars and pyarrow"):
            import polars  # noqa: PLC0415
        return polars.from_arrow(self.to_arrow())

    def _rows(self) -> Iterator[Row]:
        with self._read() as (_total, rows):
            for row in rows:
                if not (self._without_reserved and row.record()["reserved"]):
                    yield row

    @contextmanager
    def _read(self) -> Iterator[tuple[int, Iterator[Row]]]:
        with Archive.open(self._data, create=False) as archive:
            if unknown := unknown_site(archive, self._choice.selection.sites):
                raise ValueError(unknown)
            with self._choice.rows(archive) as found:
                yield found


def _several(names: Names) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


def _sites(sites: tuple[str, ...], regions: tuple[str, ...]) -> tuple[str, ...]:
    if not regions:
        return sites
    known = {publisher.region.lower() for publisher in catalogue()}
    if strange := [region for region in regions if region.lower() not in known]:
        raise ValueError(f"region={strange[0]!r}: there is none of that name; 'newscrawl sites' lists them")
    wanted = {region.lower() for region in regions}
    of_regions = [each.name for each in catalogue() if each.region.lower() in wanted]
    both = tuple(site for site in of_regions if not sites or site in sites)
    if not both:
        raise ValueError(f"none of the sites {', '.join(sites)} is of {' or '.join(regions)}")
    return both


def _moment(name: str, value: date | str | None, *, closing: bool = False) -> datetime | None:
    if value is None:
        return None
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError(f"{name}={value!r}: a time needs its zone, as datetime(..., tzinfo=...)")
        return value
    text = value.isoformat() if isinstance(value, date) else value
    try:
        moment = parse_moment(text, zone=DEFAULT_ZONE, now=datetime.now(UTC), closing=closing)
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None
    return moment.astimezone(ZoneInfo(DEFAULT_ZONE))


def _day_of(article: Article) -> str:
    return article.published_at.strftime("%Y-%m-%d %H:%M") if article.published_at else "undated"
