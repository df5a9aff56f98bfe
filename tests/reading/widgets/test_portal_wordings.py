"""What the themes and plugins of local portals print goes; lines that read much like it stay."""

from __future__ import annotations

import pytest

from newscrawl.reading import widgets
from newscrawl.reading.tree.blocks import Block

LEDE = "LERENGBARU, KABARLERENG.ID - Ratusan warga Desa Sukamaju memanen jagung di lahan tidur, Senin."
MIDDLE = "Hasil panen akan dijual ke koperasi desa dengan harga yang telah disepakati bersama para petani."
END = "Dinas Pertanian berjanji menyalurkan bantuan benih untuk musim tanam berikutnya pada bulan Mei."

PRINTED = """
[Baca juga: Camat Ciwaringin Tinjau Posyandu Melati]
Simak juga berita menarik lainnya di sini.
Baca Selengkapnya di Camat Tinjau Posyandu
Link Terkait:
Bacaan Lainnya
Mungkin Anda Menyukai
Mau Baca Lagi?
Related Topics:
Up Next
Advertisement. Scroll to continue reading.
Gulir untuk lanjut membaca
Gulirkan untuk Lanjut Membaca
Scroll Kebawah untuk melihat konten
Lanjut baca setelah iklan
Ikuti terus berita terbaru di Warta Lereng.
Update berita terbaru setiap hari hanya di wartalereng.com
Telah tayang di lerengpost.com
Artikel asli: Petani Panen Kopi Lebih Awal
[ad_1]
[embedyt] https://www.youtube.com/watch?v=abc[/embedyt]
Be Sociable, Share!
Spread the love
Sharing is caring!
Klik untuk berbagi di Twitter(Membuka di jendela yang baru)
Klik untuk membagikan di Facebook(Membuka di jendela yang baru)
Share: Facebook Twitter WhatsApp
Facebook Twitter WhatsApp Telegram
Total Views: 330
Jumlah Pembaca: 152
Berita ini telah dibaca 152 kali
Berita ini 20 kali dibaca
152 pembaca
Hits: 53
(Visited 33 times, 1 visits today)
Print Friendly, PDF & Email
Cetak Halaman Ini
Download PDF
Rate this post
5/5 - (1 vote)
Was this article helpful?
Pages: 1 2
1 2 3 Selanjutnya
Laman: 1 2 3 Lihat Semua
Baca Selengkapnya di Halaman 2
Navigasi pos
Pos Sebelumnya
Previous articleWarga Sukamaju Panen Raya
Tidak ada komentar
No comments
Comments are closed.
Batalkan balasan
Facebook Comments Box
Anda harus masuk untuk berkomentar.
View all posts by Rudi Hartanto
Lihat semua pos oleh Rudi Hartanto
Gabung ke channel WhatsApp Kabar Lereng
Bergabunglah dengan saluran WhatsApp kami
Join Channel Telegram Kabar Lereng
Silakan ikuti konten Kabar Lereng di Google News
Untuk mendapatkan berita terbaru silakan ikuti kami di Instagram @kabarlereng
Jangan lupa like, comment, dan share ya!
Nantikan berita menarik lainnya hanya di kabarlereng.id
Ikuti terus berita terkini hanya di kabarlereng.id
Eksplorasi konten lain dari Kabar Lereng
Berlangganan untuk dapatkan pos terbaru lewat email.
Discover more from Kabar Lereng
Ketikkan email Anda...
Unduh aplikasi Kabar Lereng di Play Store
Listen to this article
Ukuran Font
(Foto/Ist)
Warga memanen jagung di Sukamaju. (Ist)
Warga memanen jagung di Sukamaju/Ist
Foto ilustrasi. (Pixabay)
Ilustrasi panen/Pexels
Kirim tulisan Anda ke redaksi@kabarlereng.id
Punya informasi menarik? Kirim ke WhatsApp 0812-0000-0000
Hubungi redaksi: redaksi@kabarlereng.id
Bila ada hak jawab atau koreksi, silakan hubungi redaksi kami.
Dukung jurnalisme independen dengan berdonasi di sini
Traktir Penulis
Laporkan artikel
Geser untuk lanjut
PROMOTED CONTENT
Jangan lewatkan berita menarik lainnya di kabarlereng.id
Jangan ketinggalan berita terbaru, ikuti kami di Facebook
Untuk Informasi Lebih Lanjut, ikuti Instagram kami
Share this Story
Belum ada komentar. Jadilah yang pertama!
Gunakan bahasa yang sopan dalam berkomentar.
Komentar menjadi tanggung jawab Anda sesuai UU ITE
Simpan nama, email, dan situs web saya pada peramban ini untuk komentar saya berikutnya.
Situs ini menggunakan Akismet untuk mengurangi spam. Pelajari bagaimana data komentar Anda diproses.
Rekomendasi Berita Untuk Anda
Bersambung ke halaman 2
Selengkapnya baca di halaman berikutnya
Total 0 Shares
Satu tanggapan untuk “Warga Panen Jagung”
Tambahkan komentar...
Berlangganan Newsletter
Dapatkan akses tak terbatas ke artikel premium Kabar Lereng
Dapatkan akses konten menarik lainnya dengan berlangganan Lereng+
Lewati Paling banyak dibaca dan terus membaca
End of Paling banyak dibaca
Tonton juga "Begini Cara Panen Jagung" di sini:
Ikuti Informasi lainnya di Facebook, Instagram dan Twitter dan WA Channel
Jangan lupa saksikan Lensa Lereng lainnya hanya di sini
BACA JUGA Warung Kopi di Lereng Tak Pernah Tutup dan artikel menarik lainnya di rubrik ESAI.
No media source currently available
Aktifkan lonceng notifikasi untuk mendapatkan berita terbaru
Artikel ini dibuat dengan bantuan kecerdasan buatan dan telah disunting redaksi.
Isi artikel menjadi tanggung jawab penulis.
Kembali ke Beranda
Redaksi | Pedoman Media Siber | Kontak
Kontributor Lereng: Rudi Hartanto
Penulis : Rudi Hartanto (Kabar Lereng)
Gambar oleh Rudi dari Pixabay
Jangan lupa ikuti TikTok dan YouTube Kabar Lereng untuk video menarik lainnya!
Ikuti juga Instagram dan Facebook kami untuk kabar terbaru dari lereng!
Yuk, follow TikTok Kabar Lereng biar tidak ketinggalan
Simak video menarik lainnya di kanal YouTube Kabar Lereng.
Ada 14 tanggapan
Tanggapan pembaca (4)
4 Komentar untuk tulisan ini
Saksikan Live LerengPagi:
Jangan lewatkan informasi terkini seputar Lereng Baru!
Berita ini sudah diverifikasi oleh tim redaksi
Video selengkapnya dapat disaksikan di bawah ini
Halaman selanjutnya: Bantuan mulai berdatangan
Jangan lupa baca: Camat Tinjau Posyandu Melati
Sebelumnya, diberitakan: Camat Tinjau Posyandu Melati
Kabar terkini seputar panen jagung dapat Anda baca di sini
Update berita panen lainnya klik di sini
Klik ikon lonceng untuk mendapat pemberitahuan
Estimasi waktu baca: 2 menit
Konten promosi
Lanjut baca di bawah iklan
Memuat komentar...
Gabung Lereng+ sekarang untuk akses penuh
Ikuti survei kepuasan pembaca dan menangkan pulsa 100 ribu rupiah
Video Player
00:00 / 02:13
Use Up/Down Arrow keys to increase or decrease volume.
Gunakan Anak Panah Atas/Bawah untuk menaikkan atau menurunkan volume.
Unmute
{{ ads }}
AI Summary
Iklan Google AdSense
Telegram: t.me/kabarlereng
BACA JUGA Warung Kopi di Lereng Tak Pernah Tutup dan esai menarik lainnya di Esai.
Depresi bukanlah hal sepele. Bila Anda terpikir untuk bunuh diri, segera hubungi psikolog.
Bila Anda pembaca yang merasakan gejala depresi, segera konsultasi ke psikolog atau psikiater.
Jika kamu atau teman kamu terpikir untuk bunuh diri, hubungi hotline 119.
Anda tidak sendirian. Layanan konseling dapat menjadi pilihan Anda.
Bunuh diri dapat terjadi saat seseorang tertekan dan tak ada orang yang membantu.
Untuk mendapatkan layanan kesehatan jiwa, Anda dapat simak laman di bawah ini:
Jangan lewatkan video viral berikut
Next Article Panen Kopi Datang Lebih Awal
This story was produced in partnership with Kabar Lereng.
Sanggahan: Analisis ini tidak mengajak siapa pun membeli benih.
Selalu update berita terkini lewat kanal WhatsApp Lereng
Podcast Rekomendasi Lereng
Atas dukungan Anda kami dapat terus menyajikan artikel bermutu.
Daftar dan dapatkan ringkasan mingguan lewat email Anda.
Kata kunci/tags: panen, jagung
Unduh Lereng Super App, teman bertani setiap hari.
Lapak Lereng adalah platform user generated content tempat petani menulis.
Terakhir disunting pada 4 Maret 2026 oleh Rudi Hartanto
Mari mencegah penularan di kampung kita. #ingatpesanibu #jagajarak
Lihat lebih banyak di FacebookKabar Lereng tidak bertanggung jawab atas isi situs lain.
Pengirim: Rudi Hartanto, petani. Isi di luar tanggung jawab redaksi.
Isi polling kami: Perlukah lahan tidur ditanami jagung?
Nikmati akses tanpa batas seharga Rp 10.000
Ayo jadi bagian dari petani pembaca kami di Discord
Dengarkan podcast "Suara Ladang" di Spotify
Siniar ini juga dapat didengarkan di Spotify dan Noice
Anda sedang membaca halaman 2 dari 4
Beri apresiasi kepada penulis lewat tombol berikut
Bagaimana kesan Anda membaca tulisan ini?
Artikel lainnya dari penulis yang sama
Lainnya dari Kabar Desa
Sudah baca yang ini? Petani Panen Kopi Lebih Awal
Artikel ini boleh diterbitkan ulang dengan menyebut nama penulis.
Laman ini dilindungi reCAPTCHA, Kebijakan Privasi Google berlaku.
Dengan mendaftar, Anda setuju dengan kebijakan privasi kami.
Terjadi kesalahan saat memuat halaman
Gagal memuat. Silakan coba lagi
Artikel ini dibacakan oleh AI
Berikut videonya:
Lihat videonya di YouTube Lereng TV
Saksikan wawancara selengkapnya di Lereng TV
Komentar Anda akan ditinjau lebih dulu.
Suka · Balas · 3 jam
Disukai 12 kali
12 orang membagikan ini
Tajam, Berimbang, Terpercaya
Yang mungkin Anda lewatkan
Anda boleh mengutip berita ini dengan menyebut sumbernya.
Mari berdiskusi di kolom komentar!
Scan QR code untuk mengunduh aplikasi kami
"""

