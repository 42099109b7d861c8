"""The proofs about scripts: shipped ones hold, broken ones are caught, fair ones raise no alarm."""
