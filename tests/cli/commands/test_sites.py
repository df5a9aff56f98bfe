"""``newscrawl sites`` lists publishers, filters them, and writes docs/publishers.md."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from newscrawl.sites import catalogue
from tests import processes
from tests.patience import patience

ROOT = Path(__file__).resolve().parents[3]


def sites(*args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newscrawl", "sites", *args]
    return processes.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=patience(60))


def listed(*args: str) -> list[str]:
    answer = sites(*args, "--json")
    assert answer.returncode == 0, answer.stderr
    return [row["name"] for row in json.loads(answer.stdout)]


def test_the_table_has_aligned_columns_and_a_count() -> None:
    answer = sites()
    lines = answer.stdout.splitlines()

    assert answer.returncode == 0
    assert lines[0].split() == ["name", "title", "region", "family", "ways", "seen"]
    assert lines[-1] == f"{len(catalogue())} publishers"
    start = lines[0].index("region")
    assert all(line[start - 2 : start] == "  " and line[start] != " " for line in lines[1:-2])


def test_json_holds_every_fact() -> None:
    rows = json.loads(sites("--json").stdout)
    bali = next(row for row in rows if row["name"] == "balipost")

    assert len(rows) == len(catalogue())
    assert bali["title"] == "Bali Post"
    assert bali["region"] == "Bali"
    assert bali["kind"] == "regional"
    assert bali["family"] == "wordpress"
    assert bali["zone"] == "Asia/Makassar"
    assert bali["domains"] == ["balipost.com"]
    assert bali["ways"] == ["feed", "wordpress", "search"]


@pytest.mark.parametrize(
    ("args", "some", "others"),
    [
        (("--region", "Bali"), {"balipost", "nusabali"}, {"kompas", "fajar"}),
        (("--region", "bali"), {"balipost"}, {"kompas"}),
        (("--kind", "national"), {"kompas", "detik"}, {"balipost"}),
        (("--family", "tribun"), {"tribunnews", "serambinews"}, {"kompas"}),
        (("--family", "none"), {"tempo"}, {"detik"}),
        (("--text", "INDONESIA cnn"), {"cnnindonesia"}, {"cnbcindonesia"}),
        (("--text", "antaranews.com", "--region", "Bali"), {"antarabali"}, {"antaranews", "balipost"}),
    ],
)
def test_filters_choose(args: tuple[str, ...], some: set[str], others: set[str]) -> None:
    found = set(listed(*args))

    assert some <= found
    assert not others & found


def test_the_file_of_a_publisher_is_shown() -> None:
    shown = sites("show", "kompas")

    assert shown.stdout == (ROOT / "newscrawl" / "sites" / "publishers" / "kompas.toml").read_text("utf-8")
    assert "There is no site file of 'kompass'. Did you mean kompas" in sites("show", "kompass").stderr


def test_filters_that_leave_nothing_say_so() -> None:
    answer = sites("--text", "tidak-ada-situs-ini")

    assert answer.returncode == 0
    assert answer.stdout.splitlines()[-1] == "No publisher fits."


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--region", "Jawa Barta"), "There is no region 'Jawa Barta'. Did you mean Jawa Barat"),
        (("--family", "wordpres"), "There is no family 'wordpres'. Did you mean wordpress?"),
        (("--kind", "lokal"), "There is no kind 'lokal'. Known: national, regional."),
        (("kompas",), "sites takes no 'kompas'; for words use --text"),
        (("--json", "--markdown"), "not allowed with argument"),
    ],
)
def test_bad_usage_is_one_error_with_the_nearest_names(args: tuple[str, ...], message: str) -> None:
    answer = sites(*args)

    assert answer.returncode == 2
    assert message in answer.stderr
    assert "Traceback" not in answer.stderr


def test_the_page_of_publishers_is_current() -> None:
    page = (ROOT / "docs" / "publishers.md").read_text(encoding="utf-8")

    assert page == sites("--markdown").stdout, "run: newscrawl sites --markdown > docs/publishers.md"
    for publisher in catalogue():
        assert f"| `{publisher.name}` |" in page


def test_sites_that_can_search_or_go_back_are_chosen() -> None:
    searching, ranging = set(listed("--can", "search")), set(listed("--can", "range"))
    assert "balipost" in searching & ranging
    assert "bnews" not in searching
    everything = {publisher.name for publisher in catalogue()}
    assert searching < everything
    assert ranging < everything
    assert set(listed("--can", "search", "--region", "Bali")) <= searching
