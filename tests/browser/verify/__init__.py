"""The verify page in a browser."""
