"""Tables of entities and of the parts of names: files to records, checked."""

from translit.tables.layers import Record, load_records
from translit.tables.paths import shipped_folder, table_files

__all__ = ["Record", "load_records", "shipped_folder", "table_files"]
