"""What the ends of ids say of a word."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from typing import Any

from translit import Gazetteer
from translit.index import Index
from translit.names import EMPTY, Lexicon
from translit.words import Sorts, Word, classes_of, make_word


def word(surface: str, *records: dict[str, Any]) -> Word:
    lexicon = Lexicon.from_records(records)
    return make_word(surface, lexicon, Index.build([], EMPTY), cache(lambda ids: classes_of(ids, lexicon)))


def record(name: str, heading: str, lang: str = "en", kind: str = "ordinary") -> dict[str, Any]:
    return {"id": name, "type": kind, "heading": heading, "lang": lang}


def test_a_container_of_one_language() -> None:
    found = word("rue", record("fr-own-containers", "rue", "fr"))
    assert found.own == {"fr"}
    assert not found.own_trailing
    assert found.ordinary


def test_with_a_capital_only() -> None:
    order = record("en-capital-own-containers", "order")
    assert word("Order", order).own == {"en"}
    assert not word("order", order).own


def test_streets_behind_a_genitive() -> None:
    street = word("iela", record("lv-genitive-street-words", "iela", "lv"))
    assert street.street == street.street_of == {"lv"}
    hotel = word("호텔", record("ko-street-words", "호텔", "ko"))
    assert (hotel.street, hotel.street_of) == ({"ko"}, frozenset())


def test_streets_and_venues_before_a_name() -> None:
    found = word("kino", record("pl-venues-before", "kino", "pl"))
    assert (found.venues, found.streets) == ({"pl"}, frozenset())
    assert word("calle", record("es-streets-before", "calle", "es")).streets == {"es"}


def test_marks_tell_homographs_where_there_is_case() -> None:
    fungus = record("pl-small-homographs", "kolczak", "pl", "small-homograph")
    assert word("Kolczak", fungus).small == {"pl"}
    assert not word("Kołczak", fungus).small
    verb = record("ar-small-homographs", "رشت", "ar", "small-homograph")
    assert word("رشّت", verb).small == {"ar"}


def test_an_apostrophe_that_is_a_letter() -> None:
    street = record("uz-own-trailing-containers", "koʻchasi", "uz")
    assert word("koʻchasi", street).own_trailing == {"uz"}


def test_a_longer_word_bears_no_ending() -> None:
    assert not word("Bakuria", record("longer", "Bakuria", kind="longer-word")).inflects
    assert word("Bakura").inflects


def test_what_stands_for_a_word_tells_the_same(gazetteer: Gazetteer) -> None:
    lexicon = gazetteer._lexicon
    sorts = Sorts(lexicon)
    for name in lexicon.types:
        ids = frozenset([name])
        assert asdict(sorts(ids)) == asdict(classes_of(ids, lexicon)), name
    both = frozenset(list(lexicon.types)[:200:7])
    assert asdict(sorts(both)) == asdict(classes_of(both, lexicon))
