"""Other ways to write the same message: slips, case, drawn-out letters, short forms, politeness around it.

They are composed by a rule and a number, without dice: the same utterances always make the same model.
"""

from collections.abc import Callable, Iterator, Sequence
from zlib import crc32

from dialogs.understanding.utterances import Utterance

EACH = 1
"""Variants of an utterance that are learnt beside itself."""

BEFORE: dict[str, Sequence[str]] = {
    "en": ("hi, ", "hello ", "please ", "hey ", "ok so ", "sorry but ", "good morning, ", "well, ", "um "),
    "de": ("hallo, ", "bitte ", "guten tag, ", "also ", "ähm ", "moin, ", "sorry, ", "hi ", "ok, "),
    "fr": ("bonjour, ", "svp ", "bon, ", "alors ", "salut, ", "désolé, ", "euh ", "bonsoir ", "ok, "),
    "es": ("hola, ", "por favor ", "buenas, ", "buenos días, ", "bueno, ", "oye ", "perdón, ", "eh ", "ok, "),
    "pt": ("oi, ", "olá, ", "por favor ", "bom dia, ", "então ", "boa tarde, ", "desculpa, ", "é ", "ok, "),
    "ru": ("здравствуйте, ", "привет, ", "пожалуйста ", "добрый день, ", "ну ", "извините, ", "так ", "ок, "),
}
AFTER: dict[str, Sequence[str]] = {
    "en": (" please", " pls", " thanks", "!!", " asap", ".", " now", " :)", " plz", "?"),
    "de": (" bitte", " danke", "!!", " lg", ".", " jetzt", " :)", " pls", "?"),
    "fr": (" svp", " merci", " !!", " s'il vous plaît", ".", " maintenant", " :)", " stp", " ?"),
    "es": (" por favor", " gracias", "!!", " porfa", ".", " ya", " :)", " xfa", "?"),
    "pt": (" por favor", " obrigado", "!!", " pfv", ".", " agora", " :)", " obrigada", "?"),
    "ru": (" пожалуйста", " спасибо", "!!", " плиз", ".", " сейчас", " )", " срочно", "?"),
}
SHORT: dict[str, Sequence[tuple[str, str]]] = {
    "en": (
        *((" you ", " u "), (" are ", " r "), (" please", " plz"), (" to ", " 2 "), (" for ", " 4 ")),
        *(
            ("i want to", "i wanna"),
            ("i want to", "i want"),
            (" my ", " the "),
            ("don't", "dont"),
            ("cannot", "cant"),
        ),
        *(
            ("i would like to", "id like to"),
            ("subscription", "subscribtion"),
            ("account", "acc"),
            (" and ", " & "),
        ),
        *(
            ("cancel", "cancle"),
            ("because", "cuz"),
            ("thanks", "thx"),
            ("received", "recieved"),
            ("have to", "gotta"),
        ),
    ),
    "de": (
        *(
            (" ich ", " i "),
            ("nicht", "nich"),
            ("kündig", "kuendig"),
            ("bitte", "bidde"),
            (" und ", " u "),
            (" ist ", " is "),
        ),
        *(
            ("möchte", "möcht"),
            (" eine ", " ne "),
            (" einen ", " nen "),
            ("ß", "ss"),
            ("vielleicht", "vllt"),
            ("habe ", "hab "),
        ),
    ),
    "fr": (
        *(
            (" je ", " j "),
            ("c'est", "c"),
            (" que ", " ke "),
            ("quoi", "koi"),
            ("pas ", "pa "),
            ("s'il vous plaît", "svp"),
        ),
        *(
            (" vous ", " vs "),
            ("j'ai", "jai"),
            ("beaucoup", "bcp"),
            (" pour ", " pr "),
            ("toujours", "tjs"),
            ("ne ", ""),
        ),
    ),
    "es": (
        *(
            (" que ", " q "),
            (" por ", " x "),
            ("también", "tb"),
            ("quiero", "kiero"),
            ("por favor", "porfa"),
            (" de ", " d "),
        ),
        *(
            ("porque", "xq"),
            (" para ", " pa "),
            ("dinero", "plata"),
            ("¿", ""),
            ("estoy", "toy"),
            ("suscripción", "subscripcion"),
        ),
    ),
    "pt": (
        *(
            (" você ", " vc "),
            (" não ", " n "),
            (" que ", " q "),
            ("também", "tb"),
            ("porque", "pq"),
            ("quero", "qro"),
        ),
        *(
            (" para ", " pra "),
            ("estou", "to"),
            ("obrigado", "obg"),
            ("beleza", "blz"),
            ("por favor", "pf"),
            (" está ", " tá "),
        ),
    ),
    "ru": (
        *(
            ("пожалуйста", "пж"),
            ("спасибо", "спс"),
            ("сейчас", "щас"),
            ("ё", "е"),
            ("что", "чо"),
            ("хочу", "хачу"),
        ),
        *(
            ("сегодня", "седня"),
            (" не ", " ни "),
            ("подписку", "подпизку"),
            ("тебя", "тя"),
            ("почему", "почему то"),
        ),
    ),
}

