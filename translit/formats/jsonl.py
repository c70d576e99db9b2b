"""JSON lines: one annotation a line, as its ``to_dict()``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from translit.formats.document import Document


def write(documents: Iterable[Document], stream: TextIO, *, aligned: bool = False) -> None:
    """Write one JSON object a line; ``file`` comes first where there are several files."""
    for document in documents:
        named = {} if document.file is None else {"file": document.file}
        for annotation in document.annotations:
            stream.write(json.dumps({**named, **annotation.to_dict()}, ensure_ascii=False) + "\n")
