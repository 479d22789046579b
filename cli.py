"""Launcher for a checkout: `python cli.py check draft.docx`; installed, it is `planlint`."""

from linter.app import main

if __name__ == "__main__":
    main()
