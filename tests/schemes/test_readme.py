"""The page about readings and schemes is what the tables say."""

from __future__ import annotations

import pytest

import translit
from translit.schemes.data import read_data
from translit.schemes.readme import PAGE, page
from translit.schemes.vocalised import read


def test_the_page_is_up_to_date() -> None:
    pytest.importorskip("iuliia")
    assert PAGE.read_text(encoding="utf-8") == page(), "make schemes"


def test_the_page_has_every_scheme() -> None:
    text = PAGE.read_text(encoding="utf-8")
    shown = {(row["lang"], row["script"]) for row in read_data("readme")["languages"]}
    for scheme in translit.schemes():
        assert (scheme.lang, scheme.script) in shown
        assert f"| `{scheme.id}` | {scheme.title} |" in text


@pytest.mark.parametrize(
    "row",
    [row for rows in read_data("readme")["notation"].values() for row in rows],
    ids=lambda row: row["sound"],
)
def test_an_example_has_its_sound(row: dict[str, str]) -> None:
    sounds = " ".join(word.text for word in read(row["example"], row["lang"]))
    assert any(sound in sounds for sound in row["sound"].split())
    assert all(word.exact for word in read(row["example"], row["lang"]))
