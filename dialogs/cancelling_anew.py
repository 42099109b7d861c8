"""Having the back office cancel on a case's terms of now, as another effect than the one before."""

from dialogs.case import Case
from dialogs.effects import CancelOrder, CancelService
from dialogs.ids import CustomerRef


def cancel_anew(case: Case) -> CancelService:
    """Have it ended on the case's terms, as another effect than the one before."""
    assert case.customer is not None, "only somebody identified was accepted"
    assert case.service is not None, "a quote is one of a service"
    assert case.quote is not None, "nothing is carried out that was not quoted"
    customer = CustomerRef(case.customer)
    return CancelService(case.id, customer, case.service, case.quote, case.follows, case.requoted)


def cancel_order_anew(case: Case) -> CancelOrder:
    """Have it cancelled on the case's terms, as another effect than the one before."""
    assert case.customer is not None, "only somebody identified was accepted"
    assert case.order is not None, "it is an order that is quoted anew"
    assert case.order_quote is not None, "nothing is carried out that was not quoted"
    gone = {line.line for line in case.order_quote.lines if line.outcome != "refused"}
    left = tuple((line, quantity) for line, quantity in case.order_left if line in gone)
    customer = CustomerRef(case.customer)
    return CancelOrder(case.id, customer, case.order, case.order_quote, left, case.requoted)
