"""A user's own folder adds to and overrides what is shipped, and a broken file in it stops nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newscrawl.reading.extracting import extract
from newscrawl.sites.book import Book
from tests import processes

SITE = """\
title = "Harian Contoh"
region = "Maluku"
domains = ["contoh.example"]
outlets = ["Contoh"]
"""
PAGE = "<html><body><h1>Panen Raya</h1><div class='isi'>{}</div></body></html>".format(
    "".join(
        f"<p>Petani memanen padi lebih awal karena hujan turun lebih cepat, kata warga ke-{n}.</p>"
        for n in range(6)
    )
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "data" / "sites"
    place.mkdir(parents=True)
    return place


def write(folder: Path, name: str, text: str) -> None:
    file = folder / f"{name}.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")


def run(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("NEWSCRAWL_")}
    return processes.run(
        [sys.executable, "-m", "newscrawl", *words],
        cwd=cwd,
        env=clean | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_file_adds_a_publisher(folder: Path) -> None:
    write(folder, "contoh", SITE)

    book = Book(folder)

    found = book.find("https://www.contoh.example/berita/1")
    assert found is not None
    assert (found.name, found.kind, found.zone) == ("contoh", "regional", "Asia/Jayapura")
    assert book.place("contoh") == str(folder / "contoh.toml")
    assert book.names == Book().names | {"contoh"}
    assert book.domains["contoh.example"] == "contoh"


def test_a_file_stands_in_place_of_the_shipped_one_with_its_domains(folder: Path) -> None:
    write(folder, "kompas", SITE)

    book = Book(folder)

    assert book.publisher("kompas").title == "Harian Contoh"
    assert book.find("https://www.kompas.com/x") is None, "the file says that its domain is another"
    assert "kompas.com" not in book.domains
    assert book.names == Book().names


def test_a_file_may_take_a_domain_over(folder: Path) -> None:
    write(folder, "kompasku", SITE.replace("contoh.example", "kompas.com"))

    found = Book(folder).find("https://www.kompas.com/x")

    assert found is not None
    assert found.name == "kompasku"


def test_families_and_networks_may_be_ones_own(folder: Path) -> None:
    write(
        folder,
        "families/grup",
        "article_urls = ['/baca/']\n[rules]\nextends = \"wordpress\"\nbody = ['.isi']\n",
    )
    row = 'kabarkota = { title = "Kabar Kota", region = "Bali", domains = ["kota.example"] }'
    write(folder, "networks", f'[grup]\nexamples = ["{{home}}/baca/1"]\n[grup.sites]\n{row}\n')

    found = Book(folder).publisher("kabarkota")

    assert (found.family, found.article_urls) == ("grup", ("/baca/",))
    assert found.examples == ("https://kota.example/baca/1",)
    assert found.rules.body[:2] == (".isi", ".td-post-content")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = ", "it is no TOML"),
        (SITE.replace('"Maluku"', '"Malaku"'), "region: there is no region 'Malaku'; did you mean 'Maluku'?"),
        (SITE + "bodi = ['.x']", "bodi: there is no such key here; allowed: "),
        (SITE + "family = 'wordpres'", "family: there is no family 'wordpres'; did you mean 'wordpress'?"),
        (SITE + "article_urls = ['(']", "article_urls[1] ('('): it is no regular expression"),
        (
            SITE + "family = 'wordpress'\narticle_urls = ['at_rot']",
            "the family wordpress has no pattern 'at_rot'",
        ),
        (SITE + "article_urls = ['dated']", "there is no family with a pattern 'dated'"),
        (SITE.replace("title", "titel"), "title: it must be stated"),
        (SITE + "zone = 'Asia/Blitar'", "zone ('Asia/Blitar'): write an IANA zone such as Asia/Jakarta"),
        (SITE.replace('["contoh.example"]', '["https://contoh.example"]'), "domains[1]"),
        (SITE.replace('["contoh.example"]', "[]"), "domains: tuple should have at least 1 item"),
        (
            SITE + "sources = [{ way = 'rss', url = 'https://x.id' }]",
            "sources[1].way: there is no way 'rss'; allowed: feed",
        ),
        (SITE + "sources = [{ url = 'https://x.id' }]", "sources[1].way: it must be stated; allowed: feed"),
        (
            SITE + "sources = [{ way = 'feed', url = 'x.id' }]",
            "sources[1].url ('x.id'): write an http or https address",
        ),
        (
            SITE + "sources = [{ way = 'feed', url = 'https://x.id', max_pages = 3 }]",
            "sources[1].max_pages: there is no such key here; allowed: url, way, sections",
        ),
        (
            SITE + "sources = [{ way = 'listing', url = 'https://x.id', cards = { kard = 'a' } }]",
            "sources[1].cards.kard: there is no such key here; did you mean 'card'?",
        ),
        (
            SITE + "sources = [{ way = 'listing', url = 'https://x.id', cards = {}, links = 'a' }]",
            "give one of links, cards and json_items, not links and cards",
        ),
        (SITE + "[rules]\nbody = ['div[']", "rules.body[1] ('div['): it is no CSS selector"),
        (SITE + "[rules]\nbodi = ['.x']", "rules.bodi: there is no such key here; did you mean 'body'?"),
        (SITE + "[rules]\npages = ['?hal=2']", "rules.pages[1] ('?hal=2'): write ?page=all, ?single=1"),
    ],
)
def test_a_broken_file_is_left_out_and_named_with_key_and_what_is_allowed(
    folder: Path, text: str, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    write(folder, "rusak", text)
    write(folder, "contoh", SITE)

    book = Book(folder)

    assert "rusak" not in book.names
    assert "contoh" in book.names
    assert said in str(book.problems[0])
    assert str(book.problems[0]).startswith(f"{folder / 'rusak.toml'}: ")
    assert caplog.messages == [f"newscrawl: {problem}" for problem in book.problems]
    assert all("\n" not in message for message in caplog.messages)


@pytest.mark.parametrize(
    "text", ["tribun = 1", "[tribun]\nsites = 3", "[tribun.sites]\nx = 1", "[tribun.sites.x]\n"]
)
def test_a_broken_table_of_networks_is_named(folder: Path, text: str) -> None:
    write(folder, "networks", text)

    book = Book(folder)

    assert book.problems
    assert str(folder / "networks.toml") in str(book.problems[0])
    assert book.names == Book().names


def test_a_broken_file_over_a_shipped_one_leaves_that_in_place(folder: Path) -> None:
    write(folder, "kompas", "title = 3")

    assert Book(folder).publisher("kompas").title == "Kompas.com"


def test_a_file_with_a_name_that_is_none_is_named(folder: Path) -> None:
    write(folder, "Harian Contoh", SITE)

    assert "the name 'Harian Contoh' must be lower-case letters" in str(Book(folder).problems[0])


def test_without_a_folder_there_is_what_is_shipped(tmp_path: Path) -> None:
    assert Book(tmp_path / "sites").names == Book().names


def test_a_page_is_read_by_the_rules_of_ones_own_file(folder: Path) -> None:
    write(folder, "contoh", SITE + "[rules]\nbody = ['.isi']\n")

    article = extract(PAGE, "https://contoh.example/berita/1", book=Book(folder))

    assert article.site == "contoh"
    assert article.provenance["body"] == "rule: .isi"


@pytest.mark.parametrize("where", ["data", "environment", "setting", "option"])
def test_commands_find_the_folder_where_it_is_named(folder: Path, tmp_path: Path, where: str) -> None:
    write(folder, "contoh", SITE)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    if where == "data":
        done = run("sites", "--text", "contoh", cwd=tmp_path)
    elif where == "environment":
        done = run("sites", "--text", "contoh", cwd=elsewhere, NEWSCRAWL_SITES=str(folder))
    elif where == "setting":
        done = run("sites", "--text", "contoh", "-s", f"NEWSCRAWL_SITES={folder}", cwd=elsewhere)
    else:
        done = run("run", "contoh", "--data", str(folder.parent), "-a", "since=2030-01-01", cwd=elsewhere)
        assert "lies in the future" in done.stderr or "contoh" in done.stdout
        assert "There is no site" not in done.stderr
        return

    assert done.stdout.splitlines()[1].split() == ["contoh", "Harian", "Contoh", "Maluku", "none"]


@pytest.mark.parametrize("name", ["kompas", "tribunflores"])
def test_a_shipped_publisher_can_be_copied_and_stays_what_it_is(folder: Path, name: str) -> None:
    write(folder, name, Book().text(name))

    book = Book(folder)

    assert book.problems == []
    assert book.place(name) == str(folder / f"{name}.toml")
    assert book.publisher(name) == Book().publisher(name)


def test_a_broken_file_takes_no_command_down_and_is_said_in_one_line(folder: Path, tmp_path: Path) -> None:
    write(folder, "rusak", "title = ")
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")

    listed = run("sites", "--region", "Bali", cwd=tmp_path)
    read = run("extract", str(page), "--url", "https://contoh.example/berita/1", cwd=tmp_path)
    crawled = run("crawl", "rusak", cwd=tmp_path)

    for done in (listed, read):
        assert done.returncode == 0
        assert done.stderr.count("rusak.toml") == 1, done.stderr
        assert "rusak.toml: it is no TOML" in done.stderr
    assert crawled.returncode == 2
    assert "rusak.toml: it is no TOML" in crawled.stderr
    assert "Traceback" not in crawled.stderr
