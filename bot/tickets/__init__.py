"""Tickets: each step that a case takes, told to the brand's own systems by a signed webhook.

What a ticket says stands in `contents`, how it is signed in `signing`, where it goes in `target`.
They are queued with the case (`queueing`) and pushed by the worker (`bot.deliver.tickets`).
"""
