"""A line is told for what it is by its wording alone: widget, label, headline, date, byline, code."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.reading.widgets import lines
from tests.shared_data import SHARED, needs_shared

WIDGETS = {
    "related link": [
        "Baca juga: Harga Cabai di Pasar Induk Turun",
        "BACA JUGA:Polisi Tangkap Dua Pencuri Motor!",
        "Baca Juga",
        "Baca : Harga Cabai di Pasar Induk Turun Lagi",
        "(Baca juga: Harga Cabai di Pasar Induk Turun)",
        "• Baca juga: Harga cabai turun",
        "Simak juga: Jadwal Kereta Tambahan Lebaran",
        "Lihat Juga :",
        "Yuk, simak juga",
        "Baca berita lainnya di sini",
        "Baca artikel menarik lainnya:",
        "Baca selengkapnya di sini",
        "Berita Terkait",
        "ARTIKEL TERKAIT:",
        "Jangan Lewatkan!!!",
        "Pilihan Redaksi",
        "Editor’s picks",
        "Baca juga Harga Cabai di Pasar Induk Turun",
        "BACA LAGI: Harga Cabai di Pasar Induk Turun",
        "Tonton di YouTube",
        "Selanjutnya: Harga Cabai di Pasar Induk Turun",
        "Related Posts",
        "Read also: Rice Prices Fall in Three Provinces",
        "Read also: Rice prices",
        "Related news: Rice prices fall in three provinces",
        "ALSO READ Rice prices fall in three provinces",
        "You might also be interested in",
        "More stories from the province",
        "Silakan baca konten menarik lainnya dari Contoh.co di Google News",
        "Simak berita menarik lainnya di contoh.example dengan mengklik tautan ini.",
    ],
    "video promo": [
        "Saksikan video di bawah ini:",
        "Tonton juga video berikut:",
        'Simak Video "Banjir Rendam Ratusan Rumah"',
        "Lihat juga Video: Banjir Rendam Ratusan Rumah",
        "Yuk, Simak Juga Video ini!",
        "Saksikan Live DetikPagi:",
        "Video Terpopuler Hari ini:",
    ],
    "advertisement": [
        "ADVERTISEMENT",
        "Advert",
        "Sponsored links",
        "Article continues below",
        "Iklan",
        "ADVERTISING",
        "Pariwara",
        "Branded Content",
        "SCROLL TO CONTINUE WITH CONTENT",
        "Scroll ke bawah untuk membaca berita",
        "Iklan - Geser ke atas untuk melanjutkan.",
        "Lanjutkan membaca artikel di bawah",
        "Artikel ini dilanjutkan setelah iklan",
    ],
    "embed placeholder": [
        "[Gambas:Video Berita]",
        "View this post on Instagram",
        "A post shared by Dinas Pariwisata (@dinas.contoh) on Sep 7, 2020 at 12:31am PDT",
        "Sebuah kiriman dibagikan oleh Dinas Pariwisata (@dinas.contoh)",
        "— Dinas Pariwisata (@dinascontoh) June 16, 2020",
        "Loading...",
        "{youtube}abc123{/youtube}",
        "{loadposition iklan}",
    ],
    "follow or channel promo": [
        "Ikuti berita terbaru kami di Google News.",
        "Cek Berita dan Artikel yang lain di Google News",
        "BACA BERITA CONTOH.CO.ID LAINNYA DI GOOGLE NEWS",
        "- Dapatkan Berita Viral Via Saluran WhatsApp",
        "📢 Ikuti kami di Telegram",
        "Yuk, follow akun Instagram kami",
        "Follow The Northern Post on Twitter @northernpost and Instagram.",
        "Join our WhatsApp channel",
        "Kabar.com hadir di Google News",
        "Follow Whatsapp Channel Contoh untuk update berita terbaru setiap hari",
        "Pastikan kamu sudah install aplikasi WhatsApp ya.",
        "Berita ini juga bisa disimak melalui saluran WhatsApp Kabar Contoh, klik di sini",
    ],
    "share buttons": [
        "Share this:",
        "Like this story? Share it with a friend!",
        "Bagikan ke Facebook",
        "BAGIKAN",
        "Copy link",
        "92 Flares 92 Flares ×",
    ],
    "reactions": ["What's Your Reaction?", "Apa Reaksi Anda?", "Like Dislike Love Funny Angry Sad Wow"],
    "page links": ["2 dari 3 halaman", "1 dari 11", "Halaman: 1 2 3", "Halaman Selanjutnya", "Load More"],
    "comments": ["KOMENTAR", "12 Komentar", "Leave a Reply", "Tulis komentar Anda", "Comments0"],
    "copyright": ["COPYRIGHT © KANTOR BERITA 2017", "© 2022 Contoh.com/Istimewa", "Hak Cipta Dilindungi"],
    "caption": [
        "Foto: Warga memperbaiki jembatan",
        "Perbesar",
        "Jembatan rusak (Foto: Dok. Warga)",
        "Jembatan gantung saat masih baru © instagram.com/wargadesa",
        "Penyerang menendang bola pada laga final (c) Klub",
        "Penyerang Persik pada laga itu (AFP PHOTO/Rina)",
        "You Tube - Warga Desa",
        "Ilustrasi shutterstock.com",
        "shutterstock",
    ],
    "byline": [
        "Penulis: Rina Amalia | Editor: Joko Susilo",
        "Editor : syaputra",
        "Reporter: Laode Baharuddin",
        "Laporan Wartawan Kabar Timur, Mulyadi",
        "Rep: Antara/ Red: Bayu Hermawan",
        "Tim Redaksi",
        "Reporter : Rina K.",
        "Reporter. Rina Amalia",
        "Tulisan ini dibuat oleh Rina Amalia, relawan museum.",
        "Editor. Joko Susilo",
    ],
    "syndication notice": [
        "Artikel ini telah tayang di Contoh.com dengan judul Dua Jembatan Runtuh di Kabupaten Baru",
        "Anda sedang membaca artikel Dua Jembatan. Silakan sebarluaskan dengan mencantumkan link ini.",
        "Artikel ini adalah bagian dari Mitra Contoh Group dan sudah tayang dengan judul Dua Jembatan",
    ],
    "tags": ["Tags: beras, cabai, pasar", "#beras #cabai #pasar", "Kata kunci: pangan"],
    "app or subscription promo": [
        "Download aplikasi Berita Contoh di Play Store dan App Store",
        "Berita ini juga dapat dibaca melalui m.contoh.com dan aplikasi Contoh untuk Android",
        "Gabung Contoh.com+",
    ],
}


@pytest.mark.parametrize(("reason", "line"), [(r, line) for r, found in WIDGETS.items() for line in found])
def test_widget_lines_are_known_by_their_wording(reason: str, line: str) -> None:
    assert lines.verdict(line) == reason


TEXT = [
    "You may like durian, she told the visitors, but the smell stays in the car for a week.",
    "More from the village came to the market on Monday because the bridge was open again.",
    "Related to the case, the police questioned three officials of the regency.",
    "See you in court, the lawyer of the fishermen said to the company on Tuesday.",
    "Follow the river on foot, he said, and you will reach the village in two hours.",
    "Get the seeds to the farmers before the rain, the minister told the governors.",
    "Baca juga dilakukan oleh para siswa setiap Jumat pagi di perpustakaan sekolah.",
    "Kegiatan membaca, lihat, dan simak juga diajarkan di kelas.",
    'Ia menambahkan, "Baca juga aturan itu sampai selesai," kepada para pedagang.',
    "Lihat saja hasilnya nanti, kata dia.",
    "Simak penjelasan kepala dinas berikut ini.",
    "Simak momen indah itu pada vidio di bawah ini:",
    "Saksikan keseruan acaranya pada Sabtu dan Minggu di lapangan kota.",
    "Tonton pertandingan itu, lalu nilai sendiri permainannya.",
    "Baca doa berikut: Bismillah, dengan nama Allah yang maha pengasih.",
    "Ikuti langkah-langkah berikut untuk membuat channel WhatsApp.",
    "Ikuti jejak para pendahulu, petani muda itu menanam kopi.",
    "Ikuti petunjuk petugas dan jangan panik, ujarnya.",
    "Dapatkan informasi dari sumber terpercaya sebelum membeli obat.",
    "Gabung dengan partai itu sejak 2014, ia kini menjadi ketua.",
    "Unduh aplikasi layanan pajak di telepon, lalu masukkan nomor induk.",
    "Cek saldo melalui WhatsApp resmi bank dengan mengirim pesan singkat.",
    "Iklan layanan masyarakat itu diputar di bioskop sejak Senin.",
    "Advertisement spending in Indonesia rose last year, the report said.",
    "Advertising spending in Indonesia rose last year, the report said.",
    "Share saham perusahaan itu naik dua persen.",
    "Bagikan sembako kepada warga, polisi turun ke tiga desa.",
    "Like father, like son.",
    "Halaman sekolah itu terendam banjir setinggi lutut.",
    "Halaman rumah 20 warga ikut rusak.",
    "Komentar itu disampaikan ketua setelah rapat.",
    "Foto, video, dan dokumen disita polisi dari rumah tersangka.",
    "Foto itu viral di media sosial.",
    "Hak cipta lagu itu dimiliki keluarga penciptanya.",
    "Copyright law protects songs, he said.",
    "Dilarang mengambil gambar di ruang sidang, kata hakim.",
    "Editor film itu meninggal dunia pada usia 60 tahun.",
    "Reporter: Apa tanggapan Anda tentang putusan itu?",
    "Penulis: Saya menulis buku ini selama tiga tahun, dan semuanya berawal dari catatan harian.",
    "Laporan wartawan yang diterima redaksi menyebutkan dua orang terluka.",
    "Tag harga dipasang di setiap rak.",
    "Topik: Inflasi dan Suku Bunga",
    "Kategori: Film Cerita Panjang Terbaik",
    "Sumber: Badan Pusat Statistik",
    "Disadur dari: Kantor Berita (Rina, terbit 2/6/2020)",
    "Selanjutnya: masukkan telur dan aduk sampai rata.",
    "Trending itu tidak berlangsung lama.",
    "Loading barang di pelabuhan berjalan lambat.",
    "Terkait hal itu, polisi belum memberi keterangan.",
    "Populer di kalangan anak muda, kopi susu dijual di mana-mana.",
    "Disclaimer dari bank itu menyebutkan risiko.",
    "Memiliki informasi yang cukup penting bagi warga yang ingin pindah.",
    "Donasi warga disalurkan melalui https://contoh.example/peduli hingga akhir bulan.",
    "2 dari 3 korban selamat.",
    "Menu makan siang gratis itu berisi nasi, ayam, dan sayur.",
    "Login ke laman itu membutuhkan nomor induk.",
    "Anda sedang membaca berita di gawai ketika gempa datang, kata petugas.",
    "Penulis. Ia pergi.",
    "Editor. Bukan wartawan",
    "Reporter: ia pulang.",
    "Video itu diunggah pada Senin malam.",
    "Gol!!!",
    "Ia dijerat dengan Pasal 2 ayat (1) huruf (c) UU Pokok Agraria.",
    "Instagram - aplikasi berbagi foto itu - tumbang.",
    "Berita video itu dibantah oleh kepala kepolisian.",
    "Kumpulan berita bohong itu disebarkan lewat grup percakapan.",
    "Harap masuk ke ruang tunggu, kata petugas.",
    "Dilihat dari hasil survei itu, warga puas.",
    "Simak terus informasi resmi dari badan meteorologi.",
    "Balas dendam menjadi motif pembunuhan itu.",
    "Suka artikel tentang kopi, ia menulis buku.",
    "Polling lembaga itu menyebut warga puas.",
    "Follow the money, the investigator said.",
    "Baca juga Al-Qur'an setiap malam agar hati tenang.",
    "Video itu: bukti yang dibawa pengacara ke sidang.",
    "Kirim ke alamat redaksi paling lambat Jumat.",
    "Untuk berita acara pemeriksaan, penyidik memanggil saksi.",
    "Tentang penulis novel itu, ia enggan berbicara.",
    "Foto itu diunggah di media sosial (abc/def)",
    "Komentar pembaca di media sosial pun beragam.",
    "Komentar Netizen",
    "More than 40 villages were flooded, the agency said.",
    "Jakarta -",
    "REPUBLIK.CO.ID, JAKARTA --",
    "(kpl/otx)",
    "(Arief Setyadi )",
    "(red)",
    "RING II",
    "1. Jalan Merdeka",
    "***",
]


@pytest.mark.parametrize("line", TEXT)
def test_lines_of_the_text_are_left_alone(line: str) -> None:
    assert lines.verdict(line) is None


@pytest.mark.parametrize(
    "line", ["Senin, 12 Mei 2024 | 10:30 WIB", "12/05/2024 10:30", "Maret 3, 2021", "2 jam yang lalu"]
)
def test_dates_are_known(line: str) -> None:
    assert lines.is_date(line)


@pytest.mark.parametrize(
    "line", ["Senin pagi polisi datang", "12 Mei adalah hari jadi kota itu", "2 jam kemudian hujan"]
)
def test_sentences_with_dates_are_no_dates(line: str) -> None:
    assert not lines.is_date(line)


@pytest.mark.parametrize(
    "line",
    [
        "Oleh Hendi Nurfalah",
        "Editor AGUS UTAMA",
        "By Rina Amalia",
        "Laporan Indra Wijaya | Banda Aceh",
        "Diposting oleh Rina Amalia di 20.05 Tidak ada komentar:",
        "Dikirim oleh: Rina Amalia, 5 komentar, 120 kali dibaca",
        "**Ditulis oleh Rina Amalia**",
        "Ditulis oleh Rina Amalia · 3 tanggapan",
        "(Ditulis oleh Rina Amalia/Kabar Lereng)",
        "(Dikirim oleh Rina Amalia, warga Lereng)",
        "[Ditulis oleh Rina Amalia. Editor: Agus Utama]",
        "Posted by Rina Amalia — Leave a comment",
        "Posted by: Rina Amalia » 1 comment",
        "(Ditulis oleh Rina Amalia - guru SD)",
        "Diunggah oleh: Rina Amalia, 27 Agustus 2026",
        "Oleh Rina Amalia · Selasa, 21 April 2026 · 4 menit baca",
        "Ditulis oleh Rina Amalia. Disunting oleh Agus Utama.",
        "Submitted by Rina Amalia | 14 Agustus 2025 | 0 Comments",
        "Diposkan oleh Rina Amalia di Tuesday, October 07, 2025",
        "Published by Rina Amalia on Sunday, 30 March 2025",
        "Dipublikasikan oleh Rina Amalia pada hari Minggu, 30 Maret 2025",
        "Ditulis oleh Rina Amalia (Humas Balai Konservasi)",
        "Oleh Rina Amalia, disunting Agus Utama",
        "Ditulis oleh Rina Amalia dan Joko Susilo, diedit oleh Agus Utama",
        "Published by Rina Amalia · 3 min read",
        "Published by Rina Amalia in Desa",
        "Dilaporkan oleh Rina Amalia dan disunting oleh Agus Utama",
    ],
)
def test_signatures_are_known(line: str) -> None:
    assert lines.is_signature(line)


@pytest.mark.parametrize(
    "line",
    [
        "Oleh karena itu warga pindah",
        "Editor film itu menangis",
        "By the end of May",
        "Dilaporkan oleh warga dan disunting oleh para penulis muda",
        "Laporan langsung dari lokasi banjir",
        "Ditulis oleh warga lereng, buku itu terjual habis",
        "Ditulis oleh Rina Amalia - buku itu terjual habis.",
        "Ditulis oleh Rina Amalia pada usia senja yang sunyi",
        "Dipimpin oleh Rina Amalia - warga ikut",
        "Oleh Rina Amalia, jalan itu dibuka lagi",
        "Ditulis oleh Rina Amalia. Buku itu terjual habis.",
        "Dipimpin oleh Rina Amalia pada hari pasar yang 2025 kali ramai",
        "Ditulis oleh Rina Amalia, buku itu terjual habis",
        "Dipimpin oleh Rina Amalia. Camat: semua warga ikut",
    ],
)
def test_sentences_that_begin_like_signatures_are_none(line: str) -> None:
    assert not lines.is_signature(line)


@pytest.mark.parametrize(
    "code", ["(kpl/otx)", "(SIS)", "[hen]", "(Ant/E-4)", "(*)", "***", "(HENDI NURFALAH/B-6)"]
)
def test_codes_are_known(code: str) -> None:
    assert lines.is_code(code)


@pytest.mark.parametrize(
    "line", ["Dua Jembatan Runtuh di Kabupaten Baru", "5 Cara Menanam Cabai di Pot", "“Kami Siap” Kata Ketua"]
)
def test_headlines_are_known(line: str) -> None:
    assert lines.is_headline(line)


@pytest.mark.parametrize("line", ["Ia pergi ke pasar lalu pulang", "Dua Jembatan Runtuh.", "Cabai Merah", ""])
def test_other_lines_are_no_headlines(line: str) -> None:
    assert not lines.is_headline(line)


@needs_shared
def test_nearly_all_collected_widget_lines_are_known() -> None:
    """The collected lines hold datelines, codes, placeholders and typed sources too, which are no widgets."""
    no_widgets = ("code-ending", "source-line", "title-suffix", "agency-credit", "end-mark", "reaction-label")
    with (SHARED / "facts" / "boilerplate.tsv").open(encoding="utf-8") as table:
        rows = [row for row in csv.DictReader(table, delimiter="\t") if row["form"] == "text"]
    found = [row["text_or_regex"] for row in rows if not row["kind"].startswith(no_widgets)]
    known = [line for line in found if lines.verdict(line) or lines.is_signature(line)]

    assert len(known) / len(found) > 0.92


WORDS = "baca juga ikuti kami simak video di google news : . ( ) # 1 dari 2 foto"
words = st.lists(st.sampled_from(WORDS.split()))


@given(st.one_of(st.text(max_size=800), words.map(" ".join)))
def test_any_line_gets_a_verdict(line: str) -> None:
    assert lines.verdict(line) is None or isinstance(lines.verdict(line), str)
    lines.is_label(line)
    lines.is_headline(line)
    lines.is_signature(line)


@pytest.mark.parametrize(
    "line",
    [
        "Penulis: Rina AmaliaSenin, 31 Agu 2026 21:45 WIB",
        "Reporter: Bagus Wiratama | Selasa, 5 Agustus 2025, 09:35",
    ],
)
def test_a_byline_with_its_date_is_one(line: str) -> None:
    assert lines.verdict(line) == "byline"


def test_a_sentence_with_a_date_is_no_byline() -> None:
    assert lines.verdict("Editor buku itu wafat pada Senin, 31 Agustus 2026 pukul 21.45 WIB.") is None
