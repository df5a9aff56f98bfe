"""An archive of some weeks of eight invented sites, with hostile titles, failures, alarms and copies."""

from __future__ import annotations

from datetime import UTC, timedelta
from pathlib import Path
from random import Random

import pytest

from newscrawl.archive import Archive
from newscrawl.monitoring.measures import Measuring
from tests.archive.samples import START, article, story

SITES = ("warta", "kabar", "suara", "harian", "lensa", "radar", "pos", "berita")
DAYS = 45
HOSTILE = (
    "<script>document.title = 'taken'; window.taken = 1</script>",
    "</script><img src=https://evil.example/x.png onerror='window.taken = 1'>",
    "@plotly@ @script@ \u2028 \x1b[2J & <b>tebal</b>",
)
SECTIONS = ("Daerah", "Ekonomi", "<i>Politik</i>", "Olahraga", "Budaya")


def fill(folder: Path, *, days: int = DAYS, seed: int = 4) -> None:
    """Store the articles and the runs, a run a day and site."""
    rng = Random(seed)
    number = 0
    with Archive.open(folder) as archive, archive.transaction():
        for day in range(days):
            for place, site in enumerate(SITES):
                begun = (START + timedelta(days=day, hours=10)).astimezone(UTC)
                run = archive.runs.begin(site, now=begun)
                measuring = Measuring(begun)
                for _ in range(rng.randint(1, 3 + (8 - place) // 2)):
                    number += 1
                    published = START + timedelta(days=day, minutes=rng.randint(0, 590))
                    copied = place and rng.random() < 0.15
                    stored = archive.store(
                        article(
                            number,
                            site=site,
                            title=HOSTILE[number] if number < len(HOSTILE) else f"Warga Desa {number} Panen",
                            body=story(day, SITES[0]) if copied else story(number, site),
                            section=rng.choice(SECTIONS),
                            published_at=published,
                            authors=[] if site == "kabar" and day > 30 else ["Siti Rahma"],
                            fetched_at=begun + timedelta(minutes=rng.choice([1, 5, 30, 200])),
                        ),
                        run=run,
                    )
                    measuring.add(stored.article)
                failed = {"http-404": rng.randint(0, 3), "timeout": rng.randint(0, 1)}
                counts = measuring.result(failed, complete=True).to_counts() | {
                    f"newscrawl/failed/{reason}": count for reason, count in failed.items() if count
                }
                counts |= {"newscrawl/articles": 3, "newscrawl/archive/new": 3, "finish_reason": "finished"}
                if site == "kabar" and day == days - 1:
                    counts["newscrawl/alarm/authors"] = "kabar: authors filled in 0 % of <b>12</b> articles"
                archive.runs.end(run, "finished", counts, now=begun + timedelta(minutes=2))


@pytest.fixture(scope="session")
def archive_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report") / "data"
    fill(folder)
    return folder
