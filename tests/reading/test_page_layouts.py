"""An article comes out whole, and nothing beside it, from layouts that name nothing or name all alike."""

# ruff: noqa: E501 - a line of a page is a line here

from __future__ import annotations

import datetime as dt

import pytest

from newscrawl import extract
from newscrawl.items import Article

TITLE = "Nelayan Teluk Sepi Memasang Rumpon Bambu Baru"
URL = "https://www.kabarteluk.example/daerah/nelayan-teluk-sepi-memasang-rumpon-bambu-baru-48213"
DECK = "Rumpon bambu di Teluk Sepi dipasang nelayan sejak awal pekan."
TEXT = [
    "Nelayan di Teluk Sepi memasang dua puluh rumpon bambu sejak awal pekan agar ikan kembali ke perairan dangkal.",
    "Ketua kelompok nelayan mengatakan bambu itu dibeli dari iuran anggota dan dirakit bersama di tepi dermaga.",
    "Menurut dia, rumpon lama hanyut ketika gelombang besar datang pada musim barat tahun lalu dan tidak diganti.",
    "Dinas perikanan berjanji memeriksa rumpon itu setiap dua bulan dan mencatat hasil tangkapan di sekitarnya.",
    "Warga berharap rumpon itu dapat bertahan sampai dua tahun karena harga bambu di pasar terus naik.",
]
CAPTION = "Suasana perakitan rumpon bambu di dermaga Teluk Sepi, Rabu (11/3/2026)."
BIO = "Wartawan yang meliput laut dan nelayan dari Teluk Sepi sejak tahun 2019."
CARDS = "".join(
    f"<div class='{{name}}'><h3><a href='/b/{n}'>Harga Ikan Teri di Pasar Pagi Naik Pekan Ini {n}</a></h3></div>"
    for n in range(4)
)


def page(body: str, *, title: str = f"{TITLE} - Kabar Teluk", head: str = "") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def read(body: str, *, url: str = URL, title: str = f"{TITLE} - Kabar Teluk", head: str = "") -> Article:
    return extract(page(body, title=title, head=head), url)


def lines(article: Article) -> list[str]:
    return article.body.split("\n\n") if article.body else []


def paragraphs(name: str = "") -> str:
    return "".join(f"<p class='{name}'>{line}</p>" for line in TEXT)


def test_a_column_of_utility_classes_gives_no_deck_summary_or_portrait() -> None:
    body = f"""<div class="grid grid-cols-12 gap-8"><div class="col-span-8"><h1 class="text-3xl mt-2">{TITLE}</h1>
    <p class="text-lg mt-2">{DECK}</p><div class="flex mt-4"><p class="text-sm">Surya Wibawa</p>
    <p class="text-xs">Rabu, 11 Maret 2026 09:15 · 3 menit baca</p></div>
    <div class="mt-6"><img src="/g/1.jpg"><p class="text-xs mt-1">{CAPTION}</p></div>
    <div class="bg-blue-50 p-4 mt-6"><p class="font-semibold">Ringkasan AI</p><ul><li>Nelayan memasang rumpon bambu.</li>
    <li>Rumpon lama hanyut pada musim barat.</li></ul><p>Ringkasan ini dibuat oleh AI dan ditinjau redaksi.</p></div>
    <div class="mt-6 text-lg space-y-4">{paragraphs("mb-4")}</div>
    <div class="mt-8 border flex"><div><p class="font-bold">Surya Wibawa</p><p class="text-sm">{BIO}</p></div></div>
    <div class="mt-8"><h2>Mungkin Anda suka</h2>{CARDS}</div></div></div>"""
    article = read(body)
    assert lines(article) == TEXT
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2026-03-11T09:15:00+07:00"


def test_boxes_of_a_page_builder_that_share_a_class_are_no_parts_of_the_text() -> None:
    box = "<div class='unsur lebar'>{}</div>"
    boxes = [
        f"<h1>{TITLE}</h1>",
        "<span>Surya Wibawa</span>",
        "<span>11 Maret 2026 09:15</span>",
        paragraphs(),
        "<a href='/t/1'>rumpon</a><a href='/t/2'>nelayan</a>",
        f"<b>Surya Wibawa</b><div>{BIO}</div>",
        f"<h4>Berita Lain</h4>{CARDS}",
    ]
    assert lines(read("<div>" + "".join(map(box.format, boxes)) + "</div>")) == TEXT


