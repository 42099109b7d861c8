"""What a person may ask of their data, and what the law asks of us: export, erasure, hold, retention.

Here belongs who is meant by a customer or a record, what is kept about them and how long, what stands
against an erasure, and the job that erases on time.

Not here: how a key is destroyed or a row is found (storage), what a record says (bot.records).
"""