TYPED = """
Ikuti langkah berikut ini:
Unduh aplikasi tersebut di Play Store, lalu buat akun dengan nomor induk petani.
Gabung dengan kelompok tani menjadi syarat utama.
Bergabung dengan saluran irigasi utama, air mengalir ke sawah.
Bergabung dengan grup WhatsApp petani membuat Darmawan tahu harga pasar.
Klik menu Daftar, lalu isi nomor telepon.
Bagikan lokasi kepada petugas.
Ia juga mengajak warga mengikuti akun YouTube milik desa untuk belajar menanam cabai.
Ada 14 tanggapan warga atas rencana itu yang dibacakan di balai desa.
Simak video lainnya, kata Darmawan kepada para petani di balai desa itu.
Berbagi ke Facebook membuat cerita itu menyebar.
Simpan jagung di tempat kering.
Jumlah pembaca buku itu 152 orang.
Artikel ini telah dibaca hakim di persidangan.
Tidak ada komentar dari kepala dinas.
Belum ada komentar resmi dari perusahaan.
Nantikan panen berikutnya pada Mei.
Dukung petani dengan berbelanja di sini.
Kirim lamaran ke dinas pertanian paling lambat 5 Maret.
Hubungi posko di nomor 112.
Punya lahan kosong? Manfaatkan segera.
Halaman 2 buku itu hilang.
Bacaan lainnya adalah kitab kuning.
Topik: ketahanan pangan menjadi bahasan utama rapat itu.
Label: panen harus jelas tertera pada setiap karung.
Kembali ke desa, warga disambut tarian.
Berlangganan air bersih kini lebih mudah.
Redaksi dan pedoman media siber dibahas dalam pelatihan itu.
Gambar dari satelit menunjukkan lahan itu hijau.
Konten yang dibuat dengan AI harus diberi label.
Satu komentar untuk panitia: bagus.
Suka 5 macam jagung.
Pasang aplikasi itu sekarang agar tidak ketinggalan jadwal.
Pantau terus perkembangan cuaca.
Dukung kami dengan doa, kata pelatih itu.
Kirim foto dan KTP ke nomor WhatsApp 0812-0000-0000.
Jangan lewatkan informasi cuaca sebelum turun ke ladang.
Video selengkapnya dapat dilihat di kanal resmi desa itu.
Klik ikon lonceng di pojok layar, lalu pilih menu pesan.
Sebelumnya diberitakan, puluhan karung benih hilang dari gudang desa.
Estimasi waktu panen itu dua bulan.
Ikuti survei itu, petani diminta mengisi nama dan luas lahan.
Halaman selanjutnya dari buku itu memuat peta lahan.
02:13 Rombongan tiba di balai desa.
Telegram: petani memakai aplikasi itu untuk berbagi harga.
Depresi bukan masalah sepele, kata psikolog itu.
Jika Anda merasa tertekan, bicaralah dengan orang terdekat.
Jika Anda atau keluarga mengalami gejala depresi, datanglah ke puskesmas.
Bunuh diri dapat terjadi saat seseorang merasa tak punya jalan keluar, ujar psikiater itu.
Untuk mendapatkan layanan kesehatan jiwa, warga dapat datang ke RSUD Lereng.
Selalu update informasi cuaca lewat WhatsApp BMKG sebelum melaut.
Daftar dan dapatkan kode verifikasi melalui email.
Dapatkan kode verifikasi melalui email Anda.
Menurut dia, isi iklan itu di luar tanggung jawab redaksi.
Komentar yang mengandung ujaran kebencian akan dihapus.
Berikan apresiasi kepada anak setelah ia belajar.
Ia menulis di akun itu dengan tagar #pakaimasker.
Sanggahan: warga menyebut data itu keliru.
Anda dapat membagikan tautan itu kepada teman.
Bagaimana pengalaman Anda membaca novel itu?
Simak penjelasan selengkapnya di bawah ini.
Podcast itu dapat didengarkan di Spotify mulai 1 Maret.
Tajam dan akurat, begitu ia menilai tembakan itu.
Cepat, akurat, dan profesional.
Foto dan video itu dibagikan 120 kali.
Diskusi itu disukai 120 orang.
Dengan mendaftar, Anda menyetujui syarat penggunaan aplikasi itu.
Bantuan berupa kupon makan dibagikan kepada warga.
Kupon ini hanya berlaku satu kali.
Layanan konseling dibuka setiap Senin di puskesmas.
Ikuti polling tersebut, warga diminta memilih satu nama.
Jangan lewatkan video pembelajaran itu, pesan guru kepada siswa.
Situs ini dilindungi pagar kawat dan dijaga dua orang.
Kami menggunakan perahu karet untuk mencapai desa.
Lihat lebih banyak pohon, hirup lebih banyak udara.
Hotline BPBD: 117
Kontak bantuan bencana: 117
Kontak Bantuan
"""


