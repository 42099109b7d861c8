"""How somebody was identified, and how far that is trusted."""

TRUSTED = ("code", "agent")
"""Identifications that hold also for customers whom the back office marks as high risk."""
