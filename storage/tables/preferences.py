"""By which way somebody wants their confirmations."""

from datetime import datetime

from sqlalchemy import PrimaryKeyConstraint
from sqlmodel import SQLModel

from storage.tables.columns import bytes_column, reference, table_of, text_column, time_column


class PreferredWay(SQLModel, table=True):
    """What a customer answered when they were asked, or chose later; without a way they were asked only."""

    __tablename__ = "preferred_way"
    __table_args__ = (PrimaryKeyConstraint("brand_id", "customer_hash"),)

    brand_id: str = reference("brand.id")
    customer_hash: bytes = bytes_column()
    way: str | None = text_column()
    chosen_at: datetime = time_column()


preferred_way = table_of(PreferredWay)
