"""Audits: an insider with the whole database changes something, and each change is named."""
