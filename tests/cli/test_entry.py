"""The command line answers like a good tool."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from newscrawl.record.schema import json_schema
from tests import processes
from tests.patience import patience

PAGE = """<html><head><title>Panen Raya di Blitar</title>
<meta property="og:type" content="article"><meta property="og:title" content="Panen Raya di Blitar"></head>
<body><article><h1>Panen Raya di Blitar</h1><div class="post-text">
<p>Blitar, (kabar.example) - Petani di Blitar memanen padi lebih awal tahun ini karena hujan datang lebih
cepat dari yang mereka perkirakan pada awal musim tanam.</p>
<p>Kepala desa mengatakan bahwa hasil panen kali ini lebih baik daripada tahun lalu dan harga gabah di tingkat
petani juga naik sehingga warga merasa lega.</p>
<p>Ia berharap pemerintah daerah segera memperbaiki saluran irigasi yang rusak agar musim tanam berikutnya
dapat berjalan dengan lancar. (siti/bud)</p></div></article></body></html>"""


def run(*words: str, cwd: Path | None = None, stdin: str = "") -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "newscrawl", *words]
    return processes.run(line, cwd=cwd, input=stdin, capture_output=True, text=True, timeout=patience(60))


def test_help_lists_the_commands(tmp_path):
    answer = run("--help", cwd=tmp_path)
    assert answer.returncode == 0
    for command in ("crawl", "extract", "schema"):
        assert f"\n  {command} " in answer.stdout


def test_no_command_is_help():
    assert "usage: newscrawl COMMAND" in run().stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["crwl", "afederasi"], "Did you mean crawl"),
        (["crawl", "afedrasi"], "Did you mean afederasi"),
        (["crawl", "afederasi", "-a", "sinse=3d"], "Did you mean since"),
        (["crawl", "afederasi", "-a", "since=31/02/2026"], "'31/02/2026' is no date"),
        (["crawl", "afederasi", "-a", "limit=many"], "limit=many"),
        (["crawl", "afederasi", "-a", "urls=nowhere.txt"], "there is no file 'nowhere.txt'"),
        (["crawl"], "crawl takes one site"),
        (["crawl", "afederasi", "--frobnicate"], "crawl has no option '--frobnicate'"),
        (["run", "afederasi", "--frobnicate"], "run has no option '--frobnicate'"),
        (["extract", "https://kabar.example/a", "https://kabar.example/b"], "extract fetches one page"),
        (["extract"], "newscrawl: error: extract takes one PAGE.html"),
        (["extract", "page.html", "--url", "kabar.example"], "not an http or https address"),
        (["--frobnicate"], "unknown option '--frobnicate'"),
    ],
)
def test_wrong_usage_names_what_was_wrong_and_exits_2(words, expected, tmp_path):
    answer = run(*words, cwd=tmp_path)
    assert answer.returncode == 2
    assert expected in answer.stderr
    assert "Traceback" not in answer.stderr


def test_what_follows_two_dashes_is_no_option(tmp_path):
    (tmp_path / "-berita.html").write_text("<html><p>x</p></html>", encoding="utf-8")
    answer = run("extract", "--url", "https://kabar.example/a", "--", "-berita.html", cwd=tmp_path)
    assert answer.returncode == 0, answer.stderr
    assert json.loads(answer.stdout)["url"] == "https://kabar.example/a"


def test_extract_reads_a_file_or_standard_input(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    from_file = run("extract", str(path), "--url", "https://kabar.example/panen-raya-di-blitar")
    from_stdin = run("extract", "-", "--url", "https://kabar.example/panen-raya-di-blitar", stdin=PAGE)
    one, other = json.loads(from_file.stdout), json.loads(from_stdin.stdout)
    jsonschema.validate(one, json_schema())
    assert one["title"] == "Panen Raya di Blitar"
    assert one | {"fetched_at": None} == other | {"fetched_at": None}


@pytest.mark.parametrize(
    ("link", "url"),
    [
        (
            b'<link rel="canonical" href=" https://kabar.example/panen-raya ">',
            "https://kabar.example/panen-raya",
        ),
        (
            b'<link rel="canonical" href="/panen"><meta property="og:url" content="https://kabar.example/2">',
            "https://kabar.example/2",
        ),
    ],
)
def test_a_page_may_say_its_own_address(link, url, tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.encode().replace(b"</head>", link + b"</head>"))
    assert json.loads(run("extract", str(path)).stdout)["url"] == url


def test_a_page_without_an_address_asks_for_one(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    answer = run("extract", str(path))
    assert answer.returncode == 2
    assert f"{path} has no canonical link that says where it is from; say it with --url URL" in answer.stderr
    assert "--url" in answer.stderr


def test_extract_names_a_missing_file():
    answer = run("extract", "missing.html", "--url", "https://kabar.example/a")
    assert answer.returncode == 1
    assert "missing.html" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_extract_of_many_reports_and_goes_on(tmp_path):
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "empty.html").write_text("", encoding="utf-8")
    (tmp_path / "home.html").write_text("<html><body><a href='/x'>x</a></body></html>", encoding="utf-8")
    rows = ["file\turl", *(f"{name}.html\thttps://kabar.example/{name}" for name in ("a", "empty", "home"))]
    (tmp_path / "index.tsv").write_text("\n".join(rows), encoding="utf-8")
    out = tmp_path / "out.jsonl"
    index = str(tmp_path / "index.tsv")
    answer = run("extract", "--pages", str(tmp_path), "--index", index, "--output", str(out))
    records = {record["file"]: record for record in map(json.loads, out.read_text().splitlines())}
    assert answer.returncode == 1
    assert "3 pages, 1 failure," in answer.stdout
    assert "empty.html" in answer.stderr
    assert records["a.html"]["body"].startswith("Blitar, (kabar.example) - Petani")
    assert records["home.html"]["body"] is None
    assert records["home.html"]["page_type"] != "article"


def test_extract_explains_each_line(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    answer = run("extract", str(path), "--url", "https://kabar.example/panen", "--explain")
    assert answer.returncode == 0
    assert "keep  paragraph" in answer.stdout
    assert "because:" in answer.stdout


def test_extract_wants_an_index_with_its_columns(tmp_path):
    (tmp_path / "index.tsv").write_text("name\taddress\n", encoding="utf-8")
    index, out = str(tmp_path / "index.tsv"), str(tmp_path / "out.jsonl")
    answer = run("extract", "--pages", str(tmp_path), "--index", index, "--output", out)
    assert answer.returncode == 2
    assert "no column file and url" in answer.stderr


def test_the_schema_is_json():
    assert json.loads(run("schema").stdout)["additionalProperties"] is False