def kept(*lines: str | Block) -> list[str]:
    blocks = [Block(line) if isinstance(line, str) else line for line in lines]
    widgets.strip(blocks, title=None, is_dateline=lambda text: text == LEDE)
    return [block.text for block in blocks if block.kept]


@pytest.mark.parametrize("line", PRINTED.strip().splitlines())
def test_what_plugins_print_goes_in_the_text_and_below_it(line: str) -> None:
    assert kept(LEDE, line, MIDDLE, END) == [LEDE, MIDDLE, END]
    assert kept(LEDE, MIDDLE, END, line) == [LEDE, MIDDLE, END]


@pytest.mark.parametrize("line", TYPED.strip().splitlines())
def test_what_reads_like_it_stays(line: str) -> None:
    assert kept(LEDE, line, MIDDLE, END) == [LEDE, line, MIDDLE, END]


@pytest.mark.parametrize(
    "line", ["Kategori: Daerah", "Label: panen, jagung", "Tagged panen, jagung", "Topik: panen"]
)
def test_a_line_of_sections_goes_below_the_text_alone(line: str) -> None:
    assert kept(LEDE, MIDDLE, END, line) == [LEDE, MIDDLE, END]
    assert kept(LEDE, line, MIDDLE, END) == [LEDE, line, MIDDLE, END]


