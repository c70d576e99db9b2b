"""Mentions in running text: exactly which characters, and whose."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import Any

import pytest

from translit import Annotation, Gazetteer, UnknownName
from translit.annotate import SEGMENT, segments, undisturbed
from translit.model import TIERS

TABLE = """
- {id: budu, type: person, heading: Budu Mdivani}
- {id: simon, type: person, heading: Simon Mdivani}
- {id: rice, type: person, heading: Christopher Rice}
- {id: serge, type: person, heading: Victor Serge, forms: [{text: Serge, short: true}]}
- {id: the-west, type: place, heading: the West}
- {id: reds, type: organisation, heading: Reds}
- {id: basmachi, type: organisation, heading: basmachi}
- {id: rcp, type: organisation, heading: Communist Party, variants: [RCP]}
- {id: cpi, type: organisation, heading: Communist Party of Iran}
- {id: iran, type: place, heading: Iran}
- {id: georgia, type: place, heading: Georgia}
- {id: georgia-us, type: place, heading: State of Georgia, variants: [Georgia]}
"""


def check(text: str, found: list[Annotation]) -> None:
    """What holds of every list of annotations."""
    end = 0
    for annotation in found:
        assert end <= annotation.start < annotation.end <= len(text)
        assert text[annotation.start : annotation.end] == annotation.text
        assert annotation.text == annotation.text.strip()
        assert 0.0 <= annotation.score <= 1.0
        assert annotation.tier in TIERS
        assert (annotation.variant.role == "generated") == (annotation.tier == "scheme")
        assert annotation.variant.role == "generated" or annotation.variant in annotation.entity.variants
        end = annotation.end


@pytest.mark.cases("annotate.yaml")
def test_finds(case: dict[str, Any], gazetteer: Gazetteer) -> None:
    found = gazetteer.annotate(case["input"])
    check(case["input"], found)
    assert [[a.text, a.entity.id] for a in found] == case["expected"]


@pytest.mark.cases("restraint.yaml")
def test_leaves_alone(case: dict[str, Any], gazetteer: Gazetteer) -> None:
    found = gazetteer.annotate(case["input"])
    check(case["input"], found)
    assert [[a.text, a.entity.id] for a in found] == case["expected"]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\ufeff", "\x00", "\u0301", "🙂", "a\ud800b", "’s", "-", "1921"]
)
def test_nothing_in_nothing(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.annotate(text) == []


def ids(found: list[Annotation]) -> list[tuple[str, str]]:
    return [(annotation.text, annotation.entity.id) for annotation in found]


def test_a_shared_surname_needs_the_document(toy: Callable[[str], Gazetteer]) -> None:
    made = toy(TABLE)
    assert ids(made.annotate("Then Mdivani spoke.")) == []
    assert ids(made.annotate("Budu Mdivani came. Then Mdivani spoke."))[1:] == [("Mdivani", "budu")]
    both = "Budu Mdivani and Simon Mdivani came, but Mdivani spoke."
    assert len(made.annotate(both)) == 2


def test_the_paragraph_decides_between_two(toy: Callable[[str], Gazetteer]) -> None:
    text = "Budu Mdivani came. Then Mdivani spoke.\n\nSimon Mdivani came. Then Mdivani spoke."
    assert [a.entity.id for a in toy(TABLE).annotate(text)] == ["budu", "budu", "simon", "simon"]


def test_ambiguous_mentions_when_asked_for(toy: Callable[[str], Gazetteer]) -> None:
    made = toy(TABLE)
    assert ids(made.annotate("They left Georgia.")) == []
    (found,) = made.annotate("They left Georgia.", ambiguous=True)
    assert {found.entity.id, *found.ambiguous_with} == {"georgia", "georgia-us"}
    assert found.to_dict()["ambiguous_with"]


def test_document_off(toy: Callable[[str], Gazetteer]) -> None:
    text = "Victor Serge came. Then Serge spoke."
    assert ids(toy(TABLE).annotate(text)) == [("Victor Serge", "serge"), ("Serge", "serge")]
    assert ids(toy(TABLE).annotate(text, document=False)) == [("Victor Serge", "serge")]


def test_the_article_must_stand_before(toy: Callable[[str], Gazetteer]) -> None:
    made = toy(TABLE)
    assert ids(made.annotate("Trade with the West grew.")) == [("West", "the-west")]
    assert ids(made.annotate("They rode West.")) == []


def test_case_counts_where_it_is_written(toy: Callable[[str], Gazetteer]) -> None:
    made = toy(TABLE)
    assert ids(made.annotate("The Reds came. THE REDS CAME.")) == [("Reds", "reds"), ("REDS", "reds")]
    assert ids(made.annotate("They wore reds.")) == []
    assert ids(made.annotate("The basmachi came; Basmachi left.")) == [
        ("basmachi", "basmachi"),
        ("Basmachi", "basmachi"),
    ]
    assert ids(made.annotate("The RCP met; the rcp, the Rcp.")) == [("RCP", "rcp")]


def test_the_longest_name_wins(toy: Callable[[str], Gazetteer]) -> None:
    made = toy(TABLE)
    assert ids(made.annotate("The Communist Party of Iran met.")) == [("Communist Party of Iran", "cpi")]
    assert ids(made.annotate("The Communist Party left Iran.")) == [
        ("Communist Party", "rcp"),
        ("Iran", "iran"),
    ]


def test_types(gazetteer: Gazetteer) -> None:
    text = "Kuchik Khan left Rasht."
    assert ids(gazetteer.annotate(text, types=["place"])) == [("Rasht", "rasht")]
    assert ids(gazetteer.annotate(text, types="person")) == [("Kuchik Khan", "kuchik-khan")]
    assert gazetteer.annotate(text, types=[]) == []
    with pytest.raises(UnknownName):
        gazetteer.annotate(text, types=["river"])


def test_least_score(gazetteer: Gazetteer) -> None:
    text = "Koutchek Khan left Rasht."
    assert ids(gazetteer.annotate(text, min_score=0.985)) == [("Rasht", "rasht")]
    with pytest.raises(ValueError, match="score"):
        gazetteer.annotate(text, min_score=2)


def test_results_do_not_depend_on_earlier_texts(gazetteer: Gazetteer) -> None:
    text = "Then Mdivani, Rice and Serge spoke of Koutchek Khan."
    before = gazetteer.annotate(text)
    gazetteer.annotate("Budu Mdivani, Christopher Rice and Victor Serge came to see Malkum Khan.")
    assert gazetteer.annotate(text) == before


def test_explain(gazetteer: Gazetteer) -> None:
    (found,) = gazetteer.annotate("Once Kutschek Chan slept.")
    assert "kuchik-khan" in str(found.explain())
    assert found.to_dict()["tier"] == found.tier == "scheme"
    assert found.scheme == found.to_dict()["scheme"] == "german, german-old, russian+german"


@pytest.mark.parametrize("separator", ["\n\n", "\r\n\r\n", "\n", ". ", " ", ""])
def test_segments_are_the_text(separator: str) -> None:
    text = separator.join(["wörter" * 5] * 30_000)
    at = 0
    for offset, segment, _ in segments(text):
        assert offset == at
        assert 0 < len(segment) <= SEGMENT
        assert text[offset : offset + len(segment)] == segment
        at += len(segment)
    assert at == len(text) > SEGMENT


def test_spans_beyond_the_first_segment(gazetteer: Gazetteer) -> None:
    filler = "Nothing to see here today.\n" * (SEGMENT // 20)
    text = f"{filler}Then Mirza Kuchik Khan came.\n{filler}And Rasht fell."
    found = gazetteer.annotate(text)
    check(text, found)
    assert ids(found) == [("Mirza Kuchik Khan", "kuchik-khan"), ("Rasht", "rasht")]


@pytest.mark.parametrize(
    "text",
    [
        "Khan " * 20_000,
        "K. " * 20_000,
        "Kuchik-" * 20_000,
        "a" * 200_000,
        "'" * 200_000,
        "\u0301" * 200_000,
        "Mirza, " * 20_000,
        "\n" * 200_000,
        "“" * 200_000,
        "KHAN’S " * 10_000,
        "al-" * 40_000,
        "ت" * 100_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_odd_texts_take_no_undue_time(gazetteer: Gazetteer, text: str) -> None:
    """Four times the text takes about four times as long (squared: sixteen), and no undue time."""
    part = text[: len(text) // 4]
    gazetteer.annotate(part[:1000])
    begun = time.process_time()
    gazetteer.annotate(part)
    between = time.process_time()
    found = gazetteer.annotate(text)
    ended = time.process_time()
    check(text, found)
    assert ended - between < 10 * (between - begun) + 1.0
    assert ended - between < 10


HOMOGRAPHS = """
- {id: radek, type: person, heading: Karl Radek, variants: [Radek]}
- {id: boys-names, type: homograph, lang: cs, heading: Radek}
- {id: soudruh, type: honorific, heading: Soudruh}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Radek šel do školy a už se nevrátil.", []),
        ("Karl Radek šel do školy a Radek se nevrátil.", ["Karl Radek", "Radek"]),
        ("Včera soudruh Radek nebyl doma a já také ne.", ["Radek"]),
        ("Then Radek went to school and never came back.", ["Radek"]),
    ],
)
def test_a_homograph_needs_a_fuller_form(
    toy: Callable[[str], Gazetteer], text: str, expected: list[str]
) -> None:
    assert [a.text for a in toy(HOMOGRAPHS).annotate(text)] == expected


