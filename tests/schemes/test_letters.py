"""Letter schemes: order of rules, capitals, what is left alone."""

from __future__ import annotations

import unicodedata

import pytest

import translit
from translit.schemes.letters import LetterScheme, capital

RULES = [("ье", "ye"), ("ж", "zh"), ("е", "e"), ("ь", ""), ("а", "a")]


def test_the_first_rule_that_fits_wins() -> None:
    assert LetterScheme(RULES).romanise("жье") == "zhye"


def test_capitals_come_back() -> None:
    scheme = LetterScheme(RULES)
    assert scheme.romanise("Жа") == "Zha"
    assert scheme.romanise("ЖА") == "ZHA"
    assert scheme.romanise("Ьа") == "A"


def test_what_no_rule_knows_stays() -> None:
    assert LetterScheme(RULES).romanise("Xa жа, 12!") == "Xa zha, 12!"


def test_a_reading_has_no_capitals() -> None:
    assert LetterScheme([("Λ", "al-"), ("q", "q")], cased=False).romanise_word("Λq") == "al-q"


@pytest.mark.parametrize(
    ("small", "wanted"),
    [
        ("i͡a", "I͡A"),
        ("t͡s", "T͡S"),
        ("i͡ę", "I͡Ę"),
        ("i︠a︡", "I︠A︡"),
        ("zh", "Zh"),
        ("z̆h", "Z̆h"),
        ("ʻi͡u", "ʻI͡U"),
        ("t͡", "T͡"),
        ("ს", "ს"),  # Georgian has no title case
        ("և", "Եվ"),
        ("", ""),
    ],
)
def test_capital(small: str, wanted: str) -> None:
    assert capital(small) == wanted


def test_a_pair_under_a_tie_is_one_letter() -> None:
    scheme = LetterScheme([("я", "i͡a"), ("ц", "t͡s"), ("к", "k"), ("у", "u")])
    assert scheme.romanise("Якуц ЯКУЦ яЦ") == "I͡Akut͡s I͡AKUT͡S i͡aT͡S"


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("Щукин", "Shchukin"),
        ("ЩУКИН", "SHCHUKIN"),
        ("Я", "Ya"),
        ("Щ-854", "Shch-854"),
        ("Ю. А. Щукин", "Yu. A. Shchukin"),
        ("Ю. А. ЩУКИН", "YU. A. SHCHUKIN"),
        ("ЩУКИН Ю. А.", "SHCHUKIN YU. A."),
        ("ЩУКИН Ю. А. родился", "SHCHUKIN Yu. A. rodilsya"),
        ("Я И ТЫ", "YA I TY"),
        ("Я люблю США", "Ya lyublyu SSHA"),
        ("ВСЯ ПРАВДА\nЯ видел", "VSYA PRAVDA\nYa videl"),
        ("Римский-Корсаков РИМСКИЙ-КОРСАКОВ", "Rimskiy-Korsakov RIMSKIY-KORSAKOV"),
        ("ЖАННА д’Арк", "ZHANNA d’Ark"),
        ("МакДональд", "MakDonal’d"),
        ("McДональд", "McDonal’d"),
        ("ЮНЕСКОвский", "YUNESKOvskiy"),
        ("КГБшник", "KGBshnik"),
        ("ВЦИКа", "VTSIKa"),
        ("ТЮЗ-а", "TYUZ-a"),
        ("Объём ОБЪЁМ", "Ob”yëm OB”YËM"),
        ("ЪЕЛЬ", "”YEL’"),
        ("ДОМ12Щ", "DOM12SHCH"),
    ],
)
def test_capitals_of_digraphs(given: str, wanted: str) -> None:
    assert translit.romanise(given, scheme="bgn-pcgn", lang="ru") == wanted


