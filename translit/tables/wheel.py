"""The build hook of the wheel: puts the made-ready results for the shipped tables inside, and machine code.

Without the results the first run after an install would read and index the tables for some seconds; the
machine code, where it can be made, is the hot modules' (see :mod:`translit.tables.native`). The module is
for the build alone and stays out of the wheel.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg, misc]
    """Loads the shipped tables once, adds what the cache kept to the wheel, and compiles."""

    def dependencies(self) -> list[str]:
        """What the compilation needs, where there will be one."""
        with self._sources():
            from translit.tables.native import requirements

            return requirements()

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fill ``translit/compiled`` of a wheel and compile; an editable install stays as it is."""
        if self.target_name != "wheel" or version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
        results, native = Path(self._folder.name, "results"), Path(self._folder.name, "native")
        native.mkdir()
        kept = os.environ.get("TRANSLIT_CACHE")
        os.environ["TRANSLIT_CACHE"] = str(results)
        try:
            with self._sources():
                from translit.tables.native import compiled

                with ThreadPoolExecutor(1) as pool:  # the compiler and the loading take as long
                    compiling = pool.submit(compiled, Path(self.root), native)
                    self._load()
                    files = compiling.result()
        finally:
            if kept is None:
                del os.environ["TRANSLIT_CACHE"]
            else:
                os.environ["TRANSLIT_CACHE"] = kept
        for file in results.glob("*.bin"):
            build_data["force_include"][str(file)] = f"translit/compiled/{file.name}"
        for file, place in files.items():
            build_data["force_include"][str(file)] = place
        if files:
            build_data["pure_python"] = False
            build_data["infer_tag"] = True

    @contextmanager
    def _sources(self) -> Iterator[None]:
        """Import the library from the sources at hand."""
        sys.path.insert(0, self.root)
        try:
            yield
        finally:
            sys.path.remove(self.root)

    def _load(self) -> None:
        """Load what the shipped tables hold, so that the cache keeps it."""
        from translit.gazetteer import load, romanise, shipped_lexicon
        from translit.inflection.endings import small_words
        from translit.schemes.data import read_data
        from translit.schemes.sounds.reading import SCRIPTS, read_table

        load().schemes_of("Kutschek Chan")
        load(bundled=False)
        romanise("خان", "ala-lc", "fa")
        romanise("خان", "ala-lc", "ar")
        read_data("iuliia")
        small_words()
        shipped_lexicon()
        for name in (*SCRIPTS, "symbols", "han", "misread", "odds", "written"):
            read_table(name)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()
