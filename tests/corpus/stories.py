"""The articles of the corpus: what each says, before a system prints it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

WIB = timezone(timedelta(hours=7))


@dataclass(frozen=True)
class Story:
    """An invented article. ``paragraphs`` begin with the lede, without its dateline."""

    slug: str
    number: int
    title: str
    deck: str
    author: str
    editor: str
    code: str
    place: str
    section: str
    tags: tuple[str, ...]
    paragraphs: tuple[str, ...]
    heading: str
    caption: str
    credit: str
    published: datetime
    related: tuple[str, ...]

    @property
    def day(self) -> str:
        """The date as Indonesian sites print it: 5 Agustus 2025."""
        months = [
            "Januari",
            "Februari",
            "Maret",
            "April",
            "Mei",
            "Juni",
            "Juli",
            "Agustus",
            "September",
            "Oktober",
            "November",
            "Desember",
        ]
        return f"{self.published.day} {months[self.published.month - 1]} {self.published.year}"

    @property
    def weekday(self) -> str:
        """The day of the week in Indonesian."""
        return ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"][self.published.weekday()]

    @property
    def clock(self) -> str:
        """The time as 09:35."""
        return f"{self.published:%H:%M}"

    @property
    def iso(self) -> str:
        """The instant as machines write it."""
        return self.published.isoformat()


STORIES = (
    Story(
        slug="jembatan-bambu-sukarasa-kembali-dibuka",
        number=482113,
        title="Jembatan Bambu Sukarasa Kembali Dibuka Setelah Tujuh Bulan",
        deck="Warga dua desa tidak perlu lagi memutar lewat jalan hutan.",
        author="Rina Amalia",
        editor="Bagus Wiratama",
        code="rin/bag",
        place="Sukarasa",
        section="Daerah",
        tags=("Jembatan", "Sukarasa", "Dana Desa"),
        paragraphs=(
            "Jembatan bambu yang menghubungkan Desa Sukarasa dengan pasar kecamatan kembali dibuka pada Selasa pagi"
            " setelah tujuh bulan ditutup karena tali utamanya putus diterjang banjir.",
            "Kepala Desa Sukarasa, Darsono, mengatakan perbaikan itu memakai dana desa dan sumbangan para perantau yang"
            " dikumpulkan sejak awal tahun.",
            '"Anak-anak kini bisa berangkat sekolah tanpa bangun sebelum subuh," kata Darsono kepada wartawan di balai'
            " desa.",
            "Panjang jembatan itu 64 meter dengan lebar dua meter. Hanya pejalan kaki dan sepeda motor yang boleh"
            " melintas, dan dinas pekerjaan umum akan memeriksa anyaman bambunya setiap tiga bulan.",
            "Warga berharap jalan tanah menuju jembatan ikut diperkeras karena licin pada musim hujan dan kerap membuat"
            " pedagang sayur terjatuh.",
        ),
        heading="Diperiksa Setiap Tiga Bulan",
        caption="Warga melintasi jembatan bambu Sukarasa yang baru dibuka",
        credit="Wahyu Pratama",
        published=datetime(2025, 8, 5, 9, 35, tzinfo=WIB),
        related=(
            "Banjir Rendam Puluhan Rumah di Kecamatan Hilir",
            "Harga Cabai di Pasar Kecamatan Naik Lagi",
        ),
    ),
    Story(
        slug="koperasi-nelayan-tanjung-rejeki-borong-es-balok",
        number=519204,
        title="Koperasi Nelayan Tanjung Rejeki Bangun Pabrik Es Sendiri",
        deck="Selama ini nelayan membeli es balok dari kota dengan harga dua kali lipat.",
        author="Yusuf Hamdani",
        editor="Lestari Ningrum",
        code="yus/les",
        place="Tanjung Rejeki",
        section="Ekonomi",
        tags=("Koperasi", "Nelayan", "Pabrik Es"),
        paragraphs=(
            "Koperasi nelayan di Tanjung Rejeki mulai membangun pabrik es balok sendiri agar tangkapan tidak lagi busuk"
            " sebelum sampai di pelelangan.",
            "Ketua koperasi, Samsul Bahri, menyebut biaya pembangunan mencapai Rp1,2 miliar, dan dua pertiganya berasal"
            " dari simpanan anggota selama empat tahun.",
            "Pabrik itu dirancang menghasilkan 300 balok es dalam sehari, cukup untuk 85 perahu yang berangkat sebelum"
            " fajar. Sisanya dijual kepada pedagang ikan di pasar.",
            '"Kami lelah membeli es dari kota dengan harga dua kali lipat," ujar Samsul saat peletakan batu pertama,'
            " Kamis (12/9/2024).",
            "Dinas perikanan setempat berjanji membantu sambungan listrik tiga fase yang diperlukan mesin pendingin"
            " sebelum akhir tahun.",
        ),
        heading="Dari Simpanan Anggota",
        caption="Anggota koperasi meletakkan batu pertama pabrik es di tepi dermaga",
        credit="Dok. Koperasi",
        published=datetime(2024, 9, 12, 16, 20, tzinfo=WIB),
        related=("Cuaca Buruk, Nelayan Libur Sepekan", "Pelelangan Ikan Dipindah ke Dermaga Baru"),
    ),
    Story(
        slug="siswa-smk-rakit-perahu-surya-dari-drum-bekas",
        number=530877,
        title="Siswa SMK Rakit Perahu Bertenaga Surya dari Drum Bekas",
        deck="Perahu itu mengangkut enam murid sekolah dasar menyeberangi waduk.",
        author="Maya Kusumawardani",
        editor="Teguh Santosa",
        code="may/teg",
        place="Wanareja",
        section="Pendidikan",
        tags=("SMK", "Energi Surya", "Waduk"),
        paragraphs=(
            "Delapan siswa sekolah kejuruan di Wanareja merakit perahu bertenaga surya dari drum bekas untuk mengantar"
            " murid sekolah dasar menyeberangi waduk setiap pagi.",
            "Perahu sepanjang lima meter itu digerakkan motor listrik kecil dengan dua panel surya di atapnya, dan"
            " mampu berjalan empat jam sekali isi.",
            "Guru pembimbing, Endah Puspita, mengatakan rancangan dibuat siswa selama satu semester sebagai tugas akhir"
            " jurusan teknik ketenagalistrikan.",
            '"Yang paling sulit adalah menjaga keseimbangan ketika semua penumpang duduk di satu sisi," tutur Endah'
            " sambil menunjuk drum di lambung kiri.",
            "Sekolah berencana membuat dua perahu lagi tahun depan bila bantuan dari pemerintah kabupaten cair sebelum"
            " musim kemarau.",
        ),
        heading="Tugas Akhir Satu Semester",
        caption="Perahu bertenaga surya buatan siswa di Waduk Wanareja",
        credit="Humas Sekolah",
        published=datetime(2026, 2, 17, 7, 5, tzinfo=WIB),
        related=("Perpustakaan Keliling Datangi Desa di Lereng", "Lomba Roket Air Diikuti Sembilan Sekolah"),
    ),
)
