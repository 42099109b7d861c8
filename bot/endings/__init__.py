"""What a brand ends itself, from its coming in to its being taken back.

Here belong what a brand gives and how it is read (`given`), the check against the
back office (`checking`), telling the customer (`declaring`), taking it back
(`withdrawing`) and how requests are signed (`signing`). What an ending is and says
belongs into `dialogs.endings`, carrying it out into `bot.deliver.terminating`.
"""
