"""Identifiers, one type for each kind of thing, so that one cannot be passed for another."""

from typing import NewType

BrandId = NewType("BrandId", str)
AccountId = NewType("AccountId", str)
PersonId = NewType("PersonId", str)
ContactId = NewType("ContactId", str)
AddressId = NewType("AddressId", str)
ConversationId = NewType("ConversationId", str)
CaseId = NewType("CaseId", str)
RecordId = NewType("RecordId", str)
AgentId = NewType("AgentId", str)
RevisionId = NewType("RevisionId", str)
EffectId = NewType("EffectId", str)
InboxId = NewType("InboxId", str)
ChallengeId = NewType("ChallengeId", str)
CustomerRef = NewType("CustomerRef", str)
"""The brand's own number of a customer, as its back office writes it."""
ServiceRef = NewType("ServiceRef", str)
"""The brand's own number of a service, as its back office writes it."""
OrderRef = NewType("OrderRef", str)
"""The brand's own number of an order, as its back office writes it."""
OrderLineRef = NewType("OrderLineRef", str)
"""The brand's own number of an order's line, unique among all orders of the brand."""
ChargeRef = NewType("ChargeRef", str)
"""The brand's own number of a payment that was taken, as its back office writes it."""
