"""Articles split over pages: which part a request means, and the links between the parts."""

from __future__ import annotations

from dataclasses import dataclass

from tests.newsroom.messages import Request
from tests.newsroom.sites.skins import Split
from tests.newsroom.stories import Story

OFFSET = 15
"""Between the addresses of two parts where the address ends in an offset."""

_WHOLE = {"page": ("page", "all"), "single": ("single", "1"), "showpage": ("showpage", "all")}


@dataclass(frozen=True, slots=True)
class Part:
    """One page of an article, counted from 1; ``whole`` means all of them."""

    number: int = 1
    whole: bool = False


def part_asked_for(request: Request, story: Story, split: Split | None, tail: str | None) -> Part | None:
    """The part that an address means; None for a page at the end of the path that does not exist.

    A ``?page=`` beyond the last quietly gives the last, as portals do. ``tail`` is the number at the end of
    the path.
    """
    if split in ("path", "offset"):
        number = int(tail) // OFFSET + 1 if tail and split == "offset" else int(tail or 1)
        return Part(number) if 1 <= number <= story.pages else None
    if tail:
        return None
    if split is None or split == "hidden":
        return Part(whole=True)
    name, value = _WHOLE.get(split, ("", ""))
    if name and request.value(name) == value:
        return Part(whole=True)
    return Part(min(max(request.number("page", 1), 1), story.pages))


def part_url(url: str, number: int, split: Split) -> str:
    """The address of one part."""
    if number == 1:
        return url
    if split == "path":
        return f"{url}/{number}"
    return f"{url}/{(number - 1) * OFFSET}" if split == "offset" else f"{url}?page={number}"


def paging_html(url: str, pages: int, current: int, split: Split) -> str:
    """'Halaman: 1 2 3 Selanjutnya', and a link to the whole where there is one."""
    numbers = "".join(
        f'<div class="paging__item"><a class="paging__link{" paging__link--active" * (n == current)}" '
        f'href="{part_url(url, n, split)}">{n}</a></div>'
        for n in range(1, pages + 1)
    )
    after = ""
    if current < pages:
        next_url = part_url(url, current + 1, split)
        after = f'<a class="paging__link paging__link--next" href="{next_url}">Selanjutnya</a>'
    whole = ""
    if split in _WHOLE:
        name, value = _WHOLE[split]
        whole = f'<a class="paging__link paging__link--show" href="{url}?{name}={value}">Tampilkan Semua</a>'
    return f'<div class="paging"><span class="paging__title">Halaman:</span>{numbers}{after}{whole}</div>'
