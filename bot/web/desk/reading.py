"""What the desk reads: queue, conversation, what is stuck, colleagues."""

from typing import get_args

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from bot.handoff import HandoffRefused, find_for_matching
from bot.web.desk.chat import chat, earlier
from bot.web.desk.queue import Filter, queue
from bot.web.desk.refusing import not_found, refused
from bot.web.desk.showing import day, money
from bot.web.desk.stuck import all_stuck
from bot.web.errors import ApiError
from bot.web.login import current_agent, current_staff, needs
from bot.wiring import Application
from dialogs.ids import ConversationId
from storage.errors import Erased


def reading_routes(app: Application) -> Blueprint:
    """GET queue, conversations, stuck, colleagues, customer, under /desk/api."""
    routes = Blueprint("reading", __name__, url_prefix="/desk/api")

    @routes.get("/queue")
    @needs("agent")
    def list_queue() -> ResponseReturnValue:
        which = _filter(request.args.get("filter", "waiting"))
        with app.database.read() as uow:
            return jsonify(queue(app, uow, current_staff(), which))

    @routes.get("/stuck")
    @needs("agent")
    def list_stuck() -> ResponseReturnValue:
        with app.database.read() as uow:
            return jsonify(items=all_stuck(uow, current_staff()))

    @routes.get("/conversations/<conversation>")
    @needs("agent")
    def show(conversation: str) -> ResponseReturnValue:
        before = request.args.get("before", type=int)
        wanted = ConversationId(conversation)
        try:
            with app.database.read() as uow:
                if before is None:
                    found = chat(app, uow, current_staff(), wanted)
                else:
                    found = earlier(uow, current_staff(), wanted, before)
        except Erased as error:
            raise ApiError(410, "erased", "This person's data was erased; nothing can be shown.") from error
        if found is None:
            raise not_found()
        return jsonify(found)

    @routes.get("/colleagues")
    @needs("agent")
    def colleagues() -> ResponseReturnValue:
        me = current_agent()
        with app.database.read() as uow:
            active = [each for each in uow.agents.of_brand(me.brand_id) if each.active]
        items = [{"id": each.id, "name": each.name, "me": each.id == me.id} for each in active]
        return jsonify(items=items)

    @routes.get("/customer")
    @needs("agent")
    def customer() -> ResponseReturnValue:
        try:
            account, asked = request.args.get("account", ""), request.args.get("conversation")
            conversation = None if asked is None else ConversationId(asked)
            found = find_for_matching(app, current_agent(), account, conversation)
        except HandoffRefused as error:
            raise refused(error) from error
        services = [
            {"name": each.name, "plan": each.plan, "status": each.status, "price": money(each.price)}
            | {"interval": each.interval, "started_on": day(each.started_on)}
            for each in found.services
        ]
        orders = [{"number": each.ref, "lines": [line.name for line in each.lines]} for each in found.orders]
        return jsonify(ref=found.customer.ref, name=found.customer.name, services=services, orders=orders)

    return routes


def _filter(name: str) -> Filter:
    for known in get_args(Filter):
        if name == known:
            return known  # type: ignore[no-any-return]
    raise ApiError(400, "bad_filter", f"filter is one of: {', '.join(get_args(Filter))}.")