OPENINGS: dict[str, Sequence[str]] = {
    "en": (
        *(
            "i want to ",
            "i need to ",
            "i would like to ",
            "i'd like to ",
            "i wanna ",
            "how do i ",
            "how can i ",
        ),
        *("how to ", "can i ", "could i ", "can you help me ", "help me to ", "help me ", "i need help to "),
        *(
            "is it possible to ",
            "where can i ",
            "i am trying to ",
            "i don't know how to ",
            "could you help me to ",
        ),
        *("i have to ", "tell me how to ", "i need assistance to ", "what do i need to do to ", "let me "),
    ),
    "de": (
        *(
            "ich möchte ",
            "ich will ",
            "kann ich ",
            "wie kann ich ",
            "könnte ich ",
            "ich muss ",
            "ich würde gerne ",
        ),
        *("darf ich ", "wo kann ich ", "wir möchten ", "ich wollte ", "möchte ", "will "),
    ),
    "fr": (
        *(
            "je veux ",
            "je voudrais ",
            "j'aimerais ",
            "je souhaite ",
            "comment ",
            "comment puis-je ",
            "je peux ",
        ),
        *(
            "puis-je ",
            "aidez-moi à ",
            "il faut ",
            "je dois ",
            "est-ce possible de ",
            "pouvez-vous m'aider à ",
        ),
    ),
    "es": (
        *(
            "quiero ",
            "quisiera ",
            "me gustaría ",
            "necesito ",
            "cómo puedo ",
            "puedo ",
            "ayúdame a ",
            "deseo ",
        ),
        *("es posible ", "dónde puedo ", "tengo que ", "quería ", "necesito ayuda para ", "no sé cómo "),
    ),
    "pt": (
        *(
            "quero ",
            "queria ",
            "gostaria de ",
            "preciso ",
            "como posso ",
            "posso ",
            "me ajude a ",
            "como faço para ",
        ),
        *("é possível ", "onde posso ", "tenho que ", "preciso de ajuda para ", "não sei como ", "desejo "),
    ),
    "ru": (
        *("хочу ", "я хочу ", "мне нужно ", "хотел бы ", "хотела бы ", "как ", "как мне ", "можно ", "надо "),
        *("помогите ", "могу ли я ", "подскажите как ", "не знаю как ", "нужно ", "я бы хотел "),
    ),
}
"""Ways to begin that leave open what is wanted: one stands for the other."""


def variants_of(utterance: Utterance, count: int = EACH) -> Iterator[str]:
    """Compose so many other ways to write it; some may come out as it is."""
    for number in range(count):
        dice = Dice(f"{number} {utterance.language} {utterance.text}")
        text = utterance.text
        for _ in range(1 + dice.below(2)):
            text = dice.one_of(_CHANGES)(text, utterance.language, dice)
        yield text


class Dice:
    """Numbers that look like chance and follow from a text."""

    def __init__(self, seed: str) -> None:
        self._state = crc32(seed.encode("utf-8", "replace")) or 1

    def below(self, limit: int) -> int:
        """A number from 0 to below the limit. Source: xorshift32, Marsaglia 2003."""
        state = self._state
        state ^= (state << 13) & 0xFFFFFFFF
        state ^= state >> 17
        state ^= (state << 5) & 0xFFFFFFFF
        self._state = state
        return state % limit

    def one_of(self, choices: Sequence["Change"]) -> "Change":
        return choices[self.below(len(choices))]


