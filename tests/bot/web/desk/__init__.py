"""The desk over HTTP: who may what, races, and what reaches the customer."""
