"""``newscrawl reread``: kept pages read again with today's reader."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from newscrawl.cli.archive_command import ArchiveCommand
from newscrawl.cli.options import count
from newscrawl.cli.selecting import add_selection_options, selection, why_none
from newscrawl.cli.usage import UsageError
from newscrawl.datasets.progress import progress
from newscrawl.record.extras import extra
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.printable import printable

if TYPE_CHECKING:
    import argparse

    from newscrawl.archive import Archive
    from newscrawl.warc.rereading import Reading

_EXAMPLES = 10
_WIDTH = 70
_AROUND = 20


class RereadCommand(ArchiveCommand):
    """Reads kept pages again.

    Exit status: 0 fine, 1 nothing to read, readings refused or pages gone, 2 bad usage, 5 storage trouble.
    """

    def syntax(self) -> str:
        return "[--site SITE] [--since DAY] [--dry-run] [options]"

    def short_desc(self) -> str:
        return "Read kept pages again with today's reader"

    def long_desc(self) -> str:
        return (
            "Read the kept pages of the archive's articles again with today's reader and site files. A record"
            " that comes out differently becomes the reading of its version; versions, their numbers and"
            " times stay. A reading that lost the text is refused and listed. --dry-run shows what would"
            " change, field by field, and writes nothing."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        add_selection_options(parser)
        super().add_options(parser)
        parser.add_argument("--dry-run", action="store_true", help="show what would change, write nothing")
        parser.add_argument("--force", action="store_true", help="take readings that lost text too")
        parser.add_argument("--workers", type=count, default=1, metavar="N", help="processes that read (1)")

    def read(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> int:
        if args:
            raise UsageError("reread takes options, nothing else")
        with extra("warc", why="Reading kept pages needs fastwarc"):
            from newscrawl.warc import rereading  # noqa: PLC0415
        chosen = selection(archive, opts, words=None, now=datetime.now(UTC))
        every = rereading.count_kept(archive, chosen)
        if not every:
            return self.complain(f"{why_none(archive, opts)}, or none of it has kept pages (crawl --warc)")
        report = _Report(dry=opts.dry_run)
        try:
            with progress("Reading") as show:
                kept = rereading.kept_versions(archive, chosen)
                found = rereading.reread(archive.folder, kept, workers=opts.workers)
                for done, readings in enumerate(found, 1):
                    taken = [each for each in readings if report.note(each, force=opts.force)]
                    if taken and not opts.dry_run:
                        _take(archive, taken)
                    show(done, every)
        except BrokenProcessPool:
            return self.complain("a process died, perhaps for want of memory; try fewer --workers")
        print(*report.lines(), sep="\n")
        return ExitStatus.SOME_FAILED if report.left else ExitStatus.FINE


def _take(archive: Archive, readings: list[Reading]) -> None:
    versions = {each.kept.number: each.article for each in readings if each.article is not None}
    with archive.transaction():
        archive.past.reread(readings[0].kept.article_id, versions, now=datetime.now(UTC))


@dataclass(slots=True)
class _Report:
    """What reading again changes, for people."""

    dry: bool
    verdicts: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    left: list[str] = field(default_factory=list)

    def note(self, reading: Reading, *, force: bool) -> bool:
        """Take a reading into account; whether it is to become its version's."""
        kept = reading.kept
        forced = force and reading.verdict == "refused" and bool(reading.article and reading.article.body)
        verdict = "changed" if forced else reading.verdict
        self.verdicts[verdict] += 1
        if verdict in ("refused", "missing"):
            url = printable(kept.record["url"])
            self.left.append(f"{verdict}: {url} version {kept.number}: {printable(reading.explanation)}")
            return False
        for name, (before, after) in reading.fields.items():
            self.fields[name] += 1
            if len(self.examples[name]) < _EXAMPLES:
                was, now = _shortened(before, after)
                self.examples[name].append(f"{kept.article_id[:10]} v{kept.number}: {was} -> {now}")
        return verdict == "changed"

    def lines(self) -> Iterator[str]:
        """The counts, the fields with examples, and what was left as it was."""
        would = "would change" if self.dry else "changed"
        told = {"changed": would, "same": "the same", "refused": "refused", "missing": "without their page"}
        counts = ", ".join(f"{self.verdicts[name]:,} {words}" for name, words in told.items())
        yield f"versions read again: {self.verdicts.total():,}; {counts}"
        for name, number in self.fields.most_common():
            yield f"{name}: {number:,}"
            yield from (f"  {example}" for example in self.examples[name])
        yield from self.left
        if self.verdicts["refused"]:
            yield "readings that lost text are refused; --force takes those that have any"


def _shortened(before: Any, after: Any) -> tuple[str, str]:
    """Both values from a little before where they part, in a few words."""
    one, other = _plain(before), _plain(after)
    differing = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    shared = next(differing, min(len(one), len(other)))
    start = max(0, shared - _AROUND)
    return _cut(one, start), _cut(other, start)


def _cut(text: str, start: int) -> str:
    end = start + _WIDTH
    return ("..." if start else "") + text[start:end] + ("..." if len(text) > end else "")


def _plain(value: Any) -> str:
    if value in (None, [], {}):
        return "nothing"
    return printable(" ".join(str(value).split()))
