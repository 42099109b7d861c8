"""Tokens with which a brand's own signed-in page vouches for its customer.

HS256 JSON Web Tokens (RFC 7519): `sub` the customer's number, `aud` the brand's
slug, `exp` at most an hour ahead, `jti` used once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import jwt

from dialogs.ids import CustomerRef

ALGORITHM = "HS256"
LONGEST_LIFE = timedelta(hours=1)
SHORTEST_KEY = 32
"""Bytes of a signing key. Source: RFC 7518, section 3.2."""
LONGEST_NAME = 200
"""Characters of a customer's number and of a token's id."""
_LEEWAY = timedelta(seconds=30)


class TokenRefused(Exception):
    """The token does not vouch for anybody; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Vouched:
    """Who the token vouches for, and its id, which may be used once."""

    customer: CustomerRef
    token_id: str


def mint_token(
    key: str, brand: str, customer: str, token_id: str, now: datetime, life: timedelta = timedelta(minutes=5)
) -> str:
    """A token as a brand's page would make it.

    Args:
        key: the web chat account's `token_key`, 32 bytes or more.
        brand: the brand's slug.
        token_id: unpredictable, never used before.
    """
    claims = {"sub": customer, "aud": brand, "exp": now + life, "jti": token_id}
    return jwt.encode(claims, key, algorithm=ALGORITHM)


def read_token(token: str, key: str, brand: str, now: datetime) -> Vouched:
    """Who the token vouches for. Raises TokenRefused; whether its id is fresh is the caller's to see."""
    try:
        claims = jwt.decode(
            token,
            key,
            algorithms=[ALGORITHM],
            audience=brand,
            options={"require": ["sub", "aud", "exp", "jti"], "verify_exp": False, "verify_iat": False},
        )
    except jwt.MissingRequiredClaimError as error:
        raise TokenRefused(
            f"the identity token lacks {error.claim!r}; expected sub, aud, exp and jti"
        ) from error
    except jwt.InvalidAudienceError as error:
        raise TokenRefused(f"the identity token is for somebody else; expected aud {brand!r}") from error
    except (jwt.InvalidTokenError, UnicodeError) as error:
        raise TokenRefused("the identity token is not signed with this brand's key (HS256)") from error
    _check_life(claims["exp"], now)
    return Vouched(CustomerRef(_name(claims, "sub")), _name(claims, "jti"))


def _name(claims: Mapping[str, Any], claim: str) -> str:
    value = claims[claim]
    if not isinstance(value, str) or not value.isprintable() or not 0 < len(value) <= LONGEST_NAME:
        raise TokenRefused(f"the identity token's {claim} must be a text of 1 to {LONGEST_NAME} characters")
    return value


def _check_life(expires: object, now: datetime) -> None:
    if not isinstance(expires, int | float):
        raise TokenRefused("the identity token's exp must be a number of seconds since 1970")
    left = expires - now.timestamp()
    if not left >= -_LEEWAY.total_seconds():
        raise TokenRefused("the identity token has expired")
    if left > (LONGEST_LIFE + _LEEWAY).total_seconds():
        raise TokenRefused("the identity token lives too long; expected an hour at most")
