"""Which pages are shells that scripts fill, and which only have little to say."""

from __future__ import annotations

import pytest

from newscrawl.reading import parse, read
from newscrawl.reading.body.shell import needs_browser
from newscrawl.reading.extracting import judge
from tests.newsroom.messages import Response
from tests.promises.village import story

URL = "https://kabar.example/berita/jembatan-baru-dibuka-12"
SCRIPT = '<script src="/app.js"></script>'
MENU = "<nav>" + "".join(f'<a href="/{name}">{name}</a>' for name in ("desa", "kota", "olahraga")) + "</nav>"


def body_of(response: Response) -> bytes:
    assert isinstance(response.body, bytes)
    return response.body


def document(body: str, *, title: str = "Kabar") -> str:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "body",
    [
        '<div id="root"></div>',
        '<div id="__next"><div class="spinner"></div></div>',
        '<div id="app"><p>Memuat...</p></div>',
        "<app-root></app-root>",
        '<script type="module">import "/a.mjs"</script><div id="q-app"></div>',
        f'{MENU}<main><div class="skeleton"></div></main><footer>Hak cipta</footer>',
        f"<noscript>Mohon aktifkan JavaScript untuk membaca.</noscript>{MENU}<div></div>",
        "<noscript><strong>We're sorry but kabar doesn't work properly without JavaScript enabled."
        "</strong></noscript><div></div>",
        "<div><p>Memuat berita</p></div>",
    ],
)
def test_a_page_that_scripts_are_to_fill_needs_a_browser(body: str) -> None:
    page = document(body + SCRIPT)
    assert needs_browser(page.encode(), URL)
    raw = judge(page, URL)
    assert raw.signs.shell
    assert raw.article.page_type != "article"


@pytest.mark.parametrize(
    "body",
    [
        "<p>Halaman ini kosong.</p>",
        '<div id="root"></div>',  # nothing will fill it
        f'<form action="/masuk"><input name="nama"></form>{SCRIPT}',
        f'<main><img src="/foto.jpg"></main>{SCRIPT}',
        f"{MENU}<main><h1>Maaf</h1><p>{'Halaman yang dicari tidak ada lagi. ' * 3}</p></main>{SCRIPT}",
        f"{MENU}<main><p>{'Kalimat tentang desa dan sawahnya. ' * 5}</p></main>"
        f"<noscript>Please enable JavaScript to view the comments powered by Disqus.</noscript>{SCRIPT}",
        f'<div id="app"><p>{"Kalimat yang dikirim peladen. " * 4}</p></div><a href="/">Beranda</a>{SCRIPT}',
        f"<amp-analytics></amp-analytics>{MENU}<p>{'Kata. ' * 40}</p>{SCRIPT}",
        f'<div id="root"></div><p>{"Kalimat di luar wadah yang dikirim peladen. " * 60}</p>{SCRIPT}',
        "",
    ],
)
def test_a_page_that_has_little_to_say_is_no_shell(body: str) -> None:
    assert not needs_browser(document(body).encode(), URL)


def test_an_article_is_none_whatever_waits_for_scripts_on_it() -> None:
    waiting = f'<div id="app"></div>{SCRIPT}</body>'.encode()
    page = body_of(story(1)).replace(b"</body>", waiting)
    assert waiting in page
    raw = read(parse(page, URL), site="kabar")
    assert raw.article.page_type == "article"
    assert not raw.signs.shell


def test_a_shell_whose_data_hold_the_text_is_an_article() -> None:
    text = " ".join(f"Warga desa ke-{n} membuka jembatan baru bersama kepala desa." for n in range(9))
    data = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Jembatan Baru Dibuka",'
        f' "datePublished": "2026-08-15T09:35:00+07:00", "articleBody": "{text}"}}</script>'
    )
    raw = judge(document(f'{data}<div id="root"></div>{SCRIPT}', title="Jembatan Baru Dibuka"), URL)
    assert raw.article.page_type == "article"
