"""The record as a PDF: an archivable, tagged page with the receipt inside, printed from a stored record.

Here belong the page (`page`, pure: record and texts in, HTML out) and the press that prints it (`press`).
Only the press reaches WeasyPrint, and loads it at its first page: the web process never prints.

Not here: when a PDF is made, where it is kept and who gets it (`bot.documents`).
"""
