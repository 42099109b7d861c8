"""How a simulated provider calls our webhooks: over HTTP, from outside as far as they can tell."""

import base64
import hashlib
import hmac
import logging
import queue
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlencode, urlsplit

from bot.sandbox.wiring import sandbox_url
from bot.settings import Settings

log = logging.getLogger("cancelbot.sandbox")

TIME_LIMIT_S = 15.0
"""What Twilio gives a webhook. Source: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides"""


@dataclass(frozen=True, slots=True)
class Post:
    """A request to one of our webhooks."""

    url: str
    body: bytes
    headers: Mapping[str, str]


def twilio_post(settings: Settings, path: str, form: Mapping[str, str], token: str) -> Post:
    """A form to the path, signed as Twilio signs it for the public address."""
    headers = {
        "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
        "X-Twilio-Signature": twilio_signature(token, settings.base_url + path, form),
        "User-Agent": "TwilioProxy/1.1",
    }
    return Post(sandbox_url(settings) + path, urlencode(form).encode(), headers)


def twilio_signature(token: str, url: str, form: Mapping[str, str]) -> str:
    """HMAC-SHA1 over the URL and the sorted parameters, in base64.

    Source: https://www.twilio.com/docs/usage/security#validating-requests. Not left to
    Twilio's library, which checks it: two who agree say more than one.
    """
    signed = url + "".join(name + form[name] for name in sorted(form))
    digest = hmac.new(token.encode(), signed.encode(), hashlib.sha1).digest()
    return base64.b64encode(digest).decode()


def telegram_post(url: str, body: bytes, secret: str) -> Post:
    """An update to a bot's webhook, with the secret that the bot set."""
    headers = {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": secret}
    return Post(url, body, headers if secret else {"Content-Type": "application/json"})


def send(post: Post) -> int:
    """Make the request; the HTTP status of its answer. Raises OSError when nobody answers."""
    return ask(post)[0]


def ask(post: Post) -> tuple[int, bytes]:
    """Make the request; the HTTP status of its answer, and the answer. Raises OSError when nobody answers."""
    parts = urlsplit(post.url)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=TIME_LIMIT_S)
    try:
        target = parts._replace(scheme="", netloc="").geturl()
        connection.request("POST", target, post.body, dict(post.headers))
        answer = connection.getresponse()
        return answer.status, answer.read()
    except HTTPException as error:
        raise ConnectionError("the webhook's answer is not readable") from error
    finally:
        connection.close()


class Reports:
    """Posts made in the background, one after the other, each a moment after it was asked for.

    Its thread starts with the first of them, so after any fork, and ends with the process.
    """

    def __init__(self, pause_s: float = 0.3) -> None:
        self._pause_s = pause_s
        self._waiting: queue.SimpleQueue[tuple[float, Post]] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._started = False

    def put(self, *posts: Post) -> None:
        """Make these requests, in this order."""
        for post in posts:
            self._waiting.put((time.monotonic() + self._pause_s, post))
        with self._lock:
            if not self._started:
                self._started = True
                threading.Thread(target=self._run, name="sandbox-reports", daemon=True).start()

    def _run(self) -> None:
        while True:
            due, post = self._waiting.get()
            time.sleep(max(due - time.monotonic(), 0))
            try:
                status = send(post)
            except OSError as error:
                log.warning("a report was not taken: %s", error)
                continue
            if status >= 300:
                log.warning("a report was answered with %s", status)
