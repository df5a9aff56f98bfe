"""Places that datelines name: Indonesian provinces, cities and regencies, and cities of the world."""

from __future__ import annotations

import re

_INDONESIA = """
aceh sumatera utara|sumatera barat|sumatera selatan|riau|kepulauan riau|jambi|bengkulu|lampung
bangka belitung|banten|jawa barat|jawa tengah|jawa timur|yogyakarta|bali|nusa tenggara barat
nusa tenggara timur|kalimantan barat|kalimantan tengah|kalimantan selatan|kalimantan timur
kalimantan utara|sulawesi utara|sulawesi tengah|sulawesi selatan|sulawesi tenggara|sulawesi barat
gorontalo|maluku|maluku utara|papua|papua barat|papua selatan|papua tengah|papua pegunungan
papua barat daya|ntb|ntt|diy|dki jakarta|jakarta|jakarta pusat|jakarta selatan|jakarta timur|jakarta barat
jakarta utara|kepulauan seribu|bogor|depok|tangerang|tangerang selatan|tangsel|bekasi|cikarang|karawang
purwakarta|subang|bandung|bandung barat|cimahi|sumedang|garut|tasikmalaya|ciamis|banjar|pangandaran
kuningan|cirebon|indramayu|majalengka|sukabumi|cianjur|serang|cilegon|lebak|pandeglang|rangkasbitung
cibinong|soreang|ngamprah|singaparna|lembang|semarang|ungaran|salatiga|surakarta|solo|sukoharjo
karanganyar|wonogiri|sragen|klaten|boyolali|magelang|mungkid|temanggung|wonosobo|purworejo|kebumen
banjarnegara|purbalingga|banyumas|purwokerto|cilacap|brebes|tegal|slawi|pemalang|pekalongan|kajen|batang
kendal|demak|grobogan|purwodadi|blora|cepu|rembang|pati|kudus|jepara|jogja|jogjakarta|sleman|bantul
kulon progo|kulonprogo|wates|gunungkidul|gunung kidul|wonosari|surabaya|sidoarjo|gresik|lamongan|tuban
bojonegoro|ngawi|magetan|madiun|ponorogo|pacitan|trenggalek|tulungagung|blitar|kediri|nganjuk|jombang
mojokerto|pasuruan|probolinggo|malang|batu|kota batu|lumajang|jember|bondowoso|situbondo|banyuwangi
bangkalan|sampang|pamekasan|sumenep|kepanjen|kraksaan|bangil|caruban|denpasar|badung|mangupura|gianyar
ubud|klungkung|semarapura|karangasem|amlapura|bangli|buleleng|singaraja|jembrana|negara|tabanan|kuta
nusa dua|mataram|lombok|lombok barat|lombok timur|lombok tengah|lombok utara|praya|selong|sumbawa
sumbawa besar|dompu|bima|taliwang|kupang|soe|atambua|kefamenanu|ende|maumere|larantuka|ruteng|labuan bajo
bajawa|waingapu|waikabubak|lembata|alor|kalabahi|rote|manggarai|sikka|nagekeo|ngada|sumba|medan|binjai
deli serdang|deliserdang|lubuk pakam|langkat|stabat|tebing tinggi|tebingtinggi|pematangsiantar
pematang siantar|simalungun|siantar|asahan|kisaran|tanjungbalai|tanjung balai|batubara|labuhanbatu
rantauprapat|aek kanopan|tapanuli|tapanuli utara|tapanuli tengah|tapanuli selatan|sibolga|pandan|tarutung
toba|balige|samosir|humbang hasundutan|dolok sanggul|dairi|sidikalang|karo|kabanjahe|berastagi|nias
gunungsitoli|padangsidimpuan|padang sidempuan|padangsidempuan|mandailing natal|panyabungan|padang lawas
serdang bedagai|sei rampah|pakpak bharat|banda aceh|aceh besar|sabang|pidie|sigli|pidie jaya|meureudu
bireuen|lhokseumawe|aceh utara|lhoksukon|aceh timur|idi|langsa|aceh tamiang|kuala simpang|takengon
aceh tengah|bener meriah|gayo lues|blangkejeren|aceh tenggara|kutacane|aceh barat|meulaboh|nagan raya
aceh jaya|calang|aceh barat daya|blangpidie|aceh selatan|tapaktuan|subulussalam|aceh singkil|simeulue
sinabang|padang|bukittinggi|agam|lubuk basung|payakumbuh|lima puluh kota|tanah datar|batusangkar
padang panjang|padang pariaman|pariaman|pasaman|pasaman barat|solok|sawahlunto|sijunjung|dharmasraya
pesisir selatan|painan|mentawai|pekanbaru|kampar|bangkinang|dumai|bengkalis|duri|siak|rokan hilir
bagansiapiapi|rokan hulu|pelalawan|indragiri hulu|rengat|indragiri hilir|tembilahan|kuantan singingi
meranti|selatpanjang|batam|tanjungpinang|tanjung pinang|bintan|karimun|lingga|natuna|anambas|muaro jambi
batanghari|bungo|tebo|merangin|bangko|sarolangun|kerinci|sungai penuh|tanjung jabung|palembang|banyuasin
ogan ilir|indralaya|ogan komering ilir|kayuagung|oku|baturaja|muara enim|prabumulih|lahat|pagar alam
pagaralam|lubuklinggau|musi rawas|musi banyuasin|sekayu|empat lawang|martapura|pali|rejang lebong|curup
kepahiang|lebong|mukomuko|seluma|manna|kaur|bandar lampung|bandarlampung|metro|lampung selatan|kalianda
lampung tengah|lampung utara|kotabumi|lampung barat|liwa|lampung timur|tulang bawang|pringsewu|tanggamus
pesawaran|way kanan|mesuji|pesisir barat|pangkalpinang|pangkal pinang|sungailiat|bangka|bangka barat
muntok|bangka tengah|bangka selatan|toboali|belitung|tanjungpandan|manggar|belitung timur|pontianak
kubu raya|mempawah|singkawang|sambas|bengkayang|landak|ngabang|sanggau|sekadau|sintang|melawi|kapuas hulu
putussibau|ketapang|kayong utara|palangka raya|palangkaraya|katingan|kasongan|kotawaringin timur|sampit
pangkalan bun|kotawaringin barat|lamandau|nanga bulik|sukamara|seruyan|kapuas|kuala kapuas|pulang pisau
gunung mas|barito|buntok|muara teweh|puruk cahu|murung raya|banjarmasin|banjarbaru|barabai|kandangan
rantau|amuntai|tanjung|tabalong|balangan|paringin|kotabaru|tanah bumbu|batulicin|tanah laut|pelaihari
tapin|marabahan|samarinda|balikpapan|bontang|kutai|kutai kartanegara|tenggarong|kutai timur|sangatta
kutai barat|berau|tanjung redeb|paser|tanah paser|tana paser|penajam|penajam paser utara|ikn|mahakam ulu
tarakan|bulungan|tanjung selor|nunukan|malinau|tana tidung|manado|bitung|tomohon|kotamobagu|minahasa
tondano|minahasa utara|airmadidi|minahasa selatan|amurang|minahasa tenggara|bolaang mongondow|sangihe
tahuna|talaud|sitaro|boltim|bolmong|bolmut|bolsel|minut|minsel|mitra|limboto|boalemo|pohuwato|bone bolango
palu|donggala|sigi|parigi moutong|parigi|poso|tojo una-una|ampana|banggai|luwuk|morowali|bungku|tolitoli
buol|makassar|gowa|sungguminasa|takalar|jeneponto|bantaeng|bulukumba|sinjai|bone|watampone|maros|pangkep
barru|parepare|pare-pare|pinrang|sidrap|enrekang|wajo|sengkang|soppeng|luwu|palopo|luwu utara|masamba
luwu timur|malili|tana toraja|toraja|makale|rantepao|toraja utara|selayar|mamuju|majene|polewali
polewali mandar|polman|mamasa|pasangkayu|kendari|baubau|bau-bau|konawe|unaaha|konawe selatan|kolaka
kolaka utara|kolaka timur|bombana|muna|raha|buton|buton utara|buton tengah|buton selatan|buranga|wakatobi
wangi-wangi|ambon|tual|maluku tengah|masohi|buru|namlea|buru selatan|seram|maluku tenggara|saumlaki|dobo
kepulauan aru|ternate|tidore|sofifi|halmahera|tobelo|jailolo|labuha|weda|maba|morotai|sula|sanana|taliabu
bobong|jayapura|sentani|keerom|sarmi|biak|supiori|serui|nabire|timika|mimika|paniai|enarotali|wamena
jayawijaya|puncak jaya|merauke|boven digoel|asmat|agats|mappi|manokwari|sorong|raja ampat|fakfak|kaimana
teluk bintuni|bintuni|tolikara|nduga|yahukimo|dekai|oksibil|intan jaya|puncak|ilaga|yogya|sulsel|sumut
jabar|jateng|jatim|kalbar|kaltim|kalsel|kalteng|sulut|sulteng|sultra|sumbar|sumsel|kepri|babel
"""
_WORLD = """
singapura|singapore|kuala lumpur|putrajaya|penang|johor bahru|kota kinabalu|kuching|bangkok|phuket|manila
davao|hanoi|ho chi minh|phnom penh|siem reap|vientiane|yangon|naypyidaw|bandar seri begawan|dili|beijing
shanghai|guangzhou|shenzhen|hong kong|hongkong|taipei|taiwan|wuhan|qingdao|chengdu|tokyo|osaka|kyoto
hiroshima|fukuoka|seoul|busan|pyongyang|ulaanbaatar|new delhi|delhi|mumbai|kolkata|chennai|bangalore
islamabad|karachi|lahore|dhaka|colombo|kathmandu|kabul|tashkent|astana|almaty|teheran|tehran|baghdad
bagdad|damaskus|damascus|beirut|amman|yerusalem|jerusalem|al-quds|tel aviv|gaza|gaza city|ramallah
tepi barat|riyadh|riyad|jeddah|mekah|makkah|mecca|madinah|mina|arafah|doha|dubai|abu dhabi|kuwait
kuwait city|manama|muscat|sanaa|ankara|istanbul|kairo|cairo|tripoli|tunis|aljir|algiers|rabat|casablanca
khartoum|addis ababa|nairobi|kampala|mogadishu|lagos|abuja|accra|dakar|johannesburg|cape town|pretoria
harare|kinshasa|london|manchester|liverpool|birmingham|edinburgh|glasgow|dublin|paris|lyon|marseille|nice
madrid|barcelona|sevilla|valencia|lisbon|lisabon|porto|roma|rome|milan|milano|turin|torino|napoli|naples
venice|florence|vatikan|vatican city|berlin|munich|muenchen|munchen|frankfurt|hamburg|dortmund|leipzig
cologne|bonn|amsterdam|den haag|the hague|rotterdam|brussels|brussel|luxembourg|zurich|jenewa|geneva|basel
davos|wina|vienna|praha|prague|warsaw|warsawa|budapest|bucharest|sofia|athena|athens|beograd|belgrade
zagreb|oslo|stockholm|copenhagen|kopenhagen|helsinki|reykjavik|moskow|moscow|st petersburg
saint petersburg|kiev|kyiv|kharkiv|minsk|tallinn|riga|vilnius|washington|washington dc|new york
los angeles|san francisco|chicago|boston|houston|dallas|miami|atlanta|seattle|las vegas|philadelphia
denver|detroit|florida|california|texas|hawaii|honolulu|toronto|ottawa|montreal|vancouver|mexico city
meksiko|havana|buenos aires|rio de janeiro|sao paulo|brasilia|santiago|lima|bogota|caracas|quito
montevideo|asuncion|la paz|sydney|melbourne|canberra|brisbane|perth|adelaide|darwin|wellington|auckland
christchurch|port moresby|suva|china|malaysia|jepang|amerika serikat|australia|inggris|rusia|palestina
israel|arab saudi|thailand|filipina|vietnam|kamboja|india|korea selatan|jerman|prancis|spanyol|italia
belanda|qatar|turki
"""
_WORDS = re.compile(r"[\w-]+")
PLACES = frozenset(
    name for line in (_INDONESIA + _WORLD).splitlines() for name in line.strip().split("|") if name
)
LONGEST = max(len(name.split()) for name in PLACES)


def is_place(name: str) -> bool:
    """Whether ``name`` is a place that this module knows, in any case, "Kota" and "Kabupaten" aside."""
    words = [word.casefold() for word in _WORDS.findall(name)]
    while words and words[0] in ("kota", "kabupaten", "kab", "provinsi"):
        words = words[1:]
    return " ".join(words) in PLACES


def place_before(text: str) -> str | None:
    """The longest known place that ``text`` begins with, as written; None if there is none."""
    spans = [found.span() for _, found in zip(range(LONGEST), _WORDS.finditer(text), strict=False)]
    for _, end in reversed(spans):
        if is_place(text[:end]):
            return text[:end]
    return None
