"""The build hook of the wheel: puts the made-ready results for the shipped tables inside.

Without them the first run after an install would read and index the tables for some seconds. The
module is for the build alone and stays out of the wheel.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg, misc]
    """Loads the shipped tables once and adds what the cache kept to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fill ``translit/compiled`` of a wheel; an editable install keeps its own cache."""
        if self.target_name != "wheel" or version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
        kept = os.environ.get("TRANSLIT_CACHE")
        os.environ["TRANSLIT_CACHE"] = self._folder.name
        sys.path.insert(0, self.root)
        try:
            from translit.gazetteer import load, romanise, shipped_lexicon
            from translit.inflection import small_words
            from translit.schemes.data import read_data
            from translit.schemes.sounds import SCRIPTS, read_table

            load().schemes_of("Kutschek Chan")
            load(bundled=False)
            romanise("خان", "ala-lc", "fa")
            romanise("خان", "ala-lc", "ar")
            read_data("iuliia")
            small_words()
            shipped_lexicon()
            for name in (*SCRIPTS, "symbols", "misread"):
                read_table(name)
        finally:
            sys.path.remove(self.root)
            if kept is None:
                del os.environ["TRANSLIT_CACHE"]
            else:
                os.environ["TRANSLIT_CACHE"] = kept
        for file in Path(self._folder.name).glob("*.bin"):
            build_data["force_include"][str(file)] = f"translit/compiled/{file.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()
