"""Scripts and their texts as the running bot and its command line use them.

Here belong revisions (`publishing`), proofs kept from one start to the next (`proving`),
texts of one's own on disk (`own_texts`), and conversation cases: played (`casebook`), and
written down from a conversation (`recording`).

Here does not belong how an admin changes them: `bot.studio` does that.
"""
