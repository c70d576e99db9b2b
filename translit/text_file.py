"""Text files read and written exactly: every code point that goes in comes out again.

Reading keeps the byte-order mark and the line ends, so that a span indexes the text that the file
holds and writing the text back gives the same bytes. Writing goes through a temporary file in the
same folder and a rename, so that the old file is whole until the new one is.
"""

from __future__ import annotations

import codecs
import os
import secrets
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from translit.errors import InputError, near

DEFAULT = "utf-8"

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# For the near name of an unknown encoding; any codec of Python's is accepted.
_COMMON = (
    "utf-8",
    "utf-16",
    "utf-32",
    "ascii",
    "latin-1",
    "iso-8859-1",
    "iso-8859-5",
    "iso-8859-6",
    "iso-8859-9",
    "iso-8859-15",
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "windows-1254",
    "windows-1256",
    "cp866",
    "koi8-r",
    "mac-roman",
    "mac-cyrillic",
)


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text with where it came from.

    ``codec`` is the encoding that makes the same bytes of ``text`` again, byte-order mark and all.
    """

    name: str
    text: str
    codec: str
    size: int


def codec_of(encoding: str, data: bytes = b"") -> str:
    """The codec for ``data`` that keeps a byte-order mark as a character.

    >>> codec_of("UTF8"), codec_of("utf-8-sig"), codec_of("utf-16", "Rasht".encode("utf-16-be"))
    ('utf-8', 'utf-8', 'utf-16-be')

    Raises:
        InputError: there is no such encoding of text.
    """
    try:
        # NUL and the like in a name raise ValueError.
        info = codecs.lookup(encoding)
        "".encode(encoding)
    except (LookupError, ValueError) as error:
        likely = near(encoding, _COMMON)
        remedy = f"did you mean '{likely}'?" if likely else "utf-8 and windows-1252 are two"
        raise InputError(f"no text encoding '{encoding}'; {remedy}") from error
    if info.name == "utf-8-sig":
        return DEFAULT
    if info.name in ("utf-16", "utf-32"):
        for mark, codec in _MARKS:
            if codec.startswith(info.name) and data.startswith(mark):
                return codec
        # Without a mark, the side of the zero bytes of spaces and Latin letters tells.
        zeros = data[0:4096:2].count(0), data[1:4096:2].count(0)
        return f"{info.name}-{'be' if zeros[0] > zeros[1] else 'le'}"
    return info.name


def decode(data: bytes, name: str, encoding: str = DEFAULT) -> TextFile:
    r"""The text that ``data`` holds.

    Arguments:
        data: the bytes of a file.
        name: what to call the file in an error.
        encoding: any text encoding that Python knows.

    Raises:
        InputError: it is in another encoding, or is no text; the message tells the place.

    >>> decode("\ufeffRasht\r\n".encode(), "letter.txt").text
    '\ufeffRasht\r\n'
    """
    codec = codec_of(encoding, data)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(codec, "ignore")
        known = next((known for mark, known in _MARKS if data.startswith(mark)), None)
        remedy = f"--encoding {known[:6]}" if known else "--encoding (windows-1252, utf-16 …)"
        raise InputError(
            f"{name}:{before.count(chr(10)) + 1}: not {codec.upper()} at byte {error.start}; "
            f"name its encoding with {remedy}"
        ) from error
    except UnicodeError as error:
        raise InputError(f"{name}: not {codec}: {error}; name its encoding with --encoding") from error
    at = text.find("\0")
    if at >= 0:
        before = text[:at]
        raise InputError(
            f"{name}:{before.count(chr(10)) + 1}: binary, with a NUL at byte {len(before.encode(codec))}; "
            "give plain text, or name its encoding with --encoding"
        )
    return TextFile(name, text, codec, len(data))


def read_text(path: str | Path, encoding: str = DEFAULT) -> TextFile:
    """The text of a file, every code point kept.

    Raises:
        InputError: there is no such file, it cannot be read, or it is no text in ``encoding``.
    """
    codec_of(encoding)
    name = str(path)
    try:
        if os.path.isdir(path):
            raise InputError(f"{name}: a folder; name the text files in it")
        data = Path(path).read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{name}: no such file; look at the spelling of the path") from error
    except OSError as error:
        raise InputError(f"{name}: cannot be read: {error.strerror}") from error
    return decode(data, name, encoding)


def encode(file: TextFile, text: str) -> bytes:
    """The bytes of ``text`` in the encoding of ``file``.

    Raises:
        InputError: the encoding has no such character.
    """
    try:
        return text.encode(file.codec)
    except UnicodeEncodeError as error:
        char = text[error.start]
        line = text.count("\n", 0, error.start) + 1
        raise InputError(
            f"{file.name}:{line}: {file.codec} has no '{char}' (U+{ord(char):04X}); "
            "save the file as UTF-8 first"
        ) from error


def encode_back(file: TextFile, text: str) -> bytes:
    """The bytes of ``text`` for the file that ``file`` was read from.

    Raises:
        InputError: the encoding has no such character, or is one of those (ISO-2022-JP) that
            spell one text in several ways, so that writing would change what was not touched.
    """
    made = encode(file, text)
    exact = file.codec.startswith(("utf-8", "utf-16-", "utf-32-"))
    if not exact and encode(file, file.text) != Path(file.name).read_bytes():
        raise InputError(
            f"{file.name}: writing {file.codec} back would change more than the names; "
            "save the file as UTF-8 first"
        )
    return made


class Writing:
    """Files that are written together: each whole, and none at all when anything fails before the end.

    ``with Writing() as writing:`` stages files by :meth:`write` and :meth:`stream`; the end of the
    block puts them in place, an error in it throws them away. A mode that is there is kept, a
    symbolic link goes on pointing to its target. What is no plain file (a pipe, a device) is
    written as it stands.
    """

    def __init__(self) -> None:
        self._staged: list[tuple[BinaryIO, Path | None, Path]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self._commit()
        finally:
            self._discard()

    def write(self, path: str | Path, data: bytes) -> None:
        """Stage ``data`` for ``path``."""
        stream = self.stream(path)
        try:
            stream.write(data)
        except OSError as error:
            raise _unwritable(path, error) from error

    def stream(self, path: str | Path) -> BinaryIO:
        """A stream whose bytes are staged for ``path``.

        Raises:
            InputError: the path is a folder, or cannot be written.
        """
        try:
            return self._open(path)
        except OSError as error:
            raise _unwritable(path, error) from error

    def _open(self, path: str | Path) -> BinaryIO:
        try:
            old = os.stat(path)
        except FileNotFoundError:
            old = None
        if old is not None and stat.S_ISDIR(old.st_mode):
            raise InputError(f"{path}: a folder; name a file to write")
        if old is not None and not stat.S_ISREG(old.st_mode):
            direct = open(path, "wb")  # noqa: SIM115 – closed with the rest, at the end of the block
            self._staged.append((direct, None, Path(path)))
            return direct
        target = Path(os.path.realpath(path))
        if not target.parent.is_dir():
            raise InputError(f"{path}: there is no folder '{target.parent}'; make it first")
        if old is not None and not os.access(target, os.W_OK):
            raise InputError(f"{path}: cannot be written: it is read-only; change its mode first")
        temporary = target.parent / f".translit-{secrets.token_hex(6)}.tmp"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        stream = os.fdopen(os.open(temporary, flags, 0o666), "wb")
        self._staged.append((stream, temporary, target))
        if old is not None:
            _keep_owner_and_mode(temporary, old)
        return stream

    def _commit(self) -> None:
        for stream, temporary, target in self._staged:
            try:
                stream.flush()
                if temporary is not None:
                    os.fsync(stream.fileno())
                stream.close()
            except OSError as error:
                raise _unwritable(target, error) from error
        for at, (_, temporary, target) in enumerate(self._staged):
            if temporary is None:
                continue
            try:
                os.replace(temporary, target)
            except OSError as error:
                self._staged = self._staged[at:]
                raise _unwritable(target, error) from error
        self._staged = []

    def _discard(self) -> None:
        for stream, temporary, _ in self._staged:
            # On a full disk what is buffered cannot be written; it is thrown away in any case.
            with suppress(OSError):
                stream.close()
            if temporary is not None:
                temporary.unlink(missing_ok=True)
        self._staged = []


def _keep_owner_and_mode(path: Path, old: os.stat_result) -> None:
    made = os.stat(path)
    if hasattr(os, "chown") and (made.st_uid, made.st_gid) != (old.st_uid, old.st_gid):
        # Only the system's administrator may give files away.
        with suppress(OSError):
            os.chown(path, old.st_uid, old.st_gid)
    os.chmod(path, stat.S_IMODE(old.st_mode))


def _unwritable(path: str | Path, error: OSError) -> InputError:
    return InputError(f"{path}: cannot be written: {error.strerror or error}; nothing was changed")
