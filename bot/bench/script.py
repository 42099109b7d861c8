"""The conversation that is measured: a vouched customer leaves, taking the way out each time."""

SAYS = ("I want to cancel my plan", "no", "confirm", "skip")
"""Typed, since words cost more than a button: declare, decline the offer, confirm, give no reason."""
