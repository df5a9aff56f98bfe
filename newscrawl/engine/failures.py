"""What Scrapy's and this project's exceptions mean: each stands for one reason."""

from __future__ import annotations

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    DropItem,
    IgnoreRequest,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from newscrawl.record.reasons import Reason


class RefusedError(IgnoreRequest):
    """A request or response that one of this project's own components turned away."""

    reason: Reason


class UnchangedError(IgnoreRequest):
    """The server answered that an article is as it was stored: no failure, and no page either."""


class UnaskedError(RefusedError):
    """The server answered "not modified" to a request that named no copy: there is no page in that."""

    reason: Reason = "http-error"


class NotKeptError(DropItem):
    """An article that goes no further; what that means for its address is known already."""


class EchoError(DropItem):
    """A page with the text of an unrelated one."""

    reason: Reason = "same-page"


class UnchangedItemError(NotKeptError):
    """An article that was read and is as it was stored."""


class PutOffError(UnchangedError):
    """The crawl ends before the request's turn came: no failure; the next crawl sends it."""


class ChallengeError(RefusedError):
    """The site answered with a challenge for browsers instead of the page."""

    reason: Reason = "challenge"


class UnsafeAddressError(RefusedError):
    """The address is private, loopback, link-local or not of the web."""

    reason: Reason = "unsafe-address"


class TooLargeError(RefusedError):
    """The answer is larger than allowed."""

    reason: Reason = "too-large"


class BadCertificateError(RefusedError):
    """The host's certificate does not fit, and the settings make that fatal."""

    reason: Reason = "certificate"


class NoTlsError(RefusedError):
    """The server answers an ``https`` address in plain HTTP, or in something else."""

    reason: Reason = "tls"


class NoHandshakeError(DownloadTimeoutError):
    """A TLS handshake did not come to its end in time; like any silence it may be for a moment."""


class CutShortError(RefusedError):
    """The page ends before its end."""

    reason: Reason = "cut-short"


class BadEncodingError(RefusedError):
    """The body is not of the Content-Encoding that its headers name."""

    reason: Reason = "encoding"


class RedirectLoopError(RefusedError):
    """A redirect leads back to an address that led to it."""

    reason: Reason = "redirect-loop"


class MovedError(RefusedError):
    """An article's address leads to another domain."""

    reason: Reason = "moved"


class RedirectedError(RefusedError):
    """An article's address leads to the front page, or where those of other articles lead too."""

    reason: Reason = "redirected"


class KnownElsewhereError(UnchangedError):
    """An article's address leads to that of an article that is known: no failure, and no page either."""


class SiteLeftError(RefusedError):
    """The site was left before the request's turn came."""

    reason: Reason = "site-left"


_BY_TYPE: tuple[tuple[type[Exception], Reason], ...] = (
    (CannotResolveHostError, "dns"),
    (NoHandshakeError, "tls"),
    (DownloadTimeoutError, "timeout"),
    (DownloadConnectionRefusedError, "connect"),
    (DownloadCancelledError, "too-large"),
    (ResponseDataLossError, "cut-short"),
    (UnsupportedURLSchemeError, "unsafe-address"),
    (DownloadFailedError, "connect"),
    (ValueError, "unsafe-address"),  # what a redirect leads to is no address
)

_BY_MESSAGE: tuple[tuple[str, Reason], ...] = (
    ("robots.txt", "robots"),
    ("max redirections", "redirect-loop"),
    ("offsite", "offsite"),
    ("DOWNLOAD_MAXSIZE", "too-large"),
)
"""Scrapy's own refusals share one exception type and differ by their message."""

_BY_STATUS: dict[int, Reason] = {401: "http-403", 403: "http-403", 404: "http-404", 410: "http-404"}


def reason_of(failure: Failure) -> Reason:
    """The name of the reason why a request failed."""
    return reason_of_error(failure.value)


def reason_of_error(error: BaseException | None) -> Reason:
    """The name of the reason that an exception stands for."""
    if isinstance(error, HttpError):
        return _BY_STATUS.get(error.response.status, "http-error")
    if isinstance(error, RefusedError):
        return error.reason
    if isinstance(error, IgnoreRequest):
        return next((reason for part, reason in _BY_MESSAGE if part in str(error)), "http-error")
    return next((reason for kind, reason in _BY_TYPE if isinstance(error, kind)), "connect")
