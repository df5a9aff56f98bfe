"""``newscrawl watch``: saved queries that tell of new articles after each run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newscrawl.archive import Selection
from newscrawl.cli.archive_command import ArchiveCommand
from newscrawl.cli.options import data_place, select_region
from newscrawl.cli.usage import UsageError
from newscrawl.monitoring.notices import NoticeError, check_address, masked, send
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.printable import printable
from newscrawl.record.query import parse_query
from newscrawl.record.suggestions import did_you_mean
from newscrawl.sites.book import book
from newscrawl.watches import EVERY, Shelf, Watch, tell
from newscrawl.watches.feed_files import feed_paths, write_feeds
from newscrawl.watches.matching import newest_version
from newscrawl.watches.message import text_of, title_of
from newscrawl.watches.telling import changing, records_of, resolved
from newscrawl.watches.watch import name_of

if TYPE_CHECKING:
    import argparse

    from newscrawl.archive import Archive

_ACTIONS = ("add", "list", "test", "run", "remove")
_SHOWN = 5


class WatchCommand(ArchiveCommand):
    """Keeps watches. Exit status: 0 fine, 1 no match or a message did not arrive, 2 bad usage, 5 storage."""

    creates = True

    def syntax(self) -> str:
        return "add WORDS [--notify URL] | list | test NAME | run [NAME ...] | remove NAME"

    def short_desc(self) -> str:
        return "Be told of new articles with some words"

    def long_desc(self) -> str:
        return (
            "A watch is a saved query, in the words of 'newscrawl search'. After each crawl and run the new"
            " articles that match go out as one message, and into an RSS and a JSON feed file in the data"
            " folder's watches/. 'add' begins one: what is stored from then on is new. 'test' shows what"
            " matches already and sends a trial message, 'run' tells now what is new, 'list' and 'remove' are"
            " what they say."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add = parser.add_argument
        add("--name", metavar="NAME", help="with add: what it is called (default: made of the words)")
        for option, what in (("site", "SITE"), ("region", "PROVINCE"), ("language", "TAG")):
            add(
                f"--{option}",
                action="append",
                default=[],
                metavar=what,
                help=f"with add: only of this {option}",
            )
        add(
            "--notify",
            action="append",
            default=[],
            metavar="URL",
            help="with add: where messages go, as apprise writes it, or '$NAME' of a variable that holds it",
        )
        add("--every", choices=EVERY, default="run", help="with add: a message at the most so often (run)")
        add("--json", action="store_true", help="with list: print a JSON list")

    def read(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> int:
        if not args or args[0] not in _ACTIONS:
            near = did_you_mean(args[0], _ACTIONS) if args else ""
            raise UsageError(f"watch takes {', '.join(_ACTIONS[:-1])} or {_ACTIONS[-1]}.{near}")
        doing = {
            "add": self._add,
            "list": self._list,
            "test": self._test,
            "run": self._run,
            "remove": self._remove,
        }
        try:
            return doing[args[0]](archive, args[1:], opts)
        except NoticeError as error:
            raise UsageError(f"{error}.") from None

    def _add(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> int:
        if not args:
            raise UsageError("watch add takes the words to look for")
        words = " ".join(args)
        parse_query(words)
        watch = Watch(
            name=name_of(opts.name or words),
            words=words,
            sites=_sites(archive, opts.site),
            regions=[select_region(region) for region in opts.region],
            languages=opts.language,
            addresses=opts.notify,
            every=opts.every,
        )
        for address in watch.addresses:
            check_address(resolved(address))
        shelf = Shelf(archive)
        with changing(data_place(self.settings)):
            if shelf.get(watch.name) is not None:
                raise UsageError(
                    f"There is a watch '{watch.name}' already; remove it, or give another --name."
                )
            watch.seen = newest_version(archive)
            shelf.put(watch)
            write_feeds(archive.folder, watch, [])
        ways = ", ".join([*map(masked, watch.addresses), *map(str, feed_paths(archive.folder, watch.name))])
        print(f"watch {printable(watch.name)} begins: new articles go to {ways}")
        return ExitStatus.FINE

    def _list(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> int:
        watches = Shelf(archive).all()
        facts = [_facts(watch, archive) for watch in watches]
        if opts.json:
            print(json.dumps(facts, ensure_ascii=False, indent=2))
            return ExitStatus.FINE
        for each in facts:
            where = ", ".join([*each["regions"], *each["sites"], *each["languages"]]) or "all sites"
            print(f"{each['name']}: {each['words']} ({where}), every {each['every']}")
            print(f"  to {', '.join([*each['notify'], *each['feeds']])}")
            if each["waiting"]:
                print(f"  {each['waiting']} articles wait for a message that did not arrive")
        if not watches:
            print("There is no watch; newscrawl watch add WORDS begins one.")
        return ExitStatus.FINE

    def _test(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> int:
        watch = _named(archive, args)
        chosen = watch.selection()
        found = archive.search(chosen or Selection(sites=["-"]), limit=_SHOWN, newest=True)
        records = records_of(archive, [article_id for article_id, _ in found.hits])
        match = "article of the archive matches" if found.total == 1 else "articles of the archive match"
        print(f"{found.total:,} {match}{'; the newest:' if records else ''}")
        text = text_of(watch, records)
        if text:
            print(f"\n{text}")
        missed = 0
        for address in watch.addresses:
            check_address(resolved(address))
            title = f"Trial of a watch. {title_of(watch, len(records))}"
            arrived = send(resolved(address), title, text or "Nothing matches yet.")
            print(f"\n{masked(address)} {'took a trial message' if arrived else 'did not take it'}")
            missed += not arrived
        return ExitStatus.SOME_FAILED if missed or not found.total else ExitStatus.FINE

    def _run(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> int:
        names = [_named(archive, [name]).name for name in args] or Shelf(archive).names()
        told = tell(archive, data_place(self.settings), names)
        for each in told:
            print(printable(each.line()))
        if not told:
            print("nothing new")
        return ExitStatus.SOME_FAILED if any(each.missed for each in told) else ExitStatus.FINE

    def _remove(self, archive: Archive, args: list[str], opts: argparse.Namespace) -> int:
        watch = _named(archive, args)
        with changing(data_place(self.settings)):
            Shelf(archive).remove(watch.name)
            for path in feed_paths(archive.folder, watch.name):
                path.unlink(missing_ok=True)
        print(f"watch {printable(watch.name)} is gone")
        return ExitStatus.FINE


def _named(archive: Archive, args: list[str]) -> Watch:
    shelf = Shelf(archive)
    if len(args) != 1:
        raise UsageError("name one watch; 'newscrawl watch list' lists them")
    watch = shelf.get(args[0])
    if watch is None:
        raise UsageError(
            f"There is no watch '{args[0]}'.{did_you_mean(args[0], shelf.names())} 'watch list' shows all."
        )
    return watch


def _sites(archive: Archive, sites: list[str]) -> list[str]:
    for site in sites:
        if not archive.has_site(site) and site not in book().names:
            raise UsageError(f"There is no site '{site}'.{did_you_mean(site, book().names)}")
    return sites


def _facts(watch: Watch, archive: Archive) -> dict[str, Any]:
    return {
        "name": watch.name,
        "words": watch.words,
        "sites": watch.sites,
        "regions": watch.regions,
        "languages": watch.languages,
        "every": watch.every,
        "notify": [masked(address) for address in watch.addresses],
        "feeds": [str(path) for path in feed_paths(archive.folder, watch.name)],
        "waiting": sum(len(digest.ids) for digest in watch.waiting),
    }
