"""Proofs about a script's conversations: the engine itself, run over everything that can happen.

Here belong what can happen (`worlds`, `moves`), the graph of what follows from it
(`explore`, with `essential` and `known`, so that nothing is run twice), and what must
hold everywhere in it (`properties`), each failure with the shortest conversation that
shows it (`conversations`).

Here does not belong what texts say: `dialogs.checker.texts` judges them.
"""
