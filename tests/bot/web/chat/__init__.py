"""The chat over HTTP: what a customer, a brand's program and an attacker may do with it."""
