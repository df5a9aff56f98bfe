"""A publisher's domain stands for it in datelines, unless it is a word of everyday speech."""

from __future__ import annotations

from newscrawl import words
from newscrawl.reading.byline.dateline import read_dateline
from newscrawl.sites.outlets import outlet_words


def test_a_publisher_is_named_by_its_domain() -> None:
    assert {"kompas", "jpnn", "solopos", "timesindonesia"} <= outlet_words()
    assert not {"com", "co", "id", "www", "go"} & outlet_words()


def test_a_publisher_named_without_its_ending_is_the_source_of_a_dateline() -> None:
    read = read_dateline("SABANGMERAUKENEWS, Lembang - Panen padi tahun ini melimpah.")
    assert (read.place, read.source) == ("Lembang", "SABANGMERAUKENEWS")


def test_a_word_of_everyday_speech_names_no_outlet() -> None:
    everyday = words.texts("outlets", "everyday")
    assert not outlet_words().intersection(everyday)
    assert not read_dateline("Madu: cairan manis yang dibuat lebah dari nektar bunga di ladang.")


def test_the_list_of_outlets_does_not_say_again_what_publishers_say() -> None:
    assert not outlet_words().intersection(words.texts("outlets", "name"))
