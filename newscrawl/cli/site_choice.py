"""Which sites a command is for: those that are named and those that filters choose."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from urllib.parse import urlsplit

from pydantic import ValidationError
from scrapy import Spider
from scrapy.settings import BaseSettings

from newscrawl.cli.options import FILTERS, select
from newscrawl.cli.usage import UsageError
from newscrawl.engine.arguments import kept
from newscrawl.engine.memory.keeping import need_warc
from newscrawl.engine.readers import count_of
from newscrawl.record.suggestions import did_you_mean
from newscrawl.record.wrong_values import what_is_wrong
from newscrawl.sites import SiteFileError
from newscrawl.sites.book import book
from newscrawl.spiders.base import JOBDIR_REASON
from newscrawl.spiders.loader import SiteSpiderLoader, sites_folder
from newscrawl.spiders.site import SiteArguments


def chosen_sites(
    command: str, args: Sequence[str], opts: argparse.Namespace, settings: BaseSettings
) -> list[str]:
    """The names of the sites that are named or that the filters choose, each once.

    Raises:
        UsageError: nothing is chosen, or a name is unknown; the message names it and the nearest ones.
    """
    filtered = any(getattr(opts, name) for name in (*FILTERS, "text"))
    if not args and not filtered and not opts.all:
        raise UsageError(f"{command} takes sites, a filter such as --region, or --all")
    args = [_name_in_a_run(site) for site in args]
    for site in args:
        check_site(site.partition(":")[0], settings)
    by_filter = []
    if filtered or opts.all:
        by_filter = [publisher.name for publisher in select(site_loader(settings).catalogue(), opts)]
    chosen = list(dict.fromkeys([*args, *by_filter]))
    if not chosen:
        raise UsageError("No site passes all of these filters together.")
    return chosen


def _name_in_a_run(site: str) -> str:
    """What a run calls a site: a publisher by its name, any other by ``site:`` and its address.

    Raises:
        UsageError: it is no address.
    """
    address = site.removeprefix("site:")
    if "://" not in address:
        return site
    arguments: dict[str, str] = {}
    name = site_of_address(address, arguments)
    try:
        return f"site:{SiteArguments.model_validate(arguments).url}" if arguments else name
    except ValidationError as error:
        raise UsageError(f"{site}: {what_is_wrong(error.errors()[0])}.") from None


def site_loader(settings: BaseSettings) -> SiteSpiderLoader:
    """The loader of the sites that are known with ``settings``."""
    return SiteSpiderLoader.from_settings(settings)


def check_site(site: str, settings: BaseSettings) -> type[Spider]:
    """The spider of a site.

    Raises:
        UsageError: there is no such site, or its file cannot be used; the message holds the nearest names or
            what is wrong.
    """
    loader = site_loader(settings)
    try:
        return loader.load(site)
    except KeyError:
        near = did_you_mean(site, loader.list())
        raise UsageError(f"There is no site '{site}'.{near}") from None
    except SiteFileError as error:
        raise UsageError(f"{error}.") from None


def site_of_address(site: str, arguments: dict[str, str]) -> str:
    """The name to crawl ``site`` by: the publisher whose front page an address is, else ``site``, any site.

    ``site`` then gets the address among its ``arguments``; what is no address is a name already.
    """
    if "://" not in site:
        return site
    parts = urlsplit(site)
    known = None if parts.path.strip("/") or parts.query else book().find(site)
    if known is not None:
        return known.name
    arguments["url"] = site
    return "site"


def use_warc_option(opts: argparse.Namespace, settings: BaseSettings) -> None:
    """Let ``--warc`` decide whether pages are kept, and refuse what cannot be done.

    Raises:
        UsageError: the setting NEWSCRAWL_WARC says nothing that can be meant.
        MissingExtraError: the library that writes WARC is not installed.
    """
    if opts.warc:
        opts.spargs.setdefault("warc", "1")
    try:
        wanted = kept(opts.spargs.get("warc", str(settings["NEWSCRAWL_WARC"])))
    except ValueError as error:
        raise UsageError(f"NEWSCRAWL_WARC={error}.") from None
    if wanted or opts.spargs.get("from") == "commoncrawl":
        need_warc()


def use_readers(settings: BaseSettings, *, sites: int) -> None:
    """Settle how many processes read the pages of a run over so many sites.

    Raises:
        UsageError: the setting NEWSCRAWL_READERS is no number.
    """
    try:
        settings.set("NEWSCRAWL_READERS", count_of(settings, sites=sites), priority="cmdline")
    except ValueError as error:
        raise UsageError(f"{error}.") from None


def share_sites_folder(settings: BaseSettings) -> None:
    """Let what is read without Scrapy, and every child process, find the same sites of the user's own."""
    os.environ["NEWSCRAWL_SITES"] = str(sites_folder(settings))


def refuse_jobdir(settings: BaseSettings) -> None:
    """Refuse Scrapy's ``JOBDIR`` for the project's spiders: what it remembers would stand in the way.

    Raises:
        UsageError: it is set.
    """
    if settings["JOBDIR"]:
        raise UsageError(f"JOBDIR: {JOBDIR_REASON}")
