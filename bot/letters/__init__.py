"""Confirmations by post: when one is written, to whom, and how a day's letters are printed and followed.

Here belong ordering a letter (`ordering`), where it goes (`addressing`), making it (`making`), print runs
(`runs`) and what becomes of letters (`moving`). Not here: how a letter looks (`bot.records.pdf.letter`),
carrying out the effects (`bot.deliver.letters`), windows (`channels.letter`).
"""
