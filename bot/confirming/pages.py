"""Where the page of a case is, and how a receipt for a chat carries it."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from bot.wiring import Application
from channels.base import Capabilities
from channels.rendering import length
from channels.sms.gsm7 import gsm_friendly
from dialogs.texts import Texts
from storage.repositories.brands import BrandRow


def case_url(app: Application, brand: BrandRow, number: str) -> str | None:
    """The address of the page on which a record's customer sees how their case stands.

    None where customers could not open it: no public address is set, so that ours is this machine's own.
    """
    if not brand.demo and _is_here(app.settings.base_url):
        return None
    return f"{app.settings.base_url}/case/{brand.slug}/{number}"


def _is_here(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def with_page(
    words: tuple[str, str | None],
    texts: Texts,
    locale: str,
    zone: str,
    url: str | None,
    capabilities: Capabilities,
) -> tuple[str, str | None]:
    """A receipt and its short form, with where its case can be looked at.

    The short form carries it as far as one message of the channel's length holds both.
    """
    if url is None:
        return words
    link, short_link = texts.phrase("case-page-link", locale, zone, url=url)
    text, short = words
    if short is None:
        return f"{text}\n\n{link}", None
    aim = capabilities.aim_characters or capabilities.max_characters
    longer = (f"{short} {short_link or link}", f"{short} {url}")
    fitting = (each for each in longer if length(gsm_friendly(each)) <= aim)
    return f"{text}\n\n{link}", next(fitting, short)
