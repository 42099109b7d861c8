"""Conversations as an admin reads them, a folder a script, a file a theme; and the test that plays them."""
