"""Inflected names: the tables of endings, what they offer, and the mentions that are found by them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from translit import Gazetteer
from translit.fold import SCRIPT_CODES, fold, script
from translit.inflection.endings import (
    SHARE,
    SHORTEST,
    TABLES,
    bases,
    count_small_words,
    inflects,
    language,
    last_letters,
    latin_languages,
    likely,
    small_words,
)

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in TABLES.glob("*.yaml"))
# Scripts of which the tables have small words and particles; they are told apart by their letters.
OTHER_SCRIPTS = {"Thai", "Beng", "Deva", "Hang", "Hani", "Jpan", "Taml"}
KEYS = {
    "hyphens",
    "lacks",
    "typical",
    "compounds",
    "guillemets",
    "endings",
    "places",
    "subjects",
    "people",
    "history",
    "possessives",
    "adjectives",
    "nouns",
    "accents",
    "articles",
    "limits",
    "indefinite",
    "respelled",
    "lang",
    "script",
    "title",
    "source",
    "words",
    "rules",
    "prefixes",
    "letters",
    "signs",
    "silent",
    "notes",
}


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def rows(name: str) -> list[tuple[str, str, str]]:
    found: dict[str, list[list[str]]] = read(HERE / name)
    assert set(found) <= set(NAMES)
    return [(lang, word, base) for lang, pairs in found.items() for word, base in pairs]


def folds(word: str, lang: str) -> set[str]:
    return {base.fold for base in bases(word, lang)}


# ── what the tables offer ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("lang", "word", "base"), rows("pairs.yaml"))
def test_the_base_is_offered(lang: str, word: str, base: str) -> None:
    # A name of several parts is inflected in each: Кучек-хана, Мирзы Кучека.
    for part, wanted in zip(word.split("-"), base.split("-"), strict=True):
        assert part == wanted or fold(wanted) in folds(part, lang)


@pytest.mark.parametrize(("lang", "word", "base"), rows("traps.yaml"))
def test_the_trap_is_not(lang: str, word: str, base: str) -> None:
    assert fold(base) not in folds(word, lang)


def test_few_bases_are_offered() -> None:
    counts: dict[str, list[int]] = {}
    for lang, word, _ in rows("pairs.yaml"):
        counts.setdefault(lang, []).append(len(bases(word, lang)))
    for lang, found in counts.items():
        assert sum(found) / len(found) <= 3, lang
        assert max(found) <= 6, lang


@pytest.mark.parametrize(
    "lang", ["ru", "uk", "pl", "cs", "hr", "de", "sv", "tr", "az", "hu", "fi", "ka", "hy"]
)
def test_there_are_pairs_and_traps(lang: str) -> None:
    assert sum(one == lang for one, _, _ in rows("pairs.yaml")) >= 30
    assert sum(one == lang for one, _, _ in rows("traps.yaml")) >= 10


@pytest.mark.parametrize(
    ("word", "lang", "expected", "lead"),
    [
        ("ЛЕНИНЫМ", "ru", "ЛЕНИН", 0),
        ("Лениным", "ru", "Ленин", 0),
        ("Троцкого", "ru", "Троцкий", 0),
        ("Лени\u0301ным", "ru", None, 0),
        ("İzmirin", "tr", "İzmir", 0),
        ("Ordżonikidzego", "pl", "Ordżonikidze", 0),
        ("ლენინის", "ka", "ლენინი", 0),
        ("Լենինի", "hy", "Լենին", 0),
        ("وتهران", "ar", "تهران", 1),
        ("للخميني", "ar", "الخميني", 0),
    ],
)
def test_bases(word: str, lang: str, expected: str | None, lead: int) -> None:
    found = {(base.text, base.lead) for base in bases(word, lang)}
    if expected is not None:
        assert (expected, lead) in found


def test_a_base_tells_its_ending() -> None:
    (found,) = bases("Лениным", "ru")
    assert found.note
    assert found.fold == fold(found.text)
    with pytest.raises(AttributeError):
        found.text = "x"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("word", "lang"),
    [("", "ru"), ("а", "ru"), ("Lenins", "ru"), ("Ленина", "de"), ("Leninin", "en"), ("1921", "ru")],
)
def test_no_base(word: str, lang: str) -> None:
    assert bases(word, lang) == ()


def test_decomposed_words_are_composed() -> None:
    word = "Çiçerinin"
    assert bases(unicodedata.normalize("NFD", word), "tr") == bases(word, "tr")


# ── the tables themselves ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", NAMES)
def test_the_format(name: str) -> None:
    path = TABLES / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)
    table = yaml.safe_load(text)
    assert set(table) <= KEYS, set(table) - KEYS
    assert {"lang", "script", "title", "source", "words", "rules"} <= set(table)
    assert name == table["lang"] or name.startswith(f"{table['lang']}-")
    assert table["script"] in {*SCRIPT_CODES, *OTHER_SCRIPTS}
    assert table["title"].strip()
    assert table["source"].strip()


@pytest.mark.parametrize("name", NAMES)
def test_the_small_words(name: str) -> None:
    table = read(TABLES / f"{name}.yaml")
    words = table["words"]
    assert len(words) >= 50
    assert all(isinstance(word, str) for word in words), [w for w in words if not isinstance(w, str)]
    # Chinese gives both forms of a character, which fold to one.
    distinct = {word if table["script"] == "Hani" else fold(word) for word in words}
    assert len(distinct) >= 0.9 * len(words)
    assert len(words) == len(set(words)), sorted(word for word in words if words.count(word) > 1)
    for word in words:
        assert word == word.lower(), word
        assert not re.search(r"\s", word), word
        assert table["script"] in OTHER_SCRIPTS or script(word) == SCRIPT_CODES[table["script"]], word


# Common words of languages that no other's patterns may be found in.
PLAIN = {
    "en": "those whose chose close williams the gilan republic lasted until autumn didn't zinoviev's morning",
    "fr": "quelqu'un aujourd'hui choses rendu jusqu'en maison l'armée était primaire soldats",
    "de": "setzen schützen schreiben blieben verbinden erfinden nutzen haben neben strasse",
    "es": "hijos rojo virtud multitud bodega primo últimas piratas apóstol esta ella",
    "pt": "milhões corações primo ações então",
    "it": "questa quella primo dell'uomo inglesi galleria stessa",
    "pl": "król energia który przeciw zamek dzieci",
    "cs": "voják kanál pták signál člověk",
    "nl": "verbinden vinden gewoon alleen bestaan riem",
    "sv": "galleri morgon staden flickan",
}


@pytest.mark.parametrize("name", [name for name in NAMES if "typical" in read(TABLES / f"{name}.yaml")])
def test_what_is_typical(name: str) -> None:
    """The patterns of a language are in small letters, and found in no plain words of another."""
    for pattern in read(TABLES / f"{name}.yaml")["typical"]:
        assert pattern == pattern.lower(), pattern
        assert re.search(pattern, "") is None, pattern
        for other, words in PLAIN.items():
            assert re.search(pattern, words) is None, (pattern, other)


@pytest.mark.parametrize("name", NAMES)
def test_the_rules(name: str) -> None:
    table = read(TABLES / f"{name}.yaml")
    for key in ("rules", "prefixes"):
        for pattern, base, note in table.get(key, ()):
            compiled = re.compile(pattern)
            assert compiled.groups == 0, f"{pattern}: a group that captures"
            assert note.strip(), pattern
            assert base == base.lower(), pattern
            assert not re.search(r"\\[1-9]|\\g", base), pattern
            if key == "rules":
                assert anchored_at_the_end(pattern), pattern
            else:
                assert pattern.startswith("^"), pattern
            # Nothing but a match at the anchored side is found, and none in nothing.
            assert not compiled.search(""), pattern


def anchored_at_the_end(pattern: str) -> bool:
    """Whether each way through a pattern ends in ``$``, those of an outer choice too."""
    depth, inside, escaped, ways = 0, False, False, [""]
    for char in pattern:
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == "[":
            inside = True
        elif char == "]":
            inside = False
        elif not inside and char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and not depth and not inside:
            ways.append("")
            continue
        ways[-1] += char
    return all(way.endswith("$") for way in ways)


@pytest.mark.parametrize("name", NAMES)
def test_older_letters_are_one_for_one(name: str) -> None:
    table = read(TABLES / f"{name}.yaml")
    for old, new in table.get("letters", {}).items():
        assert len(old) == len(new) == 1
    assert len(table.get("silent", "")) <= 1


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_ready(name: str) -> None:
    found = language(name)
    assert found.lang == name
    assert found.words
    assert inflects(name) == bool(found.rules or found.prefixes)


def test_no_such_table() -> None:
    with pytest.raises((LookupError, StopIteration)):
        language("xx")


# ── which language ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "written", "name"),
    [
        ("Вчера он сказал, что не был там и не знает, кто это.", "cyrillic", "ru"),
        ("Він сказав, що його там не було, але це ще не все.", "cyrillic", "uk"),
        ("Gestern hat er nicht gesagt, dass sie auch mit ihm war.", "latin", "de"),
        ("Wczoraj nie było go tam, ale powiedział, że jest jeszcze czas.", "latin", "pl"),
        ("Včera tam nebyl, ale řekl, že to ještě není všechno, co ví.", "latin", "cs"),
        ("Dün orada değildi ama bunun için daha çok zaman var dedi.", "latin", "tr"),
        ("O, dünən orada deyildi, amma bunun üçün daha çox vaxt var idi.", "latin", "az"),
        ("Tegnap nem volt ott, de azt mondta, hogy ez még nem minden.", "latin", "hu"),
        ("Hän ei ollut siellä eilen, mutta sanoi, että se on vielä niin.", "latin", "fi"),
        ("Igår var han inte där, men han sade att det inte är allt.", "latin", "sv"),
        ("Gisteren was hij er niet, maar hij zei dat het nog niet alles is.", "latin", "nl"),
        ("Vakar viņš tur nebija, bet teica, ka tas vēl nav viss, jo ir arī cits.", "latin", "lv"),
        ("Vakar jo ten nebuvo, bet jis sakė, kad tai dar ne viskas, nes yra kitų.", "latin", "lt"),
        ("Eile teda seal ei olnud, aga ta ütles, et see ei ole veel kõik.", "latin", "et"),
        ("Ieri nu a fost acolo, dar a spus că nu este încă totul.", "latin", "ro"),
        ("The man said that he was not there, but it is not all.", "latin", "en"),
    ],
)
def test_a_paragraph_shows_its_language(text: str, written: str, name: str) -> None:
    counts = count_small_words(re.findall(r"\w+", text))
    assert name in likely(counts, written)
    assert len(likely(counts, written)) <= 3, likely(counts, written)


def test_likely() -> None:
    assert likely({"de": 10, "nl": 6, "en": 5}, "latin") == ("de", "nl")
    assert likely({"de": 10, "ru": 1}, "cyrillic") == ("ru",)
    assert likely({}, "latin") == ()
    assert likely({"ru": 5}, "latin") == ()
    assert likely({}, "cyrillic") == ("ru", "uk")
    assert likely({}, "klingon") == ()
    assert 0 < SHARE < 1


def test_small_words_know_all_their_languages() -> None:
    assert set(small_words()["und"]) >= {"de"}
    assert set(small_words()["en"]) >= {"es", "fr", "nl", "sv"}
    assert all(word == word.casefold() for word in small_words())


def test_a_small_word_counts_once() -> None:
    assert count_small_words(["dass"]) == {"de": 1}
    for word, names in small_words().items():
        assert len(names) == len(set(names)), word


def test_english_and_french_have_no_endings() -> None:
    assert not inflects("en")
    assert not inflects("fr")
    assert "de" in latin_languages()
    assert not {"en", "fr", "ru", "ka"} & set(latin_languages())


# ── properties ─────────────────────────────────────────────────────────────────────────────────

LETTERS = st.sampled_from(
    "абвгдеийоуыьяхнсткзABCDEINOSTabdeginorstuöüçğıİßžéиіїლენისაԼենինկոլدنیربهوا\u200c'’-"
)


@given(st.one_of(st.text(max_size=20), st.text(LETTERS, max_size=14)), st.sampled_from(NAMES))
def test_any_word_has_an_answer(word: str, name: str) -> None:
    found = bases(word, name)
    assert found == bases(word, name)
    assert len({(base.fold, base.lead) for base in found}) == len(found)
    for base in found:
        assert base.text
        assert base.fold == fold(base.text)
        assert len(base.fold) >= SHORTEST
        assert 0 <= base.lead < max(1, len(word))


@given(st.sampled_from(rows("pairs.yaml")))
def test_capitals_are_kept(row: tuple[str, str, str]) -> None:
    lang, word, _ = row
    if script(word) in ("latin", "cyrillic", "greek", "armenian"):
        assert all(base.text[0].isupper() for base in bases(word, lang))
    if script(word) in ("latin", "cyrillic") and lang not in ("tr", "az", "de"):  # ı, ß
        found = bases(word.upper(), lang)
        assert {base.fold for base in found} == folds(word, lang)
        assert all(base.text.isupper() for base in found)


@given(st.lists(st.text(max_size=8), max_size=20))
def test_any_words_are_counted(words: list[str]) -> None:
    counts = count_small_words(words)
    assert set(counts) <= set(NAMES)
    assert all(0 < count <= len(words) for count in counts.values())


# ── in running text ────────────────────────────────────────────────────────────────────────────


@pytest.mark.cases("inflected.yaml")
def test_inflected_mentions(case: dict[str, Any], gazetteer: Gazetteer) -> None:
    found = gazetteer.annotate(case["input"])
    for annotation in found:
        assert case["input"][annotation.start : annotation.end] == annotation.text
    assert [[a.text, a.entity.id] for a in found] == case["expected"]


def test_what_is_told_of_an_inflected_mention(gazetteer: Gazetteer) -> None:
    (found,) = gazetteer.annotate("Вчера он не был с Раскольниковым.")
    assert (found.text, found.entity.id, found.tier) == ("Раскольниковым", "raskolnikov", "recorded")
    assert "inflected" in str(found.explain())
    (plain,) = gazetteer.annotate("Вчера там был Раскольников.")
    assert found.score <= plain.score


def test_last_letters_leave_no_ending_out() -> None:
    words = {
        word.lower()
        for name in ("pairs.yaml", "traps.yaml")
        for word in re.findall(r"[\w'’]+", (HERE / name).read_text(encoding="utf-8"))
    }
    told = 0
    for name in NAMES:
        table = yaml.safe_load((TABLES / f"{name}.yaml").read_text(encoding="utf-8"))
        for pattern, _, _ in table.get("rules", ()):
            letters = last_letters(pattern)
            told += bool(letters)
            found = re.compile(pattern)
            assert not letters or all(word[-1] in letters for word in words if found.search(word)), pattern
    assert told > 900
