"""Replicas of article pages in the families of Indonesian news systems, with invented text."""

from __future__ import annotations

TITLE = "Jembatan Gantung Desa Sukamaju Selesai Diperbaiki"
DECK = "Warga menunggu perbaikan jembatan itu selama delapan bulan."
CAPTION = "Jembatan gantung Desa Sukamaju yang baru dicat, Senin (13/5/2024). (Foto: Dok. Desa)"
LEDE = (
    "Jembatan gantung yang menghubungkan Desa Sukamaju dengan pasar kecamatan selesai diperbaiki pada Senin,"
    " dan warga dapat melintas kembali setelah delapan bulan memutar lewat jalan hutan."
)
TEXT = [
    "Kepala desa mengatakan bahwa perbaikan itu memakai dana desa dan bantuan warga perantau yang dikumpulkan"
    " sejak banjir besar merusak tali utama jembatan.",
    '"Kami bersyukur anak-anak tidak perlu lagi berangkat sebelum subuh ke sekolah," kata dia kepada wartawan'
    " di balai desa.",
    "Panjang jembatan itu 84 meter dengan lebar dua meter, dan hanya boleh dilalui sepeda motor serta pejalan"
    " kaki.",
    "Dinas pekerjaan umum akan memeriksa tali baja setiap enam bulan agar kerusakan dapat diketahui lebih"
    " awal.",
    "Warga lain berharap pemerintah juga memperbaiki jalan tanah menuju jembatan karena licin pada musim"
    " hujan.",
]
RELATED = ["Banjir Rendam Ratusan Rumah di Kecamatan Hilir", "Harga Cabai di Pasar Kecamatan Naik Lagi"]
TEASERS = [
    (
        "Petani Kopi Desa Atas Panen Lebih Awal Tahun Ini",
        "Panen kopi di desa itu maju dua pekan karena hujan yang turun.",
    ),
    (
        "Sekolah Dasar di Lereng Bukit Mendapat Perpustakaan",
        "Buku untuk perpustakaan itu datang dari sumbangan para alumni.",
    ),
    (
        "Pasar Ikan Dipindahkan ke Tepi Sungai Besar",
        "Pemindahan pasar dilakukan agar jalan utama tidak macet pada pagi.",
    ),
    (
        "Lomba Perahu Naga Digelar pada Akhir Bulan",
        "Lomba itu akan diikuti dua puluh regu dari lima kabupaten tetangga.",
    ),
]


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>\n" for line in lines)


def links(titles: list[str], item: str = "li") -> str:
    return "".join(f'<{item}><a href="/berita/{n}">{title}</a></{item}>' for n, title in enumerate(titles))


def teasers(item: str = "div", name: str = "media") -> str:
    return "".join(
        f"""<{item} class="{name}"><a href="/b/{n}"><img src="/{n}.jpg"></a>
        <div><h4><a href="/b/{n}">{title}</a></h4><p>{text}</p></div></{item}>"""
        for n, (title, text) in enumerate(TEASERS)
    )


MENU = f"<ul>{links(['Nasional', 'Daerah', 'Olahraga', 'Gaya Hidup'])}</ul>"
COMMENTS = "".join(
    f"""<li class="comment"><div class="comment-body"><cite>Pembaca {n}</cite>
    <p>Semoga jembatan itu awet dan dirawat oleh warga desa yang memakai, karena penting bagi sekolah {n}.</p>
    </div></li>"""
    for n in range(12)
)
FOOTER = """
    <footer><p>Portal Kabar adalah media yang menyajikan berita dari desa untuk Indonesia dengan cepat dan
    akurat, serta diawasi oleh dewan redaksi.</p>
    <p>Copyright © 2024 Portal Kabar. All rights reserved.</p></footer>
"""


def page(body: str, *, head: str = "") -> str:
    return f"""<!DOCTYPE html><html><head><meta property="og:title" content="{TITLE}">
    <meta name="description" content="{DECK}">{head}<title>{TITLE} - Portal Kabar</title></head>
    <body>{body}{FOOTER}</body></html>"""


def wordpress(name: str) -> str:
    """A WordPress theme whose content element has the class ``name``."""
    return page(f"""
        <header><nav>{MENU}</nav></header><div class="site-content"><article class="post hentry">
        <header class="entry-header"><h1 class="entry-title">{TITLE}</h1><div class="entry-meta">
        <span class="author vcard"><a href="/author/rina">Rina Amalia</a></span>
        <time class="entry-date">13 Mei 2024</time></div></header>
        <figure class="post-thumbnail"><img src="a.jpg">
        <figcaption class="wp-caption-text">{CAPTION}</figcaption></figure>
        <div class="{name}"><p><strong>SUKAMAJU</strong> – {LEDE}</p>{paragraphs(TEXT[:2])}
        <p><strong>Baca Juga: <a href="/x">{RELATED[0]}</a></strong></p>
        <figure class="wp-block-image"><img src="b.jpg"><figcaption>{CAPTION}</figcaption></figure>
        {paragraphs(TEXT[2:])}<p><strong>(rin/jok)</strong></p>
        <div class="sharedaddy sd-block sd-social"><h3 class="sd-title">Share this:</h3>
        <ul><li><a href="#"><span>Facebook</span></a></li></ul></div>
        <div id="jp-relatedposts" class="jp-relatedposts"><h3><em>Terkait</em></h3></div></div>
        <footer class="entry-footer"><span class="tags-links">Tags: <a href="/t">desa</a></span></footer>
        </article>
        <div id="comments" class="comments-area"><h2>12 Comments</h2><ol>{COMMENTS}</ol></div></div>
        <aside id="secondary" class="sidebar"><section class="widget">{teasers("li", "")}</section></aside>
    """)


