"""A line of nothing but the words with which sites speak to readers goes; one word of the matter keeps it."""

from __future__ import annotations

import pytest

from newscrawl.reading.tree.blocks import Block, BlockKind
from newscrawl.reading.widgets import speech
from tests.reading.widgets.test_strip import stripped

CALLS = [
    "Kunjungi laman kami untuk membaca ulasan mendalam lainnya",
    "Klik halaman berikutnya untuk membaca kelanjutannya",
    "Like dan follow fanpage Facebook Suara Muara",
    "Ikuti kami: Facebook | X | Instagram",
    "Suka artikel ini? Bagikan ke teman-temanmu",
    "Sebarkan berita ini jika bermanfaat ya!",
    "Daftarkan email Anda untuk menerima buletin mingguan redaksi",
    "Penasaran dengan berita lainnya? Kunjungi terus suaramuara.id setiap hari",
    "Nonton siaran langsungnya di YouTube Muara TV, klik link ini",
    "Klik ikon lonceng supaya selalu dapat kabar terbaru",
    "Seberapa paham kamu soal pemilu? Ikuti kuisnya di sini",
    "Jawab polling kami: setujukah Anda dengan kenaikan tarif?",
    "Setuju atau tidak? Ikuti jajak pendapat di bawah ini",
    "Baca selengkapnya >>> (Suaramuara.com)",
    "#Cek berita dan artikel terbaru",
    "Sobat Muara, sudah follow Instagram kita belum?",
    "Klik angka untuk membaca halaman lain: 1 2 3",
    "Ingin usaha Anda dikenal? Pasang iklan di sini mulai Rp50 ribu",
    "Ada pertanyaan? Tinggalkan di kolom komentar",
    "Temukan kesalahan? Klik di sini untuk melapor",
    "Dilarang mengutip tanpa menyebut sumber",
    "Matikan AdBlock untuk terus membaca berita kami",
]
OFFERS = [
    "Sudah berlangganan? Masuk di sini",
    "Berlangganan mulai Rp 1.500 per hari untuk akses tanpa batas",
    "Konten premium ini hanya dapat dibaca oleh anggota",
    "Artikel lengkap tersedia untuk pelanggan digital",
    "Sisa artikel gratis Anda: 2",
    "Kontak redaksi dan hak jawab: WA 0811-222-3333",
    "Video selengkapnya ada di akun YouTube Muara TV",
    "Foto lengkapnya bisa dilihat di sini",
    "Video lengkapnya akan segera tayang di kanal YouTube kami.",
]
NOTICES = [
    "Artikel ini diterjemahkan secara otomatis dari bahasa Inggris",
    "Suaramuara.id telah terdaftar di Dewan Pers dengan nomor 99/DP/2021",
    "Copas artikel ini wajib cantumkan sumber",
    "Isi di luar tanggung jawab redaksi",
    "Media ini telah terverifikasi Dewan Pers",
    "Anggota AMSI dan terverifikasi Dewan Pers",
    "Catatan redaksi: judul artikel ini telah diubah pada pukul 14.00 WIB",
    "Ralat: Dalam versi sebelumnya tertulis nama yang keliru. Redaksi mohon maaf.",
    "Liputan ini didukung oleh dana hibah Yayasan Rimba Muara",
    "Reportase ini terbit atas kerja sama dengan Pusat Liputan Muara",
    "Sebagian artikel ini telah tayang di Suaramuara.com dengan judul Ikan Kembali ke Sungai",
    "Siaran pers ini sepenuhnya tanggung jawab pengirim",
    "Bukan rekomendasi investasi, keputusan di tangan Anda",
    "Jika ada berita yang tidak sesuai dengan pedoman pemberitaan media siber yang berlaku, silakan gunakan "
    "hak jawab dan mengadu langsung ke redaksi.",
    "Artikel ini mengandung opini penulis",
    "Judul dibuat oleh AI",
    "Redaksi meminta maaf atas kekeliruan dalam pemberitaan ini",
    "All rights reserved. No part of this article may be reproduced without permission.",
]
SENTENCES = [
    "Simak informasi selengkapnya di bawah ini.",
    "Simak ulasan berikut untuk mengetahui lebih lanjut.",
    "Klik tautan yang dikirim ke surel Anda.",
    "Masuk ke akun Anda, kemudian pilih pengaturan privasi.",
    "Daftar secara online melalui aplikasi Mobile JKN.",
    "Buka website Hadiah Muara di https://hadiah.muara.example atau klik DI SINI",
    "Aplikasi itu bisa diunduh gratis di Play Store.",
    "Harga langganan layanan itu naik menjadi Rp 65.000 per bulan.",
    "Pelanggan premium dapat menonton tanpa iklan.",
    "Dewan Pers menyatakan media tersebut belum terverifikasi.",
    "Media ini belum terdaftar di Dewan Pers.",
    "Tulisan ini berangkat dari kegelisahan saya sebagai guru.",
    "Artikel itu pertama kali terbit di jurnal Muara pada 2019.",
    "Semoga artikel ini membantu Anda memilih sekolah yang tepat.",
    "Kami menonton video di YouTube.",
    "Anda dapat menonton pertandingan itu secara gratis di televisi nasional.",
    "Bagaimana dengan Anda?",
    "Bagikan link video ke teman Anda",
    "Punya utang pinjaman online? Lapor ke OJK di kontak 157.",
    "Daftar Anggota Kabinet Muara Raya",
    "Daftar Harga Paket Internet",
    "Sedan Muara Sumbang Market Share 10 Persen di Jawa",
    "Tulisan ini mengandung kritik.",
    "Kanal YouTube itu menjadi hiburan warga pada malam hari.",
    "Siapa saja deretan penyanyi tersebut? Simak selengkapnya di sini.",
    "Cookie itu dipanggang selama 15 menit.",
    "Like dan subscribe, begitu candanya kepada hadirin.",
    'Gulir ke bawah, lalu pilih "Hapus akun".',
    "Bergabung bersama kami, 50 relawan lain dari Yogyakarta.",
    "Iklan itu tayang di televisi nasional selama dua pekan.",
    '"Ikuti terus berita dari sumber resmi kami", kata juru bicara itu.',
    "Isi artikel itu di luar tanggung jawab penulis, kata hakim.",
    "[Catatan editor: jembatan itu dua kali runtuh pada tahun yang sama.]",
    "Update: rumah warga yang rusak kini berjumlah dua belas.",
    "Berita ini merupakan hasil rekayasa, kata polisi.",
]


