"""Who may see the demo's pages: whoever sits at this machine, and only where there is a demo."""

from urllib.parse import urlsplit

from flask import Blueprint, request

from bot.sandbox.accounts import DemoAccount, account_of_brand
from bot.sandbox.wiring import LOOPBACK
from bot.web.errors import ApiError
from bot.web.security import same_origin
from bot.wiring import Application
from storage.repositories.brands import BrandRow


def only_in_the_demo(routes: Blueprint, app: Application) -> None:
    """Answer 404 off the loopback and without a demo brand, and 403 to what another site's page sends."""

    @routes.before_request
    def _guard() -> None:
        if not app.settings.is_loopback or _host() not in LOOPBACK or not demo_brands(app):
            raise not_here()
        if request.method not in ("GET", "HEAD") and not same_origin():
            raise ApiError(403, "cross_site", "This request must come from a page of this site.")


def _host() -> str | None:
    try:
        return urlsplit(f"//{request.host}").hostname
    except ValueError:
        return None


def demo_brands(app: Application) -> list[BrandRow]:
    """The brands that are a demo."""
    with app.database.read() as uow:
        return [brand for brand in uow.brands.all() if brand.demo]


def wanted_brand(app: Application) -> BrandRow:
    """The demo brand that `brand` names, `demo` unless told. Raises `ApiError` 404."""
    slug = request.args.get("brand", "demo")
    found = next((brand for brand in demo_brands(app) if brand.slug == slug), None)
    if found is None:
        raise not_here()
    return found


def wanted_account(app: Application, kind: str) -> DemoAccount:
    """The wanted brand's first account of that kind. Raises `ApiError` 404."""
    found = account_of_brand(app, kind, wanted_brand(app).slug)
    if found is None:
        raise ApiError(404, "no_account", f"The brand has no {kind} account; give it one to see it here.")
    return found


def not_here() -> ApiError:
    """As for any address that does not exist."""
    return ApiError(404, "not_found", "There is no such page here.")
