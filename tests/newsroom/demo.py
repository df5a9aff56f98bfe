"""``make demo``: a replica of afederasi.com on loopback, crawled by the real spider.

Everything but the network is as in a crawl of the site: its own addresses, robots.txt, a second between
requests. Exit status: the crawl's, 1 where it brought nothing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite

HOST = "afederasi.com"
ARTICLES = 12
FOLDER = Path("demo-output")


def main() -> int:
    """Serve, crawl, and say where the file is."""
    FOLDER.mkdir(exist_ok=True)
    output = FOLDER / "articles.jsonl"
    site = VarientOneSite(HOST, articles=ARTICLES, newest=datetime.now(UTC))
    with Newsroom([site]) as newsroom:
        say(f"A replica of {HOST} answers at {newsroom.address}; newscrawl crawls it, a request a second.")
        status = crawl(newsroom.address, output)
    say(f"The replica has stopped. Each line of {output} is one article; docs/record.md explains its fields.")
    say("\n".join(["What you can try next, with these articles:", "", *next_commands(output)]))
    return status or int(not output.stat().st_size)


def crawl(mirror: str, output: Path) -> int:
    """The exit status of ``newscrawl crawl afederasi`` against ``mirror``, known articles included."""
    words = [sys.executable, "-m", "newscrawl", "crawl", "afederasi", "-a", "fresh=1", "-O", str(output)]
    settings = {"NEWSCRAWL_MIRROR": mirror, "LOG_LEVEL": "WARNING"}
    for name, value in settings.items():
        words += ["-s", f"{name}={value}"]
    environment = os.environ | {"NEWSCRAWL_DATA": str(FOLDER / "data")}
    return subprocess.run(words, env=environment, check=False).returncode


def next_commands(output: Path) -> list[str]:
    """Command lines that work on what the demo stored, as they are."""
    program = Path(sys.executable).with_name("newscrawl")
    start = str(program.relative_to(Path.cwd()) if program.is_relative_to(Path.cwd()) else program)
    titles = [json.loads(line)["title"] or "" for line in output.read_text("utf-8").splitlines()]
    word = max(titles[0].split(), key=len, default="") if titles else ""
    data = f"--data {FOLDER / 'data'}"
    asked = [
        f"search {word} {data}",
        f"export --output {FOLDER / 'articles.csv'} --spreadsheet {data}",
        f"stats --by day {data}",
        "sites --region 'Jawa Timur'",
    ]
    return [f"    {start} {words}" for words in asked]


def say(line: str) -> None:
    """Print a line at once, so that it stands before the crawl's own."""
    sys.stdout.write(f"{line}\n\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
