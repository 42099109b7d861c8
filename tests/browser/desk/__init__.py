"""The desk in a real browser: by keyboard alone, live, in every width, and with hostile words."""
