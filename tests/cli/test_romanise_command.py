"""``translit romanise``."""

from __future__ import annotations

import json
from collections.abc import Callable

from click.testing import Result

Run = Callable[..., Result]


def test_each_text_on_a_line(run: Run) -> None:
    assert run("romanise", "--scheme", "german", "Троцкий", "Чичерин").stdout == "Trozki\nTschitscherin\n"


def test_the_american_spelling(run: Run) -> None:
    assert run("romanize", "-s", "ala-lc", "-l", "fa", "کوچک خان").stdout == "Kūchik Khān\n"


def test_the_list(run: Run) -> None:
    rows = run("romanise", "--list", "--lang", "ka", "--format", "jsonl").stdout.splitlines()
    assert {json.loads(row)["id"] for row in rows} >= {"ala-lc", "national", "bgn-pcgn"}


def test_errors(run: Run) -> None:
    for call, told in (
        (("romanise", "Ленин"), "--scheme"),
        (("romanise", "-s", "germn", "Ленин"), "german"),
        (("romanise", "--list", "-l", "xx"), "languages:"),
        (("romanise", "-s", "german"), "TEXT"),
    ):
        result = run(*call)
        assert result.exit_code == 2
        assert told in result.stderr
        assert len(result.stderr.splitlines()) == 1
