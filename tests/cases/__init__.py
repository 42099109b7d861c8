"""Conversations as an admin reads them, one folder a script, one file a theme; and the test that plays them."""
