"""The page on which a customer sees how their case stands: who may look, and what they can do.

The browser's session is that of the web chat, so that whoever wants to speak to somebody goes on in it.
"""
