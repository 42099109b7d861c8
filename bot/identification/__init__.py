"""How it is known who is writing: one-time codes, and tokens with which a brand's own page vouches.

Here belong codes as they are derived (`codes`), asked for and judged in a dialog
(`challenges`) and on the page of a case (`case_codes`), and tokens (`tokens`).

Here does not belong who the staff are (see `bot.staff`).
"""
