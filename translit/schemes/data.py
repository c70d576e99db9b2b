"""The YAML files beside the code, which hold what is known of a language or a scheme."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from translit.cache import cached_yaml


@cache
def read_data(name: str) -> Any:
    """One of the YAML files beside this module, as plain data; read when first wanted, and kept."""
    return cached_yaml(f"scheme-{name}", Path(__file__).with_name(f"{name}.yaml"))[0]


__all__ = ["read_data"]
