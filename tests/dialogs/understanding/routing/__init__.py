"""Tests of dialogs.understanding.routing: guesses from examples."""
