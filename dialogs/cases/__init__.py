"""Conversation cases: what is said, what is expected, and playing them against a script.

Here belong the format that an admin can read (`form`), the small world a case is
played in (`world`) and the player (`play`). The cases themselves are data of
whoever writes them; those that ship are under tests/cases.
"""
