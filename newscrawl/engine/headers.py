"""The headers of an answer as text, whatever bytes a server writes into them."""

from __future__ import annotations

from scrapy.http import Response


def header_texts(response: Response) -> dict[str, str]:
    """The headers by their names in lower case; what is no UTF-8 in one has signs that stand for it."""
    return {
        name.decode("latin-1").lower(): b",".join(values).decode("utf-8", "replace")
        for name, values in response.headers.items()
        if values
    }
