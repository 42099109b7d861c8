"""Parameters and refusals that several operations share."""

from bot.web.openapi.operation import Parameter, Refusal

BRAND = Parameter("brand", "path", "The brand's short name.", {"type": "string"}, "demo")

UNKNOWN_BRAND = Refusal(404, "unknown_brand", "There is no such brand here.")
UNREADABLE = (Refusal(400, "bad_json", "Expected a JSON object."),)
WRONG_TYPE = Refusal(415, "not_json", "Expected a body with Content-Type: application/json.")
TOO_LARGE = Refusal(413, "request_entity_too_large", "The data value transmitted exceeds the capacity limit.")
BUSY = Refusal(503, "unavailable", "The service is busy; please send it again.", retry_after=2)
