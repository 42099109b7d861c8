"""What comes in becomes a turn, inside one transaction.

Here belong messages from their inbox (`inbox`), what the dialog hears of one (`taking`,
`hearing`), what happens without one (`happenings`), going over to another script or channel
(`changing`, `continuations`), and the turn itself (`turns`).

Here does not belong what a script answers (`dialogs`), nor carrying out what it wants
done (`bot.deliver`).
"""
