"""``newscrawl canary``: a change in what is read from a saved page is seen."""

from __future__ import annotations

import json
from pathlib import Path

from tests.crawling_runs import run
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite

HOST = "afederasi.com"
NOWHERE = "http://127.0.0.1:9"


def canary(folder: Path, *args: str):
    return run(NOWHERE, folder, *args, command="canary")


def records(folder: Path) -> list[Path]:
    return sorted((folder / "data" / "canary").glob("afederasi/*/record.json"))


def test_pages_are_taken_read_again_and_a_change_is_shown_and_accepted(tmp_path):
    with Newsroom([VarientOneSite(HOST, articles=6)]) as newsroom:
        taken = run(newsroom.address, tmp_path, "afederasi", "--take", command="canary")
    assert taken.returncode == 0, taken.stderr
    assert len(records(tmp_path)) == 3
    same = canary(tmp_path)
    assert (same.returncode, same.stdout) == (0, "3 pages, 0 read differently\n")
    first = records(tmp_path)[0]
    facts = json.loads(first.read_text(encoding="utf-8"))
    paragraphs = facts["record"]["body"].split("\n\n")
    facts["record"] |= {"authors": ["Rina \x1b[2J"], "body": "\n\n".join(["Iklan", *paragraphs[1:]])}
    first.write_text(json.dumps(facts), encoding="utf-8")
    changed = canary(tmp_path, "afederasi")
    assert changed.returncode == 1
    assert "3 pages, 1 read differently" in changed.stdout
    assert "    - Iklan" in changed.stdout
    assert f"    + {paragraphs[0]}"[:100] in changed.stdout
    assert '- ["Rina' in changed.stdout
    assert "\x1b" not in changed.stdout
    assert paragraphs[1] not in changed.stdout
    assert canary(tmp_path, "--accept").returncode == 0
    assert canary(tmp_path).returncode == 0


def test_a_page_from_a_file_can_be_added(tmp_path):
    page = tmp_path / "halaman.html"
    page.write_text("<title>Panen</title><article><h1>Panen raya</h1><p>Petani memanen padi.</p></article>")
    done = canary(tmp_path, "--add", str(page), "--url=https://afederasi.com/panen-raya-di-blitar")
    assert done.returncode == 0, done.stderr
    assert "saved afederasi" in done.stdout
    assert canary(tmp_path).returncode == 0


def test_what_cannot_be_read_is_named_and_the_others_are_read(tmp_path):
    for number in (1, 2):
        page = tmp_path / "halaman.html"
        page.write_text(f"<title>Panen</title><h1>Panen {number}</h1><p>Petani memanen padi.</p>")
        canary(tmp_path, "--add", str(page), f"--url=https://afederasi.com/panen-raya-{number}")
    first = records(tmp_path)[0]
    first.with_name("page.html.gz").write_bytes(b"broken")
    done = canary(tmp_path)
    assert done.returncode == 5
    (line,) = done.stderr.splitlines()
    assert str(first.parent) in line
    assert "2 pages, 0 read differently" in done.stdout


def test_bad_usage(tmp_path):
    assert canary(tmp_path, "--take").returncode == 2
    assert canary(tmp_path, "--add", "x.html").returncode == 2
    assert canary(tmp_path, "--add", "x.html", "--url=ftp://x/y").returncode == 2
    missing = canary(tmp_path, "--add", "x.html", "--url=https://afederasi.com/y")
    assert (missing.returncode, len(missing.stderr.splitlines())) == (5, 1)
    nothing = canary(tmp_path)
    assert nothing.returncode == 1
    assert "--take" in nothing.stderr


def test_a_site_that_is_not_known_is_named(tmp_path):
    done = canary(tmp_path, "afederasy")
    assert done.returncode == 2
    assert "There is no site 'afederasy'. Did you mean afederasi?" in done.stderr
