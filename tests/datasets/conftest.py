"""An archive with something of everything."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from newscrawl.archive import Archive
from newscrawl.items import Image
from tests.archive.samples import START, article, story
from tests.archive.test_near import copied

ARTICLES = 5
TRICKY = 'Koma, "kutip"; titik koma\ndan baris baru — 漢字 \u2028 =1+1'


@pytest.fixture
def archive(data: str) -> Archive:
    """Twelve articles of three sites: one edited, one undated, one tricky, a near and an exact copy."""
    archive = Archive.open(data)
    for number in range(8):
        archive.store(article(number, published_at=START + timedelta(days=9 * number)))
    archive.store(article(1, title="Judul Baru", published_at=START + timedelta(days=9)))
    archive.store(article(20, site="kabar", published_at=None, published_precision=None, body=story(20)))
    near = copied(article(2).body or "", Random(1), cut=0.2)
    day = START + timedelta(days=18, hours=5)
    archive.store(article(21, site="kabar", body=near, published_at=day))
    exact = article(3)
    later = START + timedelta(days=27, hours=5)
    archive.store(
        article(22, site="siar", title=exact.title, body=exact.body, published_at=later, source="warta")
    )
    archive.store(
        article(
            23,
            site="siar",
            title=TRICKY,
            body=f"{TRICKY}\n\n{story(23)}",
            tags=["satu; dua", "tiga"],
            reactions={"suka": 3, "marah": 0},
            images=[Image(url="https://x/1.jpg"), Image(url="https://x/2.jpg", caption=TRICKY)],
            language="en",
            published_at=START + timedelta(days=70, hours=2),
        )
    )
    return archive


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with an archive of so many articles in it."""
    with Archive.open(tmp_path / "data") as archive, archive.transaction():
        for number in range(ARTICLES):
            archive.store(article(number))
    return tmp_path
