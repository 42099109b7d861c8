"""As much of curl as the documentation's commands use, on a test client: no test needs curl installed."""

import shlex
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

FLAGS = {"-sS", "-sSN", "-sSG", "-i"}


def run(client: FlaskClient, command: str, variables: Mapping[str, str]) -> TestResponse:
    """What the command would get. Raises ValueError for an option that is not known here."""
    for name, value in variables.items():
        command = command.replace(f"${name}", value)
    words = shlex.split(command.replace("\\\n", " "))
    assert words.pop(0) == "curl"
    url, headers, data, method = "", {}, list[str](), ""
    gets = "-sSG" in words
    rest = iter(each for each in words if each not in FLAGS)
    for word in rest:
        match word:
            case "-X":
                method = next(rest)
            case "-H":
                name, _, value = next(rest).partition(": ")
                headers[name] = value
            case "-o":
                next(rest)
            case "-d":
                data.append(next(rest))
            case "--data-urlencode":
                name, _, value = next(rest).partition("=")
                data.append(urlencode({name: value}))
            case _ if word.startswith("-"):
                raise ValueError(f"curl's {word} is not known here")
            case _:
                url = word
    return _request(client, method, url, headers, "&".join(data), gets=gets)


def _request(
    client: FlaskClient, method: str, url: str, headers: Mapping[str, str], data: str, *, gets: bool
) -> TestResponse:
    parts = urlsplit(url)
    base, query = f"{parts.scheme}://{parts.netloc}", parse_qsl(f"{parts.query}&{data if gets else ''}")
    if method:
        return client.open(parts.path, method=method, base_url=base, headers=dict(headers))
    if gets or not data:
        return client.get(parts.path, base_url=base, query_string=dict(query), headers=dict(headers))
    media = headers.get("Content-Type", "application/x-www-form-urlencoded")
    others = {name: value for name, value in headers.items() if name != "Content-Type"}
    return client.post(parts.path, base_url=base, data=data, content_type=media, headers=others)
