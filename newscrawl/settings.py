"""Every Scrapy setting of the project, each with its reason.

Settings that start with NEWSCRAWL are the project's own. Any of them can be changed for one run with
``-s NAME=VALUE``.
"""

import os

from newscrawl.record.version import __version__

BOT_NAME = "newscrawl"
# A spider for each site file, beside those that are written in Python in these modules.
SPIDER_LOADER_CLASS = "newscrawl.spiders.loader.SiteSpiderLoader"
SPIDER_MODULES = ["newscrawl.spiders"]
NEWSPIDER_MODULE = "newscrawl.spiders"
COMMANDS_MODULE = "newscrawl.cli.commands"

# --- Who asks ---------------------------------------------------------------------------------------------

# Names the project and a place to complain to, so that a publisher can refuse us by name in robots.txt.
USER_AGENT = f"newscrawl/{__version__} (+https://github.com/newscrawl/newscrawl; news research crawler)"
# robots.txt is matched against the product name alone, as RFC 9309 has it.
ROBOTSTXT_USER_AGENT = "newscrawl"
# Always obeyed: there is no switch in this project to do otherwise.
ROBOTSTXT_OBEY = True
# The pages are Indonesian; some sites choose their edition by this header.
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "id,en;q=0.5",
}
# Cookies would tie requests together and change what paywalls answer. Those that a chain of redirects sets
# are sent back within that chain, else some sites send in a circle.
COOKIES_ENABLED = False
# A Referer tells one publisher where in another we come from; none is needed to read a page.
REFERRER_POLICY = "no-referrer"

# --- How fast ---------------------------------------------------------------------------------------------

# One request at a time to a host, a second apart at the least, over all sites that a process crawls;
# AutoThrottle slows down for slow sites. The delay is no mean: Scrapy's jitter would halve it now and then.
# With a delay of 0 it is still one at a time.
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
DOWNLOAD_DELAY_JITTER = 0.0
# Web archives serve everybody from few machines and block who asks more than some fifteen times a minute.
DOWNLOAD_SLOTS = {
    "web.archive.org": {"delay": 4.0, "concurrency": 1, "randomize_delay": False},
    "index.commoncrawl.org": {"delay": 4.0, "concurrency": 1, "randomize_delay": False},
}
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_MAX_DELAY = 30.0
AUTOTHROTTLE_TARGET_CONCURRENCY = 1.0
# A crawl of one site has this many requests under way or waiting their turn, over all of its hosts. Few, so
# that a crawl told to stop has little to finish.
CONCURRENT_REQUESTS = 8
# A page gives one article; Scrapy starts so many workers for every page, whatever it gives.
CONCURRENT_ITEMS = 1
# robots.txt may ask for more time between requests than the above, up to this many seconds or the run's time
# budget; a site that asks for more is left alone.
NEWSCRAWL_CRAWL_DELAY_MAX = 600.0
ROBOTSTXT_PARSER = "newscrawl.engine.downloader.robots_file.RobotsFile"
# A site that answers 429 or 503 rests as long as it asks; without Retry-After this many seconds, doubled each
# time. One that asks for more than the maximum is left alone for the run.
NEWSCRAWL_BACKOFF_START = 5.0
NEWSCRAWL_RETRY_AFTER_MAX = 600.0
RETRY_TIMES = 4
# 520 to 524 are Cloudflare's words for a server behind it that is away for the moment.
RETRY_HTTP_CODES = [429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 408]
# Our own lines name what was given up, with the reason; Scrapy's would repeat them as errors.
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"
# So many challenge pages in a row end the crawl of a site: it has said no.
NEWSCRAWL_CHALLENGE_LIMIT = 3

# --- How much ---------------------------------------------------------------------------------------------

# The largest honest article page in our collection has 0.8 MB, the largest sitemap 50 MB unpacked.
DOWNLOAD_MAXSIZE = 10 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_TIMEOUT = 60
# A cut answer is no answer: it is fetched again rather than stored short.
DOWNLOAD_FAIL_ON_DATALOSS = True
REDIRECT_MAX_TIMES = 5
# A page that is empty and sends on at once is a redirect; home pages reload themselves with the same element.
METAREFRESH_MAXDELAY = 3
# First found, first fetched: listings name the newest first.
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"
SCHEDULER_DISK_QUEUE = "scrapy.squeues.PickleFifoDiskQueue"
# Where neither a range nor words are asked for, this many pages of a listing count as the newest.
NEWSCRAWL_LATEST_PAGES = 10
# Listings lead to listings; a walk deeper than this is a trap.
DEPTH_LIMIT = 1000
URLLENGTH_LIMIT = 2048

