"""The record: what a customer holds as proof, from its contents to the mail that carries it.

Here belong the number, the contents, the seal and its verification, and the confirmation rendered from a
stored record. Nothing in this folder but `kept` touches the database.

Not here: what the dialog decides to seal (dialogs), how a mail is sent (channels).
"""
