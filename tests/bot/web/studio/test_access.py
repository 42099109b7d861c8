"""Admins only, from the studio's own pages only, and only their own brand."""

from collections.abc import Callable

import pytest

from bot.publishing import publish_packaged
from dialogs.ids import BrandId
from tests.bot.web.chat.house import NOW, House
from tests.bot.web.studio.admin import HTML, SHORT, Admin

PAGES = [
    "",
    "flow",
    "script",
    "texts",
    "texts/welcome/en",
    "try",
    "publish",
    "revisions",
    "scripts/service/texts",
]
CHANGES = [
    "texts/welcome/en",
    "texts/welcome/en/check",
    "texts/welcome/en/restore",
    "try/turn",
    "script",
    "script/check",
    "script/restore",
    "scripts/service/script",
    "scripts/service/add",
    "proofs",
    "revisions/none/move",
    "publish",
    "discard",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_shown_to_admins(admin: Admin, path: str) -> None:
    assert 'aria-current="page"' in admin.page(path)


@pytest.mark.parametrize("path", PAGES)
def test_agents_are_refused(studio: House, path: str) -> None:
    client = studio.client()
    client.post("/login", data={"email": "alex", "password": "demo-alex-2026", "brand": "demo"})

    assert client.get(f"/studio/{path}", headers=HTML).status_code == 403


@pytest.mark.parametrize("path", CHANGES)
def test_agents_change_nothing(studio: House, path: str) -> None:
    client = studio.client()
    client.post("/login", data={"email": "alex", "password": "demo-alex-2026", "brand": "demo"})

    assert client.post(f"/studio/{path}").status_code == 403


@pytest.mark.parametrize("path", PAGES)
def test_strangers_log_in_first(studio: House, path: str) -> None:
    answer = studio.client().get(f"/studio/{path}", headers=HTML)

    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/login?next=/studio/")


@pytest.mark.parametrize("path", CHANGES)
def test_a_form_of_another_site_changes_nothing(
    admin: Admin, revisions: Callable[[], int], path: str
) -> None:
    before = revisions()

    without = admin.client.post(f"/studio/{path}", data={"source": SHORT})
    foreign = admin.client.post(
        f"/studio/{path}",
        data={"csrf": admin.csrf, "source": SHORT},
        headers={"Sec-Fetch-Site": "cross-site"},
    )

    assert (without.status_code, foreign.status_code) == (403, 403)
    assert revisions() == before


def test_revisions_of_another_brand_are_not_there(studio: House, admin: Admin) -> None:
    theirs = a_revision_of_another_brand(studio)

    assert admin.get(f"revisions/{theirs}").status_code == 404
    assert admin.get(f"revisions/{theirs}/published").status_code == 404
    assert admin.post(f"revisions/{theirs}/publish", published="1").status_code == 404
    assert admin.get(f"revisions/{own_revision(studio)}?with={theirs}").status_code == 404


def own_revision(studio: House) -> str:
    with studio.app.database.read() as uow:
        row = uow.revisions.published(studio.brand.id, "service")
    assert row is not None
    return row.id


def a_revision_of_another_brand(studio: House) -> str:
    with studio.app.database.write() as uow:
        other = uow.brands.add(
            slug="other",
            name="Other",
            zone="Europe/Berlin",
            currency="EUR",
            locale="en",
            locales=["en"],
            pack="none",
            record_prefix="OT",
            now=NOW,
        )
        return publish_packaged(uow, BrandId(other.id), "Somebody", NOW).id


@pytest.mark.parametrize("path", ["texts/nothing-like-it/en", "texts/welcome/it", "revisions/none"])
def test_what_is_not_there_is_told(admin: Admin, path: str) -> None:
    answer = admin.get(path)

    assert answer.status_code == 404
    assert 'href="/studio/"' in answer.text


def test_an_address_that_does_not_exist_is_a_page_with_a_way_back(admin: Admin) -> None:
    answer = admin.get("nothing/like/it")

    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert "There is no such page" in answer.text
    assert 'class="button primary" href="/studio/"' in answer.text


def test_programs_read_json_at_an_address_that_does_not_exist(admin: Admin) -> None:
    for path in ("/studio/nothing", "/desk/nothing", "/nothing"):
        answer = admin.client.get(path)
        assert answer.status_code == 404
        assert answer.get_json()["error"]["code"] == "not_found"