Change = Callable[[str, str, Dice], str]


def _politely(text: str, language: str, dice: Dice) -> str:
    before = BEFORE.get(language, BEFORE["en"])
    return before[dice.below(len(before))] + text


def _opened_otherwise(text: str, language: str, dice: Dice) -> str:
    """ "How do I track it" for "I want to track it"; of a plain request the same. Not in what is denied."""
    openings = OPENINGS.get(language, ())
    lowered = text.lower()
    known = max((each for each in openings if lowered.startswith(each)), key=len, default="")
    if not known and (language != "en" or lowered.partition(" ")[0] not in REQUESTS):
        return _politely(text, language, dice)
    return openings[dice.below(len(openings))] + text[len(known) :]


REQUESTS = frozenset(
    {
        *(
            "cancel",
            "end",
            "stop",
            "close",
            "delete",
            "terminate",
            "remove",
            "track",
            "check",
            "change",
            "switch",
        ),
        *(
            "send",
            "resend",
            "get",
            "find",
            "book",
            "reserve",
            "order",
            "buy",
            "pay",
            "pause",
            "downgrade",
            "upgrade",
        ),
        *(
            "keep",
            "undo",
            "talk",
            "speak",
            "contact",
            "call",
            "report",
            "dispute",
            "file",
            "return",
            "reset",
            "add",
        ),
        *(
            "move",
            "reschedule",
            "postpone",
            "freeze",
            "suspend",
            "skip",
            "modify",
            "edit",
            "update",
            "correct",
        ),
        *("reverse", "unsubscribe", "quit", "transfer", "play", "set", "open", "create", "show", "refund"),
    }
)
"""English verbs that begin a request and are also what follows an opening."""


def _with_an_end(text: str, language: str, dice: Dice) -> str:
    after = AFTER.get(language, AFTER["en"])
    return text.rstrip("?!. ") + after[dice.below(len(after))]


def _in_short(text: str, language: str, dice: Dice) -> str:
    padded = f" {text} "
    fitting = [pair for pair in SHORT.get(language, ()) if pair[0] in padded]
    if not fitting:
        return _with_a_slip(text, language, dice)
    long, short = fitting[dice.below(len(fitting))]
    return padded.replace(long, short, 1).strip()


def _with_a_slip(text: str, language: str, dice: Dice) -> str:
    """One letter left out, doubled, swapped with its neighbour, or mistaken, inside of a longer word."""
    places = [at for at in range(1, len(text) - 1) if text[at - 1 : at + 2].isalpha()]
    if len(text) < 5 or not places:
        return text
    at = places[dice.below(len(places))]
    letter, after = text[at], text[at + 1]
    changed = ("", letter * 2, after + letter, chr(ord(letter) + 1))[dice.below(4)]
    return text[:at] + changed + text[at + 2 if changed == after + letter else at + 1 :]


def _without_marks(text: str, language: str, dice: Dice) -> str:
    return "".join(char for char in text if char.isalnum() or char in " +-" or ord(char) > 0x2000)


def _without_a_blank(text: str, language: str, dice: Dice) -> str:
    words = text.split(" ")
    if len(words) < 3:
        return text
    at = 1 + dice.below(len(words) - 1)
    return " ".join(words[:at]) + " ".join(words[at:])


def _without_a_word(text: str, language: str, dice: Dice) -> str:
    """Small words go missing; never one of a short message, which may be the one that says no."""
    words = text.split(" ")
    small = [at for at, word in enumerate(words) if len(word) <= 2 and word.lower() not in _NEVER_LEFT_OUT]
    if len(words) < 5 or not small:
        return text
    at = small[dice.below(len(small))]
    return " ".join(words[:at] + words[at + 1 :])


_NEVER_LEFT_OUT = frozenset({"no", "не", "n", "ne", "nt", "да", "ja", "si", "sí", "ok", "ни"})

_CHANGES: tuple[Change, ...] = (
    *(_politely, _with_an_end, _in_short, _with_a_slip, _with_a_slip, _without_marks),
    *(_without_a_blank, _without_a_word, _in_short, _opened_otherwise, _opened_otherwise, _opened_otherwise),
)
