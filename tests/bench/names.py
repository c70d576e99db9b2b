"""Made-up names in number, for measuring how a gazetteer of many behaves.

A name is two or three words: given and family names of the shipped elements' tables, and family
names derived from them by the endings that the tables list. The same seed makes the same names.
"""

from __future__ import annotations

import random

import translit

SEED = 1921


def names(count: int, seed: int = SEED) -> list[str]:
    """So many different names."""
    chooser = random.Random(seed)
    elements = [
        element
        for element in translit.load().elements.values()
        if element.type in ("given-name", "family-name")
    ]
    given = sorted({e.heading for e in elements if e.type == "given-name" and " " not in e.heading})
    spellings = sorted(
        {
            v.text
            for e in elements
            for v in e.variants
            if v.text.isascii() and v.text.isalpha() and len(v.text) > 3
        }
    )
    endings = ["", "", "", "i", "ov", "ev", "zadeh", "pur", "ian", "oghlu", "shvili", "in", "sky"]
    found: dict[str, None] = {}
    while len(found) < count:
        family = (chooser.choice(spellings).lower() + chooser.choice(endings)).capitalize()
        words = [chooser.choice(spellings).capitalize() for _ in range(chooser.choice((1, 1, 1, 2)))]
        if chooser.random() < 0.3:
            words[0] = chooser.choice(given)
        found[" ".join([*words, family])] = None
    return list(found)


def damaged(name: str, chooser: random.Random) -> str:
    """The name with one letter dropped, doubled, changed, put in or exchanged with the next."""
    while True:
        at = chooser.randrange(len(name) - 1)
        if not (name[at].isalpha() and name[at + 1].isalpha()):
            continue
        letter = chooser.choice("abcdefghijklmnoprstuvyz")
        made = chooser.choice(
            (
                name[:at] + name[at + 1 :],
                name[:at] + name[at] + name[at:],
                name[:at] + letter + name[at + 1 :],
                name[:at] + letter + name[at:],
                name[:at] + name[at + 1] + name[at] + name[at + 2 :],
            )
        )
        if made.lower() != name.lower():
            return made
