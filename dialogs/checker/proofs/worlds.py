"""The surroundings in which a script must hold: customers, their services, a back office that fails."""

from collections.abc import Mapping
from decimal import Decimal

from dialogs.cases.form import HasCase, HasService, World

TEMPTING = HasService(
    name="Fibre 100",
    alternatives=("pause", "discount", "downgrade", "later_date"),
    remains="return-equipment",
    withdrawal=Decimal("29.90"),
)
COSTLY = HasService(name="Mobile 20", fee=Decimal("119.70"))
PAID_BACK = HasService(name="Fitness", refund=Decimal("26.60"), interval="year")
ENDED = HasService(name="Old phone", status="ended")
UNDO_IS_OVER = HasService(name="Fibre 100", undo_days=-1)

WORLDS: Mapping[str, World] = {
    "known, one service": World(services=(TEMPTING,)),
    "to be identified": World(vouched=False, services=(TEMPTING,)),
    "known, no alternative, a fee": World(services=(COSTLY,)),
    "known, several services": World(services=(TEMPTING, PAID_BACK, ENDED)),
    "known, nothing to cancel": World(services=(ENDED,)),
    "known, undo is over": World(services=(UNDO_IS_OVER,)),
    "known, suspicious": World(services=(TEMPTING,), risk="high"),
    "known, back office down": World(office="down"),
    "known, back office down, a fee": World(office="down", services=(COSTLY,)),
    "known, back office slow": World(services=(TEMPTING,), office="slow"),
    "known, offered elsewhere": World(
        services=(TEMPTING,), cases=(HasCase(service="S-1", offered="pause", answer="declined"),)
    ),
    "known, cancelled elsewhere": World(
        services=(TEMPTING,), cases=(HasCase(service="S-1", decision="cancel"),)
    ),
    "known, failed elsewhere": World(services=(TEMPTING,), cases=(HasCase(service="S-1", failed=True),)),
    "to be identified, several services": World(vouched=False, services=(TEMPTING, PAID_BACK, ENDED)),
    "to be identified, back office down": World(vouched=False, office="down"),
    "to be identified, no more codes": World(vouched=False, codes_allowed=False),
    "unknown": World(vouched=False, known=False),
}
"""What it is called in reports -> the world."""

WHERE_CHANNELS_DIFFER = ("to be identified",)
"""What channels do differently is to hint at, or vouch for, who is writing."""

WHERE_LAW_DIFFERS = ("known, one service", "to be identified")
"""What laws do differently is whether an alternative is shown, and what comes before the declaration."""
