"""Results that are slow to make and cheap to keep, in the user's cache folder.

A cached result is JSON in a file named by what it was made from: a digest of the sources and of
the library's own code, so that a changed table or a new version never meets an old result. A cache
that cannot be read or written is as good as none: the result is made afresh.

The folder is platformdirs' user cache folder, or ``TRANSLIT_CACHE`` (an empty value turns caching
off). A wheel carries the results for the shipped tables inside the package.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

_KEPT = 40  # files in the cache folder; the longest unused are dropped beyond that


@cache
def code_digest() -> bytes:
    """A digest of the library's own code and data, without the tables."""
    digest = hashlib.sha256()
    root = Path(__file__).parent
    for path in sorted(root.rglob("*")):
        if path.suffix in (".py", ".yaml") and "variants" not in path.parts:
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.digest()


def folder() -> Path | None:
    """Where results are kept, or None when caching is off."""
    named = os.environ.get("TRANSLIT_CACHE")
    if named is not None:
        return Path(named) if named else None
    from platformdirs import user_cache_path

    return user_cache_path("translit-names", appauthor=False)


def cached(name: str, source: bytes, make: Callable[[], Any]) -> Any:
    """The result of ``make()`` for ``source``, kept from an earlier call where there is one.

    Arguments:
        name: what kind of result it is; a part of the file name.
        source: everything, besides the library's code, that the result depends on.
        make: makes the result: plain JSON data.

    Returns:
        The result, read back from JSON or fresh.
    """
    key = hashlib.sha256(code_digest() + source).hexdigest()[:32]
    file = f"{name}-{key}.json"
    shipped = resources.files("translit").joinpath("compiled", file)
    if shipped.is_file():
        return json.loads(shipped.read_bytes())
    where = folder()
    if where is None:
        return make()
    path = where / file
    try:
        result = json.loads(path.read_bytes())
        os.utime(path)
        return result
    except (OSError, ValueError):
        result = make()
    write(path, result)
    return result


def write(path: Path, result: Any) -> None:
    """Keep a result; a folder that cannot be written is no error."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, suffix=".tmp", delete=False
        ) as stream:
            json.dump(result, stream, ensure_ascii=False, separators=(",", ":"))
        os.replace(stream.name, path)
        kept = sorted(path.parent.glob("*.json"), key=lambda file: file.stat().st_mtime)
        for old in kept[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return
