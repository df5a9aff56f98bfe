"""New matches are told once: as a message, as RSS and as a JSON feed, whoever dies meanwhile."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from scrapy.http import XmlResponse

from newscrawl.archive import Archive
from newscrawl.discovery.feeds import read_feed
from newscrawl.record.places import files_folder
from newscrawl.watches import Shelf, Watch, tell
from newscrawl.watches.message import MOST_TOLD, text_of
from newscrawl.watches.watch import Digest
from tests.archive.samples import START, article
from tests.cli.commands.calling import newscrawl
from tests.patience import patience
from tests.webhook import Webhook

REPEATED = "you may have it already"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the files beside an archive on a server lie."""
    folder = tmp_path / "files"
    monkeypatch.setenv("NEWSCRAWL_FILES", str(folder))
    return folder


def flood(number: int, **fields: object) -> object:
    return article(number, title=f"Banjir {number}", body="Air naik di desa.", **fields)


def begin(archive: Archive, *addresses: str, **facts: object) -> None:
    Shelf(archive).put(Watch(name="banjir", words="banjir OR longsor", addresses=list(addresses), **facts))


def told(server: Webhook) -> list[str]:
    """The titles of all articles in all messages."""
    lines = [line for message in server.got for line in message["message"].splitlines()]
    return [line for line in lines if line.startswith("Banjir")]


def test_new_matches_go_out_once_as_one_message(data: str, webhook: Webhook) -> None:
    with Archive.open(data) as archive:
        begin(archive, webhook.address)
        for number in range(3):
            archive.store(flood(number, site="kompas"))
        archive.store(article(7))
        (first,) = tell(archive, data)
        assert tell(archive, data) == []
        archive.store(flood(9))
        tell(archive, data)
    assert (first.articles, first.reached) == (3, ["json://"])
    one, _ = webhook.got
    assert one["title"] == "3 new articles: banjir OR longsor"
    assert "Banjir 0\nKompas.com, 2026-08-01 09:00 WIB\nhttps://kompas.example/berita/0" in one["message"]
    assert told(webhook) == ["Banjir 0", "Banjir 1", "Banjir 2", "Banjir 9"]


def test_an_edit_is_no_news_unless_the_article_did_not_match_before(
    data: str, tmp_path: Path, webhook: Webhook
) -> None:
    with Archive.open(data) as archive:
        archive.store(flood(1))
        archive.store(article(2, title="Hujan", body="Hujan di desa."))
        assert (
            newscrawl(
                tmp_path, "watch", "add", "banjir", "--notify", webhook.address, "--data", data
            ).returncode
            == 0
        )
        archive.store(flood(1, fetched_at=START, tags=["baru"]))
        archive.store(article(1, title="Banjir Surut", body="Air turun di desa."))
        archive.store(article(2, title="Banjir Susulan", body="Hujan di desa."))
        tell(archive, data)
    assert told(webhook) == ["Banjir Susulan"]


def test_sites_and_regions_bound_a_watch(data: str) -> None:
    with Archive.open(data) as archive:
        begin(archive, sites=["kabar"])
        Shelf(archive).put(Watch(name="jatim", words="banjir", regions=["Jawa Timur"]))
        Shelf(archive).put(Watch(name="nowhere", words="banjir", regions=["Jawa Timur"], sites=["kompas"]))
        for number, site in enumerate(["kabar", "afederasi", "kompas"]):
            archive.store(flood(number, site=site))
        assert {each.name: each.articles for each in tell(archive, data)} == {"banjir": 1, "jatim": 1}


def test_feed_files_are_read_by_readers(data: str) -> None:
    with Archive.open(data) as archive:
        begin(archive)
        archive.store(flood(1))
        archive.store(article(2, title="Banjir <2> & \x01 lain", body="Air.", published_at=None))
        tell(archive, data)
    content = (files_folder(data) / "watches" / "banjir.rss").read_bytes()
    entries = list(read_feed(XmlResponse("https://a.example/rss", body=content)))
    assert [entry.url for entry in entries] == [article(2).url, article(1).url]
    assert entries[0].title == "Banjir <2> &  lain"
    assert ElementTree.fromstring(content).findtext("channel/item/guid") == article(2).id
    feed = json.loads((files_folder(data) / "watches" / "banjir.json").read_bytes())
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["id"] for item in feed["items"]] == [article(2).id, article(1).id]
    assert feed["items"][1]["date_published"] == article(1).published_at.isoformat()


