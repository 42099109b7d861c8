"""The questions that the tests of understanding answer."""

from dialogs.meaning import Question

LOCALES = ("en", "de", "fr", "es", "pt", "ru")

NOTHING = Question(locales=LOCALES)
CONFIRM = Question(
    step="confirm",
    kind="confirm",
    choices=("confirm", "keep"),
    labels=("Yes, end it now", "No, keep everything"),
    locales=LOCALES,
)
OFFER = Question(
    step="offer",
    kind="offer",
    choices=("cancel", "accept"),
    labels=("No, cancel", "Pause for 3 months"),
    locales=LOCALES,
)
CHOOSE = Question(
    step="select",
    kind="choose",
    choices=("option-1", "option-2", "option-3"),
    labels=("Premium Sports, 19.99 a month", "Premium Movies, 9.99 a month", "Fitness Club, 29 a month"),
    options=("Premium Sports", "Premium Movies", "Fitness Club"),
    expects=("option",),
    locales=LOCALES,
)
ORDERS = Question(
    step="select",
    kind="choose",
    choices=("option-1", "option-2"),
    labels=("BL-50231 of November 20, 2026, 4 items", "BL-50107 of November 2, 2026, 2 items"),
    options=(
        "BL-50231 Mesh repeater Network cable, 5 m Speed test Pro (download)",
        "BL-50107 Router stand Phone case with your name",
    ),
    expects=("option",),
    locales=LOCALES,
)
LINES = Question(
    step="lines",
    kind="choose",
    choices=("option-1", "option-2", "option-3", "option-4"),
    labels=("The whole order", "2 × Mesh repeater", "Network cable, 5 m", "Netzwerkkarte"),
    options=("", "Mesh repeater", "Network cable, 5 m", "Netzwerkkarte"),
    expects=("option",),
    locales=LOCALES,
)
MORE = Question(
    step="lines",
    kind="choose",
    choices=("option-1", "option-2", "option-3", "enough"),
    labels=("The rest", "Network cable, 5 m", "Netzwerkkarte", "Nothing else"),
    options=("", "Network cable, 5 m", "Netzwerkkarte"),
    expects=("option",),
    locales=LOCALES,
)
IDENTIFY = Question(
    step="identify",
    kind="collect",
    choices=("use_sender", "unable"),
    labels=("Use this number", "I have none of these"),
    expects=("identifier",),
    locales=LOCALES,
)
VERIFY = Question(
    step="verify",
    kind="verify",
    choices=("resend", "unable"),
    labels=("Send a new code", "I cannot get the code"),
    expects=("code",),
    locales=LOCALES,
)
REASON = Question(
    step="reason",
    kind="survey",
    choices=("skip", "too-expensive"),
    labels=("Skip", "Too expensive"),
    expects=("details",),
    locales=LOCALES,
)
ALL = (NOTHING, CONFIRM, OFFER, CHOOSE, IDENTIFY, VERIFY, REASON)
