"""Sealing a case's record in the very transaction that confirms it."""

from datetime import datetime

from bot.records.contents import contents_of
from bot.records.sealing import seal
from bot.room import Room
from dialogs.effects import SealRecord
from dialogs.turn import State
from storage.ids import new_id
from storage.unit_of_work import UnitOfWork
