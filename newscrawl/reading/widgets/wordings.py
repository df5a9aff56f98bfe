"""The wordings of widget lines, by class: data for :mod:`newscrawl.reading.widgets.lines`.

One rule a line. A rule is a regular expression for a whole line in its plain form (lower case, plain quotes
and dashes, no bullet in front); punctuation may follow. ``...`` at its end lets up to 300 characters of any
text follow. A word in angle brackets stands for the alternatives below. The rules come from lines that
publishers of all families print between and after the paragraphs of their articles.

A rule must not match a sentence of an article: what could open one ("Ikuti", "Dapatkan", "Unduh") asks for
more than one sign of a widget in the same line, or, as ``<OPEN>``, that no full stop ends it.
"""

from __future__ import annotations

ALTERNATIVES: dict[str, str] = {
    "READ": "baca|lihat|simak|tonton|saksikan|nonton",
    "CALL": "(?:yuk|ayo|mari|silakan|silahkan|jangan lupa|anda bisa|kamu bisa|untuk)?,? ?",
    "JUGA": "juga|pula|selengkapnya|lengkapnya|selanjutnya|lainnya|terkait",
    "NEWS": (
        "berita|artikel|konten|kabar|informasi|info|kisah|video|liputan|topik|foto|bacaan|posting|postingan"
    ),
    "CHANNEL": (
        r"google ?news|whats ?app|\bwa\b|telegram|\bsaluran\b|\w*saluran\b|\bchannel\b"
        r"|\bkanal\b|sumber utama"
    ),
    "OUTLET": (
        r"\bberita|\bartikel|breaking|\bkami\b|redaksi|kumparan|tribun"
        r"|\w\.(?:com|co|id|net|tv)\b|\bupdate\b|\bpers\b|\bcna\b"
    ),
    "NETWORK": (
        "facebook|twitter|whatsapp|telegram|line|linkedin|email|e-mail|mail|google|path"
        "|pinterest|instagram|x|threads"
    ),
    "DAY": (
        "senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|monday|tuesday|wednesday"
        "|thursday|friday|saturday|sunday"
    ),
    "MONTH": (
        r"jan\w*|feb\w*|peb\w*|mar\w*|apr\w*|may|mei|jun\w*|jul\w*|aug\w*|ag[stu]\w*|sep\w*"
        r"|o[ck]t\w*|no[vp]\w*|de[cs]\w*"
    ),
    "OPEN": r"(?!.*\.$)",
    "TIME": r"(?:[ ,|/@-]+(?:pukul |jam |at )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)? ?(?:wib|wita|wit|am|pm)?",
    "STOCK": (
        r"shutterstock(?:\.com)?|getty images|unsplash|freepik|pixabay|pexels"
        r"|istock(?:photo)?|afp photo"
    ),
}

