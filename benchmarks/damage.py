"""What becomes of an archive that a disk has damaged: ``python -m benchmarks.damage``.

An archive of invented articles is damaged in one place at a time: a flipped bit, a page of zeros, a page of
noise, a page of elsewhere, a cut file. Then three things are tried, each on a fresh copy.

``read``   every record is exported: it must be as it was stored, or the archive says that it cannot give it;
``check``  ``newscrawl archive check`` must find something where reading gives anything else than was stored;
``crawl``  a crawl's writes: known addresses are looked up and seen, edits and new articles stored. It must
           end with an error, or leave an archive whose check finds something, or one in which all is as it
           ought to be.

A table counts the tries, and the breaks: where something was lost or wrong and nothing said so. Exit status 1
where there are any. ``--crawls N`` adds crawls by the command line of a replica site, N of each kind.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.report import table
from newscrawl.archive import Archive, ArchiveError
from newscrawl.archive.checking import find_damage
from newscrawl.datasets.choice import Choice
from newscrawl.items import Article
from tests.archive.samples import article
from tests.crawling import crawl
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite

FILE = "archive.sqlite"
PAGE = 8192
STORED, EDITED, NEW = 60, 6, 12
STORAGE = 5
HOST, ARTICLES, FIRST = "afederasi.com", 35, 20

Deed = Callable[[bytearray, random.Random], None]


def flip(content: bytearray, draw: random.Random) -> None:
    """One bit of one byte."""
    content[draw.randrange(len(content))] ^= 1 << draw.randrange(8)


def zeros(content: bytearray, draw: random.Random) -> None:
    """A page of zeros, as a disk gives for what it never wrote."""
    place = _page(content, draw)
    content[place : place + PAGE] = bytes(PAGE)


def noise(content: bytearray, draw: random.Random) -> None:
    """A page of noise."""
    place = _page(content, draw)
    content[place : place + PAGE] = draw.randbytes(PAGE)


def elsewhere(content: bytearray, draw: random.Random) -> None:
    """A page in the place of another: a write that went astray."""
    one, other = _page(content, draw), _page(content, draw)
    content[one : one + PAGE] = content[other : other + PAGE]


def cut(content: bytearray, draw: random.Random) -> None:
    """The end is missing."""
    del content[_page(content, draw) :]


DEEDS: dict[str, Deed] = {
    "a flipped bit": flip,
    "a page of zeros": zeros,
    "a page of noise": noise,
    "a page of elsewhere": elsewhere,
    "a cut file": cut,
}


def _page(content: bytearray, draw: random.Random) -> int:
    return draw.randrange(1, len(content) // PAGE) * PAGE


@dataclass
class Tries:
    """What was tried with one kind of damage: how often, how often something was said, and the breaks."""

    tried: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    breaks: list[str] = field(default_factory=list)

    def note(self, what: str, *, said: bool, wrong: str) -> None:
        """Count a try; a break where something is ``wrong`` and nothing was said."""
        self.tried[what] += 1
        self.said[what] += said
        if wrong and not said:
            self.breaks.append(f"{what}: {wrong}")


def main(arguments: list[str] | None = None) -> int:
    """Damage, try, print the table, and return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.damage",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--tries", type=int, default=200, help="of each kind (default: %(default)s)")
    parser.add_argument("--crawls", type=int, default=0, help="of each kind (default: none)")
    parser.add_argument("--kind", action="append", choices=DEEDS, help="of damage (default: all)")
    parser.add_argument("--seed", type=int, default=1, help="where the damage falls (default: %(default)s)")
    options = parser.parse_args(arguments)
    tries = {name: Tries() for name in options.kind or DEEDS}
    with tempfile.TemporaryDirectory() as scratch:
        _try_archive(Path(scratch), options.tries, options.seed, tries)
        if options.crawls:
            _try_crawls(Path(scratch), options.crawls, options.seed, tries)
    _print(tries)
    return 1 if any(each.breaks for each in tries.values()) else 0


def _print(tries: dict[str, Tries]) -> None:
    ways = ("read", "check", "crawl", "command")
    rows = [
        [
            name,
            *(f"{each.said[way]} of {each.tried[way]}" if each.tried[way] else "-" for way in ways),
            str(len(each.breaks)),
        ]
        for name, each in tries.items()
    ]
    print(table(["damage", *(f"{way}: said" for way in ways), "silent breaks"], rows))
    for name, each in tries.items():
        for line in each.breaks:
            print(f"{name}: {line}")


