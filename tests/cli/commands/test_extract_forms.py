"""Saved pages as text, Markdown and TEI; several pages and folders of them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from lxml import etree

from newscrawl.cli.page_forms import as_markdown, as_tei, as_text
from tests.archive.samples import article
from tests.cli.commands.calling import newscrawl

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
PAGE = """<html><head><link rel="canonical" href="https://kabar.example/{n}/warga-panen-padi-lebih-awal-di-desa">
<meta property="og:type" content="article"><title>Warga Panen {n} &lt;Awal&gt;</title></head><body><article>
<h1>Warga Panen {n} &lt;Awal&gt;</h1><p>Warga desa itu memanen padi lebih awal karena hujan turun terus, kata
kepala desa kepada wartawan di balai desa pada hari Rabu.</p>
<p># Bukan judul, melainkan kalimat yang dibuka dengan tanda pagar oleh penulisnya di papan balai desa.</p>
<p>Panen dilanjutkan pekan depan bila cuaca cerah dan jalan
ke sawah sudah diperbaiki, ujar ketua kelompok tani.</p></article></body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pages = tmp_path / "pages" / "dalam"
    pages.mkdir(parents=True)
    for number in (1, 2):
        (pages / f"{number}.html").write_text(PAGE.format(n=number), encoding="utf-8")
    (tmp_path / "pages" / "catatan.txt").write_text("bukan halaman")
    return tmp_path


def test_one_page_in_each_form(folder: Path) -> None:
    page = "pages/dalam/1.html"
    plain = newscrawl(folder, "extract", page, "--format", "text").stdout
    assert plain.startswith("Warga Panen 1 <Awal>\n\nWarga desa itu")
    marked = newscrawl(folder, "extract", page, "--format", "md").stdout
    assert marked.startswith("# Warga Panen 1 \\<Awal>\n")
    assert "\n\n\\# Bukan judul" in marked
    tree = etree.fromstring(newscrawl(folder, "extract", page, "--format", "xml").stdout.encode())
    assert tree.findtext(".//t:titleStmt/t:title", namespaces=TEI) == "Warga Panen 1 <Awal>"
    assert len(tree.findall(".//t:body/t:div/t:p", namespaces=TEI)) == 3


def test_the_output_of_one_page_is_written(folder: Path) -> None:
    done = newscrawl(folder, "extract", "pages/dalam/1.html", "--output", "satu.json")
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((folder / "satu.json").read_text("utf-8"))["title"] == "Warga Panen 1 <Awal>"


@pytest.mark.parametrize(
    "words", [["pages"], ["--pages", "pages"], ["pages/dalam/1.html", "pages/dalam/2.html"]]
)
def test_several_pages_and_folders_need_no_table(folder: Path, words: list[str]) -> None:
    done = newscrawl(folder, "extract", *words)
    assert done.returncode == 0
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["title"] for record in records] == ["Warga Panen 1 <Awal>", "Warga Panen 2 <Awal>"]
    assert records[0]["file"] in ("dalam/1.html", "1.html")
    newscrawl(folder, "extract", *words, "--output", "semua.jsonl")
    written = [json.loads(line) for line in (folder / "semua.jsonl").read_text("utf-8").splitlines()]
    for record in (*records, *written):
        del record["fetched_at"]
    assert written == records


def test_several_pages_as_text_are_files_of_a_folder(folder: Path) -> None:
    done = newscrawl(folder, "extract", "pages", "--format", "md", "--output", "keluar")
    assert done.returncode == 0
    assert sorted(path.name for path in (folder / "keluar" / "dalam").iterdir()) == ["1.html.md", "2.html.md"]


def test_a_page_that_cannot_be_read_stops_no_other(folder: Path) -> None:
    (folder / "pages" / "dalam" / "0.html").write_bytes(b"%PDF-1.7")
    done = newscrawl(folder, "extract", "pages", "tidak-ada.html")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    assert "0.html is no web page but a PDF document" in done.stderr
    assert "tidak-ada.html" in done.stderr
    assert "4 pages, 2 failures" in done.stderr


def test_of_several_pages_one_without_an_address_is_told_of_the_table(folder: Path) -> None:
    (folder / "pages" / "5.html").write_text("<p>Warga desa memanen padi.</p>", encoding="utf-8")
    done = newscrawl(folder, "extract", "pages")
    assert done.returncode == 1
    assert "5.html has no canonical link that says where it is from; say it with a table" in done.stderr


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["pages", "--format", "text"], "go into a folder; name it with --output"),
        (["pages", "--url", "https://a.example"], "extract takes one PAGE.html"),
        ([], "extract takes one PAGE.html"),
        (["kosong"], "there is no page in it"),
        (["pages", "--output", "berkas/a.jsonl"], "berkas: File exists"),
    ],
)
def test_wrong_usage_is_one_line(folder: Path, words: list[str], line: str) -> None:
    (folder / "kosong").mkdir()
    (folder / "berkas").write_text("")
    done = newscrawl(folder, "extract", *words)
    assert done.returncode == 2
    assert line in done.stderr


