"""The sample customer of a rehearsal, and what the world around the bot would do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from dialogs.case import CaseKind
from dialogs.cases.orders import order_quoted
from dialogs.checker import World, samples
from dialogs.effects import (
    ApplyAlternative,
    AwaitAnswer,
    CancelOrder,
    CancelService,
    DisputeEnding,
    Effect,
    EndHandOff,
    FindTerms,
    HandOff,
    LookUpAccount,
    LookUpQuote,
    MergeCase,
    OpenContinuation,
    OptOut,
    PreferWay,
    RefundCharge,
    ReinstateService,
    RestartService,
    RevokeAlternative,
    SealRecord,
    SendCode,
    SendConfirmation,
    TerminateService,
    WithdrawCancellation,
)
from dialogs.events import AccountLookedUp, EffectCompleted, Event, OrderQuoted
from dialogs.turn import Facts
from dialogs.values import Order, Service

Customer = Literal["one", "fee", "several", "nothing", "unreachable"]
CUSTOMERS: Mapping[Customer, str] = {
    "one": "One service, an alternative can be offered",
    "fee": "One service, a fee is due, no alternative",
    "several": "Several services",
    "nothing": "Nothing left to cancel",
    "unreachable": "The back office does not answer",
}
CUSTOMERS_WITH_ORDERS: Mapping[Customer, str] = {
    "one": "One order with one thing in it",
    "several": "Two orders, one with things of several kinds",
    "nothing": "No order",
    "unreachable": "The back office does not answer",
}
CODE = "482913"


def customers_for(kind: CaseKind) -> Mapping[Customer, str]:
    """The customers with whom a script of that kind can be rehearsed, in words."""
    return CUSTOMERS_WITH_ORDERS if kind == "order" else CUSTOMERS


@dataclass(frozen=True, slots=True)
class Backdrop:
    """Whose rehearsal it is, and with which customer."""

    world: World
    customer: Customer

    def services(self) -> tuple[Service, ...]:
        bare, full = samples.few_quotes(self.world)[1], samples.quotes_of(self.world)[0]
        kinds = samples.KINDS[:3]
        match self.customer:
            case "one":
                free = replace(bare, undo_until=full.undo_until, refund=full.refund)
                return (samples.service_of(self.world, free, *kinds),)
            case "fee":
                return (samples.service_of(self.world, full),)
            case "several":
                return samples.services_of(self.world)
            case _:
                return (samples.ended_service(self.world, samples.restarts_of(self.world)[0]),)

    def orders(self) -> tuple[Order, ...]:
        every = samples.orders_of(self.world)
        return {"one": every[1:], "several": every}.get(self.customer, ())

    def judged(self, facts: Facts, code: str) -> Facts:
        """Facts with the verdict on a typed code."""
        right = code == CODE
        return replace(facts, code="right" if right else "wrong", vouched=samples.IDENTITY if right else None)

    def quoted(self, effect: LookUpQuote) -> OrderQuoted:
        order = next((each for each in self.orders() if each.ref == effect.order), None)
        quote = None if order is None else order_quoted(order, effect.selection, samples.NOW.date())
        result: Literal["found", "none"] = "none" if quote is None else "found"
        return OrderQuoted(result, samples.NOW, quote, effect.reference)

    def looked_up(self, reference: str) -> AccountLookedUp:
        if self.customer == "unreachable":
            return AccountLookedUp("unavailable", samples.NOW, reference=reference)
        return AccountLookedUp(
            "found",
            samples.NOW,
            customer=samples.IDENTITY.customer,
            name=samples.IDENTITY.name,
            services=self.services(),
            orders=self.orders(),
            reference=reference,
        )


def happened(effect: Effect, backdrop: Backdrop) -> tuple[list[str], list[Event]]:
    """What would be done now, in words, and what the bot would learn from it."""
    if isinstance(effect, LookUpAccount):
        return [], [backdrop.looked_up(effect.reference)]
    if isinstance(effect, LookUpQuote):
        return [], [backdrop.quoted(effect)]
    said = IN_WORDS[type(effect)](effect)
    return ([said] if said else []), _learnt(effect, backdrop)


def _learnt(effect: Effect, backdrop: Backdrop) -> list[Event]:
    if not isinstance(
        effect,
        CancelService
        | ApplyAlternative
        | RevokeAlternative
        | ReinstateService
        | RestartService
        | CancelOrder,
    ):
        return []
    result: Literal["done", "delayed"] = "delayed" if backdrop.customer == "unreachable" else "done"
    last_day = None if isinstance(effect, CancelOrder | RestartService) else samples.LAST_DAY
    done = EffectCompleted(effect.type, effect.case, result, samples.NOW, end_date=last_day)
    return [done]


IN_WORDS: Mapping[type, Callable[..., str]] = {
    SendCode: lambda effect: f"A one-time code would go to the customer. In this rehearsal it is {CODE}.",
    FindTerms: lambda effect: "The back office would be asked again what cancelling means.",
    RefundCharge: lambda effect: "The back office would pay that charge back.",
    CancelOrder: lambda effect: "The back office would cancel that of the order.",
    CancelService: lambda effect: "The back office would end the service.",
    TerminateService: lambda effect: "On its last day the back office would end the service.",
    DisputeEnding: lambda effect: "It would not be ended before a person has looked at it.",
    ApplyAlternative: lambda effect: "The back office would apply the alternative.",
    RevokeAlternative: lambda effect: "The back office would take the alternative back.",
    ReinstateService: lambda effect: "The back office would let the service go on.",
    RestartService: lambda effect: "The back office would take the service up again, as a new contract.",
    WithdrawCancellation: lambda effect: "The back office would not be asked for that any more.",
    SealRecord: lambda effect: f"The record {effect.number} would be sealed.",
    SendConfirmation: lambda effect: "The confirmation would go out by e-mail.",
    HandOff: lambda effect: "The conversation would wait for a person at the desk.",
    EndHandOff: lambda effect: "The conversation would wait for a person no more.",
    AwaitAnswer: lambda effect: f"The question would be asked once more after {effect.hours} hours.",
    MergeCase: lambda effect: "Two wishes to cancel the same service would become one.",
    OpenContinuation: lambda effect: "A code to go on elsewhere would be made; it works once.",
    PreferWay: lambda effect: effect.way and f"Confirmations would go by {effect.way} as well, from now on.",
    OptOut: lambda effect: "No more texts would go to this number.",
}
"""Effect -> what would be done, in words. Look-ups are answered at once and need none."""
