"""History: all that happened with a customer or a contract, on one time line.

What an entry is and says stands in `entries`, who is meant by a search in `finding`; `reading` puts
together what we keep and what the back office tells. Nothing here changes anything.
"""