def test_facts_in_a_list_stay_whatever_their_names_are() -> None:
    facts = ["Judul: Ladang di Lereng", "Editor: Rina Amalia", "Halaman: 210", "Kategori: Petani Muda"]
    assert kept(LEDE, *(Block(fact, "list_item") for fact in facts), END) == [LEDE, *facts, END]


@pytest.mark.parametrize(
    "line", ["Ringkas", "Rudi Hartanto - Kabar Lereng", "admin - 3 Maret 2026", "Sedang"]
)
def test_what_is_no_sentence_goes_above_the_dateline(line: str) -> None:
    assert kept(line, LEDE, MIDDLE, END) == [LEDE, MIDDLE, END]
    assert kept(line, MIDDLE, END)[-2:] == [MIDDLE, END]


def test_a_caption_goes_above_the_dateline_wherever_that_stands() -> None:
    told = "Warga memanen jagung bersama para pelajar di lahan tidur milik desa {}"
    endings = ("(17/1/2026).", "mereka. (Foto: Kabar Lereng)", "mereka (dok desa).")
    for line in (Block(told.format("mereka."), pictured=True), *(Block(told.format(end)) for end in endings)):
        assert kept(line, LEDE, MIDDLE, END) == [LEDE, MIDDLE, END]
    own = Block("Lereng, KBL -", "heading")
    blocks = [Block(told.format("mereka."), pictured=True), own, Block(MIDDLE), Block(END)]
    widgets.strip(blocks, title=None, is_dateline=lambda text: text == own.text)
    assert [block.kept for block in blocks] == [False, True, True, True]
    for end in ("mereka.", "mereka (desa itu).", "mereka (12)."):
        assert kept(Block(told.format(end)), LEDE, MIDDLE, END)[0] == told.format(end)