def test_what_is_no_xml_does_not_break_a_file() -> None:
    one = article(1, title="Judul \x01 & <b>", body="Satu\x00.\n\nDua.", description="A\x08", authors=["<x>"])
    tree = etree.fromstring(as_tei(one).encode())
    assert tree.findtext(".//t:author", namespaces=TEI) == "<x>"
    assert "\x00" not in as_text(one) + as_markdown(one)


def test_a_packed_page_is_read_where_it_lies(folder: Path) -> None:
    packed = gzip.compress(PAGE.format(n=3).encode(), mtime=0)
    (folder / "pages" / "3.html.gz").write_bytes(packed)
    alone = newscrawl(folder, "extract", "pages/3.html.gz", "--format", "text")
    assert alone.stdout.startswith("Warga Panen 3 <Awal>\n\nWarga desa itu")
    together = newscrawl(folder, "extract", "pages")
    assert "Warga Panen 3 <Awal>" in together.stdout
    assert together.stderr.startswith("3 pages, 0 failures, 1 file passed over (no .html, ")
    (folder / "pages" / "3.html.gz").write_bytes(packed[:-20])
    broken = newscrawl(folder, "extract", "pages")
    assert broken.returncode == 1
    assert "3.html.gz: it is packed with gzip and broken" in broken.stderr
    assert "\n3 pages, 1 failure, " in broken.stderr


def test_a_small_file_that_unpacks_to_more_than_any_page_is_refused(folder: Path) -> None:
    (folder / "bom.html.gz").write_bytes(gzip.compress(b" " * 70_000_000, mtime=0))
    done = newscrawl(folder, "extract", "bom.html.gz")
    assert (done.returncode, done.stderr) == (
        1,
        "newscrawl extract: bom.html.gz: it unpacks to more than 64 MB\n",
    )


@pytest.mark.parametrize("source", ["", " \n", "<!-- -->"])
def test_a_page_without_anything_is_said_in_one_line(folder: Path, source: str) -> None:
    (folder / "kosong.html").write_text(source)
    alone = newscrawl(folder, "extract", "kosong.html")
    assert alone.returncode == 2
    assert "Traceback" not in alone.stderr
    assert alone.stderr.splitlines()[-1].startswith("newscrawl: error: kosong.html ")
    (folder / "pages" / "kosong.html").write_text(source)
    together = newscrawl(folder, "extract", "pages")
    assert together.returncode == 1
    assert len(together.stdout.splitlines()) == 2


def test_the_ending_of_the_output_says_the_form_and_its_folder_is_made(folder: Path) -> None:
    page = "pages/dalam/1.html"
    assert newscrawl(folder, "extract", page, "--output", "baru/satu.md").returncode == 0
    assert (folder / "baru" / "satu.md").read_text("utf-8").startswith("# Warga Panen 1")
    refused = newscrawl(folder, "extract", page, "--output", "satu.xlsx")
    assert refused.returncode == 2
    assert "pages are not written as .xlsx, but as .json, .jsonl" in refused.stderr
    assert not (folder / "satu.xlsx").exists()
    assert newscrawl(folder, "extract", page, "--output", "satu.data", "--format", "json").returncode == 0


def test_a_page_that_is_no_article_says_so(folder: Path) -> None:
    (folder / "depan.html").write_text("<html><body><a href='/a'>A</a> <a href='/b'>B</a></body></html>")
    done = newscrawl(folder, "extract", "depan.html", "--url", "https://kabar.example/")
    assert done.returncode == 0
    assert "https://kabar.example/ has no text of an article (page_type: " in done.stderr
    assert newscrawl(folder, "extract", "pages/dalam/1.html").stderr == ""


def test_pages_of_a_folder_without_text_are_counted(folder: Path) -> None:
    (folder / "pages" / "depan.html").write_text(
        '<html><head><link rel="canonical" href="https://kabar.example/"></head><body><p>Beranda</p></body></html>'
    )
    (folder / "tabel.tsv").write_text("file\turl\ndepan.html\thttps://kabar.example/\n")
    assert (
        "3 pages, 0 failures, 1 without text of an article, 1 file"
        in newscrawl(folder, "extract", "pages").stderr
    )
    table = ("--pages", "pages", "--index", "tabel.tsv", "--output", "a.jsonl")
    assert "1 page, 0 failures, 1 without text of an article, " in newscrawl(folder, "extract", *table).stdout
