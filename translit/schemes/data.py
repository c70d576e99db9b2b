"""The YAML files beside the code, which hold what is known of a language or a scheme."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from translit.cache import cached


@cache
def read_data(name: str) -> Any:
    """One of the YAML files beside this module, as plain data; read when first wanted, and kept."""
    source = Path(__file__).with_name(f"{name}.yaml").read_bytes()

    def parse() -> Any:
        import yaml  # imported late: kept data needs no YAML

        return yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))

    return cached(f"scheme-{name}", source, parse)


__all__ = ["read_data"]
