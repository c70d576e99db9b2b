"""The page about readings and schemes beside the tables, made from them.

``python -m translit.schemes.readme`` writes it; what it says in words is in ``readme.yaml``.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from translit.schemes import Scheme, apply_scheme, pipes, schemes
from translit.schemes.data import read_data
from translit.schemes.vocalised import read

PAGE = Path(__file__).with_name("README.md")


def page() -> str:
    """The whole page, in Markdown."""
    data = read_data("readme")
    parts = [data["readings"]]
    for title, rows in data["notation"].items():
        parts.append(_table([title, "in rules", "in tables of names", "for example"], map(_sound, rows)))
    parts.append(data["schemes"])
    parts.append("\n".join(map(_cut, data["cut"])) + "\n")
    parts.append(data["adding"])
    parts.append("## The schemes\n")
    parts.append("Each with what it makes of names that show its hard cases.\n")
    parts += [_language(one) for one in data["languages"]]
    return "\n".join(parts)


def _sound(row: dict[str, str]) -> Sequence[str]:
    """A row of the notation; the reading of the example is worked out."""
    sounds = " ".join(reading.text for reading in read(row["example"], row["lang"]))
    typed = row.get("table", row["sound"])
    return row["means"], f"`{row['sound']}`", typed or "–", f"{row['example']} `{sounds}`"


def _cut(row: dict[str, str]) -> str:
    """A word as the rules of a scheme cut it."""
    scheme = next(one for one in schemes(row["lang"]) if one.id == row["scheme"])
    engine = _engine(scheme)
    reading = read(row["word"], row["lang"])[0].text if engine.reading else ""
    word = reading or row["word"].lower()
    pieces = (f"{word[start:end]} → {out or '–'}" for start, end, out in engine.engines[0].pieces(word))
    given = f"{row['word']} (`{reading}`)" if reading else row["word"]
    written = apply_scheme(row["word"], scheme.id, scheme.lang)[0]
    return f"- {given} by `{scheme.id}`: {'; '.join(pieces)}. Together {written}."


def _engine(scheme: Scheme) -> Any:
    scripts = {"Arab": "arabic", "Cyrl": "cyrillic"}
    return next(pipe for pipe in pipes(scheme.lang, scripts[scheme.script]) if pipe.name == scheme.id)


def _language(row: dict[str, Any]) -> str:
    """The schemes of a language in a script, with its names in each."""
    found = [one for one in schemes(row["lang"]) if one.script == row["script"]]
    head = ["id", f"{row['name']} ({row['lang']})", "to", *row["names"], "source"]
    rows = (
        [f"`{one.id}`", one.title, one.target, *(_written(name, one) for name in row["names"]), _source(one)]
        for one in found
    )
    return f"### {row['name']}, {row['script']}\n\n{_table(head, rows)}"


def _written(name: str, scheme: Scheme) -> str:
    if scheme.script == scheme.target:
        name = "".join(char for char in name if not unicodedata.combining(char))  # as it is mostly written
    written, guessed = apply_scheme(name, scheme.id, scheme.lang)
    if guessed:
        raise ValueError(f"{scheme.lang} {scheme.id}: {', '.join(guessed)} needs its vowel signs")
    return written


def _source(scheme: Scheme) -> str:
    return " ".join(scheme.source.split())


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; what would be taken for marking up is kept from it."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(_plain(cell) for cell in line) + " |\n" for line in lines)


def _plain(cell: str) -> str:
    """A cell as it stands: bars and asterisks mean nothing, and so does a lone grave accent."""
    cell = cell.replace("|", "\\|").replace("*", "\\*")
    return cell if cell.count("`") % 2 == 0 else cell.replace("`", "\\`")


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE}: {len(schemes())} schemes", file=sys.stderr)


if __name__ == "__main__":
    main()
