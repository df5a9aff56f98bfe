"""What was stored last is found as what was stored long ago is, before it is sorted in and after."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from newscrawl.archive import Archive, Selection, fresh
from newscrawl.archive.query import parse_query
from newscrawl.archive.statistics import statistics
from newscrawl.items import Article
from tests.archive.disks import read_only
from tests.archive.samples import article

ROOT = Path(__file__).resolve().parents[2]


def found(archive: Archive, words: str) -> set[tuple[str, int]]:
    return set(archive.search(Selection(words=words), limit=99).hits)


def waiting(archive: Archive) -> int:
    row = archive.database.one("SELECT count(*) FROM fresh")
    assert row is not None
    return int(row[0])


def later_copy(of: int, site: str = "kabar") -> Article:
    """A cut copy in another place, an hour later."""
    body = (article(of).body or "").rpartition("\n\n")[0]
    return article(of + 1, site=site, title=article(of).title, body=body)


def killed_after_storing(data: str | Path, script: str) -> None:
    """Run a script on an archive in a process that dies without closing it."""
    head = (
        "import os, sys\nfrom newscrawl.archive import Archive\nfrom tests.archive.samples import article\n"
    )
    whole = f"{head}archive = Archive.open(sys.argv[1])\n{textwrap.dedent(script)}\nos.kill(os.getpid(), 9)"
    done = subprocess.run([sys.executable, "-c", whole, str(data)], cwd=ROOT, check=False)
    assert done.returncode == -9


def test_search_looks_in_both(data: str) -> None:
    with Archive.open(data) as archive:
        archive.store(article(1, title="Waduk Baru"))
        archive.sort_in()
        archive.store(article(2, title="Waduk Lama"))
        assert waiting(archive) == 1
        assert found(archive, "waduk") == {(article(1).id, 1), (article(2).id, 1)}
        assert found(archive, "waduk -lama") == {(article(1).id, 1)}
        newest = archive.search(Selection(words="waduk"), limit=1, newest=True)
        assert (newest.hits, newest.total) == (((article(2).id, 1),), 2)
        assert statistics(archive, Selection(words="waduk"), by="site")[0].articles == 2


def test_an_edit_that_is_fresh_hides_what_is_indexed(data: str) -> None:
    with Archive.open(data) as archive:
        archive.store(article(1, title="Waduk"))
        archive.sort_in()
        archive.store(article(1, title="Bendungan"))
        archive.store(article(1, title="Embung"))
        for _ in range(2):
            assert found(archive, "waduk") == set()
            assert found(archive, "bendungan") == set()
            assert found(archive, "embung") == {(article(1).id, 3)}
            archive.sort_in()
        assert waiting(archive) == 0
        matching, sought = archive.database.words.matching(parse_query("waduk"))
        with archive.database.snapshot():
            archive.database.words.look_into([])
            assert archive.database.all(matching, sought) == []


def test_copies_are_found_among_fresh_and_sorted_in(data: str) -> None:
    pytest.importorskip("rensa")
    with Archive.open(data) as archive:
        archive.store(article(1))
        assert archive.store(later_copy(1)).article.copy_of == article(1).id
        archive.sort_in()
        assert archive.store(later_copy(1, "siar")).article.copy_of == article(1).id


def test_copies_are_found_among_what_another_process_has_just_stored(data: str) -> None:
    pytest.importorskip("rensa")
    with Archive.open(data) as one, Archive.open(data) as other:
        one.store(article(2))
        other.store(article(1))
        assert one.store(later_copy(1)).article.copy_of == article(1).id


def test_what_was_undone_is_forgotten(data: str) -> None:
    """The numbers of what was undone are given again, and those texts must be found."""
    pytest.importorskip("rensa")
    with Archive.open(data) as one, Archive.open(data) as other:

        def store_and_fail() -> None:
            with one.transaction():
                for number in range(3, 6):
                    one.store(article(number))
                raise RuntimeError

        with pytest.raises(RuntimeError):
            store_and_fail()
        other.store(article(1))
        assert one.store(later_copy(1)).article.copy_of == article(1).id
        assert one.store(article(3)).article.copy_of is None


def test_many_are_sorted_in_at_once(data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fresh, "MOST", 10)
    with Archive.open(data) as archive:
        for number in range(25):
            archive.store(article(number))
        assert waiting(archive) == 5
        assert len(found(archive, "panen")) == 25
    with Archive.open(data) as archive:
        assert waiting(archive) == 0
        assert len(found(archive, "panen")) == 25


def test_what_a_dead_process_left_is_found_and_sorted_in_later(data: str) -> None:
    killed_after_storing(data, "archive.store(article(1, title='Waduk'))")
    with Archive.open(data) as archive:
        assert waiting(archive) == 1
        assert found(archive, "waduk") == {(article(1).id, 1)}
        archive.store(article(2, title="Waduk"))
    with Archive.open(data) as archive:
        assert waiting(archive) == 0
        assert len(found(archive, "waduk")) == 2


@pytest.mark.skipif(os.name != "posix", reason="folders cannot be made read-only")
def test_fresh_texts_are_found_in_an_archive_that_cannot_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    killed_after_storing(folder, "archive.store(article(1, title='Waduk'))")
    Archive.open(folder).close()
    with read_only(folder), Archive.open(folder, create=False) as archive:
        assert waiting(archive) == 1
        assert found(archive, "waduk") == {(article(1).id, 1)}
        assert statistics(archive, Selection(words="waduk"), by="site")[0].articles == 1


def test_a_failure_while_sorting_in_undoes_the_article_too(
    data: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fresh, "MOST", 2)
    with Archive.open(data) as archive:
        archive.store(article(1))
        with monkeypatch.context() as patched, pytest.raises(ZeroDivisionError):
            patched.setattr(archive.database.words, "sort_in", lambda *_: 1 / 0)
            archive.store(article(2))
        assert not archive.known(article(2).url)
        archive.store(article(2))
        archive.sort_in()
        assert len(found(archive, "panen")) == 2
