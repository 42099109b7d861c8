"""The application's own parts, in folders named like those of `bot`."""
