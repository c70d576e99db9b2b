"""The documents say what is true: the README's Python examples run."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"


def python_blocks() -> list[str]:
    if not README.exists():
        return []
    return re.findall(r"^```python\n(.*?)^```", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_readme_has_examples() -> None:
    if not README.exists():
        pytest.skip("no README yet")
    assert python_blocks()


def test_readme_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The blocks run in order, in one session, in an empty folder with the files that they name."""
    blocks = python_blocks()
    if not blocks:
        pytest.skip("no Python in the README yet")
    monkeypatch.chdir(tmp_path)
    entry = "- {id: my-own, type: person, heading: Ada Example}\n"
    (tmp_path / "mine.yaml").write_text(entry, encoding="utf-8")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "other.yaml").write_text(entry.replace("own", "other"), encoding="utf-8")
    (tmp_path / "mine.csv").write_text(
        "id,type,heading,variants\nmy-flat,person,Ada Flat,\n", encoding="utf-8"
    )
    names: dict[str, object] = {}
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    for number, block in enumerate(blocks, 1):
        if ">>>" in block:
            made = doctest.DocTestParser().get_doctest(block, names, f"README block {number}", str(README), 0)
            runner.run(made, clear_globs=False)
            names = made.globs
        else:
            names.setdefault("text", "Koutchek Khan left Racht.")
            exec(compile(block, f"README block {number}", "exec"), names)  # our own document
    assert runner.summarize(verbose=False).failed == 0


def test_the_tables_readme_names_every_key() -> None:
    from translit.model import ELEMENT_TYPES, ENTITY_TYPES, STATUSES
    from translit.tables.records import ENTRY_KEYS

    text = (ROOT / "variants" / "README.md").read_text(encoding="utf-8")
    for name in (*ENTRY_KEYS, *ENTITY_TYPES, *ELEMENT_TYPES, *STATUSES):
        assert name in text, name


def test_the_readmes_sample_entry_loads(tmp_path: Path) -> None:
    from translit.tables.layers import load_records

    text = (ROOT / "variants" / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        assert load_records([[(tmp_path / "sample.yaml", block.encode())]])
