"""The endings of names, by language: the tables, and what reads them."""
