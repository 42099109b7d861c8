"""The log: arithmetic against a reference, checkpoints, proofs, and a sequencer that is killed."""
