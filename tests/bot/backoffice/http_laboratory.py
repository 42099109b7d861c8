"""A brand's own system behind HTTP, to be filled by a test: the built-in one answers on the brand's side."""

from __future__ import annotations

import pytest

from bot.backoffice.http.client import HttpBackOffice
from bot.lines.address import address_of
from storage.database import Database
from tests.bot.backoffice.http_reference import Reference, ReferenceServer
from tests.bot.backoffice.local_laboratory import LocalLaboratory

KEY = "the key that brand and Cancelbot share"


class HttpLaboratory(LocalLaboratory):
    """What it fills is the brand's side; `office` is our client to it."""

    def __init__(self, database: Database, server: ReferenceServer) -> None:
        super().__init__(database)
        self.reference = server.brands[self.brand.slug] = Reference(self.local, KEY)
        self.url = f"{server.url}/{self.brand.slug}"
        self.client = HttpBackOffice(address_of(self.url), KEY)
        self.office = self.client

    @classmethod
    def over_loopback(cls, request: pytest.FixtureRequest) -> HttpLaboratory:
        made = cls(request.getfixturevalue("sqlite_database"), request.getfixturevalue("reference_server"))
        request.addfinalizer(made.close)
        return made

    def close(self) -> None:
        self.reference.behave()
        self.client.close()
