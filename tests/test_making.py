"""Records made at once: in Python, and the same in C."""

from __future__ import annotations

import copy
import dataclasses
import gc
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from translit.making import maker, single
from translit.model import Annotation, Entity, Evidence, Variant

RECORDS: list[tuple[Any, tuple[Any, ...]]] = [
    (Variant, ("Racht", "form", "fr", None, None, None, "attested", None, False)),
    (
        Entity,
        ("rasht", "place", "Rasht", None, {}, (Variant("Rasht", "heading"),), (), {}, "fa", None, (), True),
    ),
    (Evidence, ("recorded spelling", "Racht", "Racht", 1.0, "")),
]


@pytest.fixture(scope="module")
def module(extension: Callable[[str], Any]) -> Any:
    """The makers in C, compiled here."""
    return extension("_making")


@pytest.fixture(scope="module")
def made(module: Any) -> Callable[..., Any]:
    found: Callable[..., Any] = module.Maker
    return found


def fields(record: Any) -> tuple[str, ...]:
    return getattr(record, "_fields", None) or tuple(field.name for field in dataclasses.fields(record))


@pytest.mark.parametrize(("record", "values"), RECORDS)
def test_c_does_the_same(made: Callable[..., Any], record: Any, values: tuple[Any, ...]) -> None:
    quick = made(record, fields(record))(*values)
    assert type(quick) is record
    assert quick == record(*values) == maker(record)(*values)
    assert repr(quick) == repr(record(*values))
    assert pickle.loads(pickle.dumps(quick)) == copy.deepcopy(quick) == quick
    gc.collect()
    assert quick == record(*values)


def test_records_stay_frozen(made: Callable[..., Any]) -> None:
    variant = made(Variant, fields(Variant))(*RECORDS[0][1])
    with pytest.raises(dataclasses.FrozenInstanceError):
        variant.text = "Rescht"
    assert dataclasses.replace(variant, text="Rescht").text == "Rescht"


def test_what_goes_wrong(made: Callable[..., Any]) -> None:
    @dataclass
    class Loose:
        text: str

    make = made(Variant, fields(Variant))
    for call in (
        lambda: make("Racht"),
        lambda: make(*RECORDS[0][1], None),
        lambda: make(*RECORDS[0][1][:-1], short=False),
        lambda: made(Variant, ("text", "to_dict")),
        lambda: made(Loose, ("text",)),
        lambda: made(int, ()),
        lambda: made("Variant", ()),
    ):
        with pytest.raises((TypeError, AttributeError)):
            call()


def test_records_are_freed(made: Callable[..., Any]) -> None:
    class Text(str):
        pass

    text, make = Text("Racht"), made(Annotation, fields(Annotation))
    entity = made(Entity, fields(Entity))(*RECORDS[1][1])
    before = [text.__sizeof__() and len(gc.get_referrers(text))]
    for _ in range(3):
        make(0, 5, text, entity, 1.0, entity.variants[0], "recorded", None, (), ())
        made(Evidence, fields(Evidence))("surname", text, text, 1.0, "")
    assert [text.__sizeof__() and len(gc.get_referrers(text))] == before


def test_a_tuple_of_one(module: Any) -> None:
    variant = Variant("Racht")
    assert module.single(variant) == (variant,) == single(variant)
