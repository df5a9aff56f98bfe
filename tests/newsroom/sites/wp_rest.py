"""The REST API of WordPress, as far as crawlers use it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING, Any

from tests.newsroom import dating
from tests.newsroom.messages import Response
from tests.newsroom.stories import Brief, slugify

if TYPE_CHECKING:
    from tests.newsroom.sites.site import Visit
    from tests.newsroom.sites.wordpress import WordPressSite

_JSON = "application/json; charset=UTF-8"
_MOST = 100


class WordPressApi:
    """``/wp-json/wp/v2/``: posts, categories, tags and users, with paging headers and ``_fields``."""

    def __init__(self, site: WordPressSite) -> None:
        self.site = site

    def answer(self, visit: Visit) -> Response:
        """Any request under ``/wp-json/``."""
        route = visit.args[0].strip("/")
        if not self.site.rest:
            return _error(401, "rest_disabled", "REST API dimatikan oleh pengelola.")
        if not route:
            return _json(
                {"name": self.site.brand, "url": visit.origin, "namespaces": ["wp/v2", "oembed/1.0"]}
            )
        if route == "wp/v2/posts":
            return self.posts(visit)
        if route.startswith("wp/v2/posts/"):
            return self.post(visit, route.rpartition("/")[2])
        if route == "wp/v2/categories":
            return self.terms(visit)
        return _error(404, "rest_no_route", "Tidak ada rute yang cocok dengan URL dan metode permintaan.")

    def posts(self, visit: Visit) -> Response:
        """Posts, newest first, narrowed by after, before, search, categories and slug."""
        request = visit.request
        size, number = request.number("per_page", 10), request.number("page", 1)
        if not 1 <= size <= _MOST:
            return _error(400, "rest_invalid_param", "Parameter tidak sah: per_page")
        found = self.matching(visit)
        pages = -(-len(found) // size)
        if number > max(pages, 1):
            return _error(400, "rest_post_invalid_page_number", "Nomor halaman melampaui jumlah halaman.")
        shown = found[(number - 1) * size : number * size]
        response = _json([self._narrowed(visit, brief) for brief in shown])
        response.headers |= {"x-wp-total": str(len(found)), "x-wp-totalpages": str(pages)}
        if number < pages:
            response.headers["link"] = f'<{visit.origin}{request.path}?page={number + 1}>; rel="next"'
        return response

    def matching(self, visit: Visit) -> list[Brief]:
        """The posts asked for; after and before mean the site's own clock and exclude their ends."""
        request, book = visit.request, self.site.book
        section = self._section(request.value("categories"))
        briefs: Iterable[Brief] = book.briefs(section=section)
        for name, later in (("after", True), ("before", False)):
            if bound := self._moment(request.value(name)):
                briefs = [b for b in briefs if (b.published_at > bound) == later and b.published_at != bound]
        if words := request.value("search").lower().split():
            briefs = (b for b in briefs if all(word in self._text(b) for word in words))
        if slug := request.value("slug"):
            briefs = (b for b in briefs if b.slug == slug)
        return list(briefs)

    def post(self, visit: Visit, number: str) -> Response:
        """One post."""
        story = self.site.article_at(int(number) if number.isdecimal() else None)
        if isinstance(story, Response):
            return _error(404, "rest_post_invalid_id", "ID pos tidak sah.")
        return _json(self._narrowed(visit, story))

    def terms(self, visit: Visit) -> Response:
        """The categories, or the one of a slug."""
        wanted = visit.request.value("slug")
        terms = [
            {"id": number, "name": name, "slug": slug, "link": f"{visit.origin}/category/{slug}/"}
            for number, (slug, name) in enumerate(self.site.sections(), 2)
            if wanted in ("", slug)
        ]
        return _json(terms)

    def _section(self, category: str) -> str | None:
        names = [name for _, name in self.site.sections()]
        return (
            names[int(category) - 2] if category.isdecimal() and 2 <= int(category) < len(names) + 2 else None
        )

    def _moment(self, text: str) -> datetime | None:
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            return None
        return moment if moment.tzinfo else moment.replace(tzinfo=self.site.zone)

    def _text(self, brief: Brief) -> str:
        return f"{brief.title} {self.site.book.story(brief.number).body}".lower()

    def _narrowed(self, visit: Visit, brief: Brief) -> dict[str, Any]:
        """The fields that ``_fields`` names, all without it; the text is made only where it is wanted."""
        fields = [name for name in visit.request.value("_fields").split(",") if name]
        makers = self._makers(visit, brief)
        chosen = dict.fromkeys(name.partition(".")[0] for name in fields) or makers
        return {name: makers[name]() for name in chosen if name in makers}

    def _makers(self, visit: Visit, brief: Brief) -> dict[str, Any]:
        site, origin = self.site, visit.origin
        story = site.book.story
        slugs = [slug for slug, _ in site.sections()]
        return {
            "id": lambda: brief.number,
            "date": lambda: _plain(brief.published_at),
            "date_gmt": lambda: _plain(dating.utc(brief.published_at)),
            "guid": lambda: {"rendered": f"{origin}/?p={brief.number}"},
            "modified": lambda: _plain(brief.modified_at),
            "modified_gmt": lambda: _plain(dating.utc(brief.modified_at)),
            "slug": lambda: brief.slug,
            "status": lambda: "publish",
            "type": lambda: "post",
            "link": lambda: origin + site.path(brief),
            "title": lambda: {"rendered": escape(brief.title)},
            "content": lambda: {
                "rendered": site.whole_body_html(visit, story(brief.number)),
                "protected": False,
            },
            "excerpt": lambda: {"rendered": f"<p>{escape(brief.deck)}</p>\n", "protected": False},
            "author": lambda: 1,
            "categories": lambda: [slugs.index(slugify(brief.section)) + 2],
            "tags": list,
        }


def _plain(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}"


def _json(data: Any, status: int = 200) -> Response:
    return Response(json.dumps(data, ensure_ascii=False).encode(), status, _JSON)


def _error(status: int, code: str, message: str) -> Response:
    return _json({"code": code, "message": message, "data": {"status": status}}, status)
