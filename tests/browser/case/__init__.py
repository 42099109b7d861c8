"""The page of a case, in a browser."""
