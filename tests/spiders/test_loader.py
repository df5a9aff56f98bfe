"""Scrapy sees a spider for each site file, beside those that are written in Python."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from scrapy import Request
from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader

from newscrawl.discovery import Feed, Listing
from newscrawl.sites import SiteFileError
from newscrawl.spiders.base import NewsSpider
from newscrawl.spiders.loader import SiteSpiderLoader
from newscrawl.spiders.site import SiteSpider
from tests import processes

SITE = """\
title = "Harian Contoh"
region = "Jawa Timur"
domains = ["contoh.example"]
article_urls = ['/berita/(?P<id>\\d+)/']
examples = ["https://contoh.example/berita/1/panen"]
sources = [{ way = "feed", url = "https://contoh.example/feed" }]
"""
PYTHON = """\
from newscrawl.discovery import Listing
from newscrawl.spiders.base import NewsSpider


class ContohSpider(NewsSpider):
    name = "contoh"
    sources = (Listing("https://contoh.example/baru"),)

    def on_site(self, url):
        return "contoh" in url


class LainSpider(NewsSpider):
    name = "lain"
    title = "Kabar Lain"
    region = "Bali"
    kind = "regional"
    allowed_domains = ["lain.example"]
    sources = (Listing("https://lain.example/baru"),)
"""


def loader_of(folder: Path, **settings: object) -> SiteSpiderLoader:
    values = {"NEWSCRAWL_SITES": str(folder), "SPIDER_MODULES": ["newscrawl.spiders"], **settings}
    values["SPIDER_LOADER_CLASS"] = "newscrawl.spiders.loader.SiteSpiderLoader"
    loader = get_spider_loader(Settings(values))
    assert isinstance(loader, SiteSpiderLoader)
    return loader


@pytest.fixture
def python_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "spiders_of_mine.py").write_text(PYTHON, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "spiders_of_mine", raising=False)
    return "spiders_of_mine"


def own(folder: Path, name: str = "contoh", text: str = SITE) -> Path:
    place = folder / "sites"
    place.mkdir(exist_ok=True)
    (place / f"{name}.toml").write_text(text, encoding="utf-8")
    return place


def test_every_publisher_and_the_spider_for_any_site_are_listed(tmp_path: Path) -> None:
    loader = loader_of(tmp_path)

    assert loader.list() == sorted({"site", *loader.book.names})
    assert loader.load("site") is SiteSpider
    assert [publisher.name for publisher in loader.catalogue()] == sorted(loader.book.names)


def test_the_spider_of_a_file_has_its_facts(tmp_path: Path) -> None:
    spider = loader_of(own(tmp_path)).load("contoh")

    assert issubclass(spider, NewsSpider)
    assert (spider.name, spider.title, spider.kind) == ("contoh", "Harian Contoh", "regional")
    assert spider.allowed_domains == ["contoh.example"]
    assert spider.sources == (Feed("https://contoh.example/feed"),)
    assert spider.rules.urls.articles == ("/berita/(?P<id>\\d+)/",)
    assert spider().key_of("https://www.contoh.example/berita/1/panen?utm_source=x") == "contoh.example#1"


@pytest.mark.parametrize(
    ("name", "front"),
    [
        ("bbcindonesia", "https://www.bbc.com/indonesia"),
        ("kompas", "https://www.kompas.com/"),
        ("tribunmedan", "https://medan.tribunnews.com/"),
        ("detik", "https://www.detik.com/"),
    ],
)
def test_the_front_page_is_the_publishers_own(name: str, front: str, tmp_path: Path) -> None:
    spider = loader_of(tmp_path).load(name)

    assert issubclass(spider, NewsSpider)
    assert spider().front_page() == front


def test_an_unknown_name_is_a_key_error_as_scrapy_wants_it(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="Spider not found: tidakada"):
        loader_of(tmp_path).load("tidakada")


def test_a_request_is_for_the_publisher_with_the_longest_domain(tmp_path: Path) -> None:
    loader = loader_of(tmp_path)

    assert loader.find_by_request(Request("https://medan.tribunnews.com/news/1/a")) == ["tribunmedan"]
    assert loader.find_by_request(Request("https://tidak-ada.example/")) == []


def test_spiders_in_python_are_loaded_beside_the_files(tmp_path: Path, python_module: str) -> None:
    loader = loader_of(tmp_path, SPIDER_MODULES=["newscrawl.spiders", python_module])

    assert {"lain", "contoh", "kompas"} <= set(loader.list())
    lain = next(publisher for publisher in loader.catalogue() if publisher.name == "lain")
    assert (lain.title, lain.region, lain.domains) == ("Kabar Lain", "Bali", ("lain.example",))
    assert lain.ways == ("listing",)
    assert loader.find_by_request(Request("https://lain.example/x")) == ["lain"]


def test_a_spider_in_python_has_from_its_file_what_it_does_not_state(
    tmp_path: Path, python_module: str
) -> None:
    spider = loader_of(own(tmp_path), SPIDER_MODULES=[python_module]).load("contoh")

    assert issubclass(spider, NewsSpider)
    assert spider.title == "Harian Contoh"
    assert spider.sources == (Listing("https://contoh.example/baru"),)
    assert spider().on_site("https://contoh-lain.example/")


def test_a_source_that_cannot_be_used_is_named_with_its_file(tmp_path: Path) -> None:
    text = SITE.replace("/feed", "/baru?hal={halaman}").replace('"feed"', '"listing"')
    folder = own(tmp_path, text=text)

    with pytest.raises(SiteFileError, match=r"contoh\.toml: sources: .*halaman.* cannot be filled"):
        loader_of(folder).load("contoh")
    assert "contoh" in loader_of(folder).list()


def listed(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "NEWSCRAWL_SITES": str(own(folder)),
        "SCRAPY_SETTINGS_MODULE": "newscrawl.settings",
    }
    command = [sys.executable, "-m", *words]
    return processes.run(command, env=environment, capture_output=True, text=True, check=False)


def test_scrapy_and_newscrawl_show_the_same_sites(tmp_path: Path) -> None:
    by_scrapy = listed(tmp_path, "scrapy", "list").stdout.split()
    by_newscrawl = listed(tmp_path, "newscrawl", "list").stdout.split()
    table = listed(tmp_path, "newscrawl", "sites").stdout.splitlines()

    assert by_scrapy == by_newscrawl
    assert "contoh" in by_scrapy
    assert sorted({*by_scrapy} - {"site"}) == [line.split()[0] for line in table[1:-2]]
