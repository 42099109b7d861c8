"""Printing: pages to archivable PDFs, and seals on them. What stands on a page is no concern of this folder.

Here belong the press and its folder, the keys and certificates that seal, and sealing itself. Only they reach
WeasyPrint and pyHanko, and load them at the first page: the web process never prints.

Not here: pages made from records and the verifying of those (`bot.records.pdf`), when something is printed
and where it is kept (`bot.documents`).
"""
