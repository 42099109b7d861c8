"""Journeys: the whole program as people meet it, started with its command line and spoken to over HTTP.

Here belongs what only shows with real processes: a customer's way from the first word to the receipt, the
desk and the studio beside it, starting, stopping, and (`crash`) being killed. Every part alone is tested in
the folder named like its own.
"""
