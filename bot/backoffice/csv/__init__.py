"""The built-in back office as CSV files: filled from them, checked row by row, and written to them again.

Here belongs what a file means: its columns (`sheets`), how a cell is read and written (`kinds`), what is
wrong in it (`findings`), and the two ways, `importing` and `exporting`. What the rows are kept in belongs to
`storage.repositories`, the words on the command line to `bot.cli.office`.
"""
