"""The outside ends: how messages come in from, and go out to, each kind of channel.

One folder a kind. Here belong verifying and parsing what a provider sends,
sending through the provider's own library, and what a channel can and cannot do
(`Capabilities`). A new channel is one folder and one line in `registry`.

Here does not belong what the bot says (dialogs), what is stored (storage) or
which turn follows (bot). Nothing here opens the database.
"""
