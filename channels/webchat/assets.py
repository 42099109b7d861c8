"""The widget's files, and what a page that shows it must say: its variables and its headers.

`bot.web` serves STATIC under /widget/ and renders `webchat/chat.html` from TEMPLATES.
"""

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

STATIC = Path(__file__).parent / "static"
TEMPLATES = Path(__file__).parent / "templates"
TEMPLATE = "webchat/chat.html"

LOCALES = tuple(sorted(path.stem for path in (STATIC / "locales").glob("*.js") if path.stem != "index"))
"""Languages that the widget's own words exist in."""

MAX_CHARACTERS = 2_000
"""The widget does not send longer texts."""

DEFAULT_ACCENT = "#2456c8"

STATIC_HEADERS = {
    "Access-Control-Allow-Origin": "*",  # a module of another origin is fetched with CORS
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
}
"""For the files under /widget/, which brands' pages load."""

_HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\Z")
_ORIGIN = re.compile(
    r"https?://(?:[A-Za-z0-9*_-]+\.)*[A-Za-z0-9_-]+(?::\d+)?\Z|https?://\[[0-9a-f:]+\](?::\d+)?\Z"
)


def page(
    *,
    brand_name: str,
    brand_slug: str,
    locale: str,
    nonce: str,
    accent: str = DEFAULT_ACCENT,
    locales: Sequence[str] = LOCALES,
    base: str = "",
    script: str | None = None,
    asset_base: str = "/widget",
) -> dict[str, object]:
    """The template's variables.

    `locales` are those of the brand's script, of which the customer may choose; `base` is
    the path of the chat page without its last slash, `/chat/<slug>` unless told; `script`
    is the one that the chat shall follow, if not the usual one.
    """
    accent = accent if _HEX_COLOUR.match(accent) else DEFAULT_ACCENT
    config = {
        "base": base or f"/chat/{brand_slug}",
        "locale": locale,
        "locales": [code for code in locales if code in LOCALES],
        "accent": accent,
        "max_characters": MAX_CHARACTERS,
        "script": script,
    }
    return {
        "brand_name": brand_name,
        "brand_slug": brand_slug,
        "accent": accent,
        "locale": locale,
        "nonce": nonce,
        "asset_base": asset_base,
        "modules": _modules(),
        "config_json": _within_script(config),
    }


def content_security_policy(nonce: str, embed_origins: Sequence[str] = ()) -> str:
    """The policy of the chat page; `embed_origins` are the pages that may embed it.

    What is not a plain origin is left out, so that no setting can add a directive.
    """
    ancestors = ["'self'", *(origin for origin in embed_origins if _ORIGIN.match(origin))]
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'nonce-{nonce}'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            f"frame-ancestors {' '.join(ancestors)}",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


@cache
def _modules() -> tuple[str, ...]:
    """The chat page's modules, fetched at once rather than import by import."""
    paths = (path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*.js"))
    return tuple(sorted(path for path in paths if not path.startswith("embed")))


def _within_script(value: object) -> str:
    """JSON that stays inside its script element whatever it says."""
    return json.dumps(value, ensure_ascii=True).replace("<", "\\u003c").replace("&", "\\u0026")
