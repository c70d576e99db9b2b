"""Table files as raw entries: every scalar a string, every fault with its line, nothing constructed."""

from __future__ import annotations

import contextlib
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translit import TranslitError
from translit.tables.layers import load_records
from translit.tables.source import Items, Lines, Source, read_source

SUFFIXES = (".yaml", ".csv", ".tsv", ".jsonl")


def read(text: str | bytes, suffix: str = ".yaml") -> Source:
    return read_source(Path(f"mine{suffix}"), text if isinstance(text, bytes) else text.encode("utf-8"))


def fault(text: str | bytes, suffix: str = ".yaml") -> tuple[int | None, str]:
    """The one fault of a table."""
    source = read(text, suffix)
    (one,) = source.faults
    assert one.path == f"mine{suffix}"
    assert one.remedy
    return one.line, one.fault


def test_every_scalar_stays_what_was_typed() -> None:
    (entry,) = read(
        "- {id: no, a: 1921-02-21, b: on, c: 012, d: 1e3, e: ~, f: 0x1F, g: null, h: 1_000, i: .5, j: =}\n"
    ).entries
    assert dict(entry) == {
        "id": "no", "a": "1921-02-21", "b": "on", "c": "012", "d": "1e3", "e": "~", "f": "0x1F", "g": "null",
        "h": "1_000", "i": ".5", "j": "=",
    }  # fmt: skip


def test_json_scalars_become_the_same_strings() -> None:
    (entry,) = read('{"id": "x", "a": 1921, "b": true, "c": null, "d": ["y"]}', ".jsonl").entries
    assert dict(entry) == {"id": "x", "a": "1921", "b": "true", "c": "", "d": ["y"]}


def test_lines_are_known() -> None:
    (_, entry) = read("- id: a\n# remark\n- id: b\n  variants:\n    - one\n\n    - two\n").entries
    assert entry.line == 3
    assert entry.key_lines == {"id": 3, "variants": 4}
    assert entry["variants"].item_lines == [5, 7]


def test_flat_lines_are_known_past_a_quoted_line_end() -> None:
    source = read('id,heading,variants\na,"Two\nlines",x\nb,B,y|z\n', ".csv")
    assert [(entry["id"], entry.line) for entry in source.entries] == [("a", 2), ("b", 4)]
    assert source.entries[1]["variants"] == ["y", "z"]


def test_byte_order_mark_and_crlf() -> None:
    for suffix, text in ((".yaml", "- id: a\r\n  heading: A\r\n"), (".csv", "id,heading\r\na,A\r\n")):
        source = read(b"\xef\xbb\xbf" + text.encode(), suffix)
        assert not source.faults
        assert dict(source.entries[0]) == {"id": "a", "heading": "A"}


def test_flat_cells() -> None:
    source = read("ID, Type ,heading,variants,not\n a ,person, A , x | | y ,\n\n,,,,\nb,place,B\n", ".csv")
    assert not source.faults
    assert [dict(entry) for entry in source.entries] == [
        {"id": "a", "type": "person", "heading": "A", "variants": ["x", "y"]},
        {"id": "b", "type": "place", "heading": "B"},
    ]


def test_block_scalars_and_quotes() -> None:
    (entry,) = read('- id: a\n  note: >\n    two\n    lines\n  heading: "A: b"\n').entries
    assert dict(entry) == {"id": "a", "note": "two lines\n", "heading": "A: b"}


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", "   "])
def test_an_empty_table(suffix: str, text: str) -> None:
    assert fault(text, suffix) == (None, "the table is empty")


@pytest.mark.parametrize("text", ["# only a remark\n", "[]", "---\n", "- \n"])
def test_an_empty_yaml_table(text: str) -> None:
    source = read(text)
    assert len(source.faults) == 1
    assert not source.entries


@pytest.mark.parametrize("text", ["id,type,heading,variants\n", "id,heading\n,,\n"])
def test_a_flat_table_of_a_header_only(text: str) -> None:
    assert fault(text, ".csv") == (None, "the table is empty")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("- id: a\n  id: b\n", 2, "given twice"),
        ("- id: a\n  dates: {born: 1, born: 2}\n", 2, "given twice"),
        ("- &x {id: a}\n- *x\n", 1, "anchor"),
        ("- id: *x\n", 1, "alias"),
        ("- id: !!python/object/apply:os.system [ls]\n", 1, "tag"),
        ("- !!python/name:os.system\n", 1, "tag"),
        ("- id: !!int 7\n", 1, "tag"),
        ("- id: !mine x\n", 1, "tag"),
        ("- ? [a]\n  : b\n", 1, "plain word"),
        ("- ? {a: b}\n  : b\n", 1, "plain word"),
        ("id: a\n", 1, "list of entries"),
        ("just text\n", 1, "list of entries"),
        ("- just text\n- {id: a}\n", 1, "mapping"),
        ("- [a]\n", 1, "mapping"),
        ("- {id: a}\n---\n- {id: b}\n", 2, "second document"),
        ("- id: a\n\t- b\n", 2, "not YAML"),
        ("- {id: a\n", 2, "not YAML"),
        ("- id: 'a\n", 2, "not YAML"),
        ("%YAML 9\n- id", 1, "not YAML"),
        ("- id: a\n  <<: {b: c}\n  b: d\n- [[[[[[[[[x]]]]]]]]]\n", 4, "nested"),
    ],
)
def test_yaml_faults_have_their_line(text: str, line: int, what: str) -> None:
    where, told = fault(text)
    assert what in told
    assert where == line


