"""Orders to a newsroom in a process of its own, as JSON over its own port.

An order is a POST to the host ``newsroom.control``, such as ``{"do": "edit", "host": ..., "number": 3}``.
``NewsroomProcess`` sends them; the answer is JSON too, ``{"error": ...}`` with status 400 for a bad order.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.newsroom.faults import Fault
from tests.newsroom.messages import Request, Response
from tests.newsroom.stories import Story

if TYPE_CHECKING:
    from tests.newsroom.newsroom import Newsroom

CONTROL_HOST = "newsroom.control"

_TIMES = ("published_at", "modified_at")
_TUPLES = ("paragraphs", "tags", "codes")


def answer(newsroom: Newsroom, request: Request) -> Response:
    """Carry out the order in the body of a request."""
    try:
        given = json.loads(request.body)
        result = _ORDERS[given.pop("do")](newsroom, **given)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return _json({"error": f"{type(error).__name__}: {error}"}, 400)
    return _json({"result": result}, 200)


def _json(data: Any, status: int) -> Response:
    return Response(json.dumps(data).encode(), status, "application/json")


def readable(fields: dict[str, Any]) -> dict[str, Any]:
    """Fields of an article as JSON can hold them."""
    return {name: value.isoformat() if name in _TIMES else value for name, value in fields.items()}


def read(fields: dict[str, Any]) -> dict[str, Any]:
    """Fields of an article from JSON."""
    out = dict(fields)
    for name in _TIMES:
        if name in out:
            out[name] = datetime.fromisoformat(out[name])
    for name in _TUPLES:
        if name in out:
            out[name] = tuple(out[name])
    return out


def _edit(newsroom: Newsroom, host: str, number: int, **changes: Any) -> int:
    return _number(newsroom.edit(host, number, **read(changes)))


def _publish(newsroom: Newsroom, host: str, **fields: Any) -> int:
    return _number(newsroom.publish(host, **read(fields)))


def _number(story: Story) -> int:
    return story.number


def _withdraw(newsroom: Newsroom, host: str, number: int, status: int = 404) -> None:
    newsroom.withdraw(host, number, status=status)


def _restore(newsroom: Newsroom, host: str, number: int) -> None:
    newsroom.restore(host, number)


def _redesign(newsroom: Newsroom, host: str, kind: str, **options: Any) -> None:
    newsroom.redesign(host, kind, **options)


def _fault(newsroom: Newsroom, host: str, path: str, fault: dict[str, Any]) -> int:
    return newsroom.fault(host, path, Fault(**fault)).number


def _remove_fault(newsroom: Newsroom, fault: int) -> int:
    armed = newsroom.faults[fault]
    armed.remove()
    return armed.served


def _clear_faults(newsroom: Newsroom) -> None:
    newsroom.clear_faults()


def _latency(newsroom: Newsroom, seconds: float) -> None:
    newsroom.latency = seconds


def _errors(newsroom: Newsroom) -> list[str]:
    return [f"{type(error).__name__}: {error}" for error in newsroom.errors]


_ORDERS: dict[str, Callable[..., Any]] = {
    "edit": _edit,
    "publish": _publish,
    "withdraw": _withdraw,
    "restore": _restore,
    "redesign": _redesign,
    "fault": _fault,
    "remove_fault": _remove_fault,
    "clear_faults": _clear_faults,
    "latency": _latency,
    "errors": _errors,
}
