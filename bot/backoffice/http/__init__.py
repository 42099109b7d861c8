"""A brand's own system over HTTP: calls that the brand answers on its side, signed by us.

Here belong what goes over the wire (`models`, `calls`), its signature, the document
that tells a brand's developer all of it, and the client. `signing.verify` is what the
other side does. What a call means stands in `bot.backoffice.base`.
"""
