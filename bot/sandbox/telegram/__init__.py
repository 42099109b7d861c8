"""Telegram: its Bot API as far as a bot of ours speaks it, and the people who chat with the bot.

`fields` reads what a bot sends, `bot_api` takes it, `user` is what a person does,
`updates` how it reaches the bot, `thread` what the person sees.
Source: https://core.telegram.org/bots/api
"""
