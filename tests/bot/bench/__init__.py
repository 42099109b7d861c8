"""`cancelbot bench`: that it runs and tells everything. How fast anything is, no test judges."""
