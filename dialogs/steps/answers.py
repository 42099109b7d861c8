"""What `answer` may return beside an outcome's name."""

STAY = "(stay)"
"""The meaning was answered in place; the step stays and nothing more is to be said."""

REST = "(rest)"
"""The meaning was answered in full; the conversation goes to where the script lets it rest."""
