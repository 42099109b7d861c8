"""What everything on the wire is made of, and how values turn into it and back.

Fields are called as in `bot.backoffice.base` and `dialogs.values`, so that a value and its
form on the wire turn into each other by name (`written`, `meant`). Answers may have
further fields; what is missing or wrong is named by the error.
"""

from collections.abc import Iterator
from dataclasses import asdict, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Self, TypeVar

from babel.numbers import get_currency_precision, list_currencies
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    field_validator,
    model_validator,
)

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)

Model = TypeVar("Model", bound=BaseModel)
Value = TypeVar("Value")


def _within_reach(day: date) -> date:
    """Far dates stand for "never" in many systems; here that is a field left out."""
    if not EARLIEST <= day <= LATEST:
        raise ValueError(f"expected a day from {EARLIEST} to {LATEST}; leave out what there is not")
    return day


Ref = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[^\x00-\x1f\x7f]+$")]
Text = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]+$")]
Day = Annotated[date, AfterValidator(_within_reach)]
Key = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[\x21-\x7e]+$")]
Months = Annotated[int, Field(ge=1, le=120)]


class Wire(BaseModel):
    """Anything that goes over the wire."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Money(Wire):
    """An amount with exactly as many digits after the point as its currency has."""

    amount: str = Field(pattern=r"^[0-9]{1,12}(\.[0-9]{1,4})?$", examples=["29.90"])
    currency: str = Field(description="ISO 4217.", pattern=r"^[A-Z]{3}$", examples=["EUR"])

    @field_validator("amount", mode="before")
    @classmethod
    def _digits(cls, amount: Any) -> Any:
        return format(amount, "f") if isinstance(amount, Decimal) else amount

    @model_validator(mode="after")
    def _is_an_amount(self) -> Self:
        if self.currency not in _currencies():
            raise ValueError(f"expected an ISO 4217 currency; {self.currency} is none")
        digits, expected = len(self.amount.partition(".")[2]), get_currency_precision(self.currency)
        if digits != expected:
            raise ValueError(f"expected {expected} digits after the point in {self.currency}, found {digits}")
        return self


def written(model: type[Model], **fields: Any) -> Model:
    """Values in the form that goes over the wire. Raises `ValueError` for what cannot go over it."""
    return model.model_validate({name: _plain(value) for name, value in fields.items()})


def meant(model: BaseModel, kind: type[Value]) -> Value:
    """The value of that kind which the model stands for."""
    wanted: Any = kind
    value: Value = _adapter(wanted).validate_python(model.model_dump())
    return value


def fault_in(error: ValidationError) -> str:
    """Where it is wrong and what was expected; never what was found there, which may be personal."""
    fault = error.errors(include_url=False, include_input=False, include_context=False)[0]
    place = ".".join(map(str, fault["loc"])) or "body"
    return f"{place}: {fault['msg'].removeprefix('Value error, ')}"


def amounts_in(value: Any) -> Iterator[Money]:
    """Every amount in a model, however deep."""
    if isinstance(value, Money):
        yield value
    elif isinstance(value, BaseModel):
        for _, each in value:
            yield from amounts_in(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from amounts_in(each)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return tuple(map(_plain, value))
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value


def in_one_currency(model: Model) -> Model:
    found = sorted({money.currency for money in amounts_in(model)})
    if len(found) > 1:
        raise ValueError(f"expected amounts of one currency, found {' and '.join(found)}")
    return model


def without_doubles(model: Model, name: str, refs: list[str]) -> Model:
    if len(set(refs)) != len(refs):
        raise ValueError(f"expected each of {name} once")
    return model


@cache
def _currencies() -> frozenset[str]:
    return frozenset(list_currencies())


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