def test_a_standfirst_goes_above_a_dateline_on_its_own_line() -> None:
    told = "Warga memanen jagung bersama para pelajar di lahan tidur milik desa mereka."
    assert kept(Block(told, slanted=True), "Lereng, KBL -", LEDE, END) == ["Lereng, KBL -", LEDE, END]
    assert kept(Block(told, slanted=True), "Lereng, KBL", LEDE, END)[0] == told


@pytest.mark.parametrize(
    "line", [Block("Panen raya tiba!"), Block("Lahan yang Hidup Lagi", "heading", marks="h2")]
)
def test_a_summary_and_the_heading_of_a_first_part_stay_above_the_dateline(line: Block) -> None:
    assert kept(line, LEDE, MIDDLE, END) == [line.text, LEDE, MIDDLE, END]


def link(text: str) -> Block:
    return Block(text, "list_item", link_share=1.0, marks="ul li")


LINKS = (link("Warga Dusun Bangun Jembatan Bambu"), link("Camat Tinjau Posyandu Melati di Lereng"))


def test_the_heading_of_links_that_went_goes_with_them() -> None:
    assert kept(LEDE, MIDDLE, END, Block("SEMUA TENTANG PANEN"), *LINKS, "(rud/ama)") == [
        LEDE,
        MIDDLE,
        END,
        "(rud/ama)",
    ]
    assert kept(LEDE, Block("Kabar Desa", "heading", marks="h4"), *LINKS, MIDDLE, END) == [LEDE, MIDDLE, END]


