"""Letters: windows, addresses and what an account is checked for."""
