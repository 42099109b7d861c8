"""A mail comes in, whoever brings it: the mail server by the command, a relay by the brand's API."""

from bot.mails.taking import domain_of, take_mail
from bot.outbounds import mail_account
from bot.receive.inbox import again_on_conflict
from bot.wiring import Application
from channels.email.incoming import Said
from dialogs.ids import BrandId


def receive_mail(app: Application, brand: BrandId, raw: bytes) -> Said:
    """Put on disk what follows from it, if anything does; what it says. Raises NoMail."""

    def work() -> Said:
        with app.database.write() as uow:
            domain = domain_of(mail_account(uow.accounts.of_brand(brand)))
            return take_mail(uow, brand, domain, raw, app.clock()).said

    return again_on_conflict(work)
