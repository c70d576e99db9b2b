"""How fast running text is annotated, beside a plain pass over its words and beside exact finders.

    python tests/bench/annotate_speed.py [MEGABYTES [NAMES]]

The text is made here, from a fixed seed: sentences of common words, one set without names, one in
which a sentence in three names somebody, in recorded and in new spellings, and one that is as full
of unknown capitalised names as an index. Then the finders that are installed sweep one text (in which
a sentence in eight has a name) with the same made-up personal names; and it is seen how the time grows
with the text and with the names. Processor time is measured. It measures; it never fails.
"""

from __future__ import annotations

import gc
import importlib
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
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
        if kind == "sprinkled" and chooser.random() < 0.125:
            names.append(chooser.choice(headings))
        elif kind == "names" and chooser.random() < 0.33:
            name = chooser.choice(headings)
            names.append(respelled(chooser, name) if chooser.random() < 0.3 else name)
        elif kind == "unknown names":
            names = ["".join(chooser.choices(SYLLABLES.split(), k=3)).title() for _ in range(3)]
        made = sentence(chooser, names)
        out.append(made + ("\n\n" if chooser.random() < 0.1 else "\n" if chooser.random() < 0.3 else " "))
        length += len(out[-1])
    return "".join(out)[:size]


def seconds(call: Callable[..., Any], *arguments: object, **options: object) -> tuple[float, Any]:
    """How long a call takes, and its result; what was measured before leaves no garbage to it."""
    gc.collect()
    begun = time.process_time()
    result = call(*arguments, **options)
    return time.process_time() - begun, result


def personal_names(count: int) -> list[str]:
    """Made-up personal names: a given name of the elements' tables, and a surname of syllables."""
    chooser = random.Random(SEED)
    given = [entry.heading for entry in translit.load().elements.values() if entry.type == "given-name"]
    endings = ["ov", "ian", "shvili", "zadeh", "son", "er", "ini", "ev", "pur", "ek"]
    names: dict[str, None] = {}
    while len(names) < count:
        surname = "".join(chooser.choices(SYLLABLES.split(), k=chooser.randint(1, 3))).title()
        names[f"{chooser.choice(given)} {surname}{chooser.choice(endings)}"] = None
    return list(names)


def gazetteer_of(names: list[str]) -> translit.Gazetteer:
    """A gazetteer of people of these names, and of nobody else."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.csv"
        rows = (f"n{at},person,{name}," for at, name in enumerate(names))
        path.write_text("\n".join(["id,type,heading,variants", *rows]), encoding="utf-8")
        return translit.load(path, bundled=False)


def flashtext(names: list[str]) -> Callable[[str], Any]:
    """FlashText."""
    processor = importlib.import_module("flashtext").KeywordProcessor(case_sensitive=True)
    for name in names:
        processor.add_keyword(name, name)
    return lambda text: processor.extract_keywords(text, span_info=True)


def flashtext2(names: list[str]) -> Callable[[str], Any]:
    """flashtext2, the same in Rust."""
    processor = importlib.import_module("flashtext2").KeywordProcessor(case_sensitive=True)
    for name in names:
        processor.add_keyword(name, name)
    return lambda text: processor.extract_keywords_with_span(text)


def ahocorasick_rs(names: list[str]) -> Callable[[str], Any]:
    """An automaton over all names, in Rust."""
    module = importlib.import_module("ahocorasick_rs")
    automaton = module.AhoCorasick(names, matchkind=module.MatchKind.LeftmostLongest)
    return lambda text: automaton.find_matches_as_indexes(text)


def spacy(names: list[str]) -> Callable[[str], Any]:
    """spaCy's PhraseMatcher over a blank English pipeline."""
    language = importlib.import_module("spacy").blank("en")
    language.max_length = 1 << 40
    matcher = importlib.import_module("spacy.matcher").PhraseMatcher(language.vocab)
    matcher.add("name", list(language.tokenizer.pipe(names)))
    return lambda text: [
        found for part in re.findall(r"(?s).{1,100000}", text) for found in matcher(language.make_doc(part))
    ]


PEERS = (flashtext, flashtext2, ahocorasick_rs, spacy)


def finders(names: list[str]) -> Iterator[tuple[str, Callable[[str], Any]]]:
    """Every peer that is installed, ready for these names."""
    for peer in PEERS:
        try:
            yield peer.__name__, peer(names)
        except ImportError:
            print(f"{peer.__name__} is not installed: left out")


def texts(size: int) -> None:
    """The shipped tables on three kinds of text."""
    gazetteer = translit.load()
    headings = [
        entity.heading for entity in gazetteer.entities.values() if entity.type in ("person", "place")
    ]
    print(f"{'text':16}{'found':>8}{'first':>12}{'again':>12}{'words pass':>14}{'ratio':>8}")
    for kind in ("no names", "names", "unknown names"):
        # Each distinct unknown name costs a search for near misses.
        text = make(size if kind != "unknown names" else size // 10, kind, headings)
        fresh = translit.load()
        first, found = seconds(fresh.annotate, text)
        again, _ = seconds(fresh.annotate, text)
        plain, _ = seconds(re.findall, r"\w+", text)
        rates = "".join(f"{len(text) / taken / 1e6:7.2f} MB/s" for taken in (first, again))
        words = f"{len(text) / plain / 1e6:9.1f} MB/s"
        print(f"{kind:16}{len(found):8}{rates}{words}{first / plain:8.0f}")


def peers(size: int, count: int) -> None:
    """One text and the same names for everyone."""
    names = personal_names(count)
    text = make(size, "sprinkled", names)
    gazetteer = gazetteer_of(names)
    ours, found = seconds(gazetteer.annotate, text)
    again, _ = seconds(gazetteer.annotate, text)
    print(f"\n{count} names, {len(text) / 1e6:.1f} MB")
    print(f"{'translit':16}{len(found):8}{len(text) / ours / 1e6:7.2f} MB/s")
    print(f"{'translit, again':16}{len(found):8}{len(text) / again / 1e6:7.2f} MB/s")
    for name, find in finders(names):
        taken, theirs = seconds(find, text)
        rate = len(text) / taken / 1e6
        print(f"{name:16}{len(theirs):8}{rate:7.2f} MB/s   translit is {taken / ours:.2f} times as fast")
    small = make(size // 10, "sprinkled", names)
    tenth, _ = seconds(gazetteer_of(names).annotate, small)
    print(f"ten times the text: {ours / tenth:.1f} times the time")
    for fewer in (count // 100, count // 10):
        taken, _ = seconds(gazetteer_of(names[:fewer]).annotate, text)
        print(f"{fewer} names: {len(text) / taken / 1e6:.2f} MB/s")


def main() -> None:
    """Measure and print."""
    size = int(float(sys.argv[1]) * 1e6) if len(sys.argv) > 1 else 2_000_000
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 11_500
    texts(size)
    peers(size, count)


if __name__ == "__main__":
    main()
