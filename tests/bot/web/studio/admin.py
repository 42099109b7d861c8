"""An admin at the studio, as a browser that sends forms."""

import re
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dialogs.packaged import packaged_script

HTML = {"Accept": "text/html"}
SERVICE = packaged_script("service")
TRAP = (Path(__file__).parent / "trap.yaml").read_text(encoding="utf-8")
"""A script in which nobody can cancel."""
OTHER = SERVICE.replace("{confirm: receipt, keep: kept}", "{confirm: receipt, keep: rest}")
"""A sound script unlike the one that ships."""
SHORT = "welcome = Hi! What can I do for you?\n"


class Admin:
    """Somebody of the staff who is logged in."""

    def __init__(self, client: FlaskClient, name: str = "admin", password: str = "demo-admin-2026") -> None:
        self.client = client
        answer = client.post("/login", data={"email": name, "password": password, "brand": "demo"})
        assert answer.status_code == 303, answer.get_data(as_text=True)
        session = client.get("/studio/revisions", headers=HTML).get_data(as_text=True)
        found = re.search(r'<meta name="csrf-token" content="([^"]+)">', session)
        assert found is not None
        self.csrf = found[1]

    def get(self, path: str) -> TestResponse:
        return self.client.get(f"/studio/{path}", headers=HTML)

    def page(self, path: str) -> str:
        """A page that is there."""
        answer = self.get(path)
        assert answer.status_code == 200, answer.get_data(as_text=True)
        return answer.get_data(as_text=True)

    def post(self, path: str, **form: str) -> TestResponse:
        return self.client.post(f"/studio/{path}", data={"csrf": self.csrf, **form}, headers=HTML)

    def post_json(self, path: str, body: Any) -> TestResponse:
        return self.client.post(f"/studio/{path}", json=body, headers={"X-CSRF-Token": self.csrf})

    def save(self, source: str, locale: str = "en", **form: str) -> TestResponse:
        name = source.split("=")[0].strip()
        return self.post(f"texts/{name}/{locale}", source=source, **form)

    def seen(self) -> dict[str, str]:
        """The hidden fields of the publish page: which revisions it shows."""
        fields = re.findall(r'name="(published|draft)" value="(\d+)"', self.page("publish"))
        return dict(fields)

    def publish(self, message: str = "Shorter", **seen: str) -> TestResponse:
        return self.post("publish", message=message, **(seen or self.seen()))

    def save_script(self, source: str, **form: str) -> TestResponse:
        return self.post("script", source=source, **form)

    def proofs(self) -> str:
        """What is known of the draft's proofs once they have been run."""
        while 'data-standing="running"' in (page := self.page("proofs")):
            pass  # each request waits for them
        return page
