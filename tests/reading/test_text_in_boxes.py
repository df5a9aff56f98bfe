"""Paragraphs that stand in boxes of their own come out together, and link-free boxes of the site stay out."""

# ruff: noqa: E501 - a line of a page is a line here

from __future__ import annotations

import pytest

from newscrawl import extract

pytestmark = pytest.mark.usefixtures("twin")

TITLE = "Petani Sumberejo Panen Kopi Lebih Awal"
URL = "https://www.wartalereng.example/daerah/petani-sumberejo-panen-kopi-lebih-awal"
TEXT = [
    "Petani di Desa Sumberejo mulai memanen kopi dua pekan lebih awal karena hujan turun lebih cepat dari perkiraan.",
    "Kepala desa mengatakan hasil panen kali ini lebih banyak daripada tahun lalu, sehingga warga dapat menyimpan biji kopi.",
    "Pemerintah kabupaten berencana memperbaiki jalan menuju kebun agar truk pengangkut bisa masuk sampai ke gudang.",
    "Warga berharap harga jual tetap baik sampai akhir musim, karena ongkos angkut naik sejak jembatan lama ditutup.",
    "Perbaikan jembatan itu dijadwalkan selesai pada bulan depan dan akan diresmikan oleh bupati bersama warga.",
]
SITE = [
    "Warta Lereng adalah portal kabar dari lereng gunung yang menyajikan kabar desa setiap hari kepada pembaca.",
    "Seluruh isi situs ini tidak boleh disalin tanpa izin tertulis dari pengelola yang beralamat di Jalan Kebun.",
]
OTHERS = "".join(
    f"<li><a href=/r/{n}><img src=/i/{n}.jpg><h4>Harga Cabai di Pasar Induk Naik Lagi Pekan Ini ({n})</h4></a>"
    "<p>Harga cabai di pasar induk kembali naik karena pasokan dari petani di lereng gunung berkurang.</p></li>"
    for n in range(12)
)
DESCRIBED = f'<meta property="og:type" content="article"><meta name="description" content="{TEXT[0]}">'


def page(text: str, *, head: str, below: str = "") -> str:
    return (
        f"<html><head><title>{TITLE} - Warta Lereng</title>{head}</head><body>"
        "<div><a href=/>Beranda</a> <a href=/d>Daerah</a> <a href=/e>Ekonomi</a></div>"
        f"<main><h1>{TITLE}</h1><div>Selasa, 4 Maret 2025 09:15 WIB</div>{text}</main>"
        f"<div class=kol><h3>Kabar Lain</h3><ul>{OTHERS}</ul></div>{below}</body></html>"
    )


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize("head", ["", DESCRIBED], ids=["bare", "described"])
@pytest.mark.parametrize(
    "text",
    [
        "".join(f"<div class=css-1a{n}><div class=css-2b><p>{x}</p></div></div>" for n, x in enumerate(TEXT)),
        f"<div class=atas>{paragraphs(TEXT[:2])}</div><div></div><div class=bawah>{paragraphs(TEXT[2:])}</div>",
        f"<div class=t1>{paragraphs(TEXT[:1])}</div><div><a href=/x><img src=b.jpg></a></div>"
        f"<div class=t2>{paragraphs(TEXT[1:3])}</div><div class=t3>{paragraphs(TEXT[3:])}</div>",
        f"<div class=awal><strong>{TEXT[0]}</strong></div><div class=isi>{paragraphs(TEXT[1:])}</div>",
    ],
    ids=["two boxes deep", "two halves", "three parts", "the first apart"],
)
def test_paragraphs_in_boxes_of_other_names(text: str, head: str) -> None:
    article = extract(page(text, head=head), URL)

    assert article.page_type == "article"
    assert article.body is not None
    assert article.body.split("\n\n") == TEXT


