"""The draft: what was typed, and its surroundings. The only reader of what a composer sends."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from server.errors import BadRequest
from server.text.offsets import utf16_length

MAX_TEXT = 65_000  # UTF-16 units
MAX_NAME = 1_000  # UTF-16 units: names, handles, tags, picture descriptions
MAX_ITEMS = 500  # mentions, attachments
MAX_DEPTH = 32  # lists and objects within each other; a draft has three

ACCOUNT_KINDS = ("institution", "employee", "unknown")
ACTIONS = ("post", "reply", "comment", "share", "edit")
ANSWERS = ("reply", "comment")  # actions that answer somebody
MOMENTS = ("typing", "publish")
MENTION_KINDS = ("person", "page", "group", "unknown")
ATTACHMENT_KINDS = ("image", "video", "link", "file")
LANGUAGES = ("bn", "en")


@dataclass(frozen=True, slots=True)
class Account:
    """Who posts, as the platform shows it."""

    kind: str = "unknown"
    name: str = ""
    handle: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody whom the draft tags."""

    text: str
    kind: str = "unknown"


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something beside the text, which is not looked at."""

    kind: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft. `text` is as typed; offsets into it go to the wire as UTF-16 units."""

    text: str
    account: Account = Account()
    institution: str = ""
    platform: str = ""
    action: str = "post"
    moment: str = "typing"
    mentions: tuple[Mention, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    ui_language: str = "bn"

    @property
    def is_answer(self) -> bool:
        """Whether it answers somebody."""
        return self.action in ANSWERS

    @classmethod
    def from_json(cls, body: bytes | str) -> Draft:
        """The draft in a JSON body. BadRequest where it is none."""
        return cls.parse(load_json(body))

    @classmethod
    def parse(cls, fields: Any) -> Draft:
        """The draft in a decoded body; unknown fields are ignored. BadRequest names the first wrong field."""
        if not isinstance(fields, Mapping):
            raise BadRequest("bad_field", "JSON", "একটি অবজেক্ট দিন", "send an object")
        if "text" not in fields:
            raise BadRequest("bad_field", "text", "লেখাটি দিন", "it is missing")
        account = _object(fields, "account")
        return cls(
            text=read_string(fields, "text", MAX_TEXT, required=True),
            account=Account(
                kind=_choice(account, "kind", ACCOUNT_KINDS, "unknown", "account."),
                name=read_string(account, "name", MAX_NAME, within="account."),
                handle=read_string(account, "handle", MAX_NAME, within="account."),
            ),
            institution=read_string(fields, "institution", MAX_NAME),
            platform=read_string(fields, "platform", MAX_NAME),
            action=_choice(fields, "action", ACTIONS, "post"),
            moment=_choice(fields, "moment", MOMENTS, "typing"),
            mentions=tuple(
                Mention(
                    text=read_string(item, "text", MAX_NAME, within="mentions."),
                    kind=_choice(item, "kind", MENTION_KINDS, "unknown", "mentions."),
                )
                for item in _objects(fields, "mentions")
            ),
            attachments=tuple(
                Attachment(
                    kind=_choice(item, "kind", ATTACHMENT_KINDS, "file", "attachments."),
                    alt=read_string(item, "alt", MAX_NAME, within="attachments."),
                )
                for item in _objects(fields, "attachments")
            ),
            ui_language=_choice(fields, "ui_language", LANGUAGES, "bn"),
        )


def load_json(body: bytes | str) -> Any:
    """The value in a JSON text. BadRequest where there is none, or where it is nested too deeply."""
    try:
        value = orjson.loads(body)
    except ValueError:
        value = _strange_json(body)
    if _may_be_deep(body) and _is_deep(value):
        raise BadRequest("too_deep")
    return value


def _strange_json(body: bytes | str) -> Any:
    """What orjson refuses: mostly no JSON at all; a lone surrogate is told to the sender as such."""
    try:
        written = body.decode("utf-8-sig", "surrogatepass") if isinstance(body, bytes) else body
        return json.loads(written)  # of bytes it would guess at UTF-16
    except RecursionError:
        raise BadRequest("too_deep") from None
    except ValueError:  # bad JSON, bad UTF-8, a number of thousands of digits
        raise BadRequest("not_json") from None


def _may_be_deep(body: bytes | str) -> bool:
    """Whether it holds signs enough to open so many lists and objects."""
    signs = (body.count(b"["), body.count(b"{")) if isinstance(body, bytes) else (body.count("["), body.count("{"))
    return sum(signs) > MAX_DEPTH


def _is_deep(value: Any) -> bool:
    """Whether more lists and objects lie within each other than MAX_DEPTH."""
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(MAX_DEPTH):
        inner = (item for outer in level for item in (outer.values() if isinstance(outer, dict) else outer))
        level = [item for item in inner if isinstance(item, dict | list)]
        if not level:
            return False
    return True


def read_string(fields: Mapping[str, Any], name: str, limit: int, within: str = "", required: bool = False) -> str:
    """A field's text, "" where it is missing and not `required`. `limit`: UTF-16 units. BadRequest names the field."""
    value = fields.get(name)
    if value is None and not required:
        return ""
    if not isinstance(value, str):
        raise BadRequest("bad_field", within + name, "লেখা (string) দিন", "give a string")
    if len(value) * 2 > limit and utf16_length(value) > limit:
        raise BadRequest("too_large")
    if "\0" in value:
        raise BadRequest("bad_field", within + name, "NUL অক্ষর বাদ দিন", "leave out the NUL character")
    if not value.isascii() and not _whole(value):
        raise BadRequest("bad_field", within + name, "অসম্পূর্ণ (surrogate) অক্ষর বাদ দিন", "leave out lone surrogates")
    return value


def _whole(value: str) -> bool:
    """Whether no lone surrogate stands in it (json.loads lets them in, encoding fails on them)."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _choice(fields: Mapping[str, Any], name: str, allowed: tuple[str, ...], default: str, within: str = "") -> str:
    value = fields.get(name)
    if value is None:
        return default
    if not isinstance(value, str) or value not in allowed:
        words = ", ".join(allowed)
        raise BadRequest("bad_field", within + name, f"এগুলোর একটি দিন: {words}", f"give one of: {words}")
    return value


def _object(fields: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = fields.get(name)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise BadRequest("bad_field", name, "একটি অবজেক্ট দিন", "give an object")
    return value


def _objects(fields: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    value = fields.get(name)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        raise BadRequest("bad_field", name, "অবজেক্টের তালিকা দিন", "give a list of objects")
    if len(value) > MAX_ITEMS:
        raise BadRequest("too_large")
    return value
