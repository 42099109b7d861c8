"""Calls that read a confirmation out to whom it reached in no other way.

Here belong when and how often (`calls`), and what is said in one and follows from it (`answering`).
How a call is placed is `channels.voice`'s affair.
"""