# --- What may be asked ------------------------------------------------------------------------------------

# Only the web: no page may lead to files, FTP or data URLs. The handler refuses private addresses too.
DOWNLOAD_HANDLERS = {
    "http": "newscrawl.engine.downloader.handler.GuardedDownloadHandler",
    "https": "newscrawl.engine.downloader.handler.GuardedDownloadHandler",
    "data": None,
    "file": None,
    "ftp": None,
    "s3": None,
}
# Both kinds of addresses: with Scrapy's own default a host that has IPv6 alone cannot be found.
TWISTED_DNS_RESOLVER = "scrapy.resolver.CachingHostnameResolver"
# A certificate that does not fit is said and counted, and the page read: what is read is public, nothing
# secret is sent, and small sites let certificates lapse or forget half of the chain. True makes it a failure.
DOWNLOAD_VERIFY_CERTIFICATES = False
# A server that answers for every site in their stead, told apart by the Host header: for replicas and tests.
NEWSCRAWL_MIRROR = None

DOWNLOADER_MIDDLEWARES = {
    # Next to the engine: it sees what retries and redirects have come to.
    "newscrawl.engine.memory.middlewares.ConditionalRequests": 40,
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "newscrawl.engine.downloader.offsite.OnSiteMiddleware": 50,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "newscrawl.engine.downloader.robots.RobotsMiddleware": 100,
    # An answer passes from below upwards: redirects, unpacking, whether it is whole, whether it is a
    # challenge (one with status 503 is not retried), whether it only sends on, retries; what a browser makes
    # of it.
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    "newscrawl.engine.downloader.browser.BrowserMiddleware": 540,
    "newscrawl.engine.downloader.redirects.InstantRefreshMiddleware": 555,
    "newscrawl.engine.downloader.challenge.ChallengeMiddleware": 560,
    "newscrawl.engine.downloader.whole.WholePages": 580,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "newscrawl.engine.downloader.compression.StrictCompression": 590,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "newscrawl.engine.downloader.redirects.ChainRedirectMiddleware": 600,
    # Next to the network: it keeps what was asked and what came, before anything is done with it.
    "newscrawl.engine.memory.keeping.Keeping": 990,
}

# --- Pages that scripts draw ------------------------------------------------------------------------------

# So many pages of a site are drawn by a browser in a run; one takes some seconds and a core.
NEWSCRAWL_BROWSER_PAGES = 500
# A page is taken as it is after so many seconds; its scripts are fetched in turn, with the delay above.
NEWSCRAWL_BROWSER_SECONDS = 90.0
# The program to start; "" for Playwright's own, else one that is found on PATH.
NEWSCRAWL_CHROMIUM = os.environ.get("NEWSCRAWL_CHROMIUM", "")
# The browser has no way to the network but through the crawl's own downloader; the sandbox needs a user that
# is not root; Windows knows no such user.
PLAYWRIGHT_LAUNCH_OPTIONS = {
    "proxy": {"server": "http://127.0.0.1:9"},
    "chromium_sandbox": getattr(os, "geteuid", lambda: 1)() != 0,
}
PLAYWRIGHT_BROWSER_PROVIDER = "newscrawl.engine.downloader.chromium.FoundChromium"
# Each page open takes some hundred megabytes.
PLAYWRIGHT_MAX_PAGES_PER_CONTEXT = 2

# --- The way of an article --------------------------------------------------------------------------------

