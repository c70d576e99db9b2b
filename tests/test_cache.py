"""Results kept between runs: never wrong, never in the way."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import translit
from translit import cache


class Maker:
    """Counts how often a result was made."""

    def __init__(self, result: Any) -> None:
        self.result = result
        self.calls = 0

    def __call__(self) -> Any:
        self.calls += 1
        return self.result


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "deep" / "cache"
    monkeypatch.setenv("TRANSLIT_CACHE", str(folder))
    return folder


def test_made_once(kept: Path) -> None:
    make = Maker({"text": "کوچک", "list": [1, 2]})
    assert cache.cached("thing", b"source", make) == make.result
    assert cache.cached("thing", b"source", make) == make.result
    assert make.calls == 1
    (file,) = kept.iterdir()
    assert file.name.startswith("thing-")
    assert cache.read(file) == (True, make.result)


def test_another_source_another_result(kept: Path) -> None:
    make = Maker([1])
    cache.cached("thing", b"one", make)
    cache.cached("thing", b"two", make)
    cache.cached("other", b"one", make)
    assert make.calls == 3


@pytest.mark.parametrize("damage", ["empty", "cut", "changed", "longer", "other"])
def test_a_damaged_file_is_made_afresh(kept: Path, damage: str) -> None:
    make = Maker({"a": 1})
    cache.cached("thing", b"source", make)
    (file,) = kept.iterdir()
    good = file.read_bytes()
    damaged = {
        "empty": b"",
        "cut": good[:-1],
        "changed": good[:-1] + bytes([good[-1] ^ 1]),
        "longer": good + b"x",
        "other": b"\xff" * 100,
    }
    file.write_bytes(damaged[damage])
    assert cache.cached("thing", b"source", make) == {"a": 1}
    assert make.calls == 2
    assert cache.read(file) == (True, {"a": 1})


def test_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSLIT_CACHE", "")
    assert cache.folder() is None
    make = Maker(1)
    cache.cached("thing", b"source", make)
    cache.cached("thing", b"source", make)
    assert make.calls == 2


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("TRANSLIT_CACHE", str(blocked / "cache"))
    make = Maker([7])
    assert cache.cached("thing", b"source", make) == [7]
    assert cache.cached("thing", b"source", make) == [7]
    assert make.calls == 2


def test_the_file_itself_is_a_folder(kept: Path) -> None:
    make = Maker([7])
    cache.cached("thing", b"source", make)
    (file,) = kept.iterdir()
    file.unlink()
    file.mkdir()
    assert cache.cached("thing", b"source", make) == [7]


def test_old_files_are_dropped(kept: Path) -> None:
    kept.mkdir(parents=True)
    for number in range(90):
        file = kept / f"thing-{number:02}.bin"
        file.write_text("1", encoding="utf-8")
        os.utime(file, (number, number))
    cache.write(kept / "new.bin", [1])
    names = sorted(file.name for file in kept.iterdir())
    assert "new.bin" in names
    assert "thing-00.bin" not in names
    assert "thing-89.bin" in names
    assert len(names) <= 60


def test_no_half_written_files_are_left(kept: Path) -> None:
    with pytest.raises(ValueError, match="unmarshallable"):
        cache.cached("thing", b"source", Maker({"not data": object()}))
    cache.cached("thing", b"other", Maker(1))
    assert [file.suffix for file in kept.iterdir()] == [".bin"]


def test_the_folder_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRANSLIT_CACHE")
    folder = cache.folder()
    assert folder is not None
    assert "translit" in str(folder)


def test_a_changed_table_is_seen_at_once(table: Callable[..., Path]) -> None:
    path = table("- {id: x, type: place, heading: Alpha}\n")
    assert translit.load(path, bundled=False).entities["x"].heading == "Alpha"
    table("- {id: x, type: place, heading: Gamma}\n")
    assert translit.load(path, bundled=False).entities["x"].heading == "Gamma"


def test_the_order_of_tables_counts(table: Callable[..., Path]) -> None:
    one = table("- {id: x, type: place, heading: Alpha}\n", "one.yaml")
    two = table("- {id: x, type: place, heading: Gamma}\n", "two.yaml")
    assert translit.load(one, two, bundled=False).entities["x"].heading == "Gamma"
    assert translit.load(two, one, bundled=False).entities["x"].heading == "Alpha"


def test_a_cached_gazetteer_is_the_same(table: Callable[..., Path], kept: Path) -> None:
    path = table(
        "- {id: x, type: person, heading: Ada Example, variants: [{text: Ada X, short: 'true', lang: en}]}\n"
    )
    fresh = translit.load(path, bundled=False)
    assert any(file.name.startswith("gazetteer-") for file in kept.iterdir())
    again = translit.load(path, bundled=False)
    assert again.entities["x"] == fresh.entities["x"]
    assert again.match("Ada Exampel") == fresh.match("Ada Exampel")
