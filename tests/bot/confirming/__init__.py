"""Confirmations by every way."""
