"""The log of a brand's sealed records: a Merkle tree to which is only ever added.

Here belong the tree's arithmetic, signed checkpoints, proofs as documents, and the sequencer that appends
what was sealed and signs. Whoever holds a checkpoint can tell later whether anything before it was changed,
left out or put in.

Not here: sealing a single record (bot.records.sealing), looking for what is wrong (bot.audit).
"""