# A line of these goes whatever follows in it.
WORDINGS: dict[str, str] = {
    "advertisement": r"""
        advertisements?|adverts?|ads?|adv|iklan|promoted|sponsored(?: content| links?)?|space iklan
        (?:sponsored|promoted|presented|ads) by ...
        advertorial|iklan oleh \w+
        konten ini (?:diproduksi|disponsori|merupakan kerja ?sama|adalah kerja ?sama) ...
        (?:advertisement|iklan) ?[-:|]? ?(?:scroll|geser|gulir|lanjut) ...
        scroll (?:to|down|up|ke|terus|untuk|lanjut|for) ...
        (?:geser|gulir|swipe) (?:ke )?(?:atas|bawah|up|down) ...
        (?:lanjutkan|lanjut|teruskan) (?:membaca|baca)(?: artikel| berita)?(?: ini)?(?: di bawah(?: ini)?)?
        (?:artikel|konten|berita)(?: ini)? (?:dilanjutkan|berlanjut|lanjut) (?:setelah|di bawah) .{0,40}
        (?:continue|keep) reading(?: below)?
        (?:article|story) continues (?:below|after)(?: .{0,40})?
        (?:baca|nikmati|nyaman) (?:berita |artikel )?tanpa iklan .{0,80}
        (?:baca|nikmati|nyaman) (?:berita |artikel )?tanpa iklan
        adsbygoogle ...
        spot_?img(?:spot_?img)*(?: .{0,60})?
        pr\s?\(.{2,40}\)|mgid|brandconnect .{0,120}
    """,
    "related link": r"""
        <CALL>(?:<READ>)(?: (?:<NEWS>))?(?: (?:ini|menarik|penting|lengkap
            |menarik lainnya))?(?: (?:<JUGA>))+(?: (?:di sini|di bawah|berikut)(?: ini)?)? ?: ...
        <CALL>(?:<READ>)(?: (?:ini|yuk))? (?:<JUGA>)(?: (?:di sini|disini|di bawah|berikut)(?: ini)?)?
        <CALL>(?:<READ>) ini(?: juga)? ?: ...
        <CALL>(?:<READ>) (?:berita|artikel|konten)(?: \w+)? (?:lainnya|selengkapnya|menarik|terkait|terkini
            |terpopuler|pilihan) .{0,90}
        <CALL>(?:<READ>) (?:berita|artikel|konten)(?: \w+)? (?:lainnya|selengkapnya|menarik|terkait|terkini
            |terpopuler|pilihan) ?:?
        baca berita (?:terkini|terbaru) ...
        (?:simak|cek|lihat) berita (?:lain|lainnya|teknologi) ...
        baca (?:juga )?\(?\d{1,2}\)?|baca (?:lebih lanjut|lagi)
        (?:cek|klik|intip) juga ?: ...
        (?:ingin|mau) tahu (?:berita|informasi|info)\b.{0,80}\bklik ...
        (?:tonton|lihat|simak|baca|saksikan|buka)(?: selengkapnya)? di (?:youtube|app|aplikasi|instagram
            |vidio)
        (?:telusuri|temukan) (?:berita|artikel) ...
        mau berita menarik ...
        ikuti perkembangan (?:berita|topik) ...
        (?:berita|artikel|topik|video|foto|konten|kabar) terkait ?: ?.{1,120}
        <OPEN>kumpulan (?:berita|artikel) .{0,80}
        .{4,160} artikel kompas\.id(?: .{0,60})?|artikel kompas\.id .{0,60}|konten premium
            |© ?20\d\d konten oleh .{0,60}
        (?:also )?(?:read|see|watch)(?: (?:also|more|next|too|this|now))* ?: ...
        <OPEN>(?:also read|read also|see also) ...
        related(?: (?:news|stor(?:y|ies)|articles?|posts?|reading|coverage|videos?))? ?: ...
        you (?:may|might) also (?:like|enjoy|be interested in)(?: .{0,80})?
        <OPEN>more (?:from (?:the )?.{2,40}|(?:stories|news|articles) (?:from|on|about|in|by) .{2,60})
        (?:most read|top stories|latest news)(?: (?:in|from|on) .{2,40})?
        klik (?:di sini|disini)(?: untuk .{0,60})?
            |(?:baca |simak |lihat )?selengkapnya(?: di sini| disini)?
            |lebih lanjut(?: klik)?(?: di sini| disini)?>*
    """,
    "video promo": r"""
        <CALL>(?:<READ>)(?: juga)?(?: cuplikan| tayangan| rekaman)? (?:video|vidio)(?:nya)?(?: (?:menarik
            |pilihan|terkait|lainnya|selengkapnya|berikut|di bawah|populer|lengkap|ini|terpopuler|juga
            |di sini)){1,3}
        <CALL>(?:<READ>) (?:juga |pula )?(?:video|vidio)(?:nya)? ?[:'"] ?.{0,200}
        <CALL>(?:<READ>) (?:juga|pula) (?:video|vidio)(?: .{0,160})?
        <CALL>(?:<READ>) (?:juga |pula )?(?:live|siaran langsung) detik\w* ?:?
        video(?: \w+)? (?:terpopuler|pilihan|terkait|rekomendasi|lainnya|terbaru)(?: hari ini)?
        your browser does(?:n't| not) support .{0,80}
        (?:mohon maaf, embed|browser anda tidak mendukung) ...
    """,
    "embed placeholder": r"""
        \[gambas ?:[^\]]{0,80}\]
        (?:view this post on|lihat (?:postingan|kiriman) ini di) instagram
        (?:a (?:post|photo|video) shared by|(?:sebuah )?(?:kiriman|postingan|foto
            |video) (?:yang )?dibagikan oleh) ...
        [^@]{1,80}\(@\w{1,30}\) \w+ \d{1,2},? \d{4}
        (?:https?://)?pic\.twitter\.com/\w+
        https?://(?:www\.)?(?:youtube\.com|youtu\.be|twitter\.com|x\.com|instagram\.com|facebook\.com
            |tiktok\.com|t\.co)/\S*
        (?:twitter: )?https?://t\.co/ ...
        embed from getty images
        \{ ?["']?@?(?:context|type|title)["'] ?: ...
        (?:loading|memuat|sedang memuat|mohon tunggu|please wait|suka memuat|like loading
            |memuat berita terbaru)(?:\W*-)?
    """,
    "follow or channel promo": r"""
        (?:ayo |yuk,? |mari |jangan lupa |silakan |silahkan |kamu bisa |anda bisa |dan |untuk )*(?:ikuti
            |follow|dapatkan|gabung|bergabung|akses|simak|cek|baca|temukan|update|klik|join|tambahkan
            |subscribe|kunjungi|nikmati|pantau)\b(?=.{0,240}(?:<CHANNEL>))(?=.{0,300}(?:<OUTLET>)) ...
        <OPEN>(?:(?:yuk|ayo|jangan lupa),? )?(?:follow|subscribe)\b.{0,100}
        like (?:fan ?page|halaman|page) .{0,80}
        follow .{1,60} on (?:twitter|x|facebook|instagram|youtube|telegram|tiktok|google news)\b.{0,160}
        join (?:our|us on) .{0,60}\b(?:channel|group|community|telegram|whatsapp)\b.{0,60}
        kunjungi juga (?:instagram|facebook|youtube|media sosial|akun|website|situs) .{0,60}
        <OPEN>(?:pantau|simak|update) terus (?:berita|informasi|info|\S{1,30}\.(?:com|id|co)\b).{0,100}
        <OPEN>untuk berita (?:terkini|terbaru|lainnya|selengkapnya|lebih lengkap)\b.{0,80}
        \S{1,30}\.(?:com|id) (?:kini )?(?:hadir|ada|tersedia) di (?:google news|whatsapp
            |telegram)(?: .{0,30})?
        <OPEN>(?:whats ?app|wa) channel .{1,40}|<OPEN>ikuti kuis .{1,60}
        ikuti (?:kami|us)(?: .{0,80})?|follow (?:us|kami)(?: .{0,80})?
        ikuti (?:berita|saluran|channel|kanal|whats ?app) ...
        follow (?:berita|channel|whats ?app|telegram|\w+ news) ...
        ikuti dan bergabung (?:di ?saluran|di channel) ...
        (?:ikuti|follow)(?: \S+){1,4} (?:di|on) (?:google news|whatsapp|telegram)(?: .{0,60})?
        dapatkan (?:juga )?(?:berita|update|artikel)\b(?=.{0,200}(?:setiap hari|terbaru|terkini|pilihan
            |menarik|hanya di|di sini|<CHANNEL>|\w\.(?:com|co|id)\b)) ...
        dapatkan update berita|temukan berita terkini
        dapatkan (?:informasi|info) (?:terbaru|terkini|menarik) dari(?: \w+){1,4}(?: …)?
        add as a preferred source on google|jadikan .{1,30} sumber (?:utama|pilihan) .{0,40}
        pastikan (?:kamu|anda|\w+ners|fungsi notifikasi) .{0,40}(?:install|aplikasi|whatsapp
            |dinyalakan) .{0,80}
        (?:berita|kabar) (?:terkini|terbaru|terpercaya)[^.]{0,60}(?:whatsapp|telegram|google news) .{0,60}
        https?://(?:www\.)?(?:whatsapp\.com/channel|t\.me|news\.google\.com)/?\S*
        anda harus install aplikasi .{0,120}|google news|whatsapp channel|saluran whatsapp
        (?:silakan|silahkan) baca konten .{0,120}
        bagi \w+ yang (?:mau|ingin) sharing ...
        yuk,? (?:gabung|join)\b(?=.{0,200}(?:di sini|komunitas|diskusi|klik)) ...
        tertarik menjadi (?:kolumnis|penulis) ...
    """,
    "app or subscription promo": r"""
        (?:download|unduh|install|pasang)\b.{0,60}\b(?:apps?|aplikasi)\b(?=.{0,250}(?:berita|breaking|news
            |\bkami\b|epaper|baca)) ...
        (?:berita|artikel) ini juga dapat dibaca (?:melalui|di|lewat) ...
        gabung \S{3,20}\+|.{0,40}kompas\.?com\+(?: .{0,60})?
        (?:langganan|berlangganan) (?:sekarang|koran|epaper|premium|untuk (?:membaca|melanjutkan)) .{0,100}
        (?:langganan|berlangganan) (?:sekarang|koran|epaper|premium|untuk (?:membaca|melanjutkan))
            |berlangganan selanjutnya
        to receive comprehensive ...
        for print subscription ...
        subscribe (?:to our|now|here|sekarang|today) ...
        subscribe(?: now| here| sekarang)?|newsletter|paper edition ?\|.{0,30}
        (?:login|masuk|daftar) untuk (?:melanjutkan|membaca|berkomentar)(?: .{0,60})?
        lupa kata sandi\b.{0,40}|konfirmasi email|kami telah mengirimkan link aktivasi ...
        klik link aktivasi ...
        kami rekomendasik\w+ ...
        (?:sign up|daftar)(?: for)? (?:our )?newsletter .{0,80}
        (?:sign up|subscribe|register)\b.{0,120}\b(?:newsletters?|inbox)\b.{0,120}
        (?:get|have) (?:the|our|your|daily|all)\b.{0,120}\b(?:your (?:inbox|e-?mail)
            |our newsletters?)\b.{0,120}
        this content is reserved for subscribers(?: only)?
        support (?:local|independent|quality) journalism(?: .{0,60})?
        halo, pembaca .{0,80}
    """,
    "share buttons": r"""
        (?:\w{1,12} )?(?:share|bagikan|sebarkan)(?: (?:this|ini|ke|on|via|artikel|berita|article|post|it
            |<NETWORK>)){0,3} ?:?
        (?:(?:share|bagikan|sebarkan)[^:|]{0,40}: ?)?(?:<NETWORK>)(?: ?[|/•,·] ?(?:<NETWORK>)){1,9}
        (?:like|love|enjoy(?:ed)?) (?:this|our|what)\b.{0,60}\? ?(?:share|follow|subscribe|support)\b.{0,120}
        copy link|salin(?: link| tautan| url)|link copied|tautan (?:berhasil )?disalin|pin it|tweet
        (?:like this|sukai ini|suka ini|bagikan ini) ?:
        (?:share to|klik untuk berbagi (?:di|pada|via)|click to share on|kirim (?:ke
            |lewat)) (?:<NETWORK>)(?: .{0,40})?
        (?:post views|views|dibaca|dilihat) ?:? ?[\d.,]+(?: kali|x| views)?|[\d.,]+ kali (?:dibaca|dilihat)
        [\d.,]+k? ?(?:shares?|flares?|pengikut|views?|kali dilihat|dilihat|likes?)(?: [\d.,]+ (?:flares?
            |shares?))?
        mengikuti
        •? ?\S{1,30} ?\| ?share ?:?|share @\w+|follow ?@\w+|tweets? by .{0,40}
    """,
    "reactions": r"""
        what'?s your (?:reaction|opinion)
        (?:apa|bagaimana) (?:reaksi|pendapat|tanggapan) (?:anda|kamu|kalian)(?: .{0,40})?
        reaksi(?: anda| kamu)?|(?:beri|berikan) (?:reaksi|rating) .{0,40}|beri nilai .{0,40}
            |thanks for rating
        (?:dis)?like(?: dislike)? love(?: .{0,80})?
        (?:anda )?(?:menyukai|tidak menyukai|suka)(?: dengan)? artikel ini|menyukai ini ?:
        apakah (?:artikel|berita|informasi) ini (?:bermanfaat|membantu|menarik)(?: .{0,30})?
        polling ?: ?.{0,120}
        (?:berikan|kirimkan) apresiasi .{0,160}
        polling|jajak pendapat
    """,
    "page links": r"""
        \d{1,3} (?:dari|of|/) \d{1,3}(?: halaman| pages?)?
        (?:halaman|page|hal)\.? ?:? ?\d{0,3}(?: ?(?:dari|of|/) ?\d{1,3})?(?: \d{1,3}){0,20}
        (?:baca |lihat )?(?:halaman|artikel|berita|laman|page) (?:selanjutnya|berikutnya|sebelumnya|all
            |semua)
        (?:next|prev|previous|selanjutnya|berikutnya|sebelumnya|tampilkan semua|show all|view all
            |lihat semua|intro)(?: (?:page|post|article|artikel))?
        (?:baca|lihat) selanjutnya ?:? ?.{0,120}
        bersambung ke halaman (?:selanjutnya|berikutnya)
        (?:simak|baca|lanjut) .{0,60}\bhalaman (?:selanjutnya|berikutnya)
        (?:load|show|muat|tampilkan|lihat|view) (?:more|lebih banyak|lainnya|lagi)
        (?:prev|next|sebelumnya|selanjutnya)(?: ?[|/-] ?(?:prev|next|selanjutnya|berikutnya))+
        (?:previous|next) (?:post|article) ?: ...
        (?:lanjut|lanjutkan|baca) (?:ke )?halaman \d{1,2}|halaman(?: \d{1,2}){1,9} (?:selanjutnya
            |berikutnya)
        \d{1,2}(?: ?[|·] ?\d{1,2}){1,15}
    """,
    "comments": r"""
        (?:\d{1,5} )?(?:komentar|comments?|tanggapan|responses?
            |replies)(?: ?\(? ?\d{0,5} ?\)?)?(?: anda| pembaca)? ?:?
        (?:tulis|beri|berikan|tinggalkan|kirim|kirimkan|tambah|lihat|baca) (?:komentar|tanggapan
            |balasan)(?: .{0,60})?
        (?:show|view|see|hide|add|post) (?:all )?(?:\d{1,5} )?comments?
        leave a (?:reply|comment)(?: .{0,60})?|discussion about this post|readers comments.{0,20}
        isi komentar sepenuhnya ...
        apa komentar (?:anda|kamu)(?: .{0,40})?|balas|reply|(?:silakan|silahkan|harap) (?:login
            |masuk) untuk .{0,60}
        (?:terima ?kasih) atas saran ...
        komentari (?:artikel|berita) .{0,40}|laporkan (?:konten|akun|komentar)|click here to cancel .{0,40}
        your email address will not .{0,120}|\d{1,5} responses? to ...
        be the first to .{0,60}|jadilah yang pertama (?:berkomentar|memberi) .{0,60}
    """,
    "copyright": r"""
        (?:©|\(c\)) ?.{0,300}
        copyright \S{2,30} \d{4}
        (?:copyright|hak cipta) ?(?:©|\(c\)|@|:|\d{4}|dilindungi|by) ...
        (?=[^.]*copyright)[^.]{0,100}\bcopyright ?:? ?(?:©|\(c\)) ...
        (?:.{0,60} )?all rights reserved(?: .{0,60})?
        dilarang (?:keras )?(?:mengambil|menyalin|mengutip|memperbanyak|menyebarluaskan
            |menggandakan)\b.{0,30}\b(?:konten|isi|artikel|berita|materi|seluruh|sebagian) ...
        .{0,60}terverifikasi administratif dan faktual .{0,60}
    """,
    "caption": r"""
        (?:foto|photo|ilustrasi|infografis|grafis|gambar|keterangan (?:foto|gambar)|sumber (?:foto|gambar)
            |foto utama|teks foto|caption|credit|kredit|dok)(?: (?:oleh|by))? ?: ?.{0,240}
        (?:keterangan|sumber) gambar, ...
        (?:image|photo|picture|foto|gambar) \d{1,3} (?:of|dari|/) ?/? ?\d{0,3}
        (?:foto|ilustrasi)/(?:foto|ilustrasi) ?: ?.{0,240}|<OPEN>dok\. .{2,60}|<OPEN>photo by .{3,80}
        (?:lihat foto|perbesar|klik untuk memperbesar|foto|ilustrasi|istimewa|<STOCK>)
        (?:ilustrasi )?(?:<STOCK>)(?:[ /].{0,60})?
        <OPEN>(?:you ?tube|instagram|twitter|facebook|tiktok)(?:\.com)? ?[-/@] ?[@\w][^.!?]{1,50}
        [^.!?]{3,200} © ?[\w./ -]{2,60}
        <OPEN>(?!.{0,200}(?:huruf|ayat|butir|poin) \(c\))[^.!?]{3,200} \(c\) [\w./ -]{2,60}
        (?:infografis|ilustrasi) [^.!?]{3,200}\([^()]{2,60}/[^()]{2,60}\)
        berita video (?!itu|ini|yang|tersebut|palsu|hoaks|bohong).{10,300}
        [^.!?]{3,300}\((?:ap photo|afp photo|antara foto|photo by|reuters|getty images)\b[^()]{0,80}\)
        [^.!?]{3,160}\((?:foto|photo|dok|sumber|source|istimewa)\b ?[:./ ]?[^()]{0,80}\)
        .{3,200}\.--[\w .]{2,60}
        (?=[^.,]*--)(?!.{0,60}\.(?:com?|id)\b)[^.,]{3,60} [^.,]{2,100}\w--
    """,
    "byline": r"""
        laporan wartawan …|tim redaksi|redaksi|artikel ini ditulis oleh ?:?(?: .{0,80})?
            |ditulis oleh ?: ?.{0,60}
    """,
    "author box": r"""
        (?:about the author|tentang penulis)(?: ?: ?.{0,80})?
    """,
    "date line": r"""
        (?:<DAY>),? ?\d{1,2}[ /-](?:<MONTH>|\d{1,2})[ /-]\d{2,4}<TIME>(?: ?[|/-].{0,40}| baca tanpa iklan)?
        (?:<MONTH>) \d{1,2},? \d{4}<TIME>
        \d{1,2}[ /-](?:<MONTH>|\d{1,2})[ /-]\d{4}<TIME>
        (?:tayang|terbit|diperbarui|dipublikasikan|diterbitkan|updated?|published(?: on)?|posted(?: on)?
            |last updated?) ?:? .{0,40}\d{4}.{0,60}
        \d{1,3} (?:detik|menit|jam|hari|minggu|bulan|tahun) (?:yang )?lalu
    """,
    "syndication notice": r"""
        (?:artikel|berita|konten|tulisan) ini (?:telah |sudah |pernah |juga |pertama kali |sebelumnya )+
            (?:tayang|terbit|naik|dimuat|ditayangkan|dipublikasikan
            |diterbitkan)(?: sebelumnya| pertama kali)? (?:di|pada|oleh) ...
        (?:artikel|berita|konten|tulisan) ini (?:adalah|merupakan) bagian dari (?:mitra|kerja ?sama) ...
        (?:read|baca) (?:the )?(?:full |original )?(?:article|artikel asli\w*) (?:on|at|di) ...
        make the article one line only|remove remaining article headings|article headline
    """,
    "tags": r"""
        (?:tags?|tag terkait|keywords?|kata kunci|topik terkait|hashtags?|filed under
            |posted in) ?: ?.{0,300}
        tags?|(?:tag|topik|artis|tokoh|pemain|klub|tim|film|profil|kata) terkait|topik|keywords?
        #[\w.-]+(?:[ ,|]+#[\w.-]+){1,20}
    """,
    "disclaimer": r"""
        (?:disclaimer|penafian) ?[:!] ?.{0,600}
        peringatan ?: ?(?:konten|isi|artikel|gambar|video|…) ...
        \S{3,30} (?:adalah platform blog|tidak bertanggung ?jawab) ...
        konten ini menjadi tanggung jawab ...
        untuk menghubungi penulis ...
        the english, chinese, japanese ...
        this article was (?:automatically|originally) ...
    """,
    "call to readers": r"""
        punya (?:informasi|info|klaim)\b(?=.{0,300}(?:hubungi|kami|redaksi|cek fakta)).{0,500}
        jika anda memiliki informasi seputar hoaks ...
        ingin lebih cepat mendapat jawaban ...
        fakta atau hoaks ...
        melawan hoaks sama saja .{0,60}
        (?:bantu|dukung|mari|ayo|yuk|bayangkan|donasi)\b(?=.{0,600}donasi)(?=.{0,650}(?:https?://|bit\.ly
            |klik)).{0,700}
        dalam segala situasi, \S+ berkomitmen ...
        baca kisah inspiratif ...
        hoegeng awards(?: \d{4}| block)?
    """,
    "summary": r"""
        ringkasan(?: berita| artikel)? ?:?|jadi intinya|intisari(?: berita)? ?:
    """,
    "site menu": r"""
        (?:dark/light|dark|light) mode|(?:header |main )?menu|home|beranda|search|cari|login|masuk|daftar
            |tutup|close|batal|promosi
        change size|font size|ukuran huruf|a- ?\|? ?a\+|a\+ ?\|? ?(?:reset ?\|? ?)?a-|kembali ke atas
            |back to top|image-gnews
        dengarkan(?: artikel| berita)?(?: ini)?|text to speech|masukkan email .{0,40}|live streaming
            |powered by(?: .{0,30})?|more
        daftar isi|table of contents|baca \d{1,3} detik|header image
        kebijakan privasi|privacy policy|tentang kami|about us|pedoman media siber|hubungi kami|contact us
            |info iklan
        (?:reading time|waktu baca|estimasi baca) ?:? ?\d{1,2} ?(?:minutes?|menit|min)
        \d{1,2} ?(?:min|minutes?|menit) (?:read|membaca|baca|bacaan)
        (?:home|beranda) ?[>»/›] ?.{0,160}
        (?:sumber|source) ?:?|source ?\| ?:? ?\| ?.{0,40}
        (?:halaman|artikel|konten)(?: yang anda tuju)? tidak (?:ditemukan|tersedia)
            |tidak ada data yang ditemukan|found \d+ articles
        print(?: this)? (?:article|page|story)|submit a correction|reprints (?:&|and) permissions
            |explore further|thank(?:s| you) for reading(?: .{0,80})?
        _{5,}|kalau bukan sekarang, kapanlagi|just a moment
        untuk membaca artikel .{0,60}klik .{0,40}
    """,
}

