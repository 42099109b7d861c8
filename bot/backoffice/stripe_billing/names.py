"""What stands in the metadata of Stripe's objects. docs/stripe.md tells all of it."""

REFERENCE = "account"
"""Of a customer: the account number, unless the brand's setting names another field."""

RISK = "cancelbot_risk"
"""Of a customer: ``high`` where more than an own address is needed to say who it is."""
TERMS = "cancelbot_terms"
"""Of a subscription, a price or a product, the first that has it: its terms, as JSON."""
OFFERS = "cancelbot_offers"
"""Of the same: what is offered instead of cancelling, as JSON."""

KEY = "cancelbot_key"
"""Of what we made: the idempotency key of the write that it follows from."""
WRITE = "cancelbot_write_"
"""Of a subscription, with a digest of its key after it: a write, as JSON."""
ENDING = "cancelbot_ending"
"""Of a subscription: the key of the write that ends it."""
DUE = "cancelbot_due"
"""Of a subscription: what is paid back once it has ended, as JSON."""
APPLIED = "cancelbot_applied"
"""Of a subscription: the alternative that was accepted, as JSON."""
BEFORE = "cancelbot_before"
"""Of a subscription: plan and price before another plan was taken, as JSON."""

SET_BY_BRAND = (RISK, TERMS, OFFERS)
SET_BY_US = (KEY, WRITE, ENDING, DUE, APPLIED, BEFORE)
