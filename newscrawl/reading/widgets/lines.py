"""What a single line says of itself: whether it is worded like a widget, a headline, a date, a byline."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.dates.spotting import has_clock, has_day, is_date_line
from newscrawl.reading.tree.measures import LONG_SENTENCE
from newscrawl.reading.widgets.running import CODE_BEHIND, SENTENCE_END
from newscrawl.reading.widgets.wordings import kind_of
from newscrawl.record.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 700
"""Bound: characters of a line that patterns are tried on; a longer one is prose, whatever it begins with."""
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "：": ":"})
_LEAD = re.compile(r"[^\w\"'(\[{©#]+")
_LABELS = frozenset(words.texts("labels"))
_NOT_ALONE = frozenset(words.texts("labels", "everyday"))
_MAY_HEAD = frozenset(words.texts("labels", "heading"))
_LABELLED = re.compile(r"\(?([a-z', ]{4,45}?) ?: ?(.*)")

_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z\d\"'“‘])")
"""Where a small letter and a capital meet: two elements with nothing between them."""

_LONGEST_GLUED = 45
"""Bound: characters at the head of a line in which a label ends and a headline begins without a blank."""
_LONGEST_LABEL = 4
"""Words of a label that no sign parts from the headline behind it."""
_UNPARTED = re.compile(r"\W{0,3}(?:baca|lihat|simak|tonton|saksikan) juga ", re.IGNORECASE)

_ROLES = words.tree(
    entry.text for entry in words.entries("roles") if not {"nobody", "label"} & set(entry.kind.split())
)
_WITH_NAME = frozenset(entry.text for entry in words.entries("roles") if "named" in entry.kind.split())
_BYLINE = lazy(
    rf"\W{{0,3}}(?:{_ROLES})(?: ?(?:&|/|dan) ?(?:{_ROLES}))?(?: ?(?P<sign>[:|.=])| -)[ |:]{{0,6}}"
    rf"(?P<names>[^:?!]{{0,90}})"
    rf"(?P<more>(?:[|,;/ -]{{1,4}}(?:{_ROLES}) ?[:|][ |:]{{0,4}}[^:?!]{{0,90}}){{0,3}})[)\]]?",
    re.IGNORECASE,
)
# Where a reporter is stands behind the role: "Kontributor Lereng: Rudi".
# A name and the role of another on one line: "Rara Kelana Editor: Bayu Pesisir".
_SIDE_BY_SIDE = lazy(rf"(?P<first>[A-Z][^:?!.]{{4,40}}?) (?i:{_ROLES}) ?: ?(?P<names>[^:?!]{{3,60}})")
_PLACED = lazy(rf"\W{{0,3}}(?i:{_ROLES})(?: [A-Z]\w{{2,20}}){{1,3}} ?: ?(?P<names>[^:?!]{{3,60}})")
_ROLE_LABEL = lazy(rf"\W{{0,3}}(?:{_ROLES}) ?:", re.IGNORECASE)
_ROLE_ALONE = lazy(rf"\W{{0,3}}(?:{_ROLES})\W{{0,3}}", re.IGNORECASE)
_LONGEST_ROLE = 30
"""Bound: characters of a role word alone on a line, on which the pattern is tried."""
_REPORT = lazy(
    r"laporan (?:wartawan|kontributor|reporter|jurnalis) (?P<names>[\w.,'’|\- ]{3,100})", re.IGNORECASE
)
_SIGNED = lazy(
    rf"[(\[*—–-]{{0,2}} ?(?:{words.patterns('edges', 'signed')})(?: ?:)? {{1,3}}"
    rf"(?P<names>[\w.,;'’|/&\- ]{{3,80}}?)"
    rf"(?P<rest>(?:[ ,|(·•»–—-]{{1,3}}(?:{words.patterns('edges', 'behind a name')})\)?){{0,3}})"
    r"[)\]*]{0,2}",
    re.IGNORECASE,
)
# "Rudi Hartono Ikuti di X": the writer's name and a button.
_FOLLOWED = lazy(r"(?P<names>[^:?!|]{5,60}?) {1,3}(?i:ikuti|follow) (?i:di|on|saya|me)\b.{0,30}")
_BY = lazy(r"[(\[]?\w+ (?:oleh|by) ", re.IGNORECASE)
# A second role behind the names of the first: "Ditulis oleh Rudi dan disunting oleh Rina".
_SECOND = lazy(rf"(?:[.,;|]| dan| and)? (?:{words.patterns('edges', 'signed')}) ", re.IGNORECASE)
# Where a report is from stands behind the name: "Liputan Abraham Johan dari Balikpapan".
_LED = lazy(
    rf"[(\[*]{{0,2}} ?(?:{words.patterns('edges', 'signed')})(?:(?<=oleh)|(?<=\bby))(?: ?:)? ", re.IGNORECASE
)
_FULL_NAME = re.compile(r"[A-Z][\w.'’-]{0,30}(?: (?:[A-Z][\w.'’-]{0,30}|bin|binti|al|van|de)){1,4}")
# The role and name of another behind those: "Ditulis oleh Rudi. Editor: Rina".
_NEXT_ROLE = lazy(rf"[.,;|/]? (?=(?:{_ROLES}) ?:)", re.IGNORECASE)
_FROM = lazy(r" (?:dari|from) \S.*", re.IGNORECASE)
_OUTLET_BEHIND = lazy(r"(?<=\w) ?\([\w. ]{2,40}\)$")
_TYPED_SOURCE = re.compile(rf"\W{{0,3}}(?:{words.patterns('edges', 'typed source')})\b", re.IGNORECASE)
_AGENCY = lazy(
    rf"[(\[]?(?:[\w.]{{2,20}} ?\| ?)?(?:{words.patterns('edges', 'agency')})"
    r"(?: ?[/|&,-] ?(?:[\w.]{2,20}))?[)\]]?\.?",
    re.IGNORECASE,
)
_ADDRESS = lazy(r"(?:[\w ]{1,30}: ?)?(?:(?:https?://|www\.)\S{4,}|[^\s@]{1,64}@[^\s@]{1,200}\.\w{2,20})")
_REPORTERS_CODE = re.compile(
    r"[(\[][A-Za-z]{1,6}(?:[/-][\w.*]{1,8}){1,2}[)\]]|(?i:red(?:aksi)?) ?[-–—_] ?[A-Za-z]{2,5}"
)
_BARE_CODE = re.compile(r"[A-Za-z]{2,10}(?:[-/_][A-Za-z*]{1,8}){1,3}")
_CODE = re.compile(r"[(\[][^()\[\]]{1,60}[)\]][.]?|\*{2,3}")
_INITIAL = re.compile(r" [A-Z]\.$")
"""A last name cut to its first letter: its full stop ends no sentence."""
_SMALL_WORDS = frozenset(
    ("dan", "bin", "binti", "al", "el", "de", "van", "von", "dari", "i", "|", "&", "/", "-")
)


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """The form of a line that the rules read: lower case, plain quotes and dashes, no bullet in front."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    found = _LEAD.match(text)
    return (text[found.end() :] if found else text).lower().strip()


