"""Telegram: updates read by example and by property, and sending and polling against a strict Bot API.

The Bot API here speaks real HTTP and refuses what the real one would refuse
(`fake_bot_api` with its `fake_rules`); `fake_updates` writes updates as Telegram
does. Not here: conversations.
"""
