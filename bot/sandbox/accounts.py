"""The demo's accounts with their secrets: what a simulated provider knows of its customers."""

from dataclasses import dataclass

from bot.outbounds import account_of
from bot.wiring import Application
from channels.base import Account
from storage.repositories.brands import AccountRow, BrandRow


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """One account of a demo brand."""

    brand: BrandRow
    row: AccountRow
    account: Account

    def setting(self, name: str) -> str:
        """A setting or secret, empty when there is none."""
        return self.account.settings.get(name, "")


def demo_accounts(app: Application, kind: str) -> list[DemoAccount]:
    """All demo brands' accounts of a kind of channel, oldest first."""
    with app.database.read() as uow:
        brands = [brand for brand in uow.brands.all() if brand.demo]
        pairs = [(brand, row) for brand in brands for row in app.directory.accounts_of(uow, brand.id)]
    return [DemoAccount(brand, row, account_of(row)) for brand, row in pairs if row.kind == kind]


def account_of_brand(app: Application, kind: str, slug: str) -> DemoAccount | None:
    """The demo brand's first account of a kind; None when there is no such demo brand or account."""
    return next((each for each in demo_accounts(app, kind) if each.brand.slug == slug), None)