ITEM_PIPELINES = {
    "newscrawl.pipelines.widgets.WidgetsPipeline": 100,
    "newscrawl.pipelines.pages.PagesPipeline": 150,
    "newscrawl.pipelines.dates.DatesPipeline": 200,
    "newscrawl.pipelines.byline.BylinePipeline": 300,
    "newscrawl.pipelines.language.LanguagePipeline": 400,
    "newscrawl.pipelines.wanted.WantedPipeline": 450,
    "newscrawl.pipelines.reservations.ReservationsPipeline": 460,
    "newscrawl.pipelines.validation.ValidationPipeline": 500,
    # Nothing is written anywhere else before it is in the archive.
    "newscrawl.pipelines.archive.ArchivePipeline": 900,
}
SPIDER_MIDDLEWARES = {
    "newscrawl.engine.memory.middlewares.Addresses": 100,
    # OnSiteMiddleware says what it drops.
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
}
# Processes that read pages beside the one that fetches: a number, or "auto": every core but one in a run over
# 20 sites or more, else none.
NEWSCRAWL_READERS = "auto"
# Whether ai.txt is asked for, one request more a host and run: what publishers reserve stands there too.
NEWSCRAWL_AI_TXT = False
# The same for /.well-known/tdmrep.json.
NEWSCRAWL_TDMREP = False
# Ages at which an article is seen again for edits; "" for never.
NEWSCRAWL_REVISIT = "1h, 6h, 1d, 3d, 7d"
# So many seconds a write waits for another process before the crawl ends.
NEWSCRAWL_LOCK_SECONDS = 60.0
# Pages kept as WARC files in the data folder: "1" those of articles, "all" listings and robots.txt too, ""
# none. -a warc=... says so for one crawl.
NEWSCRAWL_WARC = os.environ.get("NEWSCRAWL_WARC", "")
# A new WARC file is begun at this size; the standard recommends it.
NEWSCRAWL_WARC_BYTES = 1_000_000_000
# Nothing of a page reaches a terminal that would act on it.
FEED_STORAGES = {
    "stdout": "newscrawl.engine.standard_output.CleanStandardOutput",
    # Scrapy has storages of its own for s3, gs and ftp.
    **dict.fromkeys(
        ("abfs", "az", "hdfs", "sftp", "webdav"), "newscrawl.engine.store_feeds.StoreFeedStorage"
    ),
}
# What a run adds to the archive, a file a run; what -O and -o ask for comes beside it.
FEEDS = {"%(data)s/feeds/%(site)s/%(run)s.jsonl": {"format": "jsonlines", "store_empty": False}}
FEED_URI_PARAMS = "newscrawl.engine.memory.feed_names.feed_parameters"
# A crawl that finds nothing new leaves the file that -O names as it was.
FEED_STORE_EMPTY = False
# JSON lines are for people too: Indonesian names keep their letters.
FEED_EXPORT_ENCODING = "utf-8"

# --- What is running --------------------------------------------------------------------------------------

# Where locks, archive and feeds of runs lie: a folder, relative to the working folder, or the address of a
# base, postgresql://USER@HOST/BASE; files then lie in NEWSCRAWL_FILES of the environment, else 'data'.
NEWSCRAWL_DATA = os.environ.get("NEWSCRAWL_DATA", "data")
# A folder of site files of your own, which add to and stand in place of those shipped; "" for 'sites' in the
# data folder.
NEWSCRAWL_SITES = os.environ.get("NEWSCRAWL_SITES", "")
# Where notices of trouble go, addresses of apprise apart by blanks, beside those of --notify.
NEWSCRAWL_NOTIFY = os.environ.get("NEWSCRAWL_NOTIFY", "")
# No answer and no article for this long ends a crawl; longer than any silence that a site may ask for.
NEWSCRAWL_STALL_SECONDS = 900.0
# So many sites are crawled side by side by one process; each holds some megabytes and files open.
NEWSCRAWL_SITES_AT_ONCE = 32
# Where nobody watches, a run says in one line how far it is, every so many seconds.
NEWSCRAWL_PROGRESS_SECONDS = 60.0
EXTENSIONS = {
    # Before the feeds are opened: it repairs what a run that died left of them.
    "newscrawl.engine.memory.extension.ArchiveExtension": -100,
    # Before anything of a site's is logged.
    "newscrawl.engine.watching.log_format.PrintableLog": -200,
    # In place of Scrapy's: a feed that fails is counted, and made up for by the next run.
    "scrapy.extensions.feedexport.FeedExporter": None,
    "newscrawl.engine.delivery.Delivery": 0,
    "newscrawl.engine.watching.watch.Watch": 0,
    "newscrawl.engine.watching.stall.StallDetection": 0,
    "newscrawl.engine.downloader.leaving.PromptEnd": 0,
    "newscrawl.engine.downloader.throttle.CrawlDelay": 0,
}
# Nobody may steer a crawl from outside.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
LOG_LEVEL = "INFO"
LOG_VERSIONS: list[str] = []
LOG_FORMATTER = "newscrawl.engine.watching.log_format.OneLineLogFormatter"
# The summary says what matters; the full statistics come with -L DEBUG -s STATS_DUMP=True.
STATS_DUMP = False
TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