SMALL_HOMOGRAPHS = """
- {id: iran, type: place, heading: Iran, variants: [{text: Irão, lang: pt}]}
- {id: pt-verbs, type: small-homograph, lang: pt, heading: irão}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Irão todos a pé, disse ela, ou não irá ninguém.", []),
        ("Não se sabe se o Irão vai a pé.", ["Irão"]),
        ("Irão todos ao Irão, disse ela.", ["Irão", "Irão"]),
        ("Irão and nothing else, they said of it.", ["Irão"]),
    ],
)
def test_a_small_homograph_counts_where_a_capital_says_nothing(
    toy: Callable[[str], Gazetteer], text: str, expected: list[str]
) -> None:
    assert [a.text for a in toy(SMALL_HOMOGRAPHS).annotate(text)] == expected


CONTEMPORARIES = """
- {id: chicherin, type: person, heading: G. Chicherin, dates: {born: 1872, died: 1936}, variants: [Chicherin]}
- {id: joffe, type: person, heading: Adolf Joffe, dates: {born: 1883, died: 1927}}
- {id: palmerston, type: person, heading: Henry Palmerston, dates: {died: 1865}}
- {id: smith, type: person, heading: John Smith, dates: {born: 1880}}
- {id: smith-name, type: family-name, heading: Smith}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Chicherin signed, and Joffe stood by.", ["chicherin", "joffe"]),
        ("Then Chicherin signed.\n\nAnd then Joffe stood by.", ["chicherin"]),
        ("Then Chicherin signed, and Palmerston stood by.", ["chicherin"]),
        ("Then Chicherin signed, and Smith stood by.", ["chicherin"]),
        ("And then Joffe stood by.", []),
    ],
)
def test_contemporaries_bear_out_a_surname(
    toy: Callable[[str], Gazetteer], text: str, expected: list[str]
) -> None:
    assert [a.entity.id for a in toy(CONTEMPORARIES).annotate(text)] == expected


