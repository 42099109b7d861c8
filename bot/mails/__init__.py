"""Mails that come back to the brand: bounces of what we sent, and what people answer.

Here belongs taking one in (`taking`), whoever brings it (`receiving`). Not here: what a mail says
(`channels.email.incoming`), and what follows from it (`bot.deliver.mails`).
"""
