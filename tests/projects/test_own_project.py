"""A project whose settings import newscrawl's: every command sees its spiders and obeys its settings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from scrapy.settings import Settings

from newscrawl.archive import Archive
from newscrawl.spiders.base import NewsSpider
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite
from tests.projects.documented import DOMAIN, lay_out, tool


@pytest.fixture(scope="module")
def newsroom() -> Iterator[Newsroom]:
    with Newsroom([VarientOneSite(DOMAIN, articles=8)]) as newsroom:
        yield newsroom


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay_out(tmp_path)


def lines(file: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("module", ["newscrawl", "scrapy"])
def test_own_spiders_stand_among_the_shipped_ones(project: Path, module: str) -> None:
    listed = tool(project, "list", module=module).stdout.split()
    table = tool(project, "sites", "--text", "desa", module=module).stdout
    assert {"desa", "pembaca", "mentah", "kompas"} <= set(listed)
    assert "Kabar Desa" in table


BROKEN = {
    "import scrapy\n\nclass Rusak(scrapy.Spider)\n    name = 'rusak'\n": "line 3: SyntaxError: expected ':'",
    "\nimport tidak_ada\n": "line 2: ModuleNotFoundError: No module named 'tidak_ada'",
    "import json\n\njson.loads('{')\n": "line 3: JSONDecodeError: ",
}


@pytest.mark.parametrize("text", BROKEN)
@pytest.mark.parametrize("command", ["list", "sites --text desa", "cron desa --at 05:00"])
def test_a_broken_spider_is_one_line_and_takes_no_other_along(project: Path, text: str, command: str) -> None:
    file = project / "kabar" / "spiders" / "rusak.py"
    file.write_text(text, encoding="utf-8")
    done = tool(project, *command.split())
    assert done.returncode == 0
    assert "desa" in done.stdout
    assert done.stderr.startswith(f"newscrawl: {file}, {BROKEN[text]}")
    assert done.stderr.endswith("; its spiders are left out\n")
    assert len(done.stderr.splitlines()) == 1


def test_modules_of_spiders_that_are_not_there_are_named(project: Path) -> None:
    done = tool(project, "list", "-s", "SPIDER_MODULES=newscrawl.spiders,kabar.spider")
    assert "kompas" in done.stdout.split()
    assert done.stderr.startswith(
        "newscrawl: SPIDER_MODULES, kabar.spider: ModuleNotFoundError: No module named"
    )


def test_a_folder_below_the_project_is_in_it(project: Path) -> None:
    below = project / "kabar" / "spiders"
    assert "pembaca" in tool(below, "list").stdout.split()


def test_the_base_spider_crawls_with_arguments_and_the_projects_own_pipeline(
    project: Path, newsroom: Newsroom
) -> None:
    done = tool(project, "crawl", "desa", "-a", "limit=3", "-O", "out.jsonl", mirror=newsroom.address)
    assert done.returncode == 0, done.stderr
    records = lines(project / "out.jsonl")
    assert len(records) == 3
    assert all(record["title"] == record["title"].upper() for record in records)
    with Archive.open(project / "data", create=False) as archive:
        assert {run.site for run in archive.runs.all()} == {"desa"}
    rest = tool(project, "run", "desa", mirror=newsroom.address, module="scrapy")
    assert "1 site (1 fine), 5 articles" in rest.stdout


def test_the_reader_alone_reads_in_a_callback(project: Path, newsroom: Newsroom) -> None:
    done = tool(project, "crawl", "pembaca", "-O", "out.jsonl", mirror=newsroom.address)
    assert done.returncode == 0, done.stderr
    records = lines(project / "out.jsonl")
    assert len(records) == 3
    assert all(record["title"] and record["published"] for record in records)


def test_the_pipelines_alone_make_records_of_raw_articles(project: Path, newsroom: Newsroom) -> None:
    done = tool(project, "crawl", "mentah", "-O", "out.jsonl", mirror=newsroom.address)
    assert done.returncode == 0, done.stderr
    records = lines(project / "out.jsonl")
    assert len(records) == 3
    assert all(
        record["body"] and record["published_at"] and record["site"] == "kabardesa" for record in records
    )


def test_parse_shows_the_record_and_leaves_no_trace(project: Path, newsroom: Newsroom) -> None:
    url = newsroom.site(DOMAIN).urls()[0]
    known = tool(project, "parse", url, "--nocolour", mirror=newsroom.address)
    chosen = tool(
        project, "parse", url, "--nocolour", "--spider", "site", mirror=newsroom.address, module="scrapy"
    )
    for done in (known, chosen):
        assert done.returncode == 0, done.stderr
        assert "'page_type': 'article'" in done.stdout
        assert "'published_precision':" in done.stdout
        assert done.stderr == ""
    assert not (project / "data").exists()


def test_parse_of_a_site_that_nobody_knows_has_the_spider_of_any_site(project: Path) -> None:
    with Newsroom([VarientOneSite("belum.example", articles=2)]) as newsroom:
        url = newsroom.site("belum.example").urls()[0]
        done = tool(project, "parse", url, "--nocolour", mirror=newsroom.address)
    assert "'site': 'belum.example'" in done.stdout, done.stderr


def test_parse_of_a_page_that_cannot_be_had_is_not_fine(project: Path) -> None:
    done = tool(project, "parse", f"https://{DOMAIN}/a", "--nocolour", mirror="http://127.0.0.1:9")
    assert done.returncode == 1
    assert f"No response downloaded for: https://{DOMAIN}/a" in done.stderr


@pytest.mark.parametrize("command", ["shell", "fetch"])
def test_a_page_is_fetched_with_the_projects_settings(
    project: Path, newsroom: Newsroom, command: str
) -> None:
    url = newsroom.site(DOMAIN).urls()[0]
    words = [command, url] if command == "fetch" else [command, url, "-c", "(response.text, spider.name)"]
    done = tool(project, *words, mirror=newsroom.address)
    assert done.returncode == 0, done.stderr
    assert "<html" in done.stdout
    assert {record.user_agent.partition("/")[0] for record in newsroom.log.to(DOMAIN)} == {"newscrawl"}
    assert not (project / "data").exists()


@pytest.mark.parametrize("command", ["fetch", "view"])
def test_an_address_that_cannot_be_had_is_told_with_the_reason(project: Path, command: str) -> None:
    done = tool(project, command, f"https://{DOMAIN}/a", mirror="http://127.0.0.1:9")
    assert (done.returncode, done.stdout) == (1, "")
    assert f"https://{DOMAIN}/a cannot be had (connect): " in done.stderr
    refused = tool(project, command, "http://10.0.0.1/a")
    assert refused.returncode == 1
    assert (
        len([line for line in refused.stderr.splitlines() if "cannot be had (unsafe-address)" in line]) == 1
    )


def test_view_opens_what_an_address_answers(project: Path, newsroom: Newsroom, tmp_path: Path) -> None:
    shown = tmp_path / "shown.txt"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {shown}\n', encoding="utf-8")
    browser.chmod(0o755)
    url = newsroom.site(DOMAIN).urls()[0]
    done = tool(project, "view", url, mirror=newsroom.address, browser=f"{browser} %s")
    assert done.returncode == 0, done.stderr
    page = Path(shown.read_text(encoding="utf-8").strip().removeprefix("file://"))
    assert url in page.read_text(encoding="utf-8")
    assert not (project / "data").exists()


def test_check_runs_contracts(project: Path, newsroom: Newsroom) -> None:
    spider = project / "kabar" / "spiders" / "desa.py"
    url = newsroom.site(DOMAIN).urls()[0]
    head = "\n    async def parse(self, response):\n"
    contract = f'{head}        """@url {url}\n        @returns items {{}}\n        """\n'
    body = "        async for item in super().parse(response):\n            yield item\n"
    text = spider.read_text(encoding="utf-8")
    spider.write_text(text + contract.format("1 1") + body, encoding="utf-8")
    good = tool(project, "check", "desa", mirror=newsroom.address)
    spider.write_text(text + contract.format("2 2") + body, encoding="utf-8")
    bad = tool(project, "check", "desa", mirror=newsroom.address)
    assert (good.returncode, bad.returncode) == (0, 1), good.stderr + bad.stderr
    assert not (project / "data").exists()


def test_genspider_writes_into_the_project_and_never_into_the_package(project: Path, tmp_path: Path) -> None:
    made = tool(project, "genspider", "baru", "baru.example")
    assert made.returncode == 0, made.stderr
    assert (project / "kabar" / "spiders" / "baru.py").is_file()
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    (elsewhere / "scrapy.cfg").write_text("[settings]\ndefault = newscrawl.settings\n", encoding="utf-8")
    refused = tool(elsewhere, "genspider", "baru", "baru.example")
    assert refused.returncode == 2
    assert "newscrawl probe" in refused.stderr


def test_runspider_crawls_with_a_spider_in_one_file(tmp_path: Path, newsroom: Newsroom) -> None:
    project = lay_out(tmp_path / "proyek")
    file = tmp_path / "sendiri.py"
    text = (project / "kabar" / "spiders" / "desa.py").read_text(encoding="utf-8")
    file.write_text(text.replace('"desa"', '"sendiri"'), encoding="utf-8")
    done = tool(
        tmp_path, "runspider", "sendiri.py", "-a", "limit=2", "-O", "out.jsonl", mirror=newsroom.address
    )
    wrong = tool(tmp_path, "runspider", "sendiri.py", "-a", "limt=2")
    missing = tool(tmp_path, "runspider", "tiada.py")
    assert done.returncode == 0, done.stderr
    assert len(lines(tmp_path / "out.jsonl")) == 2
    assert "articles    2" in done.stdout
    assert (wrong.returncode, missing.returncode) == (2, 2)
    assert "Did you mean limit" in wrong.stderr
    assert "there is no file 'tiada.py'" in missing.stderr


def test_who_starts_a_crawl_without_a_command_crawls_without_jobdir(caplog: pytest.LogCaptureFixture) -> None:
    settings = Settings({"JOBDIR": "pekerjaan"})
    NewsSpider.update_settings(settings)
    assert settings["JOBDIR"] is None
    assert "JOBDIR is set aside: the archive remembers" in caplog.text


@pytest.mark.parametrize("command", ["crawl", "run", "urls"])
def test_jobdir_is_refused_with_the_reason(project: Path, command: str) -> None:
    done = tool(project, command, "desa", "-s", "JOBDIR=pekerjaan")
    assert done.returncode == 2
    assert "JOBDIR: the archive remembers" in done.stderr
    assert not (project / "pekerjaan").exists()


def test_settings_that_cannot_be_loaded_are_one_line(project: Path) -> None:
    (project / "kabar" / "settings.py").write_text("import tiada_modul\n", encoding="utf-8")
    done = tool(project, "stats")
    assert done.returncode == 2
    assert "the settings 'kabar.settings' that" in done.stderr
    assert "tiada_modul" in done.stderr
    assert "Traceback" not in done.stderr


def test_another_projects_settings_are_none_of_ours(tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain" / "__init__.py").touch()
    (tmp_path / "lain" / "settings.py").write_text("BOT_NAME = 'lain'\n", encoding="utf-8")
    (tmp_path / "scrapy.cfg").write_text("[settings]\ndefault = lain.settings\n", encoding="utf-8")
    assert "kompas" in tool(tmp_path, "list").stdout.split()
