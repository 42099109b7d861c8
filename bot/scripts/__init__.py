"""Scripts as the command line and the studio try them: with texts of one's own, and by conversation cases.

Here belong texts of one's own on disk (`own_texts`), and cases: played (`casebook`), and
written down from a conversation (`recording`).

Here do not belong the revisions that run (`bot.publishing`), nor how an admin changes them (`bot.studio`).
"""