@pytest.mark.parametrize(
    ("content", "line"), [(b"- id: caf\xe9\n", 1), (b"- id: a\n- id: b\xff\n", 2), (b"\xff\xfe-\x00 \x00", 1)]
)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_not_utf_8(content: bytes, line: int, suffix: str) -> None:
    where, told = fault(content, suffix)
    assert (where, told.startswith("not UTF-8 at byte")) == (line, True)


@pytest.mark.parametrize("content", [b"- id: a\x00b\n", b"- id: \x07\n", "- id: \ufffe\n".encode()])
def test_control_characters_in_yaml(content: bytes) -> None:
    _, told = fault(content)
    assert told.startswith("not YAML")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("id,heading,id\n", 1, "given twice"),
        ("\nname,heading\n", 2, "no column 'id'"),
        ("id,variants\n", 1, "no column 'heading'"),
        ("id,heading\na,b,c\n", 2, "3 cells under 2 columns"),
        ('id,heading\na,"b\n', 2, "not a table"),
        ('id,heading\na,"b"c\n', 2, "not a table"),
    ],
)
def test_flat_faults_have_their_line(text: str, line: int, what: str) -> None:
    where, told = fault(text, ".csv")
    assert what in told
    assert where == line


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('{"id": "a"}\n{"id": \n', 2, "not JSON"),
        ('{"id": "a", "id": "b"}\n', 1, "given twice"),
        ('\n["a"]\n', 2, "JSON object"),
        ('"a"\n', 1, "JSON object"),
        ("7\n", 1, "JSON object"),
        ("[" * 100_000, 1, "not JSON"),
        ('{"a":' * 100_000, 1, "not JSON"),
        ('{"id": "a", "note": NaN}\n{', 2, "not JSON"),
    ],
)
def test_jsonl_faults_have_their_line(text: str, line: int, what: str) -> None:
    where, told = fault(text, ".jsonl")
    assert what in told
    assert where == line


def test_jsonl_lines_end_at_line_feeds_only() -> None:
    # U+2028, U+0085 and form feeds may stand inside a JSON string.
    source = read('{"id": "a", "note": "x\u2028y\u0085z"}\n{"id": "b"}\n', ".jsonl")
    assert [entry["id"] for entry in source.entries] == ["a", "b"]
    assert not source.faults


BOMB = "- &a [x]\n" + "".join(f"- &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(20))


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        "[" * 100_000,
        "- " * 100_000,
        "{a: " * 100_000,
        "? " * 100_000,
        "- id: " + "[" * 100_000 + "]" * 100_000,
        "- {id: a, <<: [" + "*a, " * 50_000 + "]}",
        "- !!python/object/new:os.system [echo]\n",
        "- !!binary " + "A" * 1_000_000,
        "- id: " + "a" * 2_000_000,
        "- " + "&a " * 50_000,
        "- id: |\n" + "  x\n" * 200_000,
        "- {" + ", ".join(f"k{n}: v" for n in range(50_000)) + "}",
    ],
    ids=lambda text: text[:12].strip(),
)
def test_hostile_yaml_is_refused_soon_and_small(text: str) -> None:
    tracemalloc.start()
    begun = time.perf_counter()
    try:
        source = read(text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert time.perf_counter() - begun < 10
    assert peak < 100_000_000
    with pytest.raises(TranslitError):
        load_records([[(Path("mine.yaml"), text.encode())]])
    assert all(isinstance(entry, Lines) for entry in source.entries)


def plain(value: object) -> bool:
    if isinstance(value, Lines):
        return all(isinstance(key, str) and plain(item) for key, item in value.items())
    if isinstance(value, Items):
        return len(value) == len(value.item_lines) and all(map(plain, value))
    return isinstance(value, str)


def load_bytes(content: bytes, suffix: str) -> None:
    with contextlib.suppress(TranslitError):
        load_records([[(Path(f"mine{suffix}"), content)]])


# Text that is nearly a table finds more than noise does.
TABLE_LIKE = st.lists(
    st.sampled_from(
        [
            "- ",
            "id: ",
            "a",
            "heading: ",
            "type: person",
            "\n",
            "  ",
            "variants: ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            ": ",
            "&x ",
            "*x",
            "!!str ",
            "!",
            "'",
            '"',
            "#",
            "|",
            ">",
            "?",
            "---",
            "...",
            "%",
            "\t",
            "\u2028",
            "\ufeff",
            "é",
            "true",
            "not: ",
            "text: ",
            "dates: ",
            "born: ",
            "1",
            "remove: true",
            "\\",
            "\x85",
            "\x00",
            "~",
            "<<: ",
        ]
    ),
    max_size=25,
).map("".join)


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(
    content=st.one_of(
        st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
    )
)
@example(content=b"\x00")
@example(content=b"- ? ? ?")
@example(content=b'{"id": "a", "variants": [[]]}')
@example(content=b"id,heading\n\x00,\x00")
def test_arbitrary_bytes_raise_nothing_but_our_own(content: bytes, suffix: str) -> None:
    load_bytes(content, suffix)


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(text=TABLE_LIKE)
def test_text_like_a_table_raises_nothing_but_our_own(text: str, suffix: str) -> None:
    load_bytes(text.encode(), suffix)
    assert all(map(plain, read(text, suffix).entries))


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(
                ["id", "type", "heading", "variants", "text", "dates", "born", "not", "forms", "x", "short"]
            ),
            inner,
            max_size=5,
        ),
    ),
    max_leaves=12,
)


@given(value=JSON)
def test_any_json_raises_nothing_but_our_own(value: object) -> None:
    import json

    load_bytes(json.dumps(value).encode(), ".jsonl")
    load_bytes(json.dumps([value]).encode(), ".yaml")
