"""Lines to other people's systems over HTTP: where they may lead, and a limit that holds for all of a call.

Brands' back offices are asked on them, and tickets are pushed. What is said on a line is its user's affair.
"""
