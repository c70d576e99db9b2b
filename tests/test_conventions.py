"""Which conventions a name, a mention or a document follows, and what proves it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit import Gazetteer, UnknownName
from translit.conventions import BROKEN, LanguageReport, NameConventions
from translit.generate import plain
from translit.schemes import pipes

TABLE = """
- id: kuchik-khan
  type: person
  heading: Kuchik Khan
  forms: [Kuchik]
  native:
    - {text: کوچک خان, lang: fa, reading: kūchik khān}
- id: chicherin
  type: person
  heading: Georgy Chicherin
  forms: [Chicherin]
  native:
    - {text: Георгий Чичерин, lang: ru}
- {id: nobody, type: person, heading: Ambrose Nobody}
"""

# ── the spellings of an entity ─────────────────────────────────────────────────────────────────


def test_recorded_spellings_come_first_and_unchanged(gazetteer: Gazetteer) -> None:
    for name in ("kuchik-khan", "chicherin", "rasht", "comintern"):
        recorded = gazetteer.entities[name].variants
        found = gazetteer.variants(name)
        assert found[: len(recorded)] == recorded
        for variant in found[len(recorded) :]:
            assert (variant.role, variant.status) == ("generated", "generated")
            assert variant.lang
            assert variant.scheme
        texts = [variant.text for variant in found[len(recorded) :]]
        assert len(texts) == len(set(texts))
        assert not set(texts) & {variant.text for variant in recorded}


def test_marks_and_none(gazetteer: Gazetteer) -> None:
    texts = [variant.text for variant in gazetteer.variants("kuchik-khan", 1000)]
    assert texts.index("Kūčik Ḫān") + 1 == texts.index("Kucik Han")
    by_text = {variant.text: variant for variant in gazetteer.variants("kuchik-khan", 1000)}
    assert by_text["Kūčik Ḫān"].scheme == by_text["Kucik Han"].scheme == "din-31635"


def test_the_commonest_first(gazetteer: Gazetteer) -> None:
    generated = [v for v in gazetteer.variants("chicherin", 1000) if v.role == "generated"]
    first = [(v.scheme or "").split(", ")[0] for v in generated]
    assert first.index("german") < first.index("scientific") < first.index("swedish")


@pytest.mark.parametrize("limit", [0, 1, 7, 200, 100_000])
def test_a_limit_of_the_generated(gazetteer: Gazetteer, limit: int) -> None:
    recorded = gazetteer.entities["kuchik-khan"].variants
    every = gazetteer.variants("kuchik-khan", 100_000)
    found = gazetteer.variants("kuchik-khan", limit)
    assert found == every[: len(recorded) + limit]
    assert len(found) <= len(recorded) + limit


def test_a_limit_below_nothing(gazetteer: Gazetteer) -> None:
    with pytest.raises(ValueError, match="limit"):
        gazetteer.variants("kuchik-khan", -1)


def test_no_native_spelling_none_generated(toy: Callable[[str], Gazetteer]) -> None:
    made = toy(TABLE)
    assert made.variants("nobody") == made.entities["nobody"].variants


@pytest.mark.parametrize(
    ("name", "told"),
    [("kuchik-kan", "did you mean 'kuchik-khan'"), ("lennin", "did you mean 'lenin'"), ("", "no entity ''")],
)
def test_no_such_entity(gazetteer: Gazetteer, name: str, told: str) -> None:
    with pytest.raises(UnknownName, match=told):
        gazetteer.variants(name)


# ── the conventions of a name ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "label", "entity"),
    [
        ("Kūchik Khān", "ala-lc, ijmes", "kuchik-khan"),
        ("Kūčik Ḫān", "din-31635", "kuchik-khan"),
        ("Kūček Ḵān", "iranica", "kuchik-khan"),
        ("Kuček Xān", "un", "kuchik-khan"),
        ("Kutschek Chan", "german", "kuchik-khan"),
        ("Kūchik Xān", "mixed (ala-lc, un)", "kuchik-khan"),
        ("Tchitcherine", "french, french-old", "chicherin"),
        ("Tschitscherin", "german", "chicherin"),
        ("Cziczerin", "polish", "chicherin"),
        ("Csicserin", "hungarian", "chicherin"),
        ("Reza Chah", "french, french-old", "reza-shah"),
        ("Ordschonikidse", "german", "ordzhonikidze"),
        ("Pickwick", None, None),
        ("", None, None),
        ("\x00", None, None),
        ("1921", None, None),
    ],
)
def test_schemes_of(gazetteer: Gazetteer, name: str, label: str | None, entity: str | None) -> None:
    found = gazetteer.schemes_of(name)
    assert (found.text, found.entity) == (name, entity)
    if name == "Kutschek Chan":
        assert found.label is not None
        assert found.label.startswith("german")
    else:
        assert found.label == label
    assert found.verdict.mixed == (label is not None and label.startswith("mixed"))


@pytest.mark.parametrize(
    ("name", "scheme"),
    [
        ("Ḥusayn", "ala-lc"),
        ("Hoseyn", "bgn-pcgn"),
        ("Aḥmad", "din-31635"),
        ("Абдулла", "russian"),
    ],
)
def test_names_of_nobody_by_their_parts(gazetteer: Gazetteer, name: str, scheme: str) -> None:
    found = gazetteer.schemes_of(name)
    assert scheme in [scheme for _, scheme in found.conventions]


def test_words_have_their_own(gazetteer: Gazetteer) -> None:
    found = gazetteer.schemes_of("Kūchik Xān")
    assert found.conventions == ()
    assert dict(found.words)["Xān"] == (("fa", "un"),)
    assert ("fa", "ala-lc") in dict(found.words)["Kūchik"]


def test_proofs(gazetteer: Gazetteer) -> None:
    found = gazetteer.schemes_of("Kūchik Khān")
    by_sound = {(proof.word, proof.sound): proof for proof in found.proofs}
    proof = by_sound["Kūchik", "č"]
    others = dict(proof.others)
    assert proof.written == "ch"
    assert {"ala-lc", "ijmes", "english"} <= set(proof.schemes)
    assert "german" in others["tsch"]
    assert "french" in others["tch"]
    assert {"din-31635", "iranica"} <= set(others["č"])
    assert "german" in dict(by_sound["Khān", "ḫ"].others)["ch"]


@pytest.mark.parametrize(
    "name",
    ["Kūchik Khān", "Kuchik Khan", "Tschitscherin", "Reza Chah", "Iḥsān Allāh Khān", "Čičerin", "Ḥusayn"],
)
def test_each_proof_is_one(gazetteer: Gazetteer, name: str) -> None:
    found = gazetteer.schemes_of(name)
    assert found.proofs
    for proof in found.proofs:
        assert proof.word in name
        written = plain(name) if name == plain(name) else name
        assert proof.written in written.casefold().replace("ʼ", "’") or proof.written == ""
        assert proof.schemes
        assert proof.others
        names = [*proof.schemes, *(one for _, names in proof.others for one in names)]
        assert len(names) == len(set(names)), proof
        assert proof.written not in dict(proof.others), proof


def test_those_that_prove_are_those_of_the_label(gazetteer: Gazetteer) -> None:
    found = gazetteer.schemes_of("Kūčik Ḫān")
    for proof in found.proofs:
        assert "din-31635" in proof.schemes, proof


def test_schemes_of_to_dict(gazetteer: Gazetteer) -> None:
    for name in ("Kūchik Khān", "Kūchik Xān", "Pickwick", "", "Chicherin, Kūčik"):
        found = gazetteer.schemes_of(name)
        data = json.loads(json.dumps(found.to_dict(), ensure_ascii=False))
        assert set(data) == {"text", "entity", "scheme", "conventions", "words", "proofs"}
        assert (data["text"], data["scheme"]) == (name, found.label)
        assert data["conventions"] == [list(pair) for pair in found.conventions]
        assert data["words"] == [[word, [list(pair) for pair in pairs]] for word, pairs in found.words]
        assert len(data["proofs"]) == len(found.proofs)


def test_results_are_frozen(gazetteer: Gazetteer) -> None:
    found = gazetteer.schemes_of("Kūchik Khān")
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.text = "x"  # type: ignore[misc]
    assert isinstance(found, NameConventions)
    assert hash(found.proofs[0])


def test_a_native_spelling_follows_no_scheme(gazetteer: Gazetteer) -> None:
    assert gazetteer.schemes_of("کوچک خان").label is None


@given(st.text(max_size=30))
def test_any_text_has_an_answer(text: str) -> None:
    found = load().schemes_of(text)
    json.dumps(found.to_dict())
    assert found.label is None or found.label


@given(st.data())
def test_what_a_scheme_makes_follows_it(data: st.DataObject) -> None:
    made = load()
    name = data.draw(st.sampled_from(["kuchik-khan", "chicherin", "raskolnikov", "ihsan-allah-khan"]))
    generated = [v for v in made.variants(name, 1000) if v.role == "generated"]
    variant = data.draw(st.sampled_from(generated))
    (found,) = made.match(variant.text, 1)
    if found.entity.id == name:
        assert variant.scheme is not None
        wanted = set(variant.scheme.split(", "))
        assert wanted <= {scheme for _, scheme in made.schemes_of(variant.text).conventions}


@cache
def load() -> Gazetteer:
    import translit

    return translit.load()


# ── mentions and matches ───────────────────────────────────────────────────────────────────────


def test_a_mention_tells_its_scheme(gazetteer: Gazetteer) -> None:
    text = "Then Kūčik Ḫān and Tschitscherin wrote to Zinovieff."
    assert [(a.text, a.scheme) for a in gazetteer.annotate(text)] == [
        ("Kūčik Ḫān", "din-31635"),
        ("Tschitscherin", "german"),
        ("Zinovieff", "english-old, french-old"),
    ]


def test_a_match_tells_its_scheme(gazetteer: Gazetteer) -> None:
    (found,) = gazetteer.match("Cziczerin", 1)
    assert (found.entity.id, found.tier, found.scheme) == ("chicherin", "scheme", "polish")
    assert (found.variant.role, found.variant.text) == ("generated", "Cziczerin")


# ── documents ──────────────────────────────────────────────────────────────────────────────────

GERMAN = (
    "Tschitscherin schrieb an Ordschonikidse und an Sinowjew; Bucharin schwieg. "
    "Raskolnikow war verreist. Allein Tchitcherine, wie ihn der Bote nannte, fehlte."
)
SCHOLARLY = (
    "When Kūchik Khān and Iḥsān Allāh Khān met, Ḥaydar Khān was away. "
    "Some weeks later Kūchik Khān walked home, and Kutschek Chan is what a traveller called him."
)


def only(reports: list[LanguageReport], lang: str) -> LanguageReport:
    (report,) = (report for report in reports if report.lang == lang)
    return report


def test_the_german_convention_dominates(gazetteer: Gazetteer) -> None:
    report = only(gazetteer.conventions(GERMAN), "ru")
    assert (report.dominant, report.mentions, report.counts[0]) == ("german", 6, ("german", 5))
    assert [(one.text, label) for one, label in report.broken] == [("Tchitcherine", "french")]
    assert report.summary() == "ru: 5 of 6 mentions german; broken by 1 french"


def test_a_scholarly_convention_dominates(gazetteer: Gazetteer) -> None:
    report = only(gazetteer.conventions(SCHOLARLY), "fa")
    assert report.dominant == "ala-lc"
    assert dict(report.counts)["ijmes"] == dict(report.counts)["ala-lc"] == 4
    ((one, label),) = report.broken
    assert (one.text, label) == ("Kutschek Chan", "german")
    assert SCHOLARLY[one.start : one.end] == one.text


def test_each_language_for_itself(gazetteer: Gazetteer) -> None:
    reports = gazetteer.conventions(f"{GERMAN}\n\n{SCHOLARLY}")
    assert [(report.lang, report.dominant) for report in reports] == [("ru", "german"), ("fa", "ala-lc")]
    assert reports == sorted(reports, key=lambda report: (-report.mentions, report.lang))


def test_one_spelling_often_repeated_is_no_majority(gazetteer: Gazetteer) -> None:
    text = "Tchitcherine. " * 10 + "Ordschonikidse met Sinowjew, Bucharin and Raskolnikow there."
    report = only(gazetteer.conventions(text), "ru")
    assert report.dominant == "german"
    assert len(report.broken) == 10


def test_a_tie_is_told(gazetteer: Gazetteer) -> None:
    report = only(gazetteer.conventions("Once Kūchik Khān slept."), "fa")
    assert report.summary() == "fa: 1 of 1 mentions ala-lc (as well ijmes)"
    assert report.broken == ()


def test_a_mixed_spelling_breaks_it(gazetteer: Gazetteer) -> None:
    report = only(gazetteer.conventions(f"{SCHOLARLY} Then Kūchik Xān came."), "fa")
    assert ("Kūchik Xān", "mixed (ala-lc, un)") in [(one.text, label) for one, label in report.broken]


def test_the_broken_are_in_order_and_bounded(gazetteer: Gazetteer) -> None:
    text = "Kūchik Khān met Iḥsān Allāh Khān.\n" + "Then Kutschek Chan came.\n" * (BROKEN + 5)
    report = only(gazetteer.conventions(text), "fa")
    assert len(report.broken) == BROKEN
    starts = [one.start for one, _ in report.broken]
    assert starts == sorted(set(starts))


@pytest.mark.parametrize("text", ["", "Nothing of note happened in 1921.", "Ambrose Nobody"])
def test_no_conventions_no_report(toy: Callable[[str], Gazetteer], text: str) -> None:
    assert toy(TABLE).conventions(text) == []


def test_the_options_are_those_of_annotate(gazetteer: Gazetteer) -> None:
    assert gazetteer.conventions(SCHOLARLY, types=["place"]) == []
    with pytest.raises(UnknownName):
        gazetteer.conventions(SCHOLARLY, types=["river"])


def test_tables_of_ones_own(toy: Callable[[str], Gazetteer]) -> None:
    made = toy(TABLE)
    (report,) = made.conventions("Then Kūčik Ḫān spoke, and Kūčik alone.")
    assert (report.lang, report.dominant, report.mentions) == ("fa", "din-31635", 2)
    assert made.schemes_of("Tchitcherine").label == "french, french-old"


def test_report_to_dict(gazetteer: Gazetteer) -> None:
    for report in gazetteer.conventions(f"{GERMAN}\n\n{SCHOLARLY}"):
        data = json.loads(json.dumps(report.to_dict(), ensure_ascii=False))
        assert set(data) == {"lang", "mentions", "dominant", "counts", "broken"}
        assert data["counts"] == dict(report.counts)
        assert next(iter(data["counts"])) == data["dominant"]
        for row, (one, label) in zip(data["broken"], report.broken, strict=True):
            assert row == {
                "start": one.start,
                "end": one.end,
                "text": one.text,
                "entity": one.entity.id,
                "scheme": label,
            }


def test_counts_name_schemes_of_the_language(gazetteer: Gazetteer) -> None:
    scripts = {"ru": "cyrillic", "fa": "arabic"}
    for report in gazetteer.conventions(f"{GERMAN}\n\n{SCHOLARLY}"):
        known = {pipe.name for pipe in pipes(report.lang, scripts[report.lang])}
        assert {name for name, _ in report.counts} <= known
        assert all(0 < count <= report.mentions for _, count in report.counts)


@pytest.mark.parametrize(
    "text",
    [
        "کوچک خان و احسان‌الله خان در رشت بودند و کوچک خان رفت.",
        "Вчера Чичерин и Троцкий говорили, а Раскольников молчал.",
    ],
)
def test_a_text_in_the_language_itself_follows_none(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.conventions(text) == []
