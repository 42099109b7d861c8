"""Carrying out effects: claim what is due, do it outside of any transaction, write down what became of it.

One module per group of kinds; `settle` holds what every kind may answer, and
`loop` the claiming. What is due when it failed is decided by `retry`, which is pure.
"""
