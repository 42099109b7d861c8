"""The audit of a brand's records: is everything there, and is it what it was?

Looked at are the records, the log over them, its checkpoints in the database and outside, and the cases
that must have a record. Each check looks for itself, page by page, so that a log of any length is gone
through beside the other work of a worker.

Not here: putting anything right. An audit changes nothing.
"""
