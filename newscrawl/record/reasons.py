"""Why a page gave no article: every reason has one name."""

from __future__ import annotations

from typing import Literal

Reason = Literal[
    "dns",
    "connect",
    "timeout",
    "tls",
    "certificate",
    "robots",
    "http-403",
    "challenge",
    "http-404",
    "http-error",
    "redirect-loop",
    "offsite",
    "moved",
    "redirected",
    "same-page",
    "unsafe-address",
    "site-left",
    "not-html",
    "too-large",
    "cut-short",
    "encoding",
    "no-article",
    "needs-browser",
    "parse",
    "pipeline",
]
