"""Sending a transcript's message to its address."""

from bot.calling.calls import call_instead
from bot.consents import opt_out
from bot.deliver.settle import Done, Follow, Later, Never, Result, Unwanted, perhaps_sent
from bot.effects import ACKNOWLEDGE_PRESS, SEND_MESSAGE, SendMessage
from bot.outbounds import Outbounds
from bot.reports import mark_sent
from bot.transcript import Body, opened
from bot.wiring import Application
from channels.base import Button, OutcomeUnknown, Outgoing, Refused, SendError, TryLater, Unreachable
from channels.registry import CHANNELS
from dialogs.ids import AddressId, BrandId, ConversationId, EffectId
from storage.repositories.brands import AccountRow
from storage.repositories.contacts import AddressRow
from storage.repositories.effects import Claimed, EffectRow
from storage.repositories.messages import Delivery
from storage.unit_of_work import UnitOfWork


def send_message(app: Application, outbounds: Outbounds, claimed: Claimed) -> Result:
    """Send one message. An interrupted one is sent once more, identical: prompts and receipts may repeat.

    Who opted out is sent nothing, but for what `_is_allowed` lets through. Nor is anything tried where an
    earlier message did not arrive, until the person writes again; an agent's words are tried all the same.
    """
    effect = claimed.effect
    payload = SEND_MESSAGE.validate_json(effect.payload)
    with app.database.read() as uow:
        address = uow.contacts.address(effect.brand_id, AddressId(payload.address))
        body = _body(uow, effect.brand_id, payload)
        account = None if address is None else app.directory.account(uow, address.account_id)
        slug = app.directory.brand(uow, effect.brand_id).slug
        allowed = address is None or account is None or _is_allowed(uow, account, address, body, payload)
    if address is None or account is None or body is None:
        return Unwanted("the address or the message is gone")
    if not allowed:
        reason = "the person opted out of messages here"
        return _by_another_way(app, effect, reason, _marked(effect.id, "dropped"))
    if address.unreachable_at is not None and body.purpose != "agent":
        return _by_another_way(app, effect, "messages do not arrive there", _marked(effect.id, "failed"))
    return _send(app, outbounds, claimed, account, address, body, slug)


def acknowledge_press(app: Application, outbounds: Outbounds, claimed: Claimed) -> Result:
    """Stop the spinner on a pressed button. Worth one try: the provider forgets it within seconds."""
    effect = claimed.effect
    payload = ACKNOWLEDGE_PRESS.validate_json(effect.payload)
    with app.database.read() as uow:
        address = uow.contacts.address(effect.brand_id, AddressId(payload.address))
        account = None if address is None else app.directory.account(uow, address.account_id)
    if address is None or account is None:
        return Unwanted("the address is gone")
    try:
        outbounds.of(account).send(
            Outgoing(to=address.sender, text="", key=effect.key, callback_id=payload.callback_id)
        )
    except SendError as error:
        return Unwanted(error.reason)
    return Done()


def _body(uow: UnitOfWork, brand: BrandId, payload: SendMessage) -> Body | None:
    rows = uow.messages.since(brand, ConversationId(payload.conversation), payload.number - 1, limit=1)
    return opened(rows)[0].body if rows and rows[0].number == payload.number else None


def _is_allowed(
    uow: UnitOfWork, account: AccountRow, address: AddressRow, body: Body | None, payload: SendMessage
) -> bool:
    """Whether a message may go to its address, opted out or not.

    Where the provider knows opt-out words (SMS), only the first confirmation of
    the opt-out goes: none that follows another with nothing sent in between.
    START is the way back. Elsewhere there is no such word: whoever writes again
    after the opt-out wants an answer, and gets all that follows what they wrote.
    """
    since = address.opted_out_at
    if since is None:
        return True
    confirms = body is not None and body.purpose == "opt_out"
    is_strict = bool(CHANNELS[account.kind].capabilities.reserved_words)
    if is_strict and not confirms:
        return False
    earlier = uow.messages.before(address.brand_id, ConversationId(payload.conversation), payload.number)
    if is_strict:
        reached = [each.body for each in opened(earlier) if each.delivery in ("sent", "delivered", "unknown")]
        return not reached or reached[-1].purpose != "opt_out"
    return confirms or any(each.direction == "in" and each.at > since for each in earlier)


def _send(
    app: Application,
    outbounds: Outbounds,
    claimed: Claimed,
    account: AccountRow,
    address: AddressRow,
    body: Body,
    slug: str,
) -> Result:
    effect = claimed.effect
    outgoing = Outgoing(
        to=address.sender,
        text=body.sent or body.text,
        buttons=tuple(Button(c.id, c.label, c.kind, c.url) for c in body.choices),
        key=effect.key,
        status_url=f"{app.settings.base_url}/webhooks/{account.kind}/{slug}",
    )
    try:
        sent = outbounds.of(account).send(outgoing)
    except TryLater as error:
        return Later(error.reason, retry_after=error.retry_after, given_up=_marked(effect.id, "failed"))
    except OutcomeUnknown as error:
        return perhaps_sent(effect, error.reason, _marked(effect.id, "unknown"))
    except Unreachable as error:
        follow = _unreachable(app, effect.id, address, error.opted_out)
        return _by_another_way(app, effect, error.reason, follow)
    except Refused as error:
        return Never(error.reason, _marked(effect.id, "failed"))
    return Done(_sent(app, effect, sent.message_id), provider_ref=sent.message_id)


def _by_another_way(app: Application, effect: EffectRow, reason: str, follow: Follow) -> Result:
    """What cannot arrive here. Receipts go by mail as well, and where they cannot, by phone."""

    def then(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        call_instead(uow, effect, reason, app.clock())
        return follow(uow)

    return Unwanted(reason, then)


def _sent(app: Application, effect: EffectRow, message_id: str) -> Follow:
    def follow(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        mark_sent(uow, effect, message_id, app.clock())
        return ()

    return follow


def _marked(effect: EffectId, delivery: Delivery) -> Follow:
    def follow(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        uow.messages.set_delivery(effect, delivery)
        return ()

    return follow


def _unreachable(app: Application, effect: EffectId, address: AddressRow, opted_out: bool) -> Follow:
    """Remember it, so that nothing more is tried; receipts go by mail anyway."""

    def follow(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        uow.messages.set_delivery(effect, "failed")
        if opted_out:
            channel = app.directory.account(uow, address.account_id).kind
            opt_out(uow, address, channel, "provider", None, app.clock())
        else:
            uow.contacts.set_unreachable(address.brand_id, address.id, app.clock())
        return ()

    return follow
