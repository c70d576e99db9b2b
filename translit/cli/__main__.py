"""``python -m translit.cli``: the command line without an installed script."""

from translit.cli import main

if __name__ == "__main__":
    main()