@pytest.mark.parametrize("line", ["8. Pintu Air Timur (rud/ama)", "Panen berakhir sore hari."])
def test_text_above_links_that_went_stays(line: str) -> None:
    assert kept(LEDE, MIDDLE, line, *LINKS) == [LEDE, MIDDLE, line]


def test_a_heading_above_one_link_stays() -> None:
    heading = Block("Panen Perdana", "heading", marks="h2")
    assert kept(LEDE, heading, LINKS[0], MIDDLE, END) == [LEDE, "Panen Perdana", MIDDLE, END]


@pytest.mark.parametrize("label", ["Poin Penting:", "Inti Berita", "Key Takeaways"])
def test_the_points_of_an_article_go_above_its_text(label: str) -> None:
    def point() -> Block:
        return Block("Hasilnya enam ton.", "list_item")

    assert kept(label, point(), LEDE, MIDDLE, END) == [LEDE, MIDDLE, END]
    assert kept(LEDE, label, point(), MIDDLE, END) == [LEDE, label, "Hasilnya enam ton.", MIDDLE, END]


def test_the_credits_in_a_table_go_below_the_text() -> None:
    rows = [Block(row, "table_row") for row in ("Penulis | : | Rudi Hartanto", "Editor | : | Rina Amalia")]
    assert kept(LEDE, MIDDLE, END, *rows) == [LEDE, MIDDLE, END]


def test_the_site_alone_on_a_line_is_no_text() -> None:
    blocks = [Block(text) for text in (LEDE, MIDDLE, END, "Kabar Lereng")]
    widgets.strip(blocks, title=None, host="www.kabarlereng.id")
    assert [block.text for block in blocks if block.kept] == [LEDE, MIDDLE, END]


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Kabar Lereng | Jendela Petani Bukit", False),
        ("Radar Kota | Jendela Petani Bukit", True),
        ("Kabar Lereng | Jagung hasil panen raya itu dijual ke koperasi.", True),
    ],
)
def test_the_name_of_the_site_and_its_slogan_go(line: str, stays: bool) -> None:
    blocks = [Block(text) for text in (LEDE, line, MIDDLE, END)]
    widgets.strip(blocks, title=None, host="www.kabarlereng.id")
    assert blocks[1].kept is stays


def test_a_last_line_in_bold_stays_unless_it_heads_what_went() -> None:
    bold = Block("Prediksi skor: Lereng 2 - 0 Kebun", "heading", marks="p")
    assert kept(LEDE, MIDDLE, END, bold) == [LEDE, MIDDLE, END, bold.text]
    headed = Block("Sudah Baca yang Ini Belum, Sobat", "heading", marks="p")
    assert kept(LEDE, MIDDLE, END, headed, LINKS[0]) == [LEDE, MIDDLE, END]


def test_a_card_below_the_text_that_repeats_the_title_goes_with_what_follows() -> None:
    title = "Warga Sukamaju Panen Jagung di Lahan Tidur"
    card = [Block(line) for line in (title, "Rudi", "Panen perdana di lereng, kata warga.", "(rud/ama)")]
    blocks = [Block(LEDE), Block(title), Block(MIDDLE), Block(END), *card]
    widgets.strip(blocks, title=title)
    assert [block.text for block in blocks if block.kept] == [LEDE, MIDDLE, END, "(rud/ama)"]


@pytest.mark.parametrize(
    "opening", ["Ada 2 tanggapan", "2 Komentar untuk tulisan ini", "Tanggapan pembaca (2)"]
)
def test_comments_in_plain_paragraphs_go_with_the_line_that_counts_them(opening: str) -> None:
    comments = ["Budi (2 jam lalu): semoga awet jalannya Tanggapi", "Sari: kapan dibuka? · Suka · Balas"]
    assert kept(LEDE, MIDDLE, END, opening, *comments) == [LEDE, MIDDLE, END]
