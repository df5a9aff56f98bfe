"""Listing requests: addresses, forms and JSON from their templates."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from scrapy import Request

from newscrawl.discovery.template import Template

_NUMBERS = {"{page}": "page", "{offset}": "offset"}


def get_request(url: str, *, headers: Mapping[str, str] | None = None, meta: dict[str, Any]) -> Request:
    """A GET request that is made even if the same address was asked before."""
    return Request(url, headers=dict(headers or {}), meta=meta, dont_filter=True)


def form_request(
    url: str,
    form: Mapping[str, str],
    values: Mapping[str, Any],
    *,
    headers: Mapping[str, str],
    meta: dict[str, Any],
) -> Request:
    """A POST request with a form whose values are templates."""
    filled = {name: Template(text).render(values, encode=False) for name, text in form.items()}
    return _post(url, urlencode(filled), "application/x-www-form-urlencoded", headers, meta)


def json_request(
    url: str,
    fields: Mapping[str, Any],
    values: Mapping[str, Any],
    *,
    headers: Mapping[str, str],
    meta: dict[str, Any],
) -> Request:
    """A POST request with a JSON object whose texts are templates."""
    filled = {name: _filled(value, values) for name, value in fields.items()}
    return _post(url, json.dumps(filled, ensure_ascii=False), "application/json", headers, meta)


def _post(url: str, body: str, kind: str, headers: Mapping[str, str], meta: dict[str, Any]) -> Request:
    headers = {"Content-Type": kind, **headers}
    return Request(url, method="POST", body=body, headers=headers, meta=meta, dont_filter=True)


def _filled(value: Any, values: Mapping[str, Any]) -> Any:
    if not isinstance(value, str):
        return value
    if value in _NUMBERS:
        return values[_NUMBERS[value]]
    return Template(value).render(values, encode=False)
