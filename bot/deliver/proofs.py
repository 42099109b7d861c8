"""Waiting for a record's proof: a written confirmation carries it, and is not held up long for it."""

import logging
from datetime import timedelta

from bot.deliver.retry import Policy
from bot.deliver.settle import Later
from bot.records.log.proofs import Proof
from bot.records.log.stored import proof_of
from bot.records.log.tiles import Cut
from bot.wiring import Application
from dialogs.ids import BrandId

log = logging.getLogger("cancelbot.deliver")

PATIENCE = timedelta(seconds=30)
"""After so long it goes without its proof, which can be asked for later. A proof takes a second or two."""
PROOF = Policy(timedelta(seconds=1), timedelta(seconds=5), timedelta(days=4))
"""`PATIENCE` ends it, which counts from when the record was sealed."""


def proof_for(app: Application, brand: BrandId, number: str) -> Proof | Later | None:
    """The proof that a record is in its log; None where there will be none in time."""
    with app.database.read() as uow:
        row = uow.records.by_number(brand, number)
        if row is None:
            return None
        try:
            proof = proof_of(uow, row)
        except Cut as error:
            log.error("%s goes without its proof: %s; see: cancelbot audit", number, error)
            return None
    if proof is not None or app.clock() - row.created_at >= PATIENCE:
        return proof
    return Later("its proof is not there yet", PROOF, expected=True)
