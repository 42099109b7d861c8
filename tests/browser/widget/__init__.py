"""The web chat widget against a small server that keeps the same contract as ours and can be made to fail."""
