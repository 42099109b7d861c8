"""What `cancelbot bench` measures: turns in this process, and over HTTP against started processes.

Here belongs measuring. Nothing here is part of a running bot, and nothing judges a figure: the machine
decides what is fast. The database is a temporary file, as durable as in production.
"""
