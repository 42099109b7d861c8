"""Printing and sealing: what kind of file comes out."""
