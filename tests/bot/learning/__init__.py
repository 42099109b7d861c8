"""Models that are made once, kept as files, noticed when damaged; and how well messages are understood."""
