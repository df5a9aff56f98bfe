"""The language of a text: Indonesian, English, or unknown."""

from __future__ import annotations

import re

_LONGEST = 2_500
"""Characters that are read; the language of news does not change after them."""

_FEWEST_WORDS = 4
_LEAST_SHARE = 0.08
_LEAD = 2.0

# Words that hold sentences together. None of them is common in the other language; names, which the two
# share, are left out of the count.
_INDONESIAN_WORDS = """
yang dan di ke dari untuk dengan pada ini itu tidak akan dalam adalah juga oleh sebagai karena bisa telah
sudah ada kata saat para lebih atau bahwa kami kita saya ia dia mereka tersebut hingga menjadi namun
sementara setelah seperti agar masih harus belum lain antara serta bagi tak jika secara yaitu lalu ketika
tetapi sehingga ujarnya katanya menurut terhadap maupun
"""
_ENGLISH_WORDS = """
the of and to in is that for was on with as by it at be from are this have has had not but they his her
its he she which will would been were their said who an or more than about after also when there could
into
"""
_INDONESIAN = frozenset(_INDONESIAN_WORDS.split())
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str | None:
    """BCP 47 tag of the language of ``text``, or None where it is too short or another language.

    Judged by function words. Malay is not told apart from Indonesian: both give ``id``.
    """
    words = _WORD.findall(text[:_LONGEST].casefold())
    indonesian = sum(map(_INDONESIAN.__contains__, words))
    english = sum(map(_ENGLISH.__contains__, words))
    tag, most, least = ("id", indonesian, english) if indonesian >= english else ("en", english, indonesian)
    if most < _FEWEST_WORDS or most < _LEAST_SHARE * len(words) or most < _LEAD * least:
        return None
    return tag
