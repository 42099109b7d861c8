"""Everything that is kept: tables, the unit of work, repositories, encryption, migrations and wake-ups.

Here belongs what knows how a fact is written to disk and read back: which table, which index, which key
seals it, which statement stays correct when two processes run it at once. Repositories take and return
frozen dataclasses with plain values, so that nobody outside sees ciphertext, integers for times, or SQL.

Here does not belong what a fact means: no decision about a dialog, a retry or an offer, no network, no
settings read from the environment. This package imports ``dialogs`` and nothing else of the project.
"""
