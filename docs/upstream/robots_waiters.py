"""Requests that wait for a robots.txt together are let through, though it forbids them (Scrapy 2.19.0).

    python robots_waiters.py

prints how many pages of a host were fetched whose robots.txt says ``Disallow: /``: 0 is right.
"""

from __future__ import annotations

import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import scrapy
from scrapy.crawler import CrawlerProcess

PAGES = 8
fetched: list[str] = []


class Host(BaseHTTPRequestHandler):
    """A slow robots.txt that forbids everything, and pages."""

    def do_GET(self) -> None:
        if self.path == "/robots.txt":
            time.sleep(0.5)  # long enough for every request to wait for it
            body = b"User-agent: *\nDisallow: /\n"
        else:
            fetched.append(self.path)
            body = b"<html></html>"
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Asker(scrapy.Spider):
    name = "asker"
    port: int

    async def start(self):
        for number in range(PAGES):
            yield scrapy.Request(f"http://127.0.0.1:{self.port}/{number}")

    def parse(self, response):
        pass


def main() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    process = CrawlerProcess({"ROBOTSTXT_OBEY": True, "LOG_LEVEL": "ERROR"})
    process.crawl(Asker, port=server.server_address[1])
    process.start()
    server.shutdown()
    sys.stdout.write(f"{len(fetched)} of {PAGES} forbidden pages were fetched\n")


if __name__ == "__main__":
    main()
