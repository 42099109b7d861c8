"""The record as a PDF: what is printed of one, and whether a file that somebody holds is what was sealed.

Not here: how it is printed and sealed (`bot.printing`), when it is made, where it is kept and who gets it
(`bot.documents`).
"""
