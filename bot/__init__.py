"""The application: it joins dialogs, channels and storage into a running service.

Here belong settings and wiring, receiving and delivering, handing over to people, publishing scripts, the
back offices, the records, the web pages and the command line.

Not here: what a conversation does next (dialogs), how a provider is spoken to (channels), tables and
queries (storage), texts (locales). Nobody imports this package, except tests.
"""
