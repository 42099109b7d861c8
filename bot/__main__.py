"""`python3 -m bot ...` is `cancelbot ...`, set up first where that is still to be done.

In a fresh checkout, with any Python, this makes the environment and starts the program in it. Where Cancelbot
is installed already (in that environment, or from a wheel) it calls the command line and nothing else.

Like bot/bootstrap.py, this is read by Pythons that are too old to run Cancelbot: only old syntax here.
"""

import sys

from bot import bootstrap


def main() -> None:
    """Run the command line with the arguments given, setting up first if need be."""
    if not bootstrap.is_installed():
        bootstrap.run_installed(sys.argv[1:])
    from bot.cli import main as command_line  # only an installed Cancelbot has what this imports

    command_line(prog_name="cancelbot")


if __name__ == "__main__":
    main()
