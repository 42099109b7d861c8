"""The sandbox: Twilio, Telegram, a mailbox and phones, simulated for the demo.

Here belongs what the providers and the people at the other end do: take what we
send, keep it where pages can show it, and call our webhooks in properly signed
requests. Our own half is not simulated: the demo sends through the real
channels, whose `api_base` points here. Nothing here knows Flask (`bot.web.sandbox`
serves it) and nothing here exists for a brand that is not a demo.
"""
