"""``python -m translit``: the command line."""

from translit.cli import main

main()