def test_a_message_that_does_not_arrive_waits_for_the_next_run(data: str, webhook: Webhook) -> None:
    dead = "json://127.0.0.1:9/"
    with Archive.open(data) as archive:
        begin(archive, dead, webhook.address)
        archive.store(flood(1))
        (first,) = tell(archive, data)
        assert (first.reached, first.missed) == (["json://"], ["json://"])
        (again,) = tell(archive, data)
        assert (
            again.line()
            == "watch banjir: articles of earlier runs; not told by json://, which is tried again"
        )
        archive.store(flood(2))
        tell(archive, data)
        watch = Shelf(archive).get("banjir")
        assert watch is not None
        assert [each.left for each in watch.waiting] == [[dead], [dead]]
        waiting = [Digest(each.ids, [webhook.address]) for each in watch.waiting]
        watch.waiting, watch.addresses = waiting, [webhook.address]
        Shelf(archive).put(watch)
        webhook.got.clear()
        tell(archive, data)
    assert told(webhook) == ["Banjir 1", "Banjir 2"]
    assert not any(REPEATED in message["message"] for message in webhook.got)


def test_a_daily_watch_gathers_what_comes_meanwhile(data: str, webhook: Webhook) -> None:
    with Archive.open(data) as archive:
        begin(archive, webhook.address, every="day")
        for number in range(3):
            archive.store(flood(number))
            tell(archive, data)
        assert told(webhook) == ["Banjir 0"]
        watch = Shelf(archive).get("banjir")
        assert watch is not None
        watch.told_at -= timedelta(hours=23, minutes=55).total_seconds()
        Shelf(archive).put(watch)
        tell(archive, data)
    assert told(webhook) == ["Banjir 0", "Banjir 1", "Banjir 2"]
    assert len(webhook.got) == 2


KILLED = """
import os, signal, sys
from newscrawl.archive import Archive
from newscrawl.watches import tell, telling
from newscrawl.watches.shelf import Shelf

place, number = sys.argv[2], int(sys.argv[3])
owner = {"send": telling, "put": Shelf, "write_feeds": telling}[place.partition("-")[0]]
name, _, when = place.partition("-")
done, calls = getattr(owner, name), 0

def dying(*args, **options):
    global calls
    calls += 1
    if calls == number and when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    result = done(*args, **options)
    if calls == number and when == "after":
        os.kill(os.getpid(), signal.SIGKILL)
    return result

setattr(owner, name, dying)
with Archive.open(sys.argv[1]) as archive:
    tell(archive, sys.argv[1])
"""


@pytest.mark.parametrize(
    ("place", "number"),
    [
        *[(f"put-{when}", number) for when in ("before", "after") for number in (1, 2, 3, 4, 5)],
        *[(f"send-{when}", number) for when in ("before", "after") for number in (1, 2)],
        ("write_feeds-before", 1),
        ("write_feeds-after", 1),
    ],
)
def test_whoever_is_killed_leaves_nothing_untold_and_nothing_twice(
    tmp_path: Path, webhook: Webhook, place: str, number: int
) -> None:
    kill_and_tell_again(str(tmp_path), webhook, place, number)


@pytest.mark.parametrize(
    ("place", "number"), [("put-after", 2), ("send-after", 1), ("write_feeds-before", 1)]
)
def test_so_it_is_on_a_server(postgres: str, files: Path, webhook: Webhook, place: str, number: int) -> None:
    kill_and_tell_again(postgres, webhook, place, number)


