"""Tests of the lines to other people's systems."""
