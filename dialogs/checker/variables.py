"""What the variables of texts mean, for whoever writes texts. A test holds the table against what is said."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Variable:
    """`words` says what the values mean of a variable by which texts branch."""

    meaning: str
    words: Mapping[str, str] = field(default_factory=dict)


def _whether(what: str, none: str, some: str) -> Variable:
    return Variable(f"whether there is {what}: 0 or 1", {"0": none, "1": some})


VARIABLES: Mapping[str, Variable] = {
    "agent": Variable("the name of the person at the desk"),
    "amount": Variable("an amount of money"),
    "answer": Variable(
        "what became of the alternative",
        {"accepted": "accepted", "declined": "declined", "open": "not answered"},
    ),
    "addressee": Variable("whom a letter is to"),
    "brand": Variable("your brand's name"),
    "cause": Variable(
        "why the brand ends it",
        {"non_payment": "not paid for", "inactivity": "not used", "policy": "used against the terms"},
    ),
    "change": Variable("the alternative, in words"),
    "channel": Variable(
        "the channel on which the customer wrote, or went on",
        {"telegram": "on Telegram", "sms": "by text", "webchat": "in a browser", "other": "on another one"},
    ),
    "changed": _whether("another price than before", "the price of before", "another price than before"),
    "charged-on": Variable("the day on which something was charged"),
    "count": Variable("how many things"),
    "code": Variable("a code: six digits, or the letters and digits with which a chat is gone on with"),
    "confirmed": Variable("when the customer confirmed, with time and zone"),
    "day": Variable("a day"),
    "days": Variable("how many days"),
    "declared": Variable("when the wish to cancel came in, with time and zone"),
    "earliest": Variable(
        "what end was asked for", {"1": "the earliest possible end", "0": "a day or a cause may be named"}
    ),
    "end-date": Variable("the last day of the service"),
    "end-date-before": Variable("the last day that was confirmed, where another one holds by now"),
    "emergency": Variable("the emergency number of the country"),
    "ends-on": Variable("the day on which it ends"),
    "expected-on": Variable("the day by which money should be there"),
    "facts": Variable("what it is about, in the brand's words"),
    "fee": Variable("what cancelling costs"),
    "fee-before": Variable("the fee that was confirmed, where another one holds by now"),
    "fee-reason": Variable("why there is a fee", {"minimum-term": "minimum term", "none": "no reason given"}),
    "has-charge": _whether("a last charge", "no last charge", "a last charge"),
    "has-facts": _whether("something that it is about", "nothing said", "something said"),
    "has-fee": _whether("a fee", "no fee", "a fee"),
    "has-fee-before": _whether("a fee that was confirmed", "no fee confirmed", "a fee confirmed"),
    "has-free": _whether("a later end without a fee", "always a fee", "later without a fee"),
    "has-link": _whether("a label to print", "an address to send it to", "a label to print"),
    "has-listening": _whether(
        "a line that listens day and night", "no line that listens", "a line that listens"
    ),
    "has-minimum": _whether("a minimum term", "no minimum term", "a minimum term"),
    "has-refund": _whether("a refund", "no refund", "a refund"),
    "has-refund-before": _whether("a refund that was confirmed", "no refund confirmed", "a refund confirmed"),
    "has-return": _whether("something to send back", "nothing to send back", "something to send back"),
    "has-sms": _whether("a number for texts", "no text messages", "text messages"),
    "has-telegram": _whether("Telegram", "no Telegram", "Telegram"),
    "has-webchat": _whether("a web chat", "no web chat", "a web chat"),
    "has-undo": _whether("time to undo", "cannot be undone", "can be undone"),
    "free-date": Variable("the last day if it ends later, without a fee"),
    "had-undo": _whether("ever time to undo", "could never be undone", "could be undone before"),
    "interval": Variable("how often it is paid", {"month": "paid monthly", "year": "paid yearly"}),
    "interval-before": Variable(
        "how often it was paid before", {"month": "paid monthly before", "year": "paid yearly before"}
    ),
    "kind": Variable(
        "the kind of alternative",
        {
            "pause": "a pause",
            "discount": "a discount",
            "downgrade": "a smaller plan",
            "later_date": "a later date",
            "extension": "some time for nothing",
            "exchange": "another plan",
            "store_credit": "a credit",
        },
    ),
    "known-by": Variable(
        "how the customer was identified",
        {
            "code": "by a one-time code",
            "token": "signed in with the brand",
            "contact": "by a shared phone number",
            "agent": "by a person",
        },
    ),
    "label": Variable("where the label of a return is, or the address that it is sent to"),
    "languages": Variable("the languages that can be spoken here, each as it calls itself"),
    "last-charge": Variable("the last amount that is charged"),
    "last-charged-on": Variable("when it was charged"),
    "listening": Variable("the number of a line that listens to people in despair, day and night"),
    "lines": Variable("what becomes of each thing in the order, one below the other"),
    "lines-before": Variable("the same as it was confirmed, where something else holds by now"),
    "minimum-until": Variable("the last day of the minimum term"),
    "months": Variable("how many months the alternative lasts"),
    "notice-days": Variable("the notice period in days"),
    "number": Variable("the number of the confirmation"),
    "name": Variable("what the thing is called"),
    "order": Variable("the number of the order"),
    "pack": Variable("the short name of the jurisdiction whose rules were applied"),
    "paid-on": Variable("the day on which something was paid back"),
    "percent": Variable("the discount in per cent"),
    "plan": Variable("the name of the other plan"),
    "placed": Variable("the day on which it was ordered"),
    "price": Variable("the price per interval"),
    "price-after": Variable("the price when the alternative is over"),
    "price-before": Variable("the price until the alternative begins, or before the service had ended"),
    "quantity": Variable("how many of it"),
    "reason": Variable(
        "why there is this amount",
        {
            "minimum-term": "minimum term",
            "unused-time": "unused time",
            "withdrawal": "withdrawn from",
            "none": "no reason",
        },
    ),
    "refused": Variable("how many things cannot be cancelled"),
    "return": Variable("the number of the return"),
    "return-by": Variable("the day by which things are to be sent back"),
    "rule": Variable(
        "why it is so",
        {
            "sent-already": "sent already",
            "digital": "digital",
            "custom-made": "made for the customer",
            "return-period-over": "the time for returning is over",
            "none": "no rule named",
        },
    ),
    "refund": Variable("what is paid back"),
    "refund-before": Variable("what was confirmed to be paid back, where it is another amount by now"),
    "refund-reason": Variable(
        "why it is paid back",
        {"unused-time": "unused time", "withdrawal": "withdrawn from", "none": "no reason given"},
    ),
    "remains": Variable(
        "what is left to do for the customer",
        {"return-equipment": "equipment to return", "nothing": "nothing to return"},
    ),
    "side": Variable(
        "whom the balance favours",
        {"brand": "the brand", "customer": "the customer", "even": "nobody"},
    ),
    "sent": Variable("when it was last sent, with time and zone"),
    "service": Variable("the name of the service"),
    "sms": Variable("the number to which the code is texted"),
    "starts-on": Variable("the day from which the alternative holds, or a service runs again"),
    "subject": Variable("what the code is for, such as: your contract"),
    "task": Variable(
        "what is left to do", {"return-equipment": "equipment to return", "nothing": "nothing to return"}
    ),
    "telegram": Variable("the link with which the chat goes on on Telegram"),
    "undo-day": Variable("the last day on which the change can be taken back"),
    "url": Variable("an address on the web"),
    "undo-until": Variable("until when it can be undone, with time and zone"),
    "withdraw-until": Variable("the last day on which the new contract can be withdrawn from"),
    "withdrawal-days": Variable(
        "so many days the law gives to withdraw from a new contract; 0 where it prescribes none",
        {"0": "no right of withdrawal prescribed", "14": "a right of withdrawal"},
    ),
    "wait": Variable(
        "how long a person takes to answer",
        {"minutes": "within minutes", "hours": "within hours", "later": "on the next working day"},
    ),
    "why": Variable("what a person of the brand wrote as the reason"),
    "webchat": Variable("the link with which the chat goes on in a browser"),
    "words": Variable("words that are repeated exactly: a law's, or the customer's own"),
}


def meaning_of(name: str) -> str:
    """What a variable means, in words."""
    known = VARIABLES.get(name)
    return known.meaning if known else name.replace("-", " ")


def words_of(name: str, value: object) -> str:
    """What a branch is about: `has-fee` with 0 is "no fee"."""
    known = VARIABLES.get(name)
    return known.words.get(str(value), f"{name}: {value}") if known else f"{name}: {value}"
