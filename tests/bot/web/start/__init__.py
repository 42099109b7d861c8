"""The start page over HTTP."""
