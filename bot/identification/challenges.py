"""One-time codes between the dialog and the tables: beginning a challenge, judging a code, limits.

An attempt is counted by a conditional UPDATE before anything is compared; a new
code does not reset the count.
"""

from datetime import datetime, timedelta
from typing import Literal

from bot.identification.codes import MOST_ATTEMPTS, MOST_RESENDS, VALID_MINUTES, code_of, is_right
from bot.room import Room
from dialogs.effects import SendCode
from dialogs.ids import BrandId, ChallengeId, CustomerRef
from dialogs.turn import Identity
from storage.unit_of_work import UnitOfWork

HOUR = timedelta(hours=1)
MOST_CODES_PER_SENDER = 6
MOST_CODES_PER_IDENTIFIER = 6
MOST_CODES_PER_CUSTOMER = 6
MOST_CODES_PER_ORIGIN = 30
MOST_ATTEMPTS_PER_SENDER = 15

Verdict = Literal["right", "wrong", "locked", "expired"]


def begin_challenge(uow: UnitOfWork, room: Room, effect: SendCode, now: datetime) -> None:
    """Begin the challenge, or go on to its next code; counts against the limits on sending."""
    _spend_codes(uow, room, effect.identifier, now)
    expires_at = now + timedelta(minutes=VALID_MINUTES)
    if effect.resend > 0:
        uow.challenges.resend(room.brand.id, effect.challenge, expires_at, MOST_RESENDS)
        return
    uow.challenges.create(
        room.conversation,
        now=now,
        expires_at=expires_at,
        case_id=None if room.case_row is None else room.case_row.id,
        challenge_id=effect.challenge,
    )


def codes_allowed(uow: UnitOfWork, room: Room, identifier: str | None, now: datetime) -> bool:
    """Whether one more code may be sent for this sender and identifier within the hour."""
    if uow.limits.used(_sender_bucket(room), HOUR, now) >= MOST_CODES_PER_SENDER:
        return False
    origin = _origin_bucket(room)
    if origin is not None and uow.limits.used(origin, HOUR, now) >= MOST_CODES_PER_ORIGIN:
        return False
    if identifier is None:
        return True
    return uow.limits.used(_identifier_bucket(uow, room, identifier), HOUR, now) < MOST_CODES_PER_IDENTIFIER


def _spend_codes(uow: UnitOfWork, room: Room, identifier: str, now: datetime) -> None:
    uow.limits.spend(_sender_bucket(room), HOUR, MOST_CODES_PER_SENDER, now)
    origin = _origin_bucket(room)
    if origin is not None:
        uow.limits.spend(origin, HOUR, MOST_CODES_PER_ORIGIN, now)
    uow.limits.spend(_identifier_bucket(uow, room, identifier), HOUR, MOST_CODES_PER_IDENTIFIER, now)


def _sender_bucket(room: Room) -> str:
    return f"codes:sender:{room.address.id}"


def _origin_bucket(room: Room) -> str | None:
    return f"codes:origin:{room.kept.origin}" if room.kept.origin else None


def _identifier_bucket(uow: UnitOfWork, room: Room, identifier: str) -> str:
    return f"codes:identifier:{uow.contacts.sender_hash(room.brand.id, _folded(identifier)).hex()}"


def _folded(identifier: str) -> str:
    """However an account number is written, it is one account, as it is to the back office."""
    folded = identifier.casefold()
    return folded if "@" in folded else "".join(filter(str.isalnum, folded))


def spend_sending(uow: UnitOfWork, brand: BrandId, customer: CustomerRef, code: str, now: datetime) -> bool:
    """Whether this code may go to the customer, whatever identifiers and chats ask for codes.

    Whoever asks is not told: they would learn that the identifiers belong to one person.

    Args:
        code: the key of its sending. However often that is attempted, it counts once.
    """
    if not uow.limits.spend(f"codes:counted:{code}", HOUR, 1, now):
        return True
    bucket = f"codes:customer:{uow.contacts.sender_hash(brand, customer).hex()}"
    return uow.limits.spend(bucket, HOUR, MOST_CODES_PER_CUSTOMER, now)


def judge(
    uow: UnitOfWork, room: Room, challenge: ChallengeId, given: str, now: datetime
) -> tuple[Verdict, Identity | None]:
    """Count the attempt, then compare. The same work is done for known and unknown customers."""
    brand = room.brand.id
    within = _spend_attempt(uow, room, now)
    row = uow.challenges.attempt(brand, challenge, now, MOST_ATTEMPTS) if within else None
    if row is None:
        return _why_not(uow, room, challenge, now), None
    matches = is_right(code_of(uow.vault, brand, challenge, row.resend), given)
    if matches and row.customer_ref is not None and uow.challenges.use(brand, challenge, now):
        return "right", Identity(CustomerRef(row.customer_ref), by="code")
    return ("locked" if row.attempts >= MOST_ATTEMPTS else "wrong"), None


def _spend_attempt(uow: UnitOfWork, room: Room, now: datetime) -> bool:
    """Whether one more attempt may be made here. Asking anew for the same account forgets no failure."""
    asked_for = uow.contacts.sender_hash(room.brand.id, _folded(room.kept.state.identifier or "")).hex()
    same = f"attempts:{room.address.id}:{asked_for}"
    anyone = f"attempts:{room.address.id}"
    within = uow.limits.spend(same, HOUR, MOST_ATTEMPTS, now)
    return uow.limits.spend(anyone, HOUR, MOST_ATTEMPTS_PER_SENDER, now) and within


def _why_not(uow: UnitOfWork, room: Room, challenge: ChallengeId, now: datetime) -> Verdict:
    row = uow.challenges.get(room.brand.id, challenge)
    return "locked" if row is not None and row.used_at is None and row.expires_at > now else "expired"