def test_the_first_paragraph_may_stand_beside_the_box_of_the_others() -> None:
    first = "Nelayan Teluk Sepi, seperti tetangga mereka, memasang rumpon bambu baru sejak awal pekan."
    body = f"""<h1>{TITLE}</h1><div>11 Maret 2026</div><div class="artikel"><p class="disclaimer">Bukan pendapat redaksi
    kami, dan tidak mewakili siapa pun.</p><p>{first}</p><div id="isi">{paragraphs()}</div></div>"""
    assert lines(read(body, head=f'<meta name="description" content="{first}">')) == [first, *TEXT]


def test_a_deck_above_byline_and_picture_is_no_first_paragraph() -> None:
    body = f"""<div><h1>{TITLE}</h1><p>Rumpon bambu dipasang nelayan Teluk Sepi agar ikan kembali, dan warga membantu.</p>
    <div>Surya Wibawa | 11 Maret 2026 09:15</div><img src="/g/1.jpg"><div id="isi">{paragraphs()}</div></div>"""
    assert lines(read(body)) == TEXT


@pytest.mark.parametrize(
    "picture",
    [
        f"<p><amp-img src='/g/1.jpg' width='2' height='1' layout='responsive'></amp-img></p><p><small>{CAPTION[:-1]}</small></p>",
        f"<div class='img'><amp-img src='/g/1.jpg' width='600'></amp-img></div><p class='cap'>{CAPTION}</p>",
    ],
)
def test_captions_below_pictures_of_amp_pages_go(picture: str) -> None:
    found = lines(read(f"<h1>{TITLE}</h1><div>11 Maret 2026 09:15 WIB</div>{picture}{paragraphs()}"))
    assert found == TEXT


def test_a_sentence_between_picture_and_dateline_is_a_caption() -> None:
    text = [f"TELUK SEPI, KABARTELUK.COM – {TEXT[0]}", *TEXT[1:]]
    body = f"<h1>{TITLE}</h1><div><img src='/g/1.jpg'>{CAPTION}<p>{'</p><p>'.join(text)}</p></div>"
    assert lines(read(body)) == text


OFFICE = """<table><tr><td><marquee>Selamat datang di situs resmi Pemerintah Kabupaten Lereng Sepi</marquee></td></tr><tr>
<td><b>MENU</b><br><a href="/p">Profil</a><br>Hari ini : 123<br>Total : 98.123</td><td><table><tr><td><{tag}>{title}</{tag}></td></tr>
<tr><td><font size=1>Rabu, 11 Maret 2026 09:15:00 - Oleh : Surya Wibawa - Dibaca : 451 Kali</font></td></tr>
<tr><td>{text}</td></tr><tr><td>Bagikan : <a href="#">Facebook</a> <a href="#">Twitter</a></td></tr>
<tr><td><b>BERITA LAINNYA</b><ul><li><a href="/b/1">Bupati Lereng Sepi Meninjau Posyandu</a> (10/03/2026)</li></ul></td></tr></table></td>
<td><b>AGENDA</b><br>20 Mei 2026<br>Upacara di halaman kantor bupati</td></tr></table>"""


@pytest.mark.parametrize("tag", ["h3", "h4"])
@pytest.mark.parametrize("count", [3, 5])
def test_an_offices_page_in_tables_whose_title_is_the_offices_name(tag: str, count: int) -> None:
    text = "".join(f"<p align=justify>{line}</p>" for line in TEXT[:count])
    article = read(
        OFFICE.format(tag=tag, title=TITLE, text=text),
        url="https://www.lerengsepi.example/berita/detail/1873",
        title="Pemerintah Kabupaten Lereng Sepi",
    )
    assert lines(article) == TEXT[:count]
    assert article.title == TITLE
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2026-03-11T09:15:00+07:00"


