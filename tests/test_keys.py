"""Skeletons: spellings of one name share one, whatever the romanisation."""

from __future__ import annotations

from itertools import combinations

import pytest

from translit.keys import (
    NAME_LIMIT,
    WORD_LIMIT,
    deletions,
    join_skeletons,
    name_skeletons,
    skeletons,
    word_key,
)


@pytest.mark.parametrize(
    "spellings",
    [
        ["Kuchik", "Koutchek", "Kutschek", "Kuçek", "Kučik", "Koochak", "Кучек", "کوچک"],
        ["Khan", "Chan", "Xan", "Han", "Ḫān", "хан", "خان"],
        ["Chicherin", "Tchitcherine", "Tschitscherin", "Čičerin", "Чичерин", "چیچرین"],
        ["Ordzhonikidze", "Ordjonikidzé", "Ordschonikidse", "Ordžonikidze", "Орджоникидзе", "ორჯონიკიძე"],
        ["Zinoviev", "Sinowjew", "Zinov'ev", "Zinovieff", "Зиновьев"],
        ["Trotsky", "Trotzki", "Троцкий"],
        ["Trotsky", "Trockij"],
        ["Haydar", "Heidar", "Hajdar", "Heydər", "Хайдар", "حیدر"],
        ["Muhammad", "Mohammed", "Məhəmməd", "Мухаммад", "محمد"],
        ["Rasht", "Racht", "Rescht", "Решт", "رشت"],
        ["Mikoyan", "Mikojan", "Mikoïan", "Микоян", "Միկոյան"],
    ],
    ids=lambda spellings: spellings[-1],
)
def test_spellings_of_a_word_share_a_skeleton(spellings: list[str]) -> None:
    for one, other in combinations(spellings, 2):
        assert set(skeletons(one)) & set(skeletons(other)), (one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kuchik", "Malkum"), ("Hasan", "Salman"), ("Taqi", "Naqi"), ("Rasht", "Tabriz"), ("Lenin", "Stalin")],
)
def test_different_words_share_none(one: str, other: str) -> None:
    assert not set(skeletons(one)) & set(skeletons(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ehsan Ollah Khan", "Ehsanollah Khan"),
        ("Vusuq al-Dawla", "Vosough od-Dowleh"),
        ("Qavam al-Saltana", "Ghavam os-Saltaneh"),
        ("کوچک\u200cخان", "Kuchik Khan"),
        ("Nasir al-Din", "ناصرالدین"),
    ],
)
def test_names_share_a_skeleton(one: str, other: str) -> None:
    assert set(name_skeletons(one)) & set(name_skeletons(other))


def test_limits() -> None:
    assert len(skeletons("Chcchjchcejchxjcch" * 3)) <= WORD_LIMIT
    assert len(name_skeletons("Chcchj chcej chxj cch chjcx jxcj")) <= NAME_LIMIT


def test_nothing_has_no_skeleton() -> None:
    assert name_skeletons("") == name_skeletons("—") == ()
    assert word_key("") == word_key("— …") == ""


def test_skeletons_are_distinct() -> None:
    for word in ("Kuchik", "Chamchich", "Jajouj"):
        assert len(set(skeletons(word))) == len(skeletons(word))


def test_join() -> None:
    assert join_skeletons([("A", "B"), ("C",)]) == ("AC", "BC")
    assert join_skeletons([("A",)]) == ("A",)


def test_deletions() -> None:
    assert deletions("") == {""}
    assert deletions("AB") == {"AB", "A", "B"}
    assert deletions("AA") == {"AA", "A"}


@pytest.mark.parametrize(
    "spelling",
    ["Ehsan Ollah", "Ehsanollah", "EHSAN-OLLAH", "Ehsan\nOllah", "Ehsan\u200cOllah", "Eh̄sān Ollah"],
)
def test_word_key(spelling: str) -> None:
    assert word_key(spelling) == "ehsanollah"