@pytest.mark.parametrize("head", ["", DESCRIBED], ids=["bare", "described"])
@pytest.mark.parametrize("inside", [True, False], ids=["beside the text", "at the foot"])
def test_what_the_site_says_of_itself_without_a_link_is_no_text(head: str, *, inside: bool) -> None:
    own = f"<div>{paragraphs(SITE)}</div>"
    text = f"<div class=isi>{paragraphs(TEXT)}</div>"
    source = page(text + own, head=head) if inside else page(text, head=head, below=own)

    body = extract(source, URL).body

    assert body is not None
    assert body.split("\n\n") == TEXT


@pytest.mark.parametrize("name", ["side-text multi-fontsize", "side-article txt-article multi-fontsize"])
def test_a_short_text_in_a_box_of_a_doubtful_name_is_no_widget(name: str) -> None:
    caption = "Petani Sumberejo panen kopi lebih awal di kebun. (Foto: Warta Lereng)"
    short = [
        "Hujan turun lebih cepat dari perkiraan sehingga buah di kebun sudah merah sejak awal pekan ini.",
        "“Kami senang karena ongkos angkut turun setelah jalan itu diperbaiki,” ujar Sartono.",
        "Warga berharap harga jual tetap baik sampai akhir musim, karena jembatan lama masih ditutup.",
        "Sartono menyebut 12 dari 40 kebun selesai dipetik, dan sisanya menyusul sampai akhir bulan depan.",
    ]
    text = (
        f"<figure><img src=/kebun.jpg><figcaption>{caption}</figcaption></figure>"
        f"<div class='{name}'>{paragraphs(short)}</div>"
    )

    article = extract(page(text, head=""), URL)

    assert article.page_type == "article"
    assert (article.body or "").split() == " ".join(short).split()


SECTIONS = [
    (
        "<h3>Jadwal Panen Kopi</h3><ul><li>Senin di lereng utara</li><li>Rabu di lereng selatan</li></ul>",
        "li",
    ),
    ("<h3>Harga Biji Kopi</h3><table><tr><td>Arabika</td><td>Rp90.000</td></tr></table>", "tr"),
    (
        f"<p><b>Cara Menuju Kebun</b></p>{paragraphs(['Truk pengangkut dapat masuk dari jalan desa di sisi timur.'])}",
        "p",
    ),
]


@pytest.mark.parametrize(("section", "kind"), SECTIONS, ids=["list", "table", "bold heading"])
def test_a_headed_box_of_another_class_on_the_same_is_a_section(section: str, kind: str) -> None:
    text = f'<div class="isi">{paragraphs(TEXT)}</div><section class="{kind}">{section}</section>'
    body = extract(page(text, head=DESCRIBED), URL).body or ""
    assert body.startswith(TEXT[0])
    assert len(body.split("\n\n")) > len(TEXT) + 1


@pytest.mark.parametrize(
    "box",
    [
        "<h3>Jadwal Salat</h3><table><tr><td>Subuh</td><td>04.31</td></tr><tr><td>Zuhur</td><td>11.42</td></tr></table>",
        f"<h3>Tentang Kami</h3><p>{SITE[0]}</p>",
        "<h3>Panen Kopi</h3><p><a href=/k>Kopi Sumberejo dijual sampai ke kota</a></p><p>Petani lain menunggu.</p>",
        "<h3>Kabar Panen Kopi</h3><form><p>Kirim surel Anda untuk kabar panen berikutnya.</p></form>",
    ],
    ids=["timetable of the site", "about the site", "links", "form"],
)
def test_a_headed_box_of_the_site_is_none(box: str) -> None:
    text = f'<div class="isi">{paragraphs(TEXT)}</div><div class="kotak">{box}</div>'
    assert extract(page(text, head=DESCRIBED), URL).body == "\n\n".join(TEXT)