def test_a_masthead_that_the_head_repeats_is_no_headline() -> None:
    body = f"<h1>Pemerintah Kabupaten Lereng Sepi</h1>{'<div>Menu</div>' * 12}<h3>{TITLE}</h3><div>11 Maret 2026</div>{paragraphs()}"
    article = read(
        body,
        url="https://www.lerengsepi.example/berita/detail/1873",
        title="Pemerintah Kabupaten Lereng Sepi",
    )
    assert article.title == TITLE
    assert lines(article) == TEXT


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://www.kabarteluk.example/2026/03/5-cara-merakit-rumpon-bambu.html", None),
        ("https://www.kabarteluk.example/2026/03/11/cara-merakit-rumpon-bambu.html", 11),
        ("https://www.kabarteluk.example/2026-03-11-cara-merakit-rumpon-bambu", 11),
    ],
)
def test_a_number_that_opens_the_slug_is_no_day(url: str, day: int | None) -> None:
    article = read(f"<h1>{TITLE}</h1><div>{paragraphs()}</div>", url=url)
    assert (article.published_at and article.published_at.day) == day


@pytest.mark.parametrize(
    "line",
    [
        "Sumber: Kabar Teluk",
        "Sumber : https://www.kabarteluk.example/daerah/nelayan-teluk-sepi-memasang-rumpon-bambu-baru-48213-halaman-penuh",
        "Dicetak pada 28 November 2026",
        "Dukung jurnalisme warga dengan berdonasi melalui Saweria.",
        "Daftar buletin kami",
        "Tanpa spam. Berhenti kapan saja.",
        "Bagikan : Facebook WhatsApp",
    ],
)
def test_what_templates_print_below_the_text_goes(line: str) -> None:
    assert (
        lines(read(f"<h1>{TITLE}</h1><div>11 Maret 2026</div><div>{paragraphs()}<p>{line}</p></div>")) == TEXT
    )


@pytest.mark.parametrize(
    "line",
    ["Sumber: Dinas Perikanan", "Dicetak pada 1987, buku tentang rumpon itu masih dibaca para nelayan."],
)
def test_what_a_writer_types_there_stays(line: str) -> None:
    found = lines(read(f"<h1>{TITLE}</h1><div>11 Maret 2026</div><div>{paragraphs()}<p>{line}</p></div>"))
    assert found == [*TEXT, line]


@pytest.mark.parametrize(
    "label",
    [
        "Baca 10 detik",
        "Intinya Sih...",
        "Ringkasan Berita",
        "Ringkasan AI",
        "Poin-poin Penting",
        "Inti Berita:",
    ],
)
def test_a_list_of_points_above_the_text_is_a_summary(label: str) -> None:
    points = f"<div><b>{label}</b><ul><li>Nelayan memasang rumpon bambu.</li><li>Rumpon lama hanyut.</li></ul></div>"
    assert lines(read(f"<h1>{TITLE}</h1><div>11 Maret 2026</div><div>{points}{paragraphs()}</div>")) == TEXT


def test_boxes_in_a_box_of_the_same_name_hold_its_text_once() -> None:
    card = """<div class="signup-card"><div class="signup-card-text"><h2 class="signup-card-title">Kabar laut</h2>
    <p class="signup-card-sub">Tulisan pilihan tiap Sabtu pagi di kotak masukmu.</p></div></div>"""
    few = f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p>{card}<p>{TEXT[2]}</p>"
    assert lines(read(f"<h1>{TITLE}</h1><div>11 Maret 2026 09:15</div><div>{few}</div>")) == TEXT[:3]


PRESENTED = (
    "Kemeriahan terlihat ketika nelayan Teluk Sepi mengarak rumpon bambu ke dermaga pada Rabu pagi. Warga berdiri di"
    " tepi jalan dan bersorak sepanjang arak-arakan itu. Anak-anak sekolah ikut memainkan rebana sampai arak-arakan"
    " tiba di dermaga, dan ketua kelompok nelayan berterima kasih kepada mereka semua."
)


@pytest.mark.parametrize(("kicker", "kind"), [("Foto", "gallery"), ("VIDEO", "video")])
def test_one_paragraph_only_presents_a_gallery_or_a_video(kicker: str, kind: str) -> None:
    title = f"{kicker}: {TITLE}"
    html = page(f"<h1>{title}</h1><div>11 Maret 2026 09:15</div><div><p>{PRESENTED}</p></div>", title=title)
    assert extract(html, URL).page_type == kind
    assert extract(html, URL, page_type="article").body == PRESENTED
    assert extract(html.replace(f"{kicker}: ", ""), URL).page_type == "article"


def test_moments_are_aware() -> None:
    article = read(f"<h1>{TITLE}</h1><div>11 Maret 2026 09:15</div><div>{paragraphs()}</div>")
    assert article.published_at == dt.datetime(2026, 3, 11, 2, 15, tzinfo=dt.UTC)
