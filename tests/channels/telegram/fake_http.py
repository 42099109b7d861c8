"""The Bot API's way of carrying fields over HTTP: query, form, JSON or multipart, chunked or not."""

import json
from collections.abc import Mapping
from email.message import Message
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.channels.telegram.fake_rules import File, Raw


def request_fields(request: BaseHTTPRequestHandler) -> dict[str, Raw]:
    """All fields of the request by name; a file that another field attaches stands in that field's place."""
    body = _body(request)
    fields: dict[str, Raw] = dict(parse_qsl(urlsplit(request.path).query))
    kind = request.headers.get_content_type()
    if kind == "application/json":
        fields |= {name: _as_text(value) for name, value in json.loads(body).items()}
    elif kind == "multipart/form-data":
        fields |= _multipart(body, str(request.headers.get_boundary()))
    else:
        fields |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    return _attached(fields)


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _attached(fields: Mapping[str, Raw]) -> dict[str, Raw]:
    files = {name: value for name, value in fields.items() if isinstance(value, File)}
    replaced = {name: files.pop(_reference(value), value) for name, value in fields.items()}
    return {name: value for name, value in replaced.items() if name not in _references(fields)}


def _references(fields: Mapping[str, Raw]) -> set[str]:
    return {_reference(value) for value in fields.values()} - {""}


def _reference(value: Raw) -> str:
    attached = isinstance(value, str) and value.startswith("attach://")
    return str(value).removeprefix("attach://") if attached else ""


def _body(request: BaseHTTPRequestHandler) -> bytes:
    if request.headers.get("Transfer-Encoding") != "chunked":
        return request.rfile.read(int(request.headers.get("Content-Length", 0)))
    chunks = []
    while size := int(request.rfile.readline(), 16):
        chunks.append(request.rfile.read(size))
        request.rfile.readline()
    request.rfile.readline()
    return b"".join(chunks)


def _multipart(body: bytes, boundary: str) -> dict[str, Raw]:
    parts = (b"\r\n" + body).split(b"\r\n--" + boundary.encode())[1:-1]
    return dict(_part(part.removeprefix(b"\r\n")) for part in parts)


def _part(part: bytes) -> tuple[str, Raw]:
    head, _, content = part.partition(b"\r\n\r\n")
    headers = Message()
    for line in head.decode().split("\r\n"):
        name, _, value = line.partition(": ")
        headers[name] = value
    field = str(headers.get_param("name", header="content-disposition"))
    filename = headers.get_filename()
    return field, content.decode() if filename is None else File(filename, content)