def test_a_deck_set_as_a_heading_is_not_the_text_however_much_it_says_of_the_topic() -> None:
    first, shared = (
        "Buruh petik mulai bekerja sejak pagi.",
        "Keputusan itu diambil setelah rapat warga pada akhir pekan.",
    )
    paragraphs = [
        f"{first} {shared}",
        "Camat menilai bantuan benih sudah dibagikan, dan semua pihak diminta menunggu pengumuman resmi.",
        "Jalan menuju pelabuhan masih tertutup lumpur setinggi lutut, kata juru bicara perusahaan angkutan itu.",
        "Pemeriksaan kesehatan gratis dibuka di setiap balai, sedangkan rumah yang rusak akan didata ulang.",
    ]
    deck = f"<h2>Kelompok tani menilai harga kopi turun sejak pekan lalu. {shared}</h2>"
    others = "".join(
        f"<p>Baca juga: <a href=/r/{n}>Harga Cabai di Pasar Induk Naik ({n})</a></p>" for n in range(3)
    )
    text = "".join(f"<p>{line}</p>" for line in (*paragraphs[:2], others, *paragraphs[2:]))
    shared_by = "<div><a href=#>Facebook</a><a href=#>Twitter</a><a href=#>WhatsApp</a></div>"
    described = f'<meta name="description" content="{paragraphs[0]}">'
    read = extract(page(f"{deck}{shared_by}<div>{text}</div>", head=described), URL)
    assert read.body == "\n\n".join(paragraphs)


OFF_TOPIC = [
    "Rapat di balai kota berlangsung empat jam, sedangkan tim gabungan menemukan lima titik rawan di pasar.",
    "Apakah semua guru setuju sekolah dipindahkan? Camat belum mau memastikannya sampai surat itu terbit.",
    "Polisi masih meminta keterangan sepuluh saksi terkait pengadaan perahu karet yang belum dibayar.",
]


@pytest.mark.parametrize(("one", "two"), [("page-1", "page-2"), ("isi hal2", "isi hal3")])
def test_boxes_that_are_numbered_in_a_row_are_parts_of_one_text(one: str, two: str) -> None:
    boxes = f"<div class='{one}'>{paragraphs(TEXT)}</div><div class='{two}'>{paragraphs(OFF_TOPIC)}</div>"
    assert extract(page(f"<div>{boxes}</div>", head=""), URL).body == "\n\n".join(TEXT + OFF_TOPIC)


@pytest.mark.parametrize("name", ["page-7", "lain-2"])
def test_boxes_of_other_numbers_or_names_are_none(name: str) -> None:
    boxes = (
        f"<div class='page-1'>{paragraphs(TEXT)}</div><p>Unduh aplikasi</p><div class='{name}'>"
        f"<h3>Kabar Lain</h3><ul>{OTHERS}</ul></div>"
    )
    assert extract(page(f"<div>{boxes}</div>", head=""), URL).body == "\n\n".join(TEXT)


def test_boxes_that_are_paragraphs_with_links_in_their_sentences() -> None:
    words = [line.split(" ") for line in TEXT]
    linked = [f"{' '.join(w[:3])} <a href=/tag/x>{' '.join(w[3:6])}</a> {' '.join(w[6:])}" for w in words]
    text = "".join(f"<div>{line}</div>" for line in linked)
    assert extract(page(f"<div>{text}</div>", head=""), URL).body == "\n\n".join(TEXT)


def test_boxes_that_begin_with_a_headline_are_other_articles() -> None:
    text = f"<div class=isi>{paragraphs(TEXT[:2])}</div>"
    others = "".join(
        f"<div><a href=/k/{n}>Kopi Sumberejo Dijual ke Kota {n}</a> {x}</div>" for n, x in enumerate(SITE)
    )
    assert extract(page(f"{text}<div>{others}{others}</div>", head=DESCRIBED), URL).body == "\n\n".join(
        TEXT[:2]
    )


def test_a_portrait_in_a_box_beside_that_of_a_long_text_is_no_paragraph_of_it() -> None:
    lines = [
        *TEXT,
        *OFF_TOPIC,
        "Kelompok tani menutup musim panen itu dengan selamatan di balai desa bersama warga.",
    ]
    box = f"<div class=isi>{'<br><br>'.join(lines)}</div>"
    portrait = "<div class=k1><h4>Penulis</h4><a href=/p/rara>Rara</a><p>Rara adalah jurnalis Warta Lereng sejak 2010.</p></div>"
    assert extract(page(f"{box}{portrait}", head=""), URL).body == "\n\n".join(lines)


