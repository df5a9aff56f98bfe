"""The archive's articles as notebooks read them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

import newscrawl
from newscrawl.archive import Archive, ArchiveMissingError
from newscrawl.archive.search import QueryError
from newscrawl.items import Article, Image
from newscrawl.record.as_json import from_dict, to_dict

WIB = timezone(timedelta(hours=7))
TEXTS = {
    "kompas": "Banjir merendam tiga desa di tepi Sungai Rawan sejak Senin pagi.",
    "beritajatim": "Tanah longsor menutup jalan di lereng Gunung Teduh.",
    "surya": "Harga cabai turun di Pasar Lama.",
}


def article(text: str, day: int, *, site: str = "") -> Article:
    site, body = site or text, f"{TEXTS[text]} Warga menunggu kabar berikutnya dari petugas."
    return Article(
        id=f"{site}{day:02}",
        url=f"https://{site}.example/berita/{day}",
        site=site,
        page_type="article",
        title=f"Kabar {site} ke-{day}",
        body=body,
        published_at=datetime(2026, 8, day, 9, tzinfo=WIB),
        published_precision="minute",
        authors=["Sari Dewi"],
        images=[Image(url=f"https://{site}.example/a.jpg", caption="Jembatan", credit="Budi")],
        language="id",
        reactions={"suka": 3},
        fetched_at=datetime(2026, 8, 20, tzinfo=UTC),
        content_hash=f"{day:064}",
        provenance={"title": "h1"},
    )


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    with Archive.open(tmp_path / "data") as archive:
        for number, site in enumerate(TEXTS):
            archive.store(article(site, number + 1))
    yield tmp_path / "data"


def test_records_are_articles_in_the_order_of_publication(data: Path) -> None:
    records = newscrawl.load(data)
    assert [each.site for each in records] == ["kompas", "beritajatim", "surya"]
    assert len(records) == 3
    first = next(iter(records))
    assert first.published_at == datetime(2026, 8, 1, 9, tzinfo=WIB)
    assert first.images[0].credit == "Budi"


def test_an_article_comes_back_as_it_was_stored(data: Path) -> None:
    stored = article("kompas", 1)
    loaded = next(iter(newscrawl.load(data)))
    assert to_dict(from_dict(to_dict(stored))) == to_dict(stored)
    assert to_dict(loaded) | {"aliases": []} == to_dict(stored) | {"aliases": []}


@pytest.mark.parametrize(
    ("filters", "sites"),
    [
        ({"words": "banjir OR longsor"}, ["kompas", "beritajatim"]),
        ({"site": "surya"}, ["surya"]),
        ({"site": ["surya", "kompas"]}, ["kompas", "surya"]),
        ({"since": "2026-08-02"}, ["beritajatim", "surya"]),
        ({"since": date(2026, 8, 2), "until": date(2026, 8, 2)}, ["beritajatim"]),
        ({"until": datetime(2026, 8, 2, 9, tzinfo=WIB)}, ["kompas"]),
        ({"language": "en"}, []),
        ({"region": "Jawa Timur"}, ["beritajatim", "surya"]),
    ],
)
def test_filters(data: Path, filters: dict[str, object], sites: list[str]) -> None:
    assert [each.site for each in newscrawl.load(data, **filters)] == sites


@pytest.mark.parametrize(
    ("filters", "named"),
    [
        ({"since": "kapan"}, "since"),
        ({"since": datetime(2026, 1, 1)}, "zone"),  # noqa: DTZ001
        ({"region": "Atlantis"}, "Atlantis"),
        ({"dedup": "some"}, "dedup"),
        ({"versions": "none"}, "versions"),
        ({"region": "Bali", "site": "kompas"}, "kompas"),
        ({"since": "2026-09", "until": "2026-08"}, "since"),
    ],
)
def test_filters_that_make_no_sense_are_named(data: Path, filters: dict[str, object], named: str) -> None:
    with pytest.raises(ValueError, match=named):
        newscrawl.load(data, **filters)


def test_a_site_is_one_that_has_a_file_or_articles(data: Path) -> None:
    with Archive.open(data) as archive:
        archive.store(article("surya", 9, site="kabardesa"))
    assert [each.site for each in newscrawl.load(data, site="kabardesa")] == ["kabardesa"]
    assert len(newscrawl.load(data, site="tempo")) == 0
    for wrong, near in (("kompsa", "kompas"), ("kabardesaa", "kabardesa")):
        with pytest.raises(ValueError, match=f"There is no site '{wrong}'. Did you mean {near}"):
            len(newscrawl.load(data, site=["surya", wrong]))
        with pytest.raises(ValueError, match=wrong):
            next(newscrawl.load(data, site=wrong).dicts())


def test_words_that_name_nothing_and_a_missing_archive_are_errors(data: Path, tmp_path: Path) -> None:
    with pytest.raises(QueryError):
        len(newscrawl.load(data, words="OR"))
    with pytest.raises(ArchiveMissingError, match="crawl a site first"):
        list(newscrawl.load(tmp_path / "nothing"))


def test_each_use_reads_the_archive_as_it_is(data: Path) -> None:
    records = newscrawl.load(data)
    assert len(records) == 3
    with Archive.open(data) as archive:
        archive.store(article("surya", 9))
    assert len(records) == 4


def test_leaving_a_loop_leaves_the_archive_free(data: Path) -> None:
    for _each in newscrawl.load(data):
        break
    with Archive.open(data) as archive:
        archive.store(article("surya", 9))


def test_tables(data: Path) -> None:
    pandas = pytest.importorskip("pandas")
    polars = pytest.importorskip("polars")
    records = newscrawl.load(data)
    table = records.to_arrow()
    assert table.num_rows == 3
    frame = records.to_pandas()
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame["site"]) == ["kompas", "beritajatim", "surya"]
    assert frame["published_at"][0] == pandas.Timestamp("2026-08-01T02:00:00Z")
    assert isinstance(records.to_polars(), polars.DataFrame)
    assert newscrawl.load(data, language="en").to_pandas().empty


def test_a_notebook_shows_what_there_is(data: Path) -> None:
    records = newscrawl.load(data)
    assert "3 articles" in repr(records)
    assert "Kabar kompas ke-1" in records._repr_html_()


def test_everything_that_is_offered_is_named() -> None:
    assert [name for name in dir(newscrawl) if not name.startswith("__")] == sorted(
        set(newscrawl.__all__) - {"__version__"}
    )
    assert {"crawl", "load", "extract", "Article", "Records", "__version__"} <= set(dir(newscrawl))
    assert all(getattr(newscrawl, name) for name in newscrawl.__all__)


def test_a_page_may_state_its_address() -> None:
    text = "Warga desa bergotong royong membersihkan saluran air sejak pagi. " * 6
    head = '<link rel="canonical" href="https://kabar.example/berita/saluran-air"><title>Saluran air</title>'
    page = (
        f"<html><head>{head}</head><body><article><h1>Saluran air</h1><p>{text}</p></article></body></html>"
    )
    assert newscrawl.extract(page).url == "https://kabar.example/berita/saluran-air"
    with pytest.raises(ValueError, match="states no address"):
        newscrawl.extract(page.replace("canonical", "next"))
