"""``newscrawl crawl SITE``: Scrapy's crawl command, with checked arguments and a summary."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from typing import Any, TextIO

from pydantic import ValidationError
from scrapy import Spider, signals
from scrapy.commands.crawl import Command
from scrapy.crawler import Crawler
from scrapy.extensions.feedexport import FeedSlot
from scrapy.settings import BaseSettings
from scrapy.utils.conf import arglist_to_dict

from newscrawl.cli.command import NewscrawlCommand, quieten_startup, saying_usage
from newscrawl.cli.feed_files import (
    fault_of,
    fault_of_format,
    replaced_in_store,
    told_format,
    what_became,
    without_format,
)
from newscrawl.cli.options import add_data_option, add_search_option, add_warc_option, data_place
from newscrawl.cli.site_choice import (
    check_site,
    refuse_jobdir,
    site_of_address,
    use_readers,
    use_warc_option,
)
from newscrawl.cli.usage import UsageError
from newscrawl.cli.watch_telling import tell_watches
from newscrawl.engine.arguments import CrawlArguments
from newscrawl.items import Article
from newscrawl.monitoring.summary import summary_lines
from newscrawl.record.outcome import OWED, ExitStatus, Outcome, exit_status
from newscrawl.record.printable import without_secrets
from newscrawl.record.suggestions import did_you_mean
from newscrawl.record.wrong_values import what_is_wrong
from newscrawl.runs.session import Session
from newscrawl.spiders.base import NewsSpider

_SHOWN = 80
_OUTPUT_TO_STDOUT = ("stdout:", "-")


class CrawlCommand(NewscrawlCommand, Command):
    """Crawls one site. Exit status: see :class:`newscrawl.record.outcome.ExitStatus`."""

    def __init__(self) -> None:
        super().__init__()
        self._first: Article | None = None
        self._site = ""
        self._files: list[str] = []

    def syntax(self) -> str:
        return "SITE|https://ADDRESS [-a NAME=VALUE ...] [-O FILE.jsonl]"

    def short_desc(self) -> str:
        return "Crawl one site"

    def long_desc(self) -> str:
        facts = "; ".join(
            f"{field.alias or name}: {field.description}"
            for name, field in CrawlArguments.model_fields.items()
        )
        return f"Crawl one site, by its name or its address. Arguments for -a: {facts}."

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_data_option(parser)
        add_search_option(parser)
        add_warc_option(parser)

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        refuse_unwritable(opts, self.settings)
        super().process_options(args, opts)
        if opts.trust_search:
            opts.spargs["trust_search"] = "1"
        use_readers(self.settings, sites=1)
        spider = self.spider_of(args, opts)
        if issubclass(spider, NewsSpider):
            refuse_jobdir(self.settings)
            check_arguments(opts.spargs, spider.arguments())
            use_warc_option(opts, self.settings)

    def spider_of(self, args: list[str], opts: argparse.Namespace) -> type[Spider]:
        """The spider that the one argument names; ``args`` and ``-a`` then say it as a session takes it.

        Raises:
            UsageError: there is no such site, or not one argument.
        """
        if len(args) != 1:
            raise UsageError(f"crawl takes one site, not {len(args)}; 'newscrawl sites' lists them")
        args[0] = site_of_address(args[0], opts.spargs)
        return check_site(args[0], self.settings)

    @saying_usage()
    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if not opts.loglevel:
            quieten_startup()
        session = Session(self.crawler_process, data_place(self.settings), on_start=self._listen)
        session.add(args[0], opts.spargs)
        outcomes = session.run()
        self.exitcode = exit_status(outcomes)
        stream = self._report(outcomes[0])
        self.exitcode = tell_watches(data_place(self.settings), self.exitcode, stream=stream)

    def _report(self, outcome: Outcome) -> TextIO:
        """Print the summary; where it went."""
        named = [str(uri) for uri in self.settings.getdict("FEEDS") if "%(" not in str(uri)]
        owed = json.loads(outcome.stats.get(OWED, "[]"))
        came = outcome.state not in ("failed", "storage")
        output = what_became(named or self._files, self._files, owed, came=came)
        stream = sys.stderr if any(place.startswith(_OUTPUT_TO_STDOUT) for place in named) else sys.stdout
        if outcome.state != "fine" and not outcome.stats:
            print(f"newscrawl crawl: {outcome.note}", file=sys.stderr)
            return stream
        outcome = replace(outcome, site=self._site or outcome.site)
        print(*summary_lines(outcome, output=output, first=self._first), sep="\n", file=stream)
        return stream

    def _listen(self, site: str, crawler: Crawler) -> None:
        crawler.signals.connect(self._keep_first, signal=signals.item_scraped)
        crawler.signals.connect(self._keep_site, signal=signals.spider_opened)
        crawler.signals.connect(self._keep_file, signal=signals.feed_slot_closed)

    def _keep_first(self, item: Any) -> None:
        if self._first is None and isinstance(item, Article):
            self._first = item

    def _keep_site(self, spider: Spider) -> None:
        self._site = getattr(spider, "site_name", spider.name)

    def _keep_file(self, slot: FeedSlot) -> None:
        self._files.append(slot.uri)


def refuse_unwritable(opts: argparse.Namespace, settings: BaseSettings) -> None:
    """End with status 5, before anything is fetched, where what ``-o`` or ``-O`` names cannot be written."""
    for name in ("output", "overwrite_output"):
        given = getattr(opts, name, None)
        if given:
            setattr(opts, name, told_format(given))
    for place in replaced_in_store(opts.output or ()):
        raise UsageError(
            f"-o {without_secrets(place)}: a store takes whole files, and each run would replace the one"
            " before; name the run in it, as in news-%(run)s.jsonl, or use -O"
        )
    forms = {form for form, exporter in settings.getwithbase("FEED_EXPORTERS").items() if exporter}
    if formless := next(filter(None, (fault_of_format(place, forms) for place in places_of(opts))), None):
        raise UsageError(formless)
    fault = next(filter(None, (fault_of(without_format(place)) for place in places_of(opts))), None)
    if fault:
        sys.stderr.write(f"newscrawl: {fault}; nothing was fetched\n")
        sys.exit(ExitStatus.STORAGE)


def places_of(opts: argparse.Namespace) -> list[str]:
    """What ``-o`` and ``-O`` name."""
    return [*(opts.output or ()), *(getattr(opts, "overwrite_output", None) or ())]


def arguments_of(pairs: list[str]) -> dict[str, str]:
    """What several ``-a`` say, by its names.

    Raises:
        UsageError: one of them is no name with a value.
    """
    try:
        return arglist_to_dict(pairs)
    except ValueError:
        raise UsageError("Arguments of -a look like NAME=VALUE") from None


def check_arguments(given: dict[str, str], model: type[CrawlArguments] = CrawlArguments) -> None:
    """Check what ``-a`` says by the spider's ``model`` of it.

    Raises:
        UsageError: an unknown name or a value that cannot be read; the message holds the nearest names.
    """
    try:
        model.model_validate(given)
    except ValidationError as error:
        known = [field.alias or name for name, field in model.model_fields.items()]
        lines = [_explain(fault, known) for fault in error.errors()]
        raise UsageError(" ".join(lines)) from None


def _explain(fault: Any, known: list[str]) -> str:
    if not fault["loc"]:
        return f"{what_is_wrong(fault)}."
    name = str(fault["loc"][0])
    if fault["type"] == "missing":
        return f"This site needs -a {name}=..."
    if fault["type"] == "extra_forbidden":
        return f"There is no argument '{name}'.{did_you_mean(name, known)} Known: {', '.join(known)}."
    given = str(fault["input"])
    given = given if len(given) <= _SHOWN else f"{given[:_SHOWN]}..."
    return f"Argument '{name}={given}': {what_is_wrong(fault)}."
