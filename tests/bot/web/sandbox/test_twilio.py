"""Twilio's side, called by the real library."""

import base64
from datetime import UTC, datetime

import pytest

from bot.sandbox.posting import twilio_post, twilio_signature
from channels.base import Outgoing, StatusReport, Unreachable, WebhookRequest
from channels.sms.inbound import SmsInbound
from channels.sms.outbound import SmsOutbound
from tests.bot.web.sandbox.asking import outbox, post_form, text
from tests.bot.web.sandbox.demo import Demo


def login(demo: Demo, password: str = "") -> dict[str, str]:
    ours = demo.account("sms")
    name = ours.setting("account_sid")
    secret = f"{name}:{password or ours.setting('auth_token')}"
    return {"Authorization": f"Basic {base64.b64encode(secret.encode()).decode()}"}


def address(demo: Demo) -> str:
    return f"/sandbox/twilio/2010-04-01/Accounts/{demo.account('sms').setting('account_sid')}/Messages.json"


def form(demo: Demo, number: str, **changes: str) -> dict[str, str]:
    return {"To": number, "From": demo.account("sms").row.address, "Body": "Hello", **changes}


def test_a_text_is_taken_and_listed(demo: Demo, number: str) -> None:
    sent = demo.outbound("sms").send(Outgoing(number, "Your code is 123456"))

    assert sent.message_id.startswith("SM")
    (listed,) = outbox(demo, number)
    assert listed["channel"] == "sms"
    assert listed["text"] == "Your code is 123456"
    assert listed["buttons"] == []


def test_the_sender_is_the_real_one(demo: Demo) -> None:
    assert isinstance(demo.outbound("sms"), SmsOutbound)


def test_segments_are_counted(demo: Demo, number: str) -> None:
    assert demo.outbound("sms").send(Outgoing(number, "x" * 161)).segments == 2


def test_a_message_of_a_messaging_service(demo: Demo, number: str) -> None:
    service = "MG" + "0" * 32
    demo.change_account("sms", messaging_service_sid=service)
    answer = post_form(
        demo,
        address(demo),
        {"To": number, "Body": "Hello", "MessagingServiceSid": service},
        **login(demo),
    )
    demo.change_account("sms", messaging_service_sid="")

    assert answer.status == 201
    assert (answer.json["from"], answer.json["messaging_service_sid"]) == (None, service)
    assert (answer.json["num_segments"], answer.json["status"]) == ("0", "accepted")


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"To": ""}, 400, 21604),
        ({"To": "0171"}, 400, 21211),
        ({"Body": ""}, 400, 21602),
        ({"Body": "x" * 1601}, 400, 21617),
        ({"Body": "😀" * 801}, 400, 21617),
        ({"From": ""}, 400, 21603),
        ({"From": "+15550000000"}, 400, 21606),
        ({"MessagingServiceSid": "MG" + "9" * 32}, 404, 21705),
        ({"StatusCallback": "https://elsewhere.example/x"}, 400, 21609),
        ({"Colour": "red"}, 400, 20001),
    ],
)
def test_what_twilio_refuses(
    demo: Demo, number: str, changes: dict[str, str], status: int, code: int
) -> None:
    answer = post_form(demo, address(demo), form(demo, number, **changes), **login(demo))

    assert (answer.status, answer.json["code"], answer.json["status"]) == (status, code, status)
    assert answer.json["more_info"].endswith(str(code))
    assert outbox(demo, number) == []


def test_a_wrong_token_is_refused(demo: Demo, number: str) -> None:
    answer = post_form(demo, address(demo), form(demo, number), **login(demo, "wrong"))

    assert (answer.status, answer.json["code"]) == (401, 20003)


def test_without_a_log_in(demo: Demo, number: str) -> None:
    assert post_form(demo, address(demo), form(demo, number)).status == 401


def test_somebody_elses_account(demo: Demo, number: str) -> None:
    elsewhere = "/sandbox/twilio/2010-04-01/Accounts/AC1/Messages.json"

    assert post_form(demo, elsewhere, form(demo, number), **login(demo)).status == 404


def test_after_stop_nothing_more_arrives_until_start(demo: Demo, number: str) -> None:
    outbound = demo.outbound("sms")
    text(demo, number, "stop")

    with pytest.raises(Unreachable) as refused:
        outbound.send(Outgoing(number, "Are you still there?"))
    assert (refused.value.code, refused.value.opted_out) == ("21610", True)
    text(demo, number, "START")
    outbound.send(Outgoing(number, "Welcome back"))

    assert [each["text"] for each in outbox(demo, number)] == ["Welcome back"]


def test_one_phones_opt_out_is_no_other_phones(demo: Demo, number: str) -> None:
    text(demo, "+491713920049", "STOP")

    demo.outbound("sms").send(Outgoing(number, "Hello"))


def test_a_signature_passes_twilios_own_validator(demo: Demo) -> None:
    settings, ours = demo.app.settings, demo.account("sms")
    number = ours.row.address
    report = {"MessageSid": "SM1", "MessageStatus": "delivered", "To": "+15550002000", "From": number}
    made = twilio_post(settings, "/webhooks/sms/demo", report, ours.setting("auth_token"))
    request = WebhookRequest("POST", f"{settings.base_url}/webhooks/sms/demo", made.headers, made.body)

    (parsed,) = SmsInbound(ours.account).verify_and_parse(request, datetime.now(UTC))

    assert isinstance(parsed, StatusReport)
    assert parsed.state == "delivered"


def test_the_signature_of_twilios_documentation() -> None:
    """The example of https://www.twilio.com/docs/usage/security, worked out there."""
    url = "https://mycompany.com/myapp.php?foo=1&bar=2"
    posted = {
        "CallSid": "CA1234567890ABCDE",
        "Caller": "+14158675309",
        "Digits": "1234",
        "From": "+14158675309",
        "To": "+18005551212",
    }

    assert twilio_signature("12345", url, posted) == "RSOYDt4T1cUTdK1PDd93/VVr8B8="
