"""The pure engine: what the bot says next, given what was said. No database, no network, no clock."""