def verdict(text: str, signs: Iterable[str] | None = None) -> str | None:
    """The class of widget that ``text`` is worded like, or None where nothing in its wording says so.

    ``signs`` are what :func:`signs_in` finds in a text with this one in it.
    """
    if len(text) > _LONGEST:
        return None
    if is_label(text):
        return "related link"
    line = plain(text)
    if text.startswith("!!!") and text.endswith("!!!"):
        return "site menu"
    bracketed = line[:1] + line[-1:]
    if bracketed == "()" and " " in line:
        line = line[1:-1].strip()
    kind = kind_of(line, signs)
    if kind is None and bracketed == "[]":
        kind = kind_of(line[1:-1].strip(), signs)
    if kind is not None:
        return kind
    if _announces_headline(text[1:-1] if bracketed == "[]" else text):
        return "related link"
    return "byline" if is_byline(text) else None


def _announces_headline(text: str) -> bool:
    """Whether a line is a label and a headline: "Selanjutnya: ...", "Baca juga ..."."""
    if found := _UNPARTED.match(text):
        return is_headline(text[found.end() :])
    return is_labelled(text) and is_headline(text[text.index(":") + 1 :])


def is_label(text: str) -> bool:
    """Whether a line only announces others, such as "Baca juga:" or "Berita Terkait"."""
    if len(text) > 60:
        return False
    label = plain(text).strip(" :!?.…>»↓")
    return label in _LABELS and (label not in _NOT_ALONE or text.rstrip().endswith(":"))