# Lines that announce links or headlines, which follow on the same line after a colon or on the next lines.
LABELS: str = """
    berita menarik lainnya; terpopuler lainnya; paling populer; foto lainnya; video lainnya; kabar terbaru
    editor's choice; artikel selanjutnya; artikel sebelumnya; berita selanjutnya; berita sebelumnya
    baca lagi; video; related; related posts; related articles; related news; related stories
    recent posts; popular posts; latest news; latest update; latest updates; more news; more articles
    more stories; trending; trending now; recommended; recommended for you; recommended by
    recommended by editor; you may also like; you might also like; read more; read also; also read
    see also; don't miss; editor's picks; editor's pick; breaking news; headline; headlines; most read
    most popular; previous article; next article; other articles; terkait; berita terkait; artikel terkait
    video terkait; foto terkait; konten terkait; kabar terkait; berita lainnya; artikel lainnya
    berita lain; artikel lain; topik lainnya; berita rekomendasi; artikel rekomendasi; rekomendasi
    rekomendasi untuk anda; rekomendasi untukmu; rekomendasi pilihan; berita pilihan; artikel pilihan
    video pilihan; pilihan redaksi; pilihan editor; pilihan untukmu; populer; terpopuler; berita populer
    berita terpopuler; artikel terpopuler; artikel populer; topik populer; terkini; terbaru
    berita terkini; berita terbaru; artikel terbaru; berita utama; berita foto; berita video
    berita hari ini; headline hari ini; terpopuler hari ini; jangan lewatkan; jangan sampai ketinggalan
    menarik dibaca; wajib dibaca; baca ini juga; artikel menarik; artikel menarik lainnya; bacaan menarik
    mungkin anda suka; anda mungkin suka; anda mungkin juga suka; anda mungkin tertarik
    dapatkan artikel lain; paling banyak dibaca; lewati paling banyak dibaca
    akhir dari paling banyak dibaca; lewatkan bagian selanjutnya topik terkait; kumpulan berita terkait
    simak lifestyle populer lainnya; baca; lihat; simak; tonton; saksikan; nonton; selanjutnya; sebelumnya
    berikutnya; yuk, simak juga; baca juga; simak juga; lihat juga; tonton juga; saksikan juga
    baca lainnya; simak lainnya; baca artikel menarik lainnya
"""
# Of those, the ones that are words of everyday speech: alone on a line they say nothing.
NOT_ALONE: frozenset[str] = frozenset(("baca", "lihat", "simak", "tonton", "saksikan", "nonton", "video"))