def _try_archive(scratch: Path, count: int, seed: int, tries: dict[str, Tries]) -> None:
    whole = scratch / "whole"
    with Archive.open(whole) as archive:
        for number in range(STORED):
            archive.store(article(number))
    good, content = _exported(whole), (whole / FILE).read_bytes()
    assert good is not None
    ought = _written(whole)
    for name, noted in tries.items():
        draw = random.Random(f"{seed} {name}")
        for _ in range(count):
            folder = scratch / "tried"
            _damaged(folder, content, DEEDS[name], draw)
            try:
                _try_copy(folder, good, ought, noted)
            except Exception as error:  # whatever is no word of the archive's
                places = [Path(frame.filename).name for frame in traceback.extract_tb(error.__traceback__)]
                noted.breaks.append(f"{type(error).__name__} in {' > '.join(places[-4:])}: {error}")
            shutil.rmtree(folder)


def _try_copy(folder: Path, good: dict[str, str], ought: dict[str, str], tries: Tries) -> None:
    read, checked = _exported(folder), _checks(folder)
    tries.note("read", said=read is None, wrong=_difference(good, read))
    tries.note("check", said=checked, wrong="" if read == good else "finds nothing")
    said = not _stores(folder) or _checks(folder)
    tries.note("crawl", said=said, wrong=_difference(ought, _exported(folder)))


def _damaged(folder: Path, content: bytes, deed: Deed, draw: random.Random) -> None:
    changed = bytearray(content)
    deed(changed, draw)
    folder.mkdir()
    (folder / FILE).write_bytes(changed)


def _exported(folder: Path) -> dict[str, str] | None:
    """Every record by its address; None where the archive says that it cannot give them."""
    try:
        with Archive.open(folder, create=False) as archive, Choice().rows(archive) as (_, rows):
            lines = [row.json() for row in rows]
    except ArchiveError:
        return None
    return {json.loads(line)["url"]: line for line in lines}


def _checks(folder: Path) -> bool:
    """Whether a check says that something is damaged."""
    try:
        with Archive.open(folder, create=False) as archive:
            return any(True for _ in find_damage(archive.database))
    except ArchiveError:
        return True


def _changes() -> list[Article]:
    edits = [article(number, title=f"Warga Desa {number} Panen Lagi") for number in range(EDITED)]
    return edits + [article(number) for number in range(STORED, STORED + NEW)]


def _stores(folder: Path) -> bool:
    """Whether all that a crawl writes is written without an error."""
    try:
        with Archive.open(folder, create=False) as archive:
            for number in range(STORED):
                url = f"https://warta.example/berita/{number}"
                if not archive.known(url):
                    archive.store(article(number))
                archive.see(url)
            for each in _changes():
                archive.store(each)
    except ArchiveError:
        return False
    return True


def _written(whole: Path) -> dict[str, str]:
    """What is in a whole archive after the writes."""
    copy = whole.with_name("written")
    shutil.copytree(whole, copy)
    assert _stores(copy)
    written = _exported(copy)
    assert written is not None
    return written


def _difference(ought: dict[str, str], read: dict[str, str] | None) -> str:
    """What is wrong with records that were read; "" where they are as they ought to be, or were not given."""
    if read is None or read == ought:
        return ""
    lost = [url for url in ought if url not in read]
    wrong = [url for url, line in ought.items() if read.get(url, line) != line]
    return f"{len(lost)} lost, {len(wrong)} wrong, {len(read.keys() - ought.keys())} strange"


def _try_crawls(scratch: Path, count: int, seed: int, tries: dict[str, Tries]) -> None:
    """Crawls of a site of which some articles are stored; the rest must come, or status 5."""
    with Newsroom([VarientOneSite(HOST, articles=ARTICLES)]) as newsroom:
        whole = scratch / "crawled"
        whole.mkdir()
        crawl("afederasi", newsroom.address, whole, arguments={"limit": str(FIRST)})
        content = (whole / "data" / FILE).read_bytes()
        for name, noted in tries.items():
            draw = random.Random(f"{seed} crawl {name}")
            for number in range(count):
                folder = scratch / f"crawl-{number}"
                (folder / "data").parent.mkdir()
                _damaged(folder / "data", content, DEEDS[name], draw)
                done = crawl("afederasi", newsroom.address, folder)
                said = done.status == STORAGE or _checks(folder / "data")
                read = _exported(folder / "data")
                wrong = "" if read is None or len(read) == ARTICLES else f"{ARTICLES - len(read)} lost"
                noted.note("command", said=said, wrong=wrong)
                if done.status not in (0, STORAGE):
                    noted.breaks.append(f"command: status {done.status}")
                shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