def may_head(text: str) -> bool:
    """Whether a line is a label that texts have as a heading of their own, too: "Rekomendasi"."""
    return plain(text).strip(" :") in _MAY_HEAD


def is_labelled(text: str) -> bool:
    """Whether a line begins with a label and a colon, whatever follows: "Baca: ...", "Selanjutnya: ..."."""
    found = _LABELLED.match(plain(text)) if ":" in text[:50] else None
    return found is not None and found[1] in _LABELS


def is_glued(text: str) -> bool:
    """Whether a line is a label and a headline of elements side by side: "Artikel TerkaitHarga Naik"."""
    found = _SEAM.search(text[:_LONGEST_GLUED])
    return (
        found is not None and plain(text[: found.start()]) in _LABELS and is_headline(text[found.start() :])
    )


def is_led(text: str) -> bool:
    """Whether a line is a label of some words and a headline without a sign: "Berita Terkait Harga Naik"."""
    words = text.split()
    return any(
        plain(" ".join(words[:size])) in _LABELS and is_headline(" ".join(words[size:]))
        for size in range(2, min(_LONGEST_LABEL, len(words)) + 1)
    )


def is_headline(text: str, *, least: int = 4) -> bool:
    """Whether a line reads like a headline: most words capitalised, no full stop at the end."""
    words = text.split()
    if not least <= len(words) <= 30 or text.rstrip()[-1] in ".,;:" or _is_coded_sentence(text):
        return False
    capitalised = sum(1 for word in words if (sign := word.lstrip("\"'“‘([")[:1]).isupper() or sign.isdigit())
    return capitalised >= 0.6 * len(words)


def _is_coded_sentence(text: str) -> bool:
    """Whether a line is a sentence and the reporter's code behind it."""
    return text[-1] in ")]" and CODE_BEHIND.search(text) is not None


def is_code(text: str) -> bool:
    """Whether a line is a reporter's code or an end mark: "(kpl/otx)", "[hen]", "(*)", "***"."""
    return len(text) <= 64 and _CODE.fullmatch(text) is not None


def is_reporters_code(text: str) -> bool:
    """Whether a line is a code in two parts and brackets, "(kpl/otx)", or a desk's: "Redaksi-SaW"."""
    return _REPORTERS_CODE.fullmatch(text) is not None


def is_dated(text: str) -> bool:
    """Whether a short line says when something was published: a date, and a time of day or what bars part."""
    return len(text) < 100 and (has_clock(text) or " | " in text) and is_date_line(text)


def is_dated_row(text: str) -> bool:
    """Whether a long line is no sentence: a date, and the sections and counters beside it."""
    return is_date_line(text) and SENTENCE_END.search(text) is None


def is_mark(text: str) -> bool:
    """Whether a line only signs the text: a code with or without brackets, an agency's name."""
    if len(text) > 40:
        return False
    if is_code(text) or is_reporters_code(text):
        return True
    return _BARE_CODE.fullmatch(text) is not None or is_agency(text)


def is_typed_source(text: str) -> bool:
    """Whether a line begins as the sources do that writers type below their texts ("Sumber: ...")."""
    return _TYPED_SOURCE.match(text) is not None


def is_address(text: str) -> bool:
    """Whether a line is a typed address of a page or a mailbox, with or without a label: no headline."""
    return _ADDRESS.fullmatch(text) is not None