def test_words_under_an_apostrophe() -> None:
    assert translit.romanise("Знам'янка ЗНАМ’ЯНКА", scheme="national", lang="uk") == "Znamianka ZNAMIANKA"
    assert translit.romanise("О'Щепко", scheme="english", lang="ru") == "O'Shchepko"


@pytest.mark.parametrize("text", ["Йошкар-Ола и Ёлкин", "Їжакевич", "ЧАЙКОВСКИЙ"])
def test_decomposed_text_is_the_same(text: str) -> None:
    lang = "uk" if set(text) & set("ЇҐґ") else "ru"
    apart = unicodedata.normalize("NFD", text)
    assert apart != text
    wanted = translit.romanise(text, scheme="bgn-pcgn", lang=lang)
    assert translit.romanise(apart, scheme="bgn-pcgn", lang=lang) == wanted
    assert unicodedata.is_normalized("NFC", wanted)


def test_stress_marks_are_left_out() -> None:
    assert translit.romanise("Чайко́вский, Менделе́ев", scheme="bgn-pcgn", lang="ru") == (
        "Chaykovskiy, Mendeleyev"
    )
    assert translit.romanise("Я́ков, Ѝван", scheme="ala-lc", lang="ru") == "I͡Akov, Ivan"
    assert LetterScheme(RULES).romanise("José, жа́") == "José, zha"


def test_the_turkic_i() -> None:
    turkish = [("i", "и"), ("ı", "ы"), ("r", "р"), ("z", "з"), ("k", "к")]
    source = LetterScheme(turkish, lowered="turkic")
    assert source.romanise("İzi Irk IRK İRK kırk") == "Изи Ырк ЫРК ИРК кырк"
    assert source.romanise(unicodedata.normalize("NFD", "İz")) == "Из"
    assert source.romanise("i̇z") == "из"  # what lower() makes of İ
    target = LetterScheme([("и", "i"), ("ы", "ı"), ("р", "r"), ("ци", "tsi")], raised="turkic")
    assert target.romanise("Ири ИРЫ ЫР Ыр Ци ЦИ") == "İri İRI IR Ir Tsi TSİ"
    plain = LetterScheme([("и", "i"), ("ы", "ı")])
    assert plain.romanise("Иы ИЫ") == "Iı II"


@pytest.mark.parametrize(
    ("scheme", "given", "wanted"),
    [
        ("bgn-pcgn", "ԵՐԵՎԱՆ Երևան ԵՐևԱՆ", "YEREVAN Yerevan YEREVAN"),
        ("bgn-pcgn", "ԵՎ Եվ և եւ", "YEV Yev yev yev"),
        ("bgn-pcgn", "ՈՒՍՈՒՄ Ուսում", "USUM Usum"),
        ("bgn-pcgn", "Ո", "Vo"),
        ("ala-lc", "ԵՐԵՎԱՆ ԵՎՐՈՊԱ Եվրոպա", "EREVAN EVROPA Evropa"),
        ("ala-lc", "ԵՐԵՒԱՆ", "EREWAN"),
        ("iso-9985", "ԵՐԵՎԱՆ Երևան ԵՎՐՈՊԱ", "EREWAN Erewan EVROPA"),
        ("iso-9985", "Եվ", "Ew"),
    ],
)
def test_armenian_yev(scheme: str, given: str, wanted: str) -> None:
    assert translit.romanise(given, scheme=scheme, lang="hy") == wanted


def test_into_armenian_and_georgian_letters() -> None:
    assert LetterScheme([("ев", "և")]).romanise("Ев ЕВ ев") == "Եվ ԵՎ և"
    assert LetterScheme([("с", "ს"), ("а", "ა")]).romanise("Са") == "სა"


def test_georgian_capitals() -> None:
    assert translit.romanise("ᲭᲘᲐᲗᲣᲠᲐ", scheme="national", lang="ka") == "CH’IATURA"
    assert translit.romanise("ⴑⴀ Ⴑⴀ", scheme="ala-lc", lang="ka") == "sa Sa"