def kill_and_tell_again(data: str, webhook: Webhook, place: str, number: int) -> None:
    other = f"{webhook.address}&kanal=dua"
    with Archive.open(data) as archive:
        begin(archive, webhook.address, other)
        archive.store(flood(1))
    words = [sys.executable, "-c", KILLED, data, place, str(number)]
    killed = subprocess.run(words, check=False, timeout=patience(60), env=os.environ)
    assert killed.returncode == -signal.SIGKILL
    with Archive.open(data) as archive:
        tell(archive, data)
        assert tell(archive, data) == []
    plain = [message for message in webhook.got if REPEATED not in message["message"]]
    assert {"Banjir 1"} == set(told(webhook))
    assert len(webhook.got) in (2, 3)
    assert len(plain) <= 2
    assert len(webhook.got) - len(plain) <= 1
    assert (
        json.loads((files_folder(data) / "watches" / "banjir.json").read_bytes())["items"][0]["title"]
        == "Banjir 1"
    )


def test_a_message_holds_what_fits_and_says_how_many_more_there_are() -> None:
    record = {
        "title": "Banjir",
        "url": "https://kabar.example/1",
        "site": "kabar.example",
        "published_at": "2026-08-01T00:00:00+08:00",
        "published_precision": "day",
    }
    text = text_of(Watch(name="a", words="banjir"), [record] * (MOST_TOLD + 3))
    assert text.startswith("Banjir\nkabar.example, 2026-08-01\nhttps://kabar.example/1\n\n")
    assert text.endswith("and 3 more: newscrawl search --newest 'banjir'")


def test_the_command_from_beginning_to_end(tmp_path: Path, webhook: Webhook) -> None:
    def watch(*words: str) -> tuple[int, str]:
        done = newscrawl(tmp_path, "watch", *words)
        return done.returncode, done.stdout + done.stderr

    added = watch("add", "banjir OR longsor", "--region", "jawa timur", "--notify", webhook.address)
    assert added[0] == 0
    assert "data/watches/banjir-longsor.rss" in added[1]
    assert "127.0.0.1" not in added[1]
    assert watch("add", "banjir OR longsor")[0] == 2
    with Archive.open(tmp_path / "data") as archive:
        archive.store(flood(1, site="afederasi"))
    listed = json.loads(newscrawl(tmp_path, "watch", "list", "--json").stdout)
    assert (listed[0]["name"], listed[0]["regions"], listed[0]["notify"]) == (
        "banjir-longsor",
        ["Jawa Timur"],
        ["json://"],
    )
    tried = watch("test", "banjir-longsor")
    assert tried[0] == 0
    assert "1 article of the archive matches" in tried[1]
    assert webhook.got[0]["title"].startswith("Trial of a watch")
    assert watch("run") == (0, "watch banjir-longsor: 1 new article; told by json://\n")
    assert watch("run") == (0, "nothing new\n")
    assert watch("remove", "banjir-longsor")[0] == 0
    assert not (tmp_path / "data" / "watches" / "banjir-longsor.rss").exists()
    assert "There is no watch; newscrawl watch add" in watch("list")[1]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["add"], "takes the words"),
        (["add", "NOT banjir"], "names no word"),
        (["add", "banjir", "--region", "Jawa Timor"], "Did you mean"),
        (["add", "banjir", "--site", "kompos"], "Did you mean kompas"),
        (["add", "banjir", "--notify", "nonsense://x"], "begins with nonsense://"),
        (["add", "banjir", "--notify", "$TIDAK_ADA"], "cannot be used"),
        (["remove", "banjir"], "There is no watch 'banjir'"),
        (["lst"], "Did you mean list"),
        ([], "watch takes add"),
    ],
)
def test_wrong_usage_is_one_line(tmp_path: Path, words: list[str], line: str) -> None:
    done = newscrawl(tmp_path, "watch", *words)
    assert done.returncode == 2
    assert line in done.stderr


def test_a_broken_site_file_does_not_end_a_watch(tmp_path: Path) -> None:
    own = tmp_path / "data" / "sites"
    own.mkdir(parents=True)
    (own / "rusak.toml").write_text('name = "rusak', encoding="utf-8")
    (own / "lain.toml").write_text(
        'title = "Lain"\nregion = "Bali"\ndomains = "lain.example"', encoding="utf-8"
    )
    assert newscrawl(tmp_path, "watch", "add", "banjir", "--region", "Bali").returncode == 0
    with Archive.open(tmp_path / "data") as archive:
        archive.store(flood(1, site="balipost"))
    assert newscrawl(tmp_path, "watch", "run").returncode == 0
