"""`python -m bot.cli`: how the supervisor starts its children."""

from bot.cli import main

main(prog_name="cancelbot")
