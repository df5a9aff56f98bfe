"""A paper whose pages scripts draw: a listing that unfolds at the press of a button, articles from an API."""

from __future__ import annotations

import json

from tests.newsroom.messages import Request, Response, page
from tests.promises.village import Route, paragraphs, slug, title

A_PAGE = 3
NUMBERS = range(7)

_SHELL = (
    "<!DOCTYPE html><html lang='id'><head><title>Kabar Lembang</title>{head}</head><body>"
    "<noscript>You need to enable JavaScript to run this app.</noscript>"
    '<div id="root"></div><img src="/gambar.png"><video src="/film.mp4"></video>'
    '<link rel="stylesheet" href="/gaya.css"><script src="/{script}"></script></body></html>'
)

_LISTING = """
let at = 0;
const root = document.getElementById('root');
root.innerHTML = '<h1>Kabar Terbaru</h1><ul></ul><button>Muat Lainnya</button>';
async function more() {
  const answer = await fetch('/api/daftar?mulai=' + at);
  const found = await answer.json();
  for (const each of found.berita) {
    const entry = document.createElement('li');
    entry.innerHTML = `<a href="/berita/${each.slug}">${each.judul}</a>`;
    root.querySelector('ul').append(entry);
  }
  at += found.berita.length;
  if (!found.lagi) root.querySelector('button').remove();
}
root.querySelector('button').addEventListener('click', more);
more();
"""

_ARTICLE = """
const asked = fetch('/api' + location.pathname, {headers: {'X-Kunci': 'kabar'}});
asked.then(answer => answer.json()).then(found => {
  document.title = found.judul;
  document.getElementById('root').innerHTML =
    `<main><h1>${found.judul}</h1><time datetime="${found.terbit}">15 Agustus 2026 09:35 WIB</time>`
    + found.isi.map(part => `<p>${part}</p>`).join('') + '</main>';
});
fetch('/pelacak', {method: 'POST', body: 'x'}).catch(() => 0);
"""


def drawn_paper() -> dict[str, Route]:
    """The routes of the paper; its API forbids nothing but ``/pelacak``."""
    routes: dict[str, Route] = {
        "/robots.txt": Response(b"User-agent: *\nDisallow: /pelacak\n"),
        "/": shell("daftar.js"),
        "/daftar.js": script(_LISTING),
        "/berita.js": script(_ARTICLE),
        "/gaya.css": Response(b"body { color: black }", content_type="text/css"),
        "/api/daftar": _listed,
    }
    for number in NUMBERS:
        routes[f"/berita/{slug(number)}"] = shell(
            "berita.js", head='<meta property="og:type" content="article">'
        )
        routes[f"/api/berita/{slug(number)}"] = _told(number)
    return routes


def shell(source: str, *, head: str = "") -> Response:
    """A page that the script ``source`` fills."""
    return page(_SHELL.format(script=source, head=head))


def script(text: str) -> Response:
    """A script."""
    return Response(text.encode(), content_type="text/javascript; charset=utf-8")


def _listed(request: Request) -> Response:
    start = int(request.target.rpartition("=")[2])
    shown = list(NUMBERS)[start : start + A_PAGE]
    told = [{"slug": slug(number), "judul": title(number)} for number in shown]
    return _json({"berita": told, "lagi": start + A_PAGE < len(NUMBERS)})


def _told(number: int) -> Route:
    def answer(request: Request) -> Response:
        if request.headers.get("x-kunci") != "kabar":
            return Response(b"{}", 403)
        return _json(
            {"judul": title(number), "terbit": "2026-08-15T09:35:00+07:00", "isi": paragraphs(number)}
        )

    return answer


def _json(value: object) -> Response:
    return Response(json.dumps(value).encode(), content_type="application/json")
