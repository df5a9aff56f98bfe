"""Who made a picture, as its caption or an element beside it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.record.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

_LABEL = rf"(?:{words.patterns('pictures', 'credit label')})\s?\.?\s?"
_AGENCIES = words.patterns("pictures", "agency")
_NAME = r"[A-Z@][\w.'’@&-]*"
# Parts parted by slashes: "ANTARA FOTO/Nama Pemotret/kode", "Nama/Outlet", "MI/NAMA".
_PARTED = rf"{_NAME}(?: {_NAME}){{0,4}}/\s?[A-Z@][^/()|]{{1,40}}(?:/\s?[^/()|]{{1,40}}){{0,2}}"
# Papers put the photographer's code behind: "KORAN/NAMA PEMOTRET (NPM)".
_CODED = rf"{_PARTED}(?:\([A-Z]{{2,4}}\))?"
_ADDRESS = lazy(
    r"@[\w.]{2,40}|(?:[\w ]{2,20}[:/] ?)?(?:https?://)?[\w-]{2,30}(?:\.[\w-]{2,20}){1,3}(?:/\S{0,80})?"
    r"|[\w-]{2,30}(?:\.[a-z]{2,6}){1,2}/\s?[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){1,3}"
)
_LABELLED = lazy(
    rf"(?:(?:^|[(\[|]|[.,;]\s)\s?{_LABEL}[:/]|\b{_LABEL}:)\s?(?P<name>[^()\[\]]{{2,70}}?)\s{{0,3}}[)\]]?\s{{0,3}}\.?$",
    re.IGNORECASE,
)
# Without a colon a label counts behind a stop or a dash, before a name: "... - Foto Nama", "Photo by Nama".
_BARE = lazy(
    rf"(?:^|[-–—|.,(]\s?)(?i:{_LABEL}(?:by|oleh)?\s?(?:dok\.?\s)?)"
    rf"(?P<name>{_NAME}(?: (?:{_NAME}|on|dan)){{0,5}})[)\]]?\.?$"
)
# The label's initial: "(f-Nama)", "F.Nama", "... pasar. F: Nama/Outlet".
_INITIALED = lazy(
    r"(?:^|[(\[|]|[.!?]\s)\s?[Ff][.:-]\s?"
    r"(?P<name>[A-Za-z][\w'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,2}(?:/[^/()]{2,30})?)[)\]]?\.?$"
)
_OF_SOURCE = lazy(rf"[(\[|]?\s?(?:{words.patterns('pictures', 'label of a source')})\s?[:/]", re.IGNORECASE)
_BARE_LABEL = lazy(
    rf"^(?:{_LABEL}[:/]|(?:{words.patterns('pictures', 'credit read aloud')}),)\s?", re.IGNORECASE
)
_LABEL_ALONE = lazy(rf"{_LABEL}[:/]?\s?", re.IGNORECASE)
_LABEL_AT_END = lazy(rf"[\s(\[|]{{0,2}}\b{_LABEL}:\s?$", re.IGNORECASE)
_UNSIGNED_LABEL = lazy(rf"^{_LABEL}(?=[a-z])", re.IGNORECASE)
_ARCHIVE = lazy(
    rf"(?:^|[(\[|]|[.!?]\s|\s[-–—/]\s)\s?(?:{words.patterns('pictures', 'archive')})\b[.:/]?\s?"
    r"(?P<name>[\w@][^()\[\]:]{1,60}?)[)\]]?$",
    re.IGNORECASE,
)
_ARCHIVE_WORD = lazy(words.patterns("pictures", "archive"), re.IGNORECASE)
_COPYRIGHT = lazy(
    r"(?:©|\(c\)|\bcopyright(?: by)?\b:?)\s?(?:\d{4}\s)?(?P<name>[^()©]{2,60}?(?: \([^()]{2,30}\))?)\s*\.?$",
    re.IGNORECASE,
)
_COPYRIGHT_SIGN = lazy(r"(?:©|\(c\)|copyright)(?: by)?:?", re.IGNORECASE)
# Behind the slash of "/ Daerah / By Nama" stands who wrote the article.
_SLASH = lazy(r"[\s.!?)\]]/\s?(?P<name>(?!\s?(?i:by|oleh)\b)[^/()]{2,60}(?:/[^/()]{2,40}){0,2})/?$")
# The full stop of an abbreviation ("Kec. Wana/Kab. Sari") ends no sentence.
_STOP = r"(?:(?<!\b\w\.)(?<!\b\w\w\.)(?<!\b\w\w\w\.)(?<=[.!?])|(?<=\bTbk\.))\s"
_BEHIND = lazy(rf"{_STOP}(?P<name>{_CODED})\.?$")
_DASHED = lazy(rf"\s[-–—|•]\s(?P<name>{_PARTED}|(?i:{_AGENCIES}))\.?$")
# Maker and outlet behind hyphens without blanks: "... di pasar.-Nama Pemotret-Nama Koran", "...-Istimewa-".
_HYPHENS = lazy(
    r"(?:(?<=[.!?)”\"])|(?<=\w)(?=-{1,2}[^-]{2,40}-{1,2}$))\s?-{1,2}\s?"
    r"(?P<name>[A-Z@][^-()]{1,40}?(?:\s?-\s?[^-()]{2,40}?)?)\s?-{0,2}$"
)
# An agency, an account or an address behind the last sentence: "... kota. IST", "... laut. situs.id/Nama".
_LAST = lazy(
    rf"{_STOP}(?P<name>(?i:{_AGENCIES})(?: @[\w.]{{2,40}})?|@[\w.]{{2,40}}"
    r"|[\w-]{2,30}(?:\.[a-z]{2,6}){1,2}(?:/\s?[A-Z@][^/()]{1,40})?)\.?$"
)
# An agency and a name end a caption also where no full stop does.
_BY_AGENCY = lazy(
    rf"(?:^|\s)(?P<name>(?i:{_AGENCIES})(?:-[A-Z]{{2,4}})?/\s?[A-Z@\d][^/()]{{1,50}}(?:/\s?[^/()]{{1,40}}){{0,2}})\.?$"
)
_BRACKETS = lazy(r"[(\[](?P<name>[^()\[\]]{2,70})[)\]]?\s*\.?$")
_KIND = words.patterns("pictures", "no credit")
# As systems put it below pictures that an agency gives away: "Photo by Name / Agency", "... on Agency".
_BY = lazy(
    rf"^(?i:{_LABEL}(?:by|oleh)\s)"
    rf"(?P<name>{_NAME}(?: {_NAME}){{0,4}}(?: (?:/|on|di|dari) {_NAME}(?: {_NAME})?)?)\.?$"
)
_ILLUSTRATION = lazy(rf"\s?[(\[]\s?(?:{_KIND})\s?[)\]]\.?$", re.IGNORECASE)
_JUST_KIND = lazy(rf"\W{{0,3}}(?:{_KIND})\W{{0,3}}", re.IGNORECASE)
_CREDIT_WORD = lazy(words.patterns("pictures", "credit word"), re.IGNORECASE)
_CAPTURE = lazy(words.patterns("pictures", "capture"), re.IGNORECASE)
_AGENCY = lazy(rf"(?:{_AGENCIES})\.?", re.IGNORECASE)
_NAMED = lazy(r"[A-Z@][\w.'’@&-]*(?:(?: ?[/,|] ?| [&-] | )(?:[A-Z@][\w.'’@&-]*|dan|of|the|bin)){0,5}")
# An agency, or an outlet and a photographer, behind a slash: "Jembatan Gantung/Net", ".../Koran-Nama Lain".
_BEHIND_SLASH = lazy(rf"(?<=\w)/\s?(?P<name>(?i:{_AGENCIES})|{_NAME}\s?-\s?{_NAME}(?: {_NAME}){{1,3}})\.?$")
_ACCOUNT = re.compile(r"@[\w.]{2,40}")
_WORDS = re.compile(r"\w+")
_WHOLE = lazy(_CODED)
_ENDS = " .,:;/-"
_LABELS = (_LABELLED, _BARE)
_PATTERNS = (
    _BY,
    _LABELLED,
    _INITIALED,
    _COPYRIGHT,
    _ARCHIVE,
    _SLASH,
    _BEHIND,
    _DASHED,
    _HYPHENS,
    _BY_AGENCY,
    _LAST,
    _BARE,
)


def credit_of(caption: str | None, *, known: Callable[[str], bool] | None = None) -> str | None:
    """Photographer or agency in a caption: "(foto: X)", "Foto: X/Y", "© X", ".../ANTARA FOTO", "(X)".

    Names in plain brackets, or behind a label that is all of the caption beside them, may be those of someone
    in the picture: of a caption's subject the article tells, of its maker hardly ever. ``known`` tells if
    the article's text has a wording. "(ilustrasi)" says what kind of picture it is, and not whose.
    """
    if not caption:
        return None
    if is_coded(caption):
        return caption
    text = _ILLUSTRATION.sub("", caption[-200:])
    for pattern in _PATTERNS:
        if (match := pattern.search(text)) is not None and not (
            pattern in _LABELS and _is_subject(match, known)
        ):
            return _bare(match["name"])
    match = _BRACKETS.search(text)
    if (
        match is not None
        and not match["name"][:1].isdigit()
        and _is_maker(match["name"], known)
        and not _is_short_form(match["name"], text[: match.start()])
    ):
        return _bare(_UNSIGNED_LABEL.sub("", match["name"]))
    if (match := _BEHIND_SLASH.search(text)) is not None:
        return _bare(match["name"])
    return caption if is_credit(caption) or _is_outlets(caption, known) else None


def has_labelled_credit(text: str) -> bool:
    """Whether a line ends with who made a picture behind a label: "... di pasar. Foto: Nama Pemotret"."""
    return _LABELLED.search(text[-200:]) is not None


def is_credit_label(text: str) -> bool:
    """Whether a line is a label of credits and nothing else: "Sumber :"."""
    return _LABEL_ALONE.fullmatch(text) is not None


def begins_with_label(text: str) -> bool:
    """Whether a line begins with a label of credits and its sign: "Foto: Nama"."""
    return _BARE_LABEL.match(text) is not None


def is_read_aloud(text: str) -> bool:
    """Whether a line says who made a picture to those who do not see it: "Sumber gambar, Antara"."""
    label = _BARE_LABEL.match(text)
    return label is not None and label.group().rstrip().endswith(",")


def without_label_at_end(text: str) -> str:
    """A caption without the label of a credit that stood behind it."""
    return _LABEL_AT_END.sub("", text)


def is_credit(text: str) -> bool:
    """Whether a whole line says nothing but who made a picture: an agency, an account, an address."""
    return _AGENCY.fullmatch(text) is not None or _ADDRESS.fullmatch(text) is not None


def is_coded(text: str) -> bool:
    """Whether a whole line is a paper, its photographer and the code of that name."""
    return text.endswith(")") and _WHOLE.fullmatch(text) is not None


def says_kind(text: str) -> bool:
    """Whether a line says nothing but what kind of picture it is: "Ilustrasi"."""
    return _JUST_KIND.fullmatch(text) is not None


def may_be_credit(text: str) -> bool:
    """Whether a line beside a caption can be the credit: names of people or agencies, no sentence."""
    bare = _BARE_LABEL.sub("", text.strip("()[] "))
    return is_coded(text) or is_credit(bare) or _NAMED.fullmatch(bare) is not None


def is_all_credit(text: str) -> bool:
    """Whether all of a line, its label aside, is who made a picture: "dok. Nama", "ist/Nama"."""
    credit = credit_of(text)
    before = text.removesuffix(credit).strip(_ENDS) if credit is not None else text
    if credit is not None and _COPYRIGHT_SIGN.fullmatch(before):
        return not credit.isdecimal()
    return not before or _ARCHIVE_WORD.fullmatch(before) is not None


def without_label(text: str) -> str | None:
    """A credit that stands in an element of its own, without the label before it and signs around it."""
    text = text if is_coded(text) else _BARE_LABEL.sub("", text.strip("()[] "))
    return _bare(re.sub(r"^(?:©|\(c\))\s?", "", text))


def _is_subject(match: re.Match[str], known: Callable[[str], bool] | None) -> bool:
    """Whether a caption is a label and a name, and no more, and may name who is in the picture: "Foto: X".

    "Sumber foto: X" says where the picture is from, whomever the article speaks of.
    """
    if match.start() or _OF_SOURCE.match(match.group()) is not None:
        return False
    return not _is_maker(match["name"], known)


def _is_maker(name: str, known: Callable[[str], bool] | None) -> bool:
    if _CREDIT_WORD.search(name) or _CAPTURE.match(name) or _ACCOUNT.fullmatch(name):
        return True
    return known is not None and _NAMED.fullmatch(name) is not None and not known(name)


def _is_outlets(caption: str, known: Callable[[str], bool] | None) -> bool:
    """Whether all of a caption is an outlet and a full name ("Kabar/Nama Pemotret"), no pair of players."""
    full = " " in caption.rpartition("/")[2] and ". " not in caption
    return full and known is not None and _WHOLE.fullmatch(caption) is not None and not known(caption)


def _is_short_form(name: str, before: str) -> bool:
    """Whether capitals in a bracket begin the words before it: "Badan Bencana Daerah (BBD)"."""
    words_before = _WORDS.findall(before)[-len(name) :]
    return name.isalpha() and name.isupper() and "".join(word[0] for word in words_before).upper() == name


def _bare(name: str) -> str | None:
    return name.strip(_ENDS) or None
