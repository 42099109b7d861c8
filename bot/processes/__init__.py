"""The two kinds of processes, `web` and `worker`, and the supervisor that keeps both running.

How they are started, stopped and joined to the parts they share; what they do
belongs to `bot.web`, `bot.deliver` and `bot.receive`.
"""
