"""The schemes of iuliia: its own samples, and what is mended around it."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata

import pytest

from translit.errors import TranslitError, UnknownName
from translit.schemes import iuliia

pytest.importorskip("iuliia")

ALL = iuliia.schemes()
SAMPLES = [
    pytest.param(row.id, given, wanted, id=f"{row.id}: {wanted}")
    for row in ALL
    for given, wanted in row.samples
]


@pytest.mark.parametrize(("scheme", "given", "wanted"), SAMPLES)
def test_samples(scheme: str, given: str, wanted: str) -> None:
    assert iuliia.romanise(given, scheme) == wanted


@pytest.mark.parametrize("row", ALL, ids=lambda row: row.id)
def test_rows(row: iuliia.Row) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.id)
    assert row.title
    assert row.source.startswith("https://")
    assert len(row.samples) >= 10


def test_all_russian_schemes_are_there() -> None:
    import iuliia as package

    assert {row.id.replace("-", "_") for row in ALL} == set(package.schemas.names()) - {"uz"}


@pytest.mark.parametrize("row", ALL, ids=lambda row: row.id)
def test_nothing_cyrillic_is_left(row: iuliia.Row) -> None:
    text = "Съешь ещё этих мягких французских булок, да выпей чаю. Ёлка ОБЪЁМ Извѣстія Ѳедоръ мѵро Я́ков"
    for given in (text, text.upper(), unicodedata.normalize("NFD", text)):
        written = iuliia.romanise(given, row.id)
        assert not re.search("[\u0400-\u04ff]", written)
        assert unicodedata.is_normalized("NFC", written)
    assert iuliia.romanise(unicodedata.normalize("NFD", text), row.id) == iuliia.romanise(text, row.id)


@pytest.mark.parametrize(
    ("scheme", "given", "wanted"),
    [
        # iuliia writes ShchUKIN.
        ("wikipedia", "ЩУКИН Щукин щукин", "SHCHUKIN Shchukin shchukin"),
        ("wikipedia", "Ю. А. ЩУКИН", "YU. A. SHCHUKIN"),
        ("wikipedia", "Ю. А. Щукин", "Yu. A. Shchukin"),
        ("wikipedia", "ЮНЕСКОвский", "YUNESKOvsky"),
        ("wikipedia", "ГРОЗНЫЙ Грозный", "GROZNY Grozny"),
        ("wikipedia", "McДональд", "McDonald"),
        ("ala-lc", "Яна ЯНА", "I͡Ana I͡ANA"),
        # iuliia writes the Cyrillic ё.
        ("gost-779", "Хрущёв ХРУЩЁВ Ёлкин", "Hruŝëv HRUŜËV Ëlkin"),
        ("scientific", "Горбачёв", "Gorbačëv"),
        # A stress mark is no end of a word, a decomposed letter is one letter.
        ("mosmetro", "Чайко́вский", "Chaykovsky"),
        ("wikipedia", unicodedata.normalize("NFD", "Йошкар-Ола, Ёлкино"), "Yoshkar-Ola, Yolkino"),
        # Spelling before 1918.
        ("icao-doc-9303", "Орловъ Подъячев", "Orlov Podieiachev"),
        ("gost-779", "Московскія вѣдомости Ѳедоръ мѵро", "Moskovskìâ vědomosti F̀edorʺ mỳro"),
        ("gost-779-alt", "Ѳедор вѣра мѵро", "Fhedor vyera myhro"),
        ("mosmetro", "Извѣстія", "Izvestiya"),
        # c, not cz, before e, i, y, j.
        (
            "gost-779-alt",
            "Цюрих Цветаева Цинцинат Циц Цыпкин цэ",
            "Cyurix Czvetaeva Cincinat Cicz Cy`pkin ce`",
        ),
        # и is i in Russian.
        ("iso-9-1968-alt", "Юлия Чичерин", "Yuliya Chicherin"),
        # ss between vowels.
        ("mvd-310-fr", "Васильева Васин Саблин Оксана", "Vassilieva Vassine Sabline Oxana"),
        # ye at the beginning.
        ("mvd-782", "Елена ЕЛЕНА Андреев Артём Ёлкин", "Yelena YELENA Andreyev Artyem Yolkin"),
        ("gost-52290", "Екатеринбург Объезд", "Yekaterinburg Obyezd"),
        # ee is eye.
        ("wikipedia", "Андреев Майер Набережные", "Andreyev Mayer Naberezhnye"),
        ("yandex-maps", "Алексеевка Арсеньев Ильинский Новый", "Alekseyevka Arsenyev Ilyinskiy Noviy"),
        # Signs at the end of a word.
        ("mvd-310", "Игорь съезд", "Igor' syezd"),
        ("gost-779-alt", "Игорь подъезд", "Igor` pod``ezd"),
    ],
)
def test_mended(scheme: str, given: str, wanted: str) -> None:
    assert iuliia.romanise(given, scheme) == wanted


def test_an_unknown_scheme_names_the_near_one() -> None:
    with pytest.raises(UnknownName, match="did you mean 'gost-779'"):
        iuliia.romanise("Ельцин", "gost-77")


def test_nothing_is_imported_before_it_is_asked_for() -> None:
    code = "import sys, translit.schemes.iuliia; sys.exit('iuliia' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "iuliia", None)
    iuliia._repository.cache_clear()
    iuliia._scheme.cache_clear()
    iuliia._word.cache_clear()
    try:
        assert iuliia.schemes() == []
        with pytest.raises(TranslitError, match="pip install iuliia"):
            iuliia.romanise("Ельцин", "gost-779")
    finally:
        iuliia._repository.cache_clear()
