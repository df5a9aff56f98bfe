"""What extreme pages are built of."""

from __future__ import annotations

from collections.abc import Callable

URL = "https://www.contoh.example/2025/01/20/tiga-jembatan-ditutup"
SENTENCE = "Pemerintah kota menutup tiga jembatan penyeberangan pada Senin pagi, kata kepala dinas itu. "
MB = 2**20

Maker = Callable[[], bytes | str]
Named = tuple[str, Maker]

TEXT = f"<p>{SENTENCE * 3}</p>" * 8
_HEAD = (
    '<meta charset="utf-8"><meta property="og:type" content="article"><title>Tiga Jembatan Ditutup</title>'
)


def page(body: str, head: str = "") -> bytes:
    """A sound article with ``body`` after its text and ``head`` in its head."""
    return (
        f"<!DOCTYPE html><html><head>{_HEAD}{head}</head><body><article><h1>Tiga Jembatan Ditutup</h1>"
        '<figure><img src="/a.jpg"><figcaption>Foto: Contoh</figcaption></figure><time>20/1/2025 09:35</time>'
        f'<div class="content">{TEXT}{body}</div></article></body></html>'
    ).encode("utf-8", "surrogatepass")


def fill(unit: str, size: int) -> str:
    """``unit`` again and again, ``size`` characters long."""
    return (unit * (size // len(unit) + 1))[:size]
