"""What saved pages say to the list of common words: which words it lacks, and which it should not have.

``python -m benchmarks.common_words --pages DIR [--pages DIR ...]`` reads every page below the folders and
counts by the rule in the head of ``newscrawl/words/common_words.tsv``: on how many pages a word is written
small, and how often small and how often with a capital inside a sentence. It changes nothing. Before a word
goes into the list somebody must know that nobody is called so ("Bintang", "Indah"): no count tells that.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newscrawl import words
from newscrawl.reading.tree.outline import Outline
from newscrawl.reading.tree.page import UnreadablePageError, parse
from newscrawl.reading.tree.passages import is_passage

FEWEST_PAGES = 5
"""Pages that must write a word small: what one newsroom or one writer spells so is not yet common."""

_LIST = "common_words"
_ENDINGS = (".html", ".htm")
_ADDRESS = "https://page.invalid/"
_WORD = re.compile(r"(?<![\w.@#/-])[^\W\d_]{3,}(?![\w@/-]|\.\w)")
# Behind a word or a comma a sentence goes on: a capital there is that of a name.
_GOES_ON = re.compile(r"[^\W\d_],? $")


@dataclass(slots=True)
class Counts:
    """How words are written on pages, in small letters as keys."""

    read: int = 0
    pages: Counter[str] = field(default_factory=Counter)
    small: Counter[str] = field(default_factory=Counter)
    large: Counter[str] = field(default_factory=Counter)

    def add(self, lines: Iterable[str]) -> None:
        """Count one page: ``lines`` of its visible text."""
        said: set[str] = set()
        for line in lines:
            whole = is_passage(line)
            for found in _WORD.finditer(line):
                word = found[0]
                if word.islower():
                    said.add(word)
                    self.small[word] += 1
                elif whole and word.istitle() and _GOES_ON.search(line[: found.start()][-3:]):
                    self.large[word.lower()] += 1
        self.read += 1
        self.pages.update(said)

    def is_common(self, word: str) -> bool:
        """Whether ``word`` keeps the rule of the list."""
        return self.pages[word] >= FEWEST_PAGES and self.small[word] >= self.large[word]


@dataclass(frozen=True, slots=True)
class Proposals:
    """Words that keep the rule and are in no list, and words of the list that pages write otherwise.

    ``rare`` are those that too few of the pages hold; with fewer pages than the list was made from that says
    little.
    """

    new: list[str]
    capital: list[str]
    rare: list[str]


def propose(counts: Counts) -> Proposals:
    """What ``counts`` says to the list; words that were added by hand, with a source, stay."""
    listed = {entry.text for entry in words.entries(_LIST)}
    counted = [entry.text for entry in words.entries(_LIST) if not entry.source]
    known = listed.union(words.texts("not_names"), words.texts("function_words"), words.texts("places"))
    new = [word for word, _ in counts.pages.most_common() if word not in known and counts.is_common(word)]
    return Proposals(
        new,
        [word for word in counted if counts.large[word] > counts.small[word]],
        [word for word in counted if counts.pages[word] < FEWEST_PAGES],
    )


def count(pages: Iterable[Path]) -> Counts:
    """Count the visible words of ``pages``; one that cannot be read is passed over."""
    counts = Counts()
    for path in pages:
        try:
            page = parse(path.read_bytes(), _ADDRESS)
        except UnreadablePageError as error:
            print(f"{path}: {error}", file=sys.stderr)
            continue
        counts.add(line.text for line in Outline(page.steps).lines)
    return counts


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the proposals; exit status 1 if there is no page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.common_words", description=__doc__)
    parser.add_argument("--pages", type=Path, action="append", required=True, metavar="DIR")
    counts = count(_saved(parser.parse_args(arguments).pages))
    if not counts.read:
        print("common_words: no page (*.html, *.htm) below the folders of --pages", file=sys.stderr)
        return 1
    found = propose(counts)
    print(f"{counts.read} pages; word, pages that write it small, times small, times with a capital")
    for title, listed in (("new", found.new), ("with a capital more often", found.capital)):
        print(f"\n{title}: {len(listed)}")
        for word in listed:
            print(f"{word}\t{counts.pages[word]}\t{counts.small[word]}\t{counts.large[word]}")
    print(f"\non fewer than {FEWEST_PAGES} pages: {len(found.rare)}\n{' '.join(found.rare)}")
    return 0


def _saved(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.suffix in _ENDINGS and path.is_file())


if __name__ == "__main__":
    sys.exit(main())
