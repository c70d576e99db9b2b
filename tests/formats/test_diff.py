"""The diff of changes, read back by a small ``patch``."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from translit.formats.diff import CONTEXT, unified_diff
from translit.model import Annotation, Change, Entity, Variant
from translit.normalise import apply_changes

NOBODY = Entity("nobody", "person", "Nobody")


def change(text: str, start: int, end: int, after: str) -> Change:
    annotation = Annotation(start, end, text[start:end], NOBODY, 1.0, Variant("x"), "recorded")
    return Change(start, end, text[start:end], after, annotation)


def patched(text: str, diff: list[str]) -> str:
    """``text`` with the diff applied, every line of the diff held against it."""
    old = re.findall(r"[^\n]*\n|[^\n]+", text)
    new: list[str] = []
    at = 0
    for number, line in enumerate(diff[2:], 2):
        if line.startswith("@@"):
            header = re.fullmatch(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n", line)
            assert header is not None
            first = int(header[1]) - (header[2] != "0")
            new += old[at:first]
            at = first
            assert len(new) == int(header[3]) - (header[4] != "0")
            continue
        if line.startswith("\n\\"):
            continue
        body = line[1:]
        if line[0] in " -":
            assert old[at] == body
            at += 1
        if line[0] in " +":
            new.append(body)
        if not body.endswith("\n"):
            assert diff[number + 1] == "\n\\ No newline at end of file\n"
    return "".join([*new, *old[at:]])


@st.composite
def texts_with_changes(draw: st.DrawFn) -> tuple[str, list[Change]]:
    text = draw(st.text("ab\n\r", max_size=80))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    after = st.text("XY\n", min_size=1, max_size=4)
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [change(text, start, end, draw(after)) for start, end in pairs]


@given(texts_with_changes())
def test_a_patch_makes_the_new_text(made: tuple[str, list[Change]]) -> None:
    text, changes = made
    diff = list(unified_diff(text, changes, "a", "b"))
    assert bool(diff) == bool(changes)
    assert patched(text, diff) == apply_changes(text, changes) if diff else not changes


def test_hunks_and_context() -> None:
    text = "".join(f"line {number}\n" for number in range(1, 31))
    second, ninth, last = (text.index(f"line {number}\n") for number in (2, 9, 30))
    changes = [change(text, at, at + 4, "LINE") for at in (second, ninth, last)]
    diff = list(unified_diff(text, changes, "old.txt", "new.txt"))
    assert diff[:2] == ["--- old.txt\n", "+++ new.txt\n"]
    assert [line for line in diff if line.startswith("@@")] == ["@@ -1,12 +1,12 @@\n", "@@ -27,4 +27,4 @@\n"]
    assert sum(line.startswith(" ") for line in diff) == 10 + CONTEXT


def test_lines_that_stand_together_stay_together() -> None:
    text = "Racht\nEnzeli\nBakou"
    changes = [change(text, 0, 5, "Rasht"), change(text, 6, 12, "Anzali"), change(text, 13, 18, "Baku")]
    assert "".join(unified_diff(text, changes, "a", "b")) == (
        "--- a\n+++ b\n@@ -1,3 +1,3 @@\n-Racht\n-Enzeli\n-Bakou\n\\ No newline at end of file\n"
        "+Rasht\n+Anzali\n+Baku\n\\ No newline at end of file\n"
    )


def test_a_name_over_a_line_end() -> None:
    text = "Mirza\r\nKoutchek came\r\n"
    diff = "".join(unified_diff(text, [change(text, 0, 15, "Mirza Kuchik")], "a", "b"))
    assert diff.endswith("@@ -1,2 +1 @@\n-Mirza\r\n-Koutchek came\r\n+Mirza Kuchik came\r\n")