def portal() -> str:
    """A portal with its text in a nested element and links in bold between the paragraphs."""
    return page(f"""
        <div class="nav">{MENU}</div><div class="container"><h1 class="read__title">{TITLE}</h1>
        <div class="read__header"><div class="read__author">Rina Amalia</div>
        <div class="read__time">Kabar - 13/05/2024, 10:30 WIB</div></div>
        <div class="photo"><img src="a.jpg"><div class="photo__caption">{CAPTION}</div></div>
        <div class="read__content"><div class="clearfix">
        <p><strong>SUKAMAJU, KABAR.com -</strong> {LEDE}</p>{paragraphs(TEXT[:3])}
        <p><strong>Baca juga: <a class="inner-link-baca-juga" href="/x">{RELATED[1]}</a></strong></p>
        <div class="ads-on-body"><span>Iklan</span></div>{paragraphs(TEXT[3:])}</div></div>
        <p>Dapatkan update berita pilihan dan breaking news setiap hari dari Kabar.com. Mari bergabung di Grup
        Telegram "Kabar News Update".</p>
        <div class="tag tag--article"><ul><li class="tag__item"><a href="/t">jembatan</a></li></ul></div>
        <div class="latest__wrap">{teasers()}</div></div>
    """)


def breaks() -> str:
    """An old template: bare text with breaks in a table of the layout, and a reporter's code behind it."""
    text = "<br><br>".join([f"<b>Sukamaju</b> - {LEDE}", *TEXT])
    others = "".join(f"<tr><td><a href=x>{title}</a></td></tr>" for title, _ in TEASERS)
    return page(f"""
        <table width=980><tr><td valign=top width=200>{MENU}</td><td><font size=5>{TITLE}</font><br>
        <font size=1>Senin, 13/05/2024 10:30 WIB</font><br><table><tr><td><img src=a.jpg></td></tr></table>
        {text}<br><br><b>(rin/jok)</b></td><td width=300><table>{others}</table></td></tr></table>
    """)


def divs() -> str:
    """No paragraph tags at all: each paragraph is a div, in a wrapper without a telling name."""
    lines = [f"Sukamaju - {LEDE}", *TEXT]
    text = "".join(f'<div class="css-1x{n}">{line}</div>' for n, line in enumerate(lines))
    return page(f"""
        <div id="app"><div class="css-h">{MENU}</div><main><div><h1>{TITLE}</h1>
        <div><span>Rina Amalia</span><span>13 Mei 2024 10:30</span></div><div class="css-9">{text}</div></div>
        <div class="css-r">{teasers("article", "css-t")}</div></main></div>
    """)


def sections() -> str:
    """An article in parts, each with a heading and a counter, all but the first hidden."""
    part = '<div class="article-body__item"{}><div class="article-body__raw">{}</div></div>'
    first = f"""{paragraphs([f"Kabar.com, Sukamaju - {LEDE}", TEXT[0]])}
        <div class="baca-juga"><p class="baca-juga__header">Baca Juga</p><ul>{links(RELATED)}</ul></div>"""
    second = f"<h2>Panjang Jembatan</h2><div class=img-desc>{CAPTION}</div>{paragraphs(TEXT[1:4])}"
    third = f"<h2>Harapan Warga</h2>{paragraphs(TEXT[4:])}<p>(Rin/Jok)</p>"
    hidden = ' style="display:none"'
    counter = '<div class="break"><span>{} dari 3 halaman</span></div>'
    return page(f"""
        <div class="top">{MENU}</div><div class="readpage"><h1>{TITLE}</h1><p class="deck">{DECK}</p>
        <p>13 Mei 2024, 10:30 WIB</p><div class="article-body">{part.format("", first)}{counter.format(2)}
        {part.format(hidden, second)}{counter.format(3)}{part.format(hidden, third)}</div></div>
        <div class="terbaru">{teasers("li", "")}</div>
    """)


def feed() -> str:
    """A short article above a long stream of teasers, in one column."""
    stream = "".join(
        f"""<li><article><a href="/b/{n}"><img src="{n}.jpg"></a>
        <h3><a href="/b/{n}">{TEASERS[n % 4][0]}</a></h3><span>Senin 13 Mei 2024, 0{n % 9}:10 WIB</span>
        {TEASERS[n % 4][1]} Begini penjelasan warga tentang hal itu.</article></li>"""
        for n in range(40)
    )
    return page(f"""
        <div class="content"><div class="content_left"><article><h1>{TITLE}</h1><div class="detail_text">
        <b>Sukamaju</b> - {LEDE}<br><br>{TEXT[0]}<br><br>{TEXT[1]}<br><br><strong>(rin/jok)</strong></div>
        </article><div><ul>{stream}</ul></div></div></div>
    """)


def listing() -> str:
    """A section page: nothing but teasers."""
    return page(f'<div class="nav">{MENU}</div><h1>Daerah</h1><div class="list">{teasers() * 6}</div>')
