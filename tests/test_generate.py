"""The spellings that schemes make of native names, and by which of them a spelling is written."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit import Gazetteer
from translit.generate import (
    MANY_WORDS,
    SHORT_PLACE,
    Made,
    Spelled,
    Verdict,
    agreeing,
    alternatives,
    make,
    natives,
    plain,
)
from translit.keys import name_skeletons
from translit.schemes import pipes

WHOLE = (False, False)


def record(
    *native: tuple[str, str] | tuple[str, str, str], kind: str = "person", forms: int = 0
) -> dict[str, Any]:
    """A record with native spellings, each (text, language) or (text, language, reading)."""
    items = [dict(zip(("text", "lang", "reading"), one, strict=False)) for one in native]
    return {
        "id": "x",
        "type": kind,
        "heading": "X",
        "forms": [{"text": f"X{at}"} for at in range(forms)],
        "native": items,
    }


def known(**flags: tuple[bool, bool]) -> dict[str, tuple[bool, bool]]:
    """Skeletons of names (``_`` for a space) with their flags: weak, derived."""
    return {key: flag for name, flag in flags.items() for key in name_skeletons(name.replace("_", " "))}


def by_scheme(made: Iterable[Made], scheme: str) -> list[str]:
    return [one.text for one in made if scheme in one.schemes]


KUCHIK = record(("میرزا کوچک خان جنگلی", "fa", "mīrzā kūchik khān-i jangalī"))
CHICHERIN = record(("Георгий Чичерин", "ru"))

# ── whole names ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("native", "scheme", "expected"),
    [
        (("کوچک خان", "fa", "kūchik khān"), "ala-lc", "Kūchik Khān"),
        (("کوچک خان", "fa", "kūchik khān"), "german", "Kutschek Chan"),
        (("کوچک خان", "fa", "kūchik khān"), "din-31635", "Kūčik Ḫān"),
        (("کوچک خان", "fa", "kūchik khān"), "iranica", "Kūček Ḵān"),
        (("کوچک خان", "fa", "kūchik khān"), "russian", "Кучек Хан"),
        (("کوچک خان", "fa", "kūchik khān"), "russian+french", "Koutchek Khan"),
        (("کوچک خان", "fa", "kūchik khān"), "armenian", "Քուչեք Խան"),
        (("نور الدين", "ar", "nūr al-dīn"), "ala-lc", "Nūr al-Dīn"),
        (("نور الدين", "ar", "nūr al-dīn"), "din-31635", "Nūr ad-Dīn"),
        (("نور الدين", "ar", "nūr al-dīn"), "bgn-pcgn", "Nūr ad Dīn"),
        (("طه حسين", "ar", "ṭāhā ḥusayn"), "ijmes", "Ṭāhā Ḥusayn"),
        (("Георгий Чичерин", "ru"), "german", "Georgi Tschitscherin"),
        (("Георгий Чичерин", "ru"), "french", "Gueorgui Tchitcherine"),
        (("Георгий Чичерин", "ru"), "scientific", "Georgij Čičerin"),
        (("Георгий Чичерин", "ru"), "hungarian", "Georgij Csicserin"),
        (("Георгий Чичерин", "ru"), "ukrainian", "Георгій Чичерін"),
        (("Георгий Чичерин", "ru"), "georgian", "გიორგი ჩიჩერინი"),
        (("Симон Петлюра", "uk"), "national", "Symon Petliura"),
        (("Հովհաննես Քաջազնունի", "hy"), "ala-lc", "Hovhannes Kʻajaznuni"),
        (("Հովհաննես Քաջազնունի", "hy"), "hubschmann-meillet", "Hovhannes Kʿaǰaznuni"),
        (("Հովհաննես Քաջազնունի", "hy"), "russian", "Ованес Каджазнуни"),
        (("Əhməd Cavad", "az"), "english", "Ahmad Javad"),
        (("Əhməd Cavad", "az"), "german", "Ahmad Dschawad"),
        (("Əhməd Cavad", "az"), "cyrillic", "Әһмәд Ҹавад"),
        (("Әһмәд Ҹавад", "az"), "national", "Əhməd Cavad"),
        (("İsmet İnönü", "tr"), "german", "Ismet Inönü"),
    ],
)
def test_a_whole_name(native: tuple[str, str], scheme: str, expected: str) -> None:
    assert expected in by_scheme(make(record(native), {}), scheme)


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("national", "Noe Zhordania"),
        ("ala-lc", "Noe Žordania"),
        ("german", "Noe Schordania"),
        ("russian", "Ной Жордания"),
    ],
)
def test_a_georgian_name_has_its_capitals(scheme: str, expected: str) -> None:
    assert expected in by_scheme(make(record(("ნოე ჟორდანია", "ka")), {}), scheme)


def test_a_georgian_name_but_for_its_capitals() -> None:
    made = make(record(("ნოე ჟორდანია", "ka")), {})
    assert [text.casefold() for text in by_scheme(made, "national")] == ["noe zhordania"]
    assert [text.casefold() for text in by_scheme(made, "iso-9984")] == ["noe žordania"]


def test_each_spelling_once_with_all_its_schemes() -> None:
    made = make(CHICHERIN, {})
    texts = [one.text for one in made]
    assert len(texts) == len(set(texts))
    (czech,) = (one for one in made if one.text == "Georgij Čičerin")
    assert {"scientific", "czech", "iso-9", "un"} <= set(czech.schemes)
    ranks = [pipe.name for pipe in pipes("ru", "cyrillic")]
    for one in made:
        assert list(one.schemes) == sorted(one.schemes, key=ranks.index), one


def test_the_same_spelling_from_two_languages_is_two() -> None:
    made = make(record(("Орджоникидзе", "ru"), ("Ордженикидзе", "ru"), ("Орджонікідзе", "uk")), {})
    found = [(one.lang, one.place) for one in made if one.text == "Ordzhonikidze"]
    assert sorted(found) == [("ru", 1), ("uk", 3)]


def test_place_is_that_of_the_native_spelling() -> None:
    made = make(record(("Георгий Чичерин", "ru"), ("چیچرین", "fa", "chīchirīn"), forms=2), {})
    assert {(one.lang, one.place) for one in made} == {("ru", 3), ("fa", 4)}


def test_every_scheme_of_the_language_makes_one() -> None:
    made = {name for one in make(CHICHERIN, {}) for name in one.schemes}
    # Bulgarian writes him as Russian does, and so makes nothing of its own.
    assert made == {pipe.name for pipe in pipes("ru", "cyrillic")} - {"bulgarian"}


# ── shorter forms ──────────────────────────────────────────────────────────────────────────────


def test_no_part_that_the_tables_do_not_know() -> None:
    made = make(KUCHIK, {})
    assert {len(text.split()) for text in by_scheme(made, "ala-lc")} == {4}


def test_parts_that_the_tables_know() -> None:
    made = make(KUCHIK, known(Kuchik=(False, False), Kuchik_Khan=(False, False), Jangali=(True, True)))
    assert by_scheme(made, "ala-lc") == [
        "Mīrzā Kūchik Khān Jangalī",
        "Mīrzā Kūchik Khān-i Jangalī",
        "Kūchik",
        "Kūchik Khān",
        "Jangalī",
    ]
    flags = {one.text: (one.weak, one.derived) for one in made}
    assert flags["Kūchik"] == (False, False)
    assert flags["Jangalī"] == flags["Dschangali"] == (True, True)
    assert flags["Mīrzā Kūchik Khān Jangalī"] == WHOLE


@pytest.mark.parametrize("flags", [(True, False), (True, True), (False, True), (False, False)])
def test_a_part_is_as_sure_as_the_recorded_one(flags: tuple[bool, bool]) -> None:
    made = make(CHICHERIN, known(Chicherin=flags))
    for one in made:
        assert (one.weak, one.derived) == (WHOLE if " " in one.text else flags), one


def test_the_surest_of_several_counts() -> None:
    # Чичерин may be read by several skeletons; one of them is that of a name that stands alone.
    made = make(
        record(("Чичерин", "ru"), ("Георгий Чичерин", "ru")),
        known(Chicherin=(True, True)),
    )
    assert {(one.weak, one.derived) for one in made} == {WHOLE}


def test_places_and_bodies_have_no_parts() -> None:
    for kind in ("place", "organisation", "work"):
        made = make(record(("Новый Решт", "ru"), kind=kind), known(Novyi=WHOLE, Resht=WHOLE))
        assert all(" " in one.text for one in made)


def test_a_long_name_is_made_whole_only() -> None:
    words = ["Иван", "Пётр", "Лев", "Павел", "Яков", "Фёдор", "Ленин"]
    assert len(words) > MANY_WORDS
    made = make(record((" ".join(words), "ru")), known(Lenin=WHOLE))
    assert all(len(one.text.split()) == len(words) for one in made)
    shorter = make(record((" ".join(words[1:]), "ru")), known(Lenin=WHOLE))
    assert "Lenin" in [one.text for one in shorter]


def test_there_is_a_bound() -> None:
    words = "میرزا کوچک خان جنگلی رشتی خان"
    said = "mīrzā kūchik khān-i jangalī-yi rashtī khān"
    every = {key: WHOLE for text in words.split() for key in name_skeletons(text)}
    assert 0 < len(make(record((words, "fa", said)), every)) < 1500


# ── what is left out ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "native",
    [
        ("РСФСР", "ru"),  # an abbreviation
        ("СССР", "uk"),
        ("کوچک", "fa"),  # no reading
        ("نقی", "fa", "taqī"),  # a reading that the letters do not spell
        ("Ленин",),  # no language
        ("Ленин", "xx"),  # one without schemes
        ("Smith", "en"),
        ("", "ru"),
    ],
)
def test_nothing_is_made(native: Any) -> None:
    assert make(record(native), {}) == []
    assert make(record(native, kind="organisation"), {}) == []


def test_nothing_of_a_bare_record() -> None:
    assert make({"id": "x", "type": "person", "heading": "Lenin"}, known(Lenin=WHOLE)) == []


@pytest.mark.parametrize("kind", ["place", "organisation", "work"])
def test_short_names_of_places_are_left_out(kind: str) -> None:
    made = make(record(("رشت", "fa", "rasht"), kind=kind), {})
    texts = [one.text for one in made]
    assert {"Rasht", "Racht", "Rascht"} <= set(texts)
    assert not {"Rašt", "Reşt", "Рашт"} & set(texts)
    assert SHORT_PLACE == 5


def test_short_names_of_people_are_not() -> None:
    assert "Rašt" in [one.text for one in make(record(("رشت", "fa", "rasht")), {})]


# ── natives ────────────────────────────────────────────────────────────────────────────────────


def test_natives_in_their_words() -> None:
    given = record(
        ("احسان‌الله خان", "fa", "iḥsān allāh khān"), ("Эхсанулла-хан", "ru"), ("کوچک", "fa"), forms=1
    )
    first, second = natives(given)
    assert [first.text[begin:end] for begin, end in first.spans] == ["احسان", "الله", "خان"]
    assert first.sounds == ("iḥsān", "allāh", "ḫān")
    assert (first.lang, first.place) == ("fa", 2)
    assert [second.text[begin:end] for begin, end in second.spans] == ["Эхсанулла", "хан"]
    assert (second.lang, second.place, second.sounds) == ("ru", 3, ())


# ── alternatives ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sounds", "expected"),
    [
        (["kūčik"], [["kūčik"]]),
        (["ḫānΕ", "ǧangalī"], [["ḫān", "ǧangalī"], ["ḫānΕ", "ǧangalī"]]),
        (["kūčikΕ"], [["kūčik"]]),
        (["iḥsān", "allāh"], [["iḥsān", "allāh"], ["iḥsānullāh"]]),
        (["nūr", "Λdīn"], [["nūr", "Λdīn"], ["nūruddīn"]]),
        (["qamar", "Λmulk"], [["qamar", "Λmulk"], ["qamarulmulk"]]),
        (["abū", "Λqāsim"], [["abū", "Λqāsim"], ["abulqāsim"]]),
        (["Λqāsim"], [["Λqāsim"]]),
        (
            ["iḥsān", "allāh", "ḫānΕ", "dūstdār"],
            [
                ["iḥsān", "allāh", "ḫān", "dūstdār"],
                ["iḥsānullāh", "ḫān", "dūstdār"],
                ["iḥsān", "allāh", "ḫānΕ", "dūstdār"],
            ],
        ),
    ],
)
def test_alternatives(sounds: list[str], expected: list[list[str]]) -> None:
    assert alternatives(sounds) == expected


@given(st.lists(st.sampled_from(["kūčik", "ḫānΕ", "allāh", "Λdīn", "Λlāh", "abū", "riḍā", "a"]), min_size=1))
def test_alternatives_hold_the_plain_way_first(sounds: list[str]) -> None:
    ways = alternatives(sounds)
    assert 1 <= len(ways) <= 3
    assert ways[0] == [word.removesuffix("Ε") for word in sounds]
    assert len({tuple(way) for way in ways}) == len(ways)
    assert all(word for way in ways for word in way)
    assert all(not way[-1].endswith("Ε") for way in ways)


# ── plain ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Kūčik Ḫān", "Kucik Han"),
        ("Ziyāʾ al-Dīn", "Ziya al-Din"),
        ("ʿAlī Rıẓā", "Ali Rıza"),
        ("Raskolʹnikov", "Raskolnikov"),
        ("Raskol’nikov", "Raskolnikov"),
        ("Podʺi͡achev", "Podiachev"),
        ("Əfşar", "Əfsar"),
        ("Georgiĭ", "Georgii"),
        ("Чичерин", "Чичерин"),
        ("H̱usayn", "Husayn"),
        pytest.param(
            "Ob”yedineniye",
            "Obyedineniye",
        ),
        pytest.param(
            "Khey·at",
            "Kheyat",
        ),
        pytest.param("Георгий", "Георгий"),
        pytest.param("\uf900", "\u8c48"),  # a compatibility ideograph has no other form
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text(max_size=40))
def test_plain_is_plain(text: str) -> None:
    once = plain(text)
    assert once == unicodedata.normalize("NFC", once)
    assert plain(once) == once


# ── verdicts ───────────────────────────────────────────────────────────────────────────────────

SPELLED = [
    Made("Kūchik Khān", "fa", ("ala-lc", "ijmes"), 1),
    Made("Kūčik Ḫān", "fa", ("din-31635",), 1),
    Made("Kuček Xān", "fa", ("un",), 1),
    Made("Kutschek Chan", "fa", ("german",), 1),
    Made("Kutschek-chan", "ru", ("german",), 2),
    Made("Kuchik-khan", "ru", ("english",), 2),
]


@pytest.mark.parametrize(
    ("surface", "label", "exact"),
    [
        ("Kūchik Khān", "ala-lc, ijmes", 2),
        ("KŪCHIK KHĀN", "ala-lc, ijmes", 2),
        ("Kūchik-Khān", "ala-lc, ijmes", 2),
        ("Ku\u0304chik Kha\u0304n", "ala-lc, ijmes", 2),
        ("Kuchik Khan", "english, ala-lc, ijmes", 1),
        ("Kutschek Chan", "german", 2),
        ("Kutschek\nChan", "german", 2),
        ("Kūchik Xān", "mixed (ala-lc, un)", 0),
        ("Kūčik Khān", "mixed (din-31635, ala-lc)", 0),
        ("Kūchik Xan", "mixed (ala-lc, un)", 0),
        ("Kūchik", None, 0),
        ("Kúchik Khan", None, 0),
        ("Kūchik Smith", None, 0),
        ("Kūchikkhān Kūchik Khān", None, 0),
        ("", None, 0),
        ("…", None, 0),
    ],
)
def test_verdict(surface: str, label: str | None, exact: int) -> None:
    found = Spelled(SPELLED).verdict(surface)
    assert (found.label, found.exact) == (label, exact)
    assert found.mixed == (label is not None and label.startswith("mixed"))
    assert found.exact <= len(found.conventions)


def test_a_word_of_a_mixed_spelling_has_all_its_conventions() -> None:
    found = Spelled(iter(SPELLED)).verdict("Kūchik Xān")
    assert found.conventions == ()
    assert found.words == (
        ("Kūchik", (("fa", "ala-lc"), ("fa", "ijmes"))),
        ("Xān", (("fa", "un"),)),
    )


def test_no_verdict_without_schemes() -> None:
    assert Spelled([]).verdict("Kuchik Khan") == Verdict((), 0, (("Kuchik", ()), ("Khan", ())))
    assert Spelled([]).verdict("Kuchik").label is None


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        ("Raskolʹnikov", ((("ru", "ala-lc"), ("ru", "bgn")), 2)),
        ("Raskol'nikov", ((("ru", "ala-lc"), ("ru", "bgn")), 2)),
        ("Raskol’nikov", ((("ru", "ala-lc"), ("ru", "bgn")), 2)),
        ("Raskolnikov", ((("ru", "english"), ("ru", "ala-lc"), ("ru", "bgn")), 1)),
        ("raskolnikov", ((("ru", "english"), ("ru", "ala-lc"), ("ru", "bgn")), 1)),
        ("Raskólnikov", ((), 0)),
        ("Rásputin", ((), 0)),
    ],
)
def test_agreeing(surface: str, expected: tuple[Any, int]) -> None:
    spelled = [
        ("Raskolʹnikov", "ru", ("ala-lc",)),
        ("Raskol’nikov", "ru", ("bgn",)),
        ("Raskolnikov", "ru", ("english",)),
    ]
    assert agreeing(surface, spelled) == expected


def test_rows_and_variants() -> None:
    one = Made("Kūchik", "fa", ("ala-lc", "ijmes"), 3, weak=True, derived=True)
    assert Made(*one.row()) == one
    assert len(one.row()) == len(dataclasses.fields(Made))
    variant = one.variant(short=True)
    assert (variant.text, variant.role, variant.status) == ("Kūchik", "generated", "generated")
    assert (variant.lang, variant.scheme, variant.short) == ("fa", "ala-lc, ijmes", True)


# ── the shipped tables ─────────────────────────────────────────────────────────────────────────


def test_what_is_made_of_the_shipped_tables(gazetteer: Gazetteer) -> None:
    signs = set("ΕΛẘ")  # of readings; Greek has the first as a letter
    for entity in gazetteer.entities.values():
        made = gazetteer._index.made(gazetteer.entities.position(entity.id))
        assert len({(one.text, one.lang) for one in made}) == len(made) < 1000, entity.id
        for one in made:
            text = one.text
            assert text, entity.id
            assert text == unicodedata.normalize("NFC", " ".join(text.split(" "))), (entity.id, text)
            assert text == text.strip(), (entity.id, text)
            assert "  " not in text, (entity.id, text)
            assert entity.variants[one.place].role == "native", (entity.id, text)
            assert not signs & set(text) or "greek" in one.schemes, (entity.id, text)
            assert one.schemes, (entity.id, text)
