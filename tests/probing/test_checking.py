"""``newscrawl sites check``: what is wrong with a site file, its examples and its saved pages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newscrawl.probing.canary import save_beside
from newscrawl.probing.checking import Checked, check_file, files_of
from newscrawl.sites.book import Book
from tests import processes

SITE = """\
title = "Harian Contoh"
region = "Jawa Timur"
domains = ["contoh.example"]
article_urls = ['/berita/(?P<id>\\d+)/']
examples = ["https://contoh.example/berita/1/panen-raya"]
not_examples = ["https://contoh.example/foto/1/panen-raya"]
sources = [{ way = "feed", url = "https://contoh.example/feed" }]
"""
URL = "https://contoh.example/berita/1/panen-raya"
PAGE = """<html><head><title>Panen Raya</title></head><body><h1>Panen Raya</h1>
<div class="isi">{}</div><div class="kaki"><p>{}</p></div></body></html>""".format(
    "".join(
        f"<p>Petani memanen padi lebih awal karena hujan datang cepat, kata warga ke-{n}.</p>"
        for n in range(6)
    ),
    "Warga di hilir sungai menunggu bantuan benih yang dijanjikan pemerintah daerah sejak awal tahun lalu. "
    * 3,
).encode()


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / f"{name}.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def checked(file: Path, *, accept: bool = False) -> Checked:
    return check_file(file, Book(file.parent), accept=accept)


def test_a_file_in_which_nothing_is_wrong_is_sound(tmp_path: Path) -> None:
    found = checked(write(tmp_path, "contoh", SITE))

    assert found.sound
    assert [publisher.name for publisher in found.publishers] == ["contoh"]


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('"Jawa Timur"', '"Jawa Tmur"', "region: there is no region 'Jawa Tmur'; did you mean 'Jawa Timur'?"),
        (
            "/berita/1",
            "/kabar/1",
            "examples: https://contoh.example/kabar/1/panen-raya is no article by article_urls",
        ),
        (
            "contoh.example/berita",
            "lain.example/berita",
            "examples: https://lain.example/berita/1/panen-raya is no address on contoh.example",
        ),
        (
            "/foto/1",
            "/foto/berita/1",
            "not_examples: https://contoh.example/foto/berita/1/panen-raya is an article",
        ),
        (
            'examples = ["https://contoh.example/berita/1/panen-raya"]\n',
            "",
            "examples: give the address of an article or two",
        ),
        (
            'sources = [{ way = "feed", url = "https://contoh.example/feed" }]',
            "",
            "sources: none is declared",
        ),
        (
            '"feed", url = "https://contoh.example/feed"',
            '"index", url = "https://contoh.example/indeks"',
            "sources[1]: 'https://contoh.example/indeks' needs the field {date}",
        ),
        ('"contoh.example"', '"kompas.com"', "domains: 'kompas.com' is that of kompas; a file kompas.toml"),
    ],
)
def test_what_is_wrong_is_named_with_its_key(tmp_path: Path, before: str, after: str, fault: str) -> None:
    file = write(tmp_path, "contoh", SITE.replace(before, after, 1))

    found = checked(file)

    assert not found.sound
    assert found.faults[0].startswith(f"{file}: {fault}"), found.faults


def test_a_file_in_place_of_a_shipped_one_may_have_its_domain(tmp_path: Path) -> None:
    assert checked(write(tmp_path, "kompas", SITE.replace("contoh.example", "kompas.com"))).sound


def test_two_files_of_one_folder_may_not_have_one_domain(tmp_path: Path) -> None:
    write(tmp_path, "lain", SITE)

    assert "domains: 'contoh.example' is that of lain" in checked(write(tmp_path, "contoh", SITE)).faults[0]


def test_a_fault_of_another_file_is_not_said_of_this_one(tmp_path: Path) -> None:
    broken = write(tmp_path, "rusak", "title = ")

    assert checked(write(tmp_path, "contoh", SITE)).sound
    assert "it is no TOML" in checked(broken).faults[0]


def test_every_file_of_a_folder_is_found_with_networks_and_families(tmp_path: Path) -> None:
    files = [write(tmp_path, name, "") for name in ("contoh", "networks", "families/grup")]

    assert files_of(tmp_path) == files


def test_a_row_of_a_network_is_checked_as_a_file_is(tmp_path: Path) -> None:
    facts = 'title = "Kota", region = "Bali", domains = ["kota.example"]'
    row = f'kota = {{ {facts}, examples = ["https://lain.example/x-y-z-w"] }}'
    found = checked(write(tmp_path, "networks", f"[wordpress.sites]\n{row}\n"))

    assert [publisher.name for publisher in found.publishers] == ["kota"]
    assert "is no address on kota.example" in found.faults[0]


def test_saved_pages_are_read_by_the_rules_of_the_file_and_compared(tmp_path: Path) -> None:
    file = write(tmp_path, "contoh", SITE)
    kept = save_beside(file, PAGE, URL, datetime(2026, 8, 17, tzinfo=UTC), Book(tmp_path))
    assert kept.folder.parent == tmp_path / "contoh"
    assert (checked(file).sound, checked(file).pages) == (True, 1)

    write(tmp_path, "contoh", SITE + "[rules]\nbody = ['.kaki']\n")
    found = checked(file)
    assert not found.sound
    assert [change.field for _, changes in found.changed for change in changes] == ["provenance"]

    assert checked(file, accept=True).sound
    assert checked(file).sound
    record = json.loads((kept.folder / "record.json").read_text(encoding="utf-8"))["record"]
    assert record["provenance"]["body"] == "rule: .kaki"


def test_a_saved_page_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    file = write(tmp_path, "contoh", SITE)
    kept = save_beside(file, PAGE, URL, datetime(2026, 8, 17, tzinfo=UTC), Book(tmp_path))
    (kept.folder / "page.html.gz").write_bytes(b"no gzip")

    assert "page.html.gz cannot be read" in checked(file).faults[0]


def command(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("NEWSCRAWL_")}
    line = [sys.executable, "-m", "newscrawl", "sites", "check", *words]
    return processes.run(line, cwd=cwd, env=clean, capture_output=True, text=True, check=False)


def test_the_command_checks_all_of_ones_own_files_or_those_that_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "sites"
    folder.mkdir(parents=True)
    file = write(folder, "contoh", SITE)
    save_beside(file, PAGE, URL, datetime(2026, 8, 17, tzinfo=UTC), Book(folder))
    fine = command(cwd=tmp_path)
    write(folder, "contoh", SITE + "[rules]\nbody = ['.kaki']\n")
    write(folder, "rusak", "title = ")
    named = command("data/sites/contoh.toml", cwd=tmp_path)
    every = command(cwd=tmp_path)

    assert (fine.returncode, named.returncode, every.returncode) == (0, 1, 1)
    assert fine.stdout == f"{file}: fine (1 publisher, 1 example, 1 saved page read as before)\n"
    assert f"{URL} is read differently (--accept takes that for right)" in named.stdout
    assert "rusak" not in named.stdout + named.stderr
    assert f"{folder / 'rusak.toml'}: it is no TOML" in every.stdout


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ((), 0, "There is no site file in data/sites"),
        (("tidakada.toml",), 2, "tidakada.toml: there is no such file"),
    ],
)
def test_the_command_says_where_there_is_nothing_to_check(
    tmp_path: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    done = command(*words, cwd=tmp_path)

    assert done.returncode == status
    assert said in done.stdout + done.stderr
