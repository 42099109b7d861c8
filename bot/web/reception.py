"""Who a chat request is for and from: brand, session, vouched customer, or what was expected instead."""

from typing import Any

from flask import Response, request

from bot.chats import Visitor, conversation_of, has_conversation, sender_of
from bot.identification.tokens import TokenRefused, Vouched, read_token
from bot.outbounds import account_of
from bot.web.errors import ApiError
from bot.web.security import PAGE_HEADER, require_own_page
from bot.wiring import Application
from storage.repositories.brands import AccountRow, BrandRow
from storage.repositories.conversations import ConversationRow

COOKIE_DAYS = 30


class Reception:
    """Finds the brand, the session and the vouched customer of a request, or says what was expected."""

    def __init__(self, app: Application) -> None:
        self._app = app

    def brand(self, slug: str) -> tuple[BrandRow, AccountRow]:
        """Raises ApiError 404 for an unknown brand or one without web chat."""
        with self._app.database.read() as uow:
            brand = self._app.directory.brand_named(uow, slug)
            accounts = [] if brand is None else self._app.directory.accounts_of(uow, brand.id)
        account = next((each for each in accounts if each.kind == "webchat"), None)
        if brand is None or account is None:
            raise ApiError(404, "unknown_brand", "There is no such brand here.")
        return brand, account

    def vouched(self, brand: BrandRow, account: AccountRow, identity: Any) -> Vouched | None:
        """Raises ApiError 401 for a token that vouches for nobody."""
        if identity is None:
            return None
        if not isinstance(identity, str):
            raise ApiError(400, "bad_identity", "identity must be a text: a signed token (JWT, HS256).")
        key = account_of(account).settings.get("token_key")
        if not key:
            raise ApiError(401, "identity_refused", "This brand has no key for identity tokens.")
        try:
            return read_token(identity, key, brand.slug, self._app.clock())
        except TokenRefused as error:
            raise ApiError(401, "identity_refused", f"{error}.") from error

    def token(self, slug: str) -> tuple[str, bool]:
        """The session's token, and whether it came as a cookie. Raises ApiError 401, 403."""
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() == "bearer" and token:
            return token.strip(), False
        cookie = request.cookies.get(self._cookie_name(slug))
        if not cookie:
            raise ApiError(401, "no_session", "Expected a session: the token from POST sessions as Bearer.")
        if request.method != "GET":
            require_own_page()
        return cookie, True

    def session(self, slug: str, *, required: bool = True) -> ConversationRow | None:
        _, account = self.brand(slug)
        try:
            token, _ = self.token(slug)
        except ApiError:
            if required:
                raise
            return None
        with self._app.database.read() as uow:
            return conversation_of(uow, Visitor(account, sender_of(token)))

    def is_own_page(self) -> bool:
        """Whether our own page asks, and no program. Raises ApiError 403 for another site's page."""
        asks_as_page = {PAGE_HEADER, "Sec-Fetch-Site", "Origin"}.intersection(request.headers.keys())
        if asks_as_page:
            require_own_page()
        return bool(asks_as_page)

    def script(self, brand: BrandRow, wanted: Any) -> str | None:
        """Which script a chat shall follow; None for the brand's front one.

        Raises ApiError 400, 404 for what the brand has not published.
        """
        if wanted is None:
            return None
        if not isinstance(wanted, str):
            raise ApiError(400, "bad_script", "script must be the name of a published script.")
        with self._app.database.read() as uow:
            row = uow.revisions.published(brand.id, wanted)
        if row is None:
            raise ApiError(404, "unknown_script", "The brand has published no such script.")
        return row.script

    def follows(self, conversation: ConversationRow, script: str | None) -> bool:
        """Whether the chat is one about that; without a name any will do."""
        if script is None or conversation.revision_id is None:
            return script is None
        with self._app.database.read() as uow:
            row = uow.revisions.get(conversation.brand_id, conversation.revision_id)
        return row is not None and row.script == script

    def going_on(
        self, slug: str, vouched: Vouched | None, script: str | None, *, brings_code: bool = False
    ) -> ConversationRow | None:
        """The cookie's conversation: where the page vouches for the same customer, or a code is brought."""
        if (vouched is None and not brings_code) or not request.cookies.get(self._cookie_name(slug)):
            return None
        found = self.session(slug, required=False)
        if found is None or not self.follows(found, script):
            return None
        if vouched is None:
            return None if found.status == "closed" else found
        with self._app.database.read() as uow:
            contact = uow.contacts.get(found.brand_id, found.contact_id)
        return found if contact is not None and contact.customer_ref == vouched.customer else None

    def need_session(self, slug: str) -> ConversationRow:
        """Raises ApiError 401 for a token that no chat here has."""
        found = self.session(slug)
        if found is None:
            raise _no_session()
        return found

    def need_chat(self, visitor: Visitor) -> None:
        """The same for somebody whose token was read already, without reading the chat itself."""
        with self._app.database.read() as uow:
            if not has_conversation(uow, visitor):
                raise _no_session()

    def origin(self, brand: BrandRow) -> str:
        """A keyed hash of the visitor's network address: limits need it, nothing else may know it."""
        with self._app.database.read() as uow:
            return uow.vault.blind_index(brand.id, "origin", request.remote_addr or "").hex()[:24]

    def set_cookie(self, response: Response, brand: BrandRow, token: str) -> None:
        https = self._app.settings.base_url.startswith("https:")
        response.set_cookie(
            self._cookie_name(brand.slug),
            token,
            max_age=COOKIE_DAYS * 86_400,
            httponly=True,
            secure=https,
            # Brands embed the chat from their own sites, so behind https it is a third party's cookie.
            samesite="None" if https else "Lax",
            partitioned=https,
            path="/",
        )

    def drop_cookie(self, response: Response, slug: str) -> Response:
        """From now on this browser is nobody's here."""
        https = self._app.settings.base_url.startswith("https:")
        response.delete_cookie(
            self._cookie_name(slug),
            path="/",
            secure=https,
            httponly=True,
            samesite="None" if https else "Lax",
            partitioned=https,
        )
        return response

    def _cookie_name(self, slug: str) -> str:
        prefix = "__Host-" if self._app.settings.base_url.startswith("https:") else ""
        return f"{prefix}chat-{slug}"


def _no_session() -> ApiError:
    return ApiError(401, "no_session", "There is no chat with this token; begin one with POST sessions.")
