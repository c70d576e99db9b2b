"""How fast running text is annotated, beside a plain pass over its words and FlashText.

    python tests/bench/annotate_speed.py [MEGABYTES]

The text is made here, from a fixed seed: sentences of common words, one set without names, one in
which a sentence in three names somebody, in recorded and in new spellings, and one that is as full
of unknown capitalised names as an index. It measures; it never fails.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Callable
from typing import Any

import translit

SEED = 1921
WORDS = """
the of and to in a that was it for on with as his they at be this had not are but from or have an
which one were all their her said we there she would been if when who will more no out so up into
them than then can only other new some could time these two may first any now such like our over man
me even most made after also did many before must through back years where much your way well down
should because each just those people mister how too little state good very make world still own see
men work long get here between both life being under never day same another know while last might us
great old year off come since against go came right used take three town army ship harbour winter
letter council bread market road mountain forest soldier peasant revolt treaty oil railway minister
consul telegram newspaper congress party debt trade silk rice tea border river valley village
"""
SYLLABLES = "ba ken dor mi lus tar vo shin gra pel ton zu rik hol var den mos kal fin ster"


def sentence(chooser: random.Random, names: list[str]) -> str:
    """One sentence of common words, with the names at random places."""
    out = chooser.choices(WORDS.split(), k=chooser.randint(8, 24))
    for name in names:
        out[chooser.randint(1, len(out) - 1)] = name
    text = " ".join(out)
    return text[0].upper() + text[1:] + chooser.choice([".", ".", ".", "?", ";"])


def respelled(chooser: random.Random, name: str) -> str:
    """A spelling that is probably in no table."""
    for old, new in chooser.sample(
        [("kh", "ch"), ("sh", "sch"), ("i", "ee"), ("u", "ou"), ("v", "w"), ("a", "ā")], 2
    ):
        name = name.replace(old, new)
    return name


def make(size: int, kind: str, headings: list[str]) -> str:
    """A text of ``size`` characters."""
    chooser = random.Random(f"{SEED} {kind}")
    out: list[str] = []
    length = 0
    while length < size:
        names: list[str] = []
        if kind == "names" and chooser.random() < 0.33:
            name = chooser.choice(headings)
            names.append(respelled(chooser, name) if chooser.random() < 0.3 else name)
        elif kind == "unknown names":
            names = ["".join(chooser.choices(SYLLABLES.split(), k=3)).title() for _ in range(3)]
        made = sentence(chooser, names)
        out.append(made + ("\n\n" if chooser.random() < 0.1 else "\n" if chooser.random() < 0.3 else " "))
        length += len(out[-1])
    return "".join(out)[:size]


def seconds(call: Callable[..., Any], *arguments: object, **options: object) -> tuple[float, Any]:
    """How long a call takes, and its result."""
    begun = time.perf_counter()
    result = call(*arguments, **options)
    return time.perf_counter() - begun, result


def flashtext_of(gazetteer: translit.Gazetteer) -> Any:
    """A FlashText processor with every recorded spelling, when it is installed."""
    try:
        from flashtext import KeywordProcessor  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError:
        return None
    processor = KeywordProcessor(case_sensitive=True)
    for entity in gazetteer.entities.values():
        for variant in entity.variants:
            processor.add_keyword(variant.text, entity.id)
    return processor


def main() -> None:
    """Measure and print."""
    size = int(float(sys.argv[1]) * 1e6) if len(sys.argv) > 1 else 2_000_000
    gazetteer = translit.load()
    headings = [
        entity.heading for entity in gazetteer.entities.values() if entity.type in ("person", "place")
    ]
    flashtext = flashtext_of(gazetteer)
    if flashtext is None:
        print("flashtext is not installed: left out")
    print(f"{'text':16}{'found':>8}{'first':>12}{'again':>12}{'words pass':>14}{'ratio':>8}  flashtext")
    for kind in ("no names", "names", "unknown names"):
        text = make(size, kind, headings)
        fresh = translit.load()
        first, found = seconds(fresh.annotate, text)
        again, _ = seconds(fresh.annotate, text)
        plain, _ = seconds(re.findall, r"\w+", text)
        beside = "–"
        if flashtext is not None:
            theirs, keywords = seconds(flashtext.extract_keywords, text, span_info=True)
            beside = f"{size / theirs / 1e6:.2f} MB/s, {len(keywords)} found, ratio {first / theirs:.1f}"
        rates = "".join(f"{size / taken / 1e6:7.2f} MB/s" for taken in (first, again))
        print(f"{kind:16}{len(found):8}{rates}{size / plain / 1e6:9.1f} MB/s{first / plain:8.0f}  {beside}")


if __name__ == "__main__":
    main()
