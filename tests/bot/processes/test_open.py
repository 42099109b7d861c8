"""What a process opens."""

from dataclasses import replace
from pathlib import Path

from bot.backoffice.breaker import GuardedOffice
from bot.backoffice.choosing import SETTING
from bot.backoffice.http.client import HttpBackOffice
from bot.backoffice.local import LocalBackOffice
from bot.processes.open import open_application
from bot.settings import read_settings


def test_a_brand_s_new_choice_is_taken_over(seeded_sqlite: str, tmp_path: Path) -> None:
    """As soon as the directory looks again, which is within seconds."""
    (tmp_path / "key").write_text("the key that brand and Cancelbot share", encoding="utf-8")
    settings = replace(
        read_settings({"CANCELBOT_DATABASE_URL": seeded_sqlite, "CANCELBOT_DATA": str(tmp_path)}),
        master_keys={"1": b"h" * 32},
    )
    app = open_application(settings, demo=True)
    with app.database.read() as uow:
        brand = app.directory.brand_named(uow, "demo")
    assert brand is not None
    assert isinstance(app.office_of(brand), LocalBackOffice)

    choice = {"kind": "http", "url": "https://shop.example", "key": f"file:{tmp_path}/key"}
    with app.database.write() as uow:
        uow.brands.save(replace(brand, settings={**brand.settings, SETTING: choice}))
    app.directory.forget()
    with app.database.read() as uow:
        brand = app.directory.brand_named(uow, "demo")
    assert brand is not None
    office = app.office_of(brand)

    assert isinstance(office, GuardedOffice)
    assert isinstance(office.guards, HttpBackOffice)
    office.guards.close()
    app.database.close()
