"""A piece as aiogram's method: the only place that knows the Bot API's markup."""

import re

from aiogram.methods import SendDocument, SendMessage
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from channels.base import Attachment, Button
from channels.telegram.characters import readable
from channels.telegram.pieces import Piece

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


def method_of(piece: Piece, chat: int) -> SendMessage | SendDocument:
    """The call that sends the piece to the chat.

    Text goes without `parse_mode`: nothing in it is markup, so a name like
    ``<b>&`` is shown as it is and can never make Telegram refuse a receipt.
    """
    if piece.attachment is not None:
        return SendDocument(
            chat_id=chat,
            document=_file(piece.attachment),
            caption=piece.text or None,
            parse_mode=None,
            reply_markup=markup_of(piece.buttons),
        )
    return SendMessage(
        chat_id=chat,
        text=piece.text,
        parse_mode=None,
        # A preview is fetched by Telegram's servers: it would use up a link that works once.
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_markup=markup_of(piece.buttons),
    )


def markup_of(buttons: tuple[Button, ...]) -> Markup:
    """The keyboard for these buttons, one a row so that no label is cut.

    A message carries one keyboard, and only a reply keyboard can ask for the
    contact. With a button that shares the contact, all choices therefore stand
    together on one reply keyboard: the person sees every way on in one place,
    and the message is one call that arrives whole. The other choices then come
    back as their labels, typed for the person. That is enough here: a contact
    is asked for to identify, never to decide. Without inline buttons a
    keyboard left open from such a question is taken away.
    """
    if any(button.kind == "share_contact" for button in buttons):
        rows = [[_key(button)] for button in buttons]
        return ReplyKeyboardMarkup(keyboard=rows, resize_keyboard=True, one_time_keyboard=True)
    if buttons:
        return InlineKeyboardMarkup(inline_keyboard=[[_inline(button)] for button in buttons])
    return ReplyKeyboardRemove(remove_keyboard=True)


def _key(button: Button) -> KeyboardButton:
    shares = button.kind == "share_contact"
    return KeyboardButton(text=readable(button.label), request_contact=True if shares else None)


def _inline(button: Button) -> InlineKeyboardButton:
    if button.kind == "link":
        return InlineKeyboardButton(text=readable(button.label), url=button.url)
    return InlineKeyboardButton(text=readable(button.label), callback_data=button.id)


def _file(attachment: Attachment) -> BufferedInputFile:
    # The name stands in a header of the upload: no quotes, no line ends, no folders.
    name = re.sub(r'[\x00-\x1f\x7f"/\\]', "_", readable(attachment.name)) or "file"
    return BufferedInputFile(attachment.content, filename=name)
