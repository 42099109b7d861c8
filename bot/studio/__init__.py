"""The studio without its pages: drafts of a brand's texts, checks, trying, publishing, the flow's picture.

Functions take a unit of work. Here does not belong what a text must fulfil (see
`dialogs.checker`), nor anything of the web (see `bot.web.studio`).
"""
