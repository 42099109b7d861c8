"""The HTTP contract as OpenAPI 3.1, at `/openapi.json`, and as a page for people, at `/docs`.

Here belong the models of requests and answers, what each route says and may
refuse, and examples. They only describe: what is checked and answered is written
in `bot.web.chat`, `bot.web.webhooks`, `bot.web.endings`, `bot.web.mails` and `bot.web.health`; tests hold
both together. Pages for the staff and the sandbox's own pages are no part of it.
"""

from bot.web.openapi.document import document
from bot.web.openapi.routes import openapi_routes

__all__ = ["document", "openapi_routes"]