def is_agency(text: str) -> bool:
    """Whether a line is the name of a news agency, alone or with a partner's."""
    return _AGENCY.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else; within the text it may be a heading of a chronology."""
    return len(text) < 100 and verdict(text) == "date line"


def is_byline(text: str) -> bool:
    """Whether a line names the people behind an article: "Penulis: A | Editor: B"."""
    if len(text) > 300 or plain(text).rstrip(" :") in _WITH_NAME:
        return False
    found = _BYLINE.fullmatch(text) or _REPORT.fullmatch(text) or _PLACED.fullmatch(text)
    if found is None:
        # With the date in the same line: "Penulis: Rina Amalia, Senin, 31 Agu 2026 21:45 WIB".
        if len(text) < LONG_SENTENCE and _ROLE_LABEL.match(text) is not None and is_date_line(text):
            return True
        return _are_side_by_side(text)
    parts = found.groupdict()
    # A full stop ends a role word only before names and nothing else: "Reporter. Sari Wulandari".
    if parts.get("sign") in (".", "="):
        return _are_all_names(found["names"])
    return bool(parts.get("more")) or _are_names(found["names"])


def _are_side_by_side(text: str) -> bool:
    """Whether a line is a full name, and a role with a name behind it."""
    found = _SIDE_BY_SIDE.fullmatch(text) if ":" in text and len(text) < LONG_SENTENCE else None
    return found is not None and _are_all_names(found["first"]) and _are_names(found["names"])


def is_role(text: str) -> bool:
    """Whether a line only says what somebody did for an article, as in a box of credits: "Author".

    In brackets it closes the text, as a code does: "(Red)".
    """
    return len(text) <= _LONGEST_ROLE and _ROLE_ALONE.fullmatch(text) is not None and not is_code(text)


def tells_writer(text: str) -> bool:
    """Whether a text goes on behind a title with who wrote the article: " - written by", "ditulis oleh"."""
    return _BY.match(text.lstrip(" -|,:")) is not None


def is_signature(text: str) -> bool:
    """Whether a line at the edge of an article names its writer without a colon: "Oleh Hendi Nurfalah"."""
    if len(text) >= 160:
        return False
    by = _BY.match(text)
    if (led := _LED.match(text)) is not None and _is_followed(text, led.end()):
        return True
    # The sentence "Ditulis oleh Rudi Hartono." is a signature, too.
    found = _SIGNED.fullmatch(text.removesuffix(".") if by is not None else text)
    if found is None:
        followed = _FOLLOWED.fullmatch(text)
        return followed is not None and _are_all_names(followed["names"])
    names, *others = _SECOND.split(_FROM.sub("", found["names"]).strip(" ,|-"))
    return all(map(_are_names, (names, *others))) and (names[:1].isupper() or bool(found["rest"]))


def _is_followed(text: str, start: int) -> bool:
    """Whether "ditulis oleh" and a full name, at ``start``, begin a line that is no sentence: behind it
    stands another's role and name, what a sign parts from it, a day, or in brackets who the writer is."""
    first, *others = _NEXT_ROLE.split(text[start:].rstrip(" .)]"), maxsplit=1) if ":" in text else ("",)
    if others:
        return is_signature(text[:start] + first) and is_byline(others[0])
    name = _FULL_NAME.match(text, start)
    if name is None or SENTENCE_END.search(text):
        return False
    rest = text[name.end() :].lstrip()
    is_parted = not rest[:1].isalnum() and (rest[:1] != "," or text[0] in "([")
    return is_parted or has_day(rest)


def _are_all_names(text: str) -> bool:
    """Whether a text is two words and more, each of them written as names are."""
    return 2 <= len(text.split()) <= 5 and all(w[:1].isupper() or w in _SMALL_WORDS for w in text.split())


def _are_names(text: str) -> bool:
    words = _OUTLET_BEHIND.sub("", text).split()
    if len(words) <= 3:
        ends = text.rstrip().endswith((".", "?", "!")) and not _INITIAL.search(text)
        return not ends or text.isupper() or len(words) < 2
    return len(words) <= 12 and all(word[:1].isupper() or word in _SMALL_WORDS for word in words)