@pytest.mark.parametrize("last", ["Simak jadwal bus menuju kebun.", "Panen <a href=/tag/a>itu</a> usai."])
def test_the_next_page_of_a_text_may_hold_little(last: str) -> None:
    link = "<p>Baca juga: <a href=/r/1>Harga Cabai di Pasar Induk Naik Lagi Pekan Ini</a></p>"
    boxes = f"<div class=page-1>{paragraphs(TEXT)}</div><div class=page-2>{link}<p>{last}</p>{link}</div>"
    read = extract(page(f"<div class=isi>{boxes}</div>", head=""), URL).body or ""
    assert read.split("\n\n")[-1].split()[0] == last.split(maxsplit=1)[0]


def test_a_portrait_beside_a_short_text_is_no_paragraph_of_it() -> None:
    box = f"<div class=isi>{'<br><br>'.join(TEXT[:3])}</div>"
    portrait = "<div class=k1><h4>Penulis</h4><a href=/p/rara>Rara</a><p>Rara adalah jurnalis Warta Lereng sejak 2010.</p></div>"
    assert extract(page(f"{box}{portrait}", head=""), URL).body == "\n\n".join(TEXT[:3])


NEXT = "<div>" + "".join(f"<p>Petani kopi Sumberejo: {line}</p>" for line in OFF_TOPIC * 2) + "</div>"


@pytest.mark.parametrize(
    "heading",
    ["<h2><a href=/n/1>Nelayan di Hilir Menunggu Musim</a></h2>", "<h1>Nelayan di Hilir Menunggu Musim</h1>"],
)
def test_the_next_article_below_is_none_of_the_text(heading: str) -> None:
    below = f"<article class=lanjut>{heading}<div>3 Maret 2025 10:11 WIB</div>{NEXT}</article>"
    text = f"<div class=isi>{paragraphs(TEXT[:3])}</div>"
    source = page(text, head="", below=below).replace("<main>", "<div>").replace("</main>", "</div>")
    assert extract(
        source.replace(f"<div class=kol><h3>Kabar Lain</h3><ul>{OTHERS}</ul></div>", ""), URL
    ).body == ("\n\n".join(TEXT[:3]))


def test_a_text_in_an_article_below_its_headline_is_read() -> None:
    text = f"<article class=isi><h2>Panen Lebih Awal</h2>{paragraphs(TEXT)}</article>"
    assert extract(page(text, head=DESCRIBED), URL).body == "\n\n".join(["Panen Lebih Awal", *TEXT])


def test_a_card_below_a_sentence_takes_that_not_with_it() -> None:
    card = (
        "<div class=k><a href=/z/1><img src=/7.jpg></a><div><h4><a href=/z/1>Harga Cabai di Pasar Induk Naik Lagi</a></h4>"
        "<p>Pasokan dari lereng berkurang.</p></div></div>"
    )
    boxes = f"<div class=page-1>{paragraphs(TEXT[:4])}</div><div class=page-2><p>{TEXT[4]}</p>{card}</div>"
    assert extract(page(f"<div class=isi>{boxes}</div>", head=""), URL).body == "\n\n".join(TEXT)


def test_what_is_sold_between_the_paragraphs_is_no_text() -> None:
    sold = "<div class=product-box><img src=/p.jpg><p>Payung Lipat</p><p>Rp45.000</p><a href=/beli>Beli Sekarang</a></div>"
    text = f"<div class=isi>{paragraphs(TEXT[:2])}{sold}{paragraphs(TEXT[2:])}</div>"
    assert extract(page(text, head=""), URL).body == "\n\n".join(TEXT)


def test_the_weather_beside_a_text_is_no_section_of_it() -> None:
    lines = [*TEXT[:4], "Cuaca pada hari itu cerah, sehingga panen di lereng selesai sebelum petang."]
    weather = "<div class=c><h4>Info Hari Ini</h4><p>Hujan ringan 24-31 C</p></div>"
    text = f"<div class=isi>{paragraphs(lines)}</div>{weather}"
    assert extract(page(text, head=""), URL).body == "\n\n".join(lines)


