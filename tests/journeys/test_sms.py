"""A customer cancels by SMS, on the sandbox's phone, whose requests are signed as the provider signs them."""

from tests.journeys.calling import done
from tests.journeys.people import Phone, Visitor, code_to, mail_about, record_number
from tests.journeys.running import Running
from tests.journeys.tables import forget_opt_outs
from tests.journeys.waiting import until

ADA = "+491713920001"
ADAS_MAIL = "ada.sommer@example.com"


def test_cancelled_by_digits_down_to_the_receipt(demo: Running) -> None:
    phone = Phone.of(demo, ADA)
    phone.text("I want to cancel")
    phone.text(phone.digit_for(phone.received("account number"), "Use this phone number"))
    phone.text(code_to(demo, ADA))
    phone.text(phone.digit_for(phone.received("pause"), "No, cancel"))
    phone.text(phone.digit_for(phone.received("Confirm the cancellation?"), "Confirm"))

    receipt = phone.received("Accepted: ")
    done_then = phone.received("Done: ")

    assert receipt["id"] < done_then["id"]
    number = record_number(receipt["text"])
    mail = mail_about(demo, ADAS_MAIL, number)
    assert [file["name"] for file in mail["attachments"]] == [
        f"{number}.json",
        f"{number}.tlog-proof",
        f"{number}.pdf",
    ]


def test_a_bare_cancel_opts_out_and_declares_and_the_web_goes_on_with_it(demo: Running) -> None:
    phone = Phone.of(demo, ADA)
    phone.text("CANCEL")
    ada = Visitor.of(demo, "BL-1001")
    opened = ada.answer["messages"][0]["at"]
    ada.say("I want to cancel")
    declared = ada.answer["case"]["declared_at"]
    ada.press()
    ada.press()

    assert mail_about(demo, ADAS_MAIL, ada.answer["record"]["number"])
    assert until(lambda: ada.state()["case"]["status"] == "reconciled", "done in the back office")

    texts = phone.thread()
    assert [each["by"] for each in texts] == ["owner", "provider"]
    assert "/chat/demo/" in texts[1]["text"]
    assert declared < opened, "the declaration's time is that of the text"
    assert ada.state()["case"]["declared_at"] == declared


def test_who_opted_out_gets_the_code_by_mail(demo: Running) -> None:
    Phone.of(demo, ADA).text("STOP")
    ada = Visitor.of(demo)
    ada.say("I want to cancel")
    ada.say("BL-1001")

    ada.say(code_to(demo, ADAS_MAIL))

    assert "pause" in ada.said


def test_whom_only_the_provider_knows_to_have_opted_out_gets_the_code_by_mail(demo: Running) -> None:
    """The provider answers 21610: we never heard of the opt-out, for it came before we were asked."""
    phone = Phone.of(demo, ADA)
    phone.text("STOP")
    forget_opt_outs(demo)
    ada = Visitor.of(demo)
    ada.say("I want to cancel")
    ada.say("BL-1001")

    ada.say(code_to(demo, ADAS_MAIL))

    assert "pause" in ada.said
    assert [each["by"] for each in phone.thread()][-1] == "refused"


def test_start_takes_the_opt_out_back(demo: Running) -> None:
    phone = Phone.of(demo, ADA)
    phone.text("STOP")
    phone.text("START")
    phone.text("I want to cancel")

    assert phone.received("account number")
    assert not done(phone.caller.get("/sandbox/phone/thread", number=ADA))["opted_out"]
