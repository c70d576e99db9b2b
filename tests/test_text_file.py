"""Reading and writing text files: nothing lost, nothing half written."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.errors import InputError
from translit.text_file import TextFile, Writing, codec_of, decode, encode, encode_back, read_text


def told(data: bytes, encoding: str = "utf-8") -> str:
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt", encoding)
    return str(caught.value)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_what_is_read_is_what_was_written(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"):
        data = text.encode(encoding)
        file = decode(data, "a.txt", encoding)
        assert encode(file, file.text) == data
    assert decode(text.encode(), "a.txt").text == text


def test_marks_and_line_ends_stay() -> None:
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n", "a.txt").text == "\ufeffa\r\nb\rc\n"
    assert decode(b"\xff\xfea\0", "a.txt", "utf-16").text == "\ufeffa"


def test_not_the_encoding() -> None:
    assert told(b"one\ntwo \xe9\n") == (
        "a.txt:2: not UTF-8 at byte 8; name its encoding with --encoding (windows-1252, utf-16 …)"
    )
    assert told("Rasht".encode("utf-16")).endswith("--encoding utf-16")
    assert "not ASCII at byte 0" in told("é".encode(), "ascii")
    assert "a.txt:2: not UTF-16-LE at byte" in told("\n".encode("utf-16-le") + b"x", "utf-16-le")


def test_binary() -> None:
    assert "a.txt:2: binary, with a NUL at byte 3" in told(b"\xc3\xa9\n\0\1")
    assert "--encoding" in told("Rasht".encode("utf-16-le"))


@pytest.mark.parametrize("name", ["utf8x", "hex", "rot13", "zlib", "", "undefined", "a\0b"])
def test_no_such_encoding(name: str) -> None:
    with pytest.raises(InputError, match="no text encoding"):
        codec_of(name)


def test_the_near_encoding_is_named() -> None:
    with pytest.raises(InputError, match="did you mean 'windows-1251'"):
        codec_of("window-1251")


def test_bad_paths(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_text(tmp_path / "nowhere.txt")
    with pytest.raises(InputError, match="a folder"):
        read_text(tmp_path)
    closed = tmp_path / "closed.txt"
    closed.write_text("x")
    closed.chmod(0)
    if os.geteuid():
        with pytest.raises(InputError, match="cannot be read"):
            read_text(closed)


def test_an_encoding_that_does_not_come_back(tmp_path: Path) -> None:
    """ISO-2022-JP may switch to ASCII where it is in ASCII already; the bytes of that are lost."""
    path = tmp_path / "j.txt"
    path.write_bytes(b"\x1b(BRacht")
    file = read_text(path, "iso-2022-jp")
    with pytest.raises(InputError, match="more than the names"):
        encode_back(file, "Rasht")
    path.write_bytes(b"Racht")
    assert encode_back(read_text(path, "iso-2022-jp"), "Rasht") == b"Rasht"


def test_a_letter_that_the_encoding_lacks() -> None:
    with pytest.raises(InputError, match=r"a.txt:2: .*'ū' \(U\+016B\)"):
        encode(TextFile("a.txt", "", "cp1252", 0), "x\nKūchik")


def test_files_are_written_together(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("old")
    old.chmod(0o600)
    with Writing() as writing:
        writing.write(old, b"one")
        writing.stream(new).write(b"two")
        assert old.read_text() == "old"
        assert not new.exists()
    assert (old.read_text(), new.read_text()) == ("one", "two")
    assert stat.S_IMODE(old.stat().st_mode) == 0o600
    assert sorted(os.listdir(tmp_path)) == ["new.txt", "old.txt"]


def test_the_mode_of_a_new_file_is_the_users(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        with Writing() as writing:
            writing.write(tmp_path / "a.txt", b"")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640


def test_nothing_is_written_when_the_block_fails(tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_text("old")

    def stopped() -> None:
        with Writing() as writing:
            writing.write(old, b"one")
            writing.write(tmp_path / "new.txt", b"two")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert os.listdir(tmp_path) == ["old.txt"]
    assert old.read_text() == "old"


def test_a_failed_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    old = tmp_path / "old.txt"
    old.write_text("old")
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(InputError, match="No space left"), Writing() as writing:
        writing.write(old, b"one")
    assert os.listdir(tmp_path) == ["old.txt"]
    assert old.read_text() == "old"


def test_links_and_folders(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    link.symlink_to("target.txt")
    with Writing() as writing:
        writing.write(link, b"one")
    assert link.is_symlink()
    assert target.read_text() == "one"
    with pytest.raises(InputError, match="a folder"), Writing() as writing:
        writing.write(tmp_path, b"one")
    with pytest.raises(InputError, match="no folder"), Writing() as writing:
        writing.write(tmp_path / "no" / "where.txt", b"one")