def test_a_deck_above_names_and_date_is_no_paragraph_right_before_the_text() -> None:
    deck = "<p class=pembuka>Petani di Sumberejo memanen kopi lebih awal karena hujan turun lebih cepat.</p>"
    meta = "<div class=entry-meta><span>Selasa, 4 Maret 2025 09:15 WIB</span></div>"
    below = "<div class=x1><b>Kabar Lain</b><p>Harga cabai di pasar induk kembali naik karena pasokan berkurang.</p></div>"
    text = f"{deck}{meta}<article class=isi>{paragraphs(TEXT)}</article>{below}"
    assert extract(page(text, head=""), URL).body == "\n\n".join(TEXT)


def test_a_list_among_the_paragraphs_is_a_part_of_their_text_however_long() -> None:
    first, last = (
        "Kabar itu dimulai dari balai desa.",
        "Warga lain menunggu giliran mereka sampai pekan depan.",
    )
    points = [f"Petani kopi Sumberejo panen: {line}" for line in (*OFF_TOPIC, *SITE)]
    text = f"<p>{first}</p><ol>{''.join(f'<li>{point}</li>' for point in points)}</ol><p>{last}</p>"
    assert extract(page(f"<div class=isi>{text}</div>", head=""), URL).body == "\n\n".join(
        [first, *points, last]
    )


def test_boxes_that_are_paragraphs_and_begin_with_a_link() -> None:
    words = [line.split(" ") for line in TEXT]
    linked = [f"<a href=/tag/x>{' '.join(w[:3])}</a> {' '.join(w[3:])}" for w in words]
    text = "".join(f"<div>{line}</div>" for line in linked)
    assert extract(page(f"<div>{text}</div>", head=""), URL).body == "\n\n".join(TEXT)


def test_two_paragraphs_in_a_box_whose_letters_may_be_set_larger() -> None:
    box = f"<div class='teks multi-fontsize'>{paragraphs(TEXT[:2])}</div>"
    portrait = "<div class=k1><h4>Penulis</h4><a href=/p/rara>Rara</a><p>Meliput isu lingkungan dan desa. Lulusan Universitas Lereng di Sumberejo.</p></div>"
    assert extract(page(f"{box}{portrait}", head=DESCRIBED), URL).body == "\n\n".join(TEXT[:2])


def test_a_call_in_bold_beside_a_text_is_no_section_of_it() -> None:
    lines = [
        *TEXT,
        *OFF_TOPIC,
        "Kelompok tani menutup musim panen itu dengan selamatan di balai desa bersama warga.",
    ]
    call = "<div class=k><p><strong>Ikuti kabar panen kopi dari kami setiap hari melalui saluran itu.</strong></p></div>"
    others = "<div class=l><h3>Minat</h3><a href=/1>Harga Cabai Naik Lagi Pekan Ini</a><p>Pasokan berkurang sejak awal.</p></div>"
    text = f"<div class=isi>{'<br><br>'.join(lines)}</div>{others}{call}"
    assert extract(page(text, head=""), URL).body == "\n\n".join(lines)


@pytest.mark.parametrize(
    "around",
    [
        "<p class='{}'>{}</p>",
        "<div class='{}'>{}</div>",
        "<div class='{}'><p>{}</p></div>",
        "<div><p class='{}'>{}</p></div>",
    ],
)
@pytest.mark.parametrize("name", ["text-caption-md", "summary-text", "share-par"])
def test_a_name_that_every_paragraph_bears_says_nothing(name: str, around: str) -> None:
    lines = [*TEXT, *OFF_TOPIC]
    text = "".join(around.format(name, line) for line in lines)
    picture = "<img src=/kebun.jpg>"
    for before in ("", picture):
        assert extract(page(f"<div>{before}{text}</div>", head=DESCRIBED), URL).body == "\n\n".join(lines)


def test_captions_of_pictures_side_by_side_are_none_of_a_text() -> None:
    slides = "".join(f"<img src=/{n}.jpg><p class=caption>{line}</p>" for n, line in enumerate(TEXT))
    assert extract(page(f"<div>{slides}</div>", head=DESCRIBED), URL).page_type != "article"
