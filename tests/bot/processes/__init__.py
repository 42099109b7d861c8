"""The kinds of processes: how they are joined to what they share."""
