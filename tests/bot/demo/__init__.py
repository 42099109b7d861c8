"""The demo: what is made, that it can be put back, and customers for a load test."""