@pytest.mark.parametrize("line", [*CALLS, *OFFERS, *NOTICES])
def test_speech_of_a_site_of_any_name_goes(line: str) -> None:
    assert stripped(line, host="www.lereng.example") == []


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_with_such_words_stays(line: str) -> None:
    assert stripped(line, host="www.lereng.example") == [line]


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("Cek juga harga tiket pesawat promo di sini", True),
        ("Cek juga harga tiket pesawat murah promo di sini", False),
        ("Cek juga harga tiket pesawat promo di sini.", False),
        ("Cek tiket pesawat di sini", False),
    ],
)
def test_one_word_of_the_matter_may_stand_among_many_signs_of_a_call(text: str, goes: bool) -> None:
    assert speech.is_said(text) is goes


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("Menangkan hadiah jutaan rupiah dengan mengikuti survei kami", True),
        ("Menangkan hadiah besar jutaan rupiah dengan mengikuti survei kami", False),
        ("Menangkan hadiah jutaan rupiah dengan mengikuti survei kami.", False),
        ("Menangkan hadiah jutaan rupiah dengan mengikuti survei kami:", False),
        ("Menangkan hadiah jutaan rupiah dengan mengikuti survei", False),
        ("Baca Berita dari Sumber Terpercaya", False),
        ("Tulis Artikel dengan Bahasa Sederhana", False),
    ],
)
def test_a_call_without_a_full_stop_may_have_two_words_of_the_matter(text: str, goes: bool) -> None:
    assert speech.is_said(text) is goes


def test_steps_in_a_list_stay() -> None:
    steps: list[tuple[str, BlockKind]] = [
        ("Pilih berita terbaru di laman kami", "list_item"),
        ("Baca berita lainnya di laman kami", "list_item"),
    ]
    blocks = [Block(text, kind) for text, kind in steps]
    speech.drop(blocks)
    assert all(block.kept for block in blocks)
    speech.drop(blocks[:1])
    assert not blocks[0].kept
    numbered = Block("1. Baca berita lainnya di laman kami")
    speech.drop([numbered])
    assert numbered.kept


def test_the_site_is_known_by_its_name_in_one_word_or_two() -> None:
    called = "Jangan lewatkan {} setiap hari"
    for name in ("Suara Muara", "SuaraMuara", "Suaramuara.com"):
        assert speech.is_said(called.format(name), own=frozenset(("suaramuara",)))
    assert not speech.is_said(called.format("Suara Muara"))
    assert not speech.is_said(called.format("suara muara"), own=frozenset(("suara",)))


def test_a_call_to_follow_the_own_account_may_be_a_sentence() -> None:
    call = "Follow juga akun Instagram dan TikTok @{} agar tidak ketinggalan cerita dari pesisir."
    own = frozenset(("suaramuara",))
    assert speech.is_said(call.format("suaramuara"), own=own)
    assert speech.is_said(call.format("suaramuara.id"), own=own)
    assert not speech.is_said(call.format("dinaskelautan"), own=own)
    assert not speech.is_said("Unggahan akun Instagram @suaramuara ditonton ribuan warga pesisir.", own=own)


@pytest.mark.parametrize(
    ("label", "goes"),
    [
        ("Waca uga: ", True),
        ("Maca oge: ", True),
        ("Baca bagian sebelumnya: ", True),
        ("Kalau suka artikel seperti ini, coba baca juga ", True),
        ("Vote sekarang juga: ", True),
        ("Sebelumnya diberitakan Suara Muara: ", True),
        ("Dokumen: ", False),
        ("Menurut berita di ", False),
        ("Bupati membaca ", False),
    ],
)
def test_what_leads_to_a_link_goes_with_it(label: str, goes: bool) -> None:
    linked = "Kapal Cepat Kandas di Perairan Muara"
    text = f"{label}{linked}"
    line = Block(text, link_share=len(linked) / len(text))
    assert stripped(line) == ([] if goes else [text])


def test_a_sentence_that_begins_with_what_it_is_about_is_no_call() -> None:
    assert not speech.is_said("Petani baca baca video selanjutnya baca.")
    assert speech.is_said("Lanjut baca baca video selanjutnya baca.")
