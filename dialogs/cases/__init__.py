"""Conversation cases: what is said, what is expected, and playing them against a script.

Here belong the form that an admin can read (`form`, with `names` that a script must
have), the small world a case is played in (`world`), the player (`deeds`, `play`,
`suite`), what of a script no case reached (`coverage`), and writing cases or what
happened into a file (`writing`, `rewriting`). The cases themselves are data of
whoever writes them; those that ship are under tests/cases.
"""