def test_chunks_give_what_the_whole_gives(gazetteer: Gazetteer) -> None:
    text = "Joffe wrote. Mirza Kutschek Chan left Racht; İhsanullah Han did not.\n\nKuchik slept. " * 20
    whole = gazetteer.annotate(text)
    for size in (1, 7, 64, len(text)):
        chunks = [text[at : at + size] for at in range(0, len(text), size)]
        assert list(gazetteer.annotate(iter(chunks))) == whole


def test_the_language_may_be_given(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer.annotate("Leninem", lang="pl")) == [("Leninem", "lenin")]
    assert ids(gazetteer.annotate("Leninem", lang=["en"])) == []
    with pytest.raises(UnknownName, match="no language 'xx'"):
        gazetteer.annotate("Lenin", lang="xx")


def test_overlap_may_be_asked_for(gazetteer: Gazetteer) -> None:
    text = "The Communist Party of Iran met."
    longest = ids(gazetteer.annotate(text))
    everything = ids(gazetteer.annotate(text, overlap="all"))
    assert len(longest) == 1
    assert {*longest, ("Iran", "iran")} <= set(everything)
    with pytest.raises(UnknownName, match="overlap"):
        gazetteer.annotate(text, overlap="some")


def test_context_bounds_what_a_full_name_licenses(toy: Callable[[str], Gazetteer]) -> None:
    made = toy(TABLE)
    filler = "the river ran on and the men slept in the boats. " * (3 * SEGMENT // 49)
    text = f"Budu Mdivani came. {filler}Then Mdivani spoke."
    assert len(made.annotate(text)) == 2
    assert len(made.annotate(text, context=1000)) == 1
    with pytest.raises(ValueError, match="context"):
        made.annotate(text, context=-1)


def test_a_namesake_named_in_full_keeps_the_surname(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer.annotate("Arnold Rothstein fixed the game. Rothstein was shot.")) == []
    both = "Theodor Rothstein came. Arnold Rothstein went. Rothstein stayed."
    assert ids(gazetteer.annotate(both))[0] == ("Theodor Rothstein", "rothstein")


def test_of_a_crowd_of_namesakes_only_who_is_named_in_full_is_linked(
    toy: Callable[[str], Gazetteer],
) -> None:
    given = ("Adam", "Boris", "Carl", "David", "Emil", "Felix", "Georg", "Hugo")
    made = toy(
        "".join(f"- {{id: p{at}, type: person, heading: {name} Oblonsky}}\n" for at, name in enumerate(given))
    )
    assert ids(made.annotate("Then Oblonsky spoke.")) == []
    text = "Then Carl Oblonsky came. Oblonsky spoke, and Oblonskij wrote."
    assert ids(made.annotate(text)) == [("Carl Oblonsky", "p2"), ("Oblonsky", "p2"), ("Oblonskij", "p2")]


def test_the_collection_of_garbage_goes_on(gazetteer: Gazetteer) -> None:
    """It is put off while a piece is looked at; afterwards it is as it was, whatever happens between."""
    assert gc.isenabled()
    found = gazetteer.annotate(iter(["Lenin met ", "Trotsky."]))
    assert next(iter(found)).text == "Lenin"
    assert gc.isenabled()
    with undisturbed():
        assert not gc.isenabled()
    with pytest.raises(KeyError), undisturbed():
        raise KeyError
    assert gc.isenabled()
    gc.disable()
    try:
        gazetteer.annotate("Lenin met Trotsky.")
        assert not gc.isenabled()
    finally:
        gc.enable()
