"""HTTP messages as the server sees them: a request read, a response to be sent."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import blake2b
from http import HTTPStatus
from urllib.parse import parse_qs, unquote

Headers = dict[str, str]
"""Header fields by lower-case name."""


class BadRequest(ValueError):
    """The bytes are no HTTP request."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request: ``path`` is the path alone, percent-encoded as sent; ``query`` what follows the '?'."""

    method: str
    host: str
    path: str
    query: str
    headers: Headers
    version: str = "HTTP/1.1"
    body: bytes = b""

    @property
    def target(self) -> str:
        """Path and query as sent."""
        return f"{self.path}?{self.query}" if self.query else self.path

    @property
    def hostname(self) -> str:
        """The host without its port, in lower case."""
        return self.host.rsplit(":", 1)[0].lower() if not self.host.endswith("]") else self.host.lower()

    @property
    def origin(self) -> str:
        """Scheme and host of the site that is asked: https, but for a server on this machine."""
        scheme = "http" if is_loopback(self.hostname) else "https"
        return f"{scheme}://{self.host.lower()}"

    def value(self, name: str, default: str = "") -> str:
        """One value of the query, decoded."""
        return parse_qs(self.query, keep_blank_values=True).get(name, [default])[0]

    def number(self, name: str, default: int) -> int:
        """One value of the query as a number; the default where it is none."""
        text = self.value(name)
        return int(text) if text.isdecimal() and len(text) < 10 else default

    @property
    def decoded_path(self) -> str:
        """The path without percent-encoding."""
        return unquote(self.path)


def is_loopback(hostname: str) -> bool:
    """Whether a host name means this machine."""
    return hostname in {"", "localhost", "[::1]"} or hostname.startswith("127.")


def read_head(head: bytes) -> Request:
    """Read the request line and header fields; raises BadRequest."""
    lines = head.decode("latin-1").split("\r\n")
    try:
        method, target, version = lines[0].split(" ")
        headers = dict(_field(line) for line in lines[1:] if line)
    except ValueError:
        raise BadRequest(f"not a request: {lines[0][:80]}") from None
    host = headers.get("host", "")
    if target.startswith("http"):  # as sent to a proxy
        host, _, rest = target.split("//", 1)[1].partition("/")
        target = "/" + rest
    path, _, query = target.partition("?")
    return Request(method, host, path, query, headers, version)


def _field(line: str) -> tuple[str, str]:
    name, value = line.split(":", 1)
    return name.strip().lower(), value.strip()


@dataclass(slots=True)
class Delivery:
    """How the bytes leave: whole and at once, unless a fault says otherwise. Seconds and bytes.

    ``stall_after`` waits once so many bytes of the body are out; ``cut_after`` closes the connection there.
    ``chunked`` sends the body in chunks without a Content-Length. ``trickle`` sends so many bytes at a time
    with ``trickle_pause`` between. ``reset`` closes with a TCP reset.
    """

    wait: float = 0.0
    stall_after: int | None = None
    stall: float = 0.0
    cut_after: int | None = None
    chunked: bool = False
    trickle: int = 0
    trickle_pause: float = 0.0
    reset: bool = False
    raw_head: bytes | None = None


@dataclass(slots=True)
class Response:
    """One answer. ``body`` is bytes, or a function that gives them piece by piece.

    ``article`` is the number of the article that it shows, ``note`` the fault that made it.
    """

    body: bytes | Callable[[], Iterator[bytes]] = b""
    status: int = 200
    content_type: str = "text/html; charset=UTF-8"
    headers: Headers = field(default_factory=dict)
    last_modified: datetime | None = None
    delivery: Delivery = field(default_factory=Delivery)
    note: str = ""
    article: int = 0

    @property
    def content(self) -> bytes:
        """The body in one piece."""
        return self.body if isinstance(self.body, bytes) else b"".join(self.body())


def page(text: str, *, last_modified: datetime | None = None, status: int = 200) -> Response:
    """An HTML page."""
    return Response(text.encode(), status, last_modified=last_modified)


def xml(text: str, content_type: str, *, last_modified: datetime | None = None) -> Response:
    """An XML document."""
    return Response(text.encode(), content_type=content_type, last_modified=last_modified)


def redirect(location: str, status: int = 301) -> Response:
    """A redirect."""
    return Response(b"", status, headers={"location": location})


def not_found(status: int = 404) -> Response:
    """The page of an address where nothing is (any more)."""
    reason = HTTPStatus(status).phrase
    title = f"{status} {reason}"
    text = f"<!DOCTYPE html><html lang=id><title>{title}</title><h1>Halaman tidak ditemukan</h1></html>"
    return Response(text.encode(), status)


def with_validators(request: Request, response: Response) -> Response:
    """Give a good answer its ETag and Last-Modified, or 304 where the asker has it already (RFC 9110, 13)."""
    if response.status != 200 or not isinstance(response.body, bytes):
        return response
    digest = '"' + blake2b(response.body, digest_size=8).hexdigest() + '"'
    etag = response.headers.setdefault("etag", digest)
    if response.last_modified:
        response.headers.setdefault("last-modified", http_date(response.last_modified))
    if _unchanged(request, etag, response.last_modified):
        kept: Headers = {
            name: response.headers[name] for name in ("etag", "last-modified") if name in response.headers
        }
        return Response(b"", 304, content_type="", headers=kept, article=response.article)
    return response


def compressed(request: Request, response: Response) -> Response:
    """The answer packed with gzip, where the asker takes it and there is something to pack."""
    taken = "gzip" in request.headers.get("accept-encoding", "")
    if not taken or not isinstance(response.body, bytes) or not response.body:
        return response
    response.body = gzip.compress(response.body, 5, mtime=0)
    response.headers |= {"content-encoding": "gzip", "vary": "Accept-Encoding"}
    return response


def _unchanged(request: Request, etag: str, last_modified: datetime | None) -> bool:
    known = request.headers.get("if-none-match")
    if known is not None:
        return known.strip() == "*" or etag in (tag.strip().removeprefix("W/") for tag in known.split(","))
    since = request.headers.get("if-modified-since")
    if since is None or last_modified is None:
        return False
    try:
        return last_modified.replace(microsecond=0) <= parsedate_to_datetime(since)
    except (ValueError, TypeError):
        return False


def http_date(moment: datetime) -> str:
    """A moment as HTTP header fields give it."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)
