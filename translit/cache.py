"""Results that are slow to make and cheap to keep, in the user's cache folder.

A cached result is kept in a file named by what it was made from: a digest of the sources and of the
library's own code, so that a changed table or a new version never meets an old result. The form is
Python's own for compiled modules (marshal), which reads several times faster than JSON; a checksum
in front keeps a damaged file from being read. A cache that cannot be read or written is as good as
none: the result is made afresh.

The folder is platformdirs' user cache folder, or ``TRANSLIT_CACHE`` (an empty value turns caching
off). A wheel carries the results for the shipped tables inside the package.
"""

from __future__ import annotations

import gc
import hashlib
import marshal
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

_KEPT = 60  # files in the cache folder; the longest unused are dropped beyond that
_CHECKSUM = 16  # bytes
PACKAGE = Path(__file__).parent
COMPILED = PACKAGE / "compiled"


@cache
def code_digest() -> bytes:
    """A digest of the library's own code and data, without the tables."""
    digest = hashlib.sha256(f"{sys.implementation.cache_tag}.{marshal.version}".encode())
    schemes = PACKAGE / "schemes"
    for folder in (
        PACKAGE,
        PACKAGE / "tables",
        PACKAGE / "inflection",
        schemes,
        schemes / "sounds",
        schemes / "tables",
    ):
        for path in sorted(folder.iterdir()):
            if path.suffix in (".py", ".yaml") and path.name not in ("wheel.py", "native.py"):
                digest.update(path.name.encode())
                digest.update(path.read_bytes())
    return digest.digest()


def folder() -> Path | None:
    """Where results are kept, or None when caching is off."""
    named = os.environ.get("TRANSLIT_CACHE")
    if named is not None:
        return Path(named) if named else None
    from platformdirs import user_cache_path  # imported late: not needed with shipped results

    return user_cache_path("translit-names", appauthor=False)


def cached(name: str, source: bytes, make: Callable[[], Any]) -> Any:
    """The result of ``make()`` for ``source``, kept from an earlier call where there is one.

    Arguments:
        name: what kind of result it is; a part of the file name.
        source: everything, besides the library's code, that the result depends on.
        make: makes the result: dicts, lists, strings, numbers and booleans.

    Returns:
        The result, kept or fresh.
    """
    file = f"{name}-{hashlib.sha256(code_digest() + source).hexdigest()[:32]}.bin"
    found, result = read(COMPILED / file)
    if found:
        return result
    where = folder()
    if where is None:
        return make()
    path = where / file
    found, result = read(path)
    if found:
        return result
    result = make()
    write(path, result)
    return result


def cached_yaml(name: str, *files: Path) -> list[Any]:
    """The contents of YAML files that ship with the code, as plain data; kept tables need no YAML.

    Arguments:
        name: what kind of result it is; a part of the file name.
        files: the files, in order.
    """
    sources = [file.read_bytes() for file in files]

    def parse() -> Any:
        import yaml  # imported late

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return [yaml.load(source, Loader=loader) for source in sources]

    found: list[Any] = cached(name, b"\0".join(sources), parse)
    return found


def read(path: Path) -> tuple[bool, Any]:
    """Whether a whole result is kept there, and the result."""
    try:
        data = path.read_bytes()
    except OSError:
        return False, None
    body = memoryview(data)[_CHECKSUM:]
    if hashlib.blake2b(body, digest_size=_CHECKSUM).digest() != data[:_CHECKSUM]:
        return False, None
    # The collector would look through what is being read again and again, and find nothing.
    enabled = gc.isenabled()
    gc.disable()
    try:
        return True, marshal.loads(body)
    finally:
        if enabled:
            gc.enable()


def write(path: Path, result: Any) -> None:
    """Keep a result; a folder that cannot be written is no error."""
    import tempfile  # imported late: only a first run writes

    body = marshal.dumps(result)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".tmp", delete=False) as stream:
            stream.write(hashlib.blake2b(body, digest_size=_CHECKSUM).digest())
            stream.write(body)
        os.replace(stream.name, path)
        kept = sorted(path.parent.glob("*.bin"), key=lambda file: file.stat().st_mtime)
        for old in kept[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return
