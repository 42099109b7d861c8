"""The operations on records."""

from bot.web.openapi.chat import NO_SESSION, SESSION
from bot.web.openapi.common import BRAND, BUSY, UNKNOWN_BRAND
from bot.web.openapi.examples import KEY, PROOF, SEALED, TLOG_PROOF
from bot.web.openapi.models import BrandKey, RecordProof, SealedReceipt
from bot.web.openapi.operation import Answer, Operation, Parameter, Refusal

NUMBER = Parameter("number", "path", "The record's number.", {"type": "string"}, "BL-953J7TAH")
FORM = Parameter(
    "form",
    "query",
    "`tlog-proof` (text, C2SP) or `json`; without it `tlog-proof`.",
    {"enum": ["tlog-proof", "json"]},
    "json",
)
UNKNOWN = Refusal(404, "unknown_record", "There is no such record of whoever writes in this chat.")
_TEXT = {"type": "string"}

RECEIPT_OF = Operation(
    "get",
    "/chat/{brand}/records/{number}",
    "readRecord",
    "Read a receipt",
    "The record and its seal: the same bytes whenever it is asked for. For the chat in which it was "
    "confirmed, and for whoever has proved to be its customer. Others' records are answered as none.",
    "Records",
    {200: Answer("The receipt.", SealedReceipt, {"receipt": SEALED})},
    (
        NO_SESSION,
        UNKNOWN_BRAND,
        UNKNOWN,
        Refusal(410, "erased", "What the record says was erased; its proof is still there."),
        BUSY,
    ),
    (BRAND, NUMBER),
    security=SESSION,
    sample="""curl -sS {base}/chat/{brand}/records/$NUMBER \\
  -H "Authorization: Bearer $TOKEN\"""",
)

PROOF_OF = Operation(
    "get",
    "/chat/{brand}/records/{number}/proof",
    "proveRecord",
    "Prove that a record is in the log",
    "It leads from the record to a checkpoint that the brand signed, and is there a second or two after the "
    "confirmation. `cancelbot record verifier` prints a program that verifies receipt and proof offline.",
    "Records",
    {
        200: Answer(
            "The proof.",
            RecordProof,
            {"proof": PROOF},
            more={"text/plain": ({"tlog-proof": TLOG_PROOF}, _TEXT)},
        )
    },
    (
        NO_SESSION,
        UNKNOWN_BRAND,
        UNKNOWN,
        Refusal(400, "bad_form", "form must be one of tlog-proof, json."),
        Refusal(
            404,
            "no_proof_yet",
            "The record is not in the log yet; please ask again in a moment.",
            retry_after=2,
        ),
        BUSY,
    ),
    (BRAND, NUMBER, FORM),
    security=SESSION,
    sample="""curl -sS '{base}/chat/{brand}/records/'$NUMBER'/proof?form=json' \\
  -H "Authorization: Bearer $TOKEN\"""",
)

PDF_OF = Operation(
    "get",
    "/chat/{brand}/records/{number}/pdf",
    "printRecord",
    "Download a confirmation",
    "The record as a sealed PDF with the receipt inside: the same bytes whenever it is asked for, and the "
    "very file that was sent by mail.",
    "Records",
    {200: Answer("The PDF.", None, {}, "application/pdf", _TEXT)},
    (
        NO_SESSION,
        UNKNOWN_BRAND,
        UNKNOWN,
        Refusal(410, "erased", "What the record says was erased."),
        Refusal(503, "not_ready", "The document is being made; please ask for it again.", retry_after=3),
        BUSY,
    ),
    (BRAND, NUMBER),
    security=SESSION,
    sample="""curl -sS {base}/chat/{brand}/records/$NUMBER/pdf -o $NUMBER.pdf \\
  -H "Authorization: Bearer $TOKEN\"""",
)

KEY_OF = Operation(
    "get",
    "/records/{brand}/key",
    "readBrandKey",
    "Read a brand's public key",
    "With it everybody verifies the brand's records, proofs and checkpoints. It never changes.",
    "Records",
    {200: Answer("The key.", BrandKey, {"key": KEY})},
    (UNKNOWN_BRAND, BUSY),
    (BRAND,),
    sample="curl -sS {base}/records/{brand}/key",
)

RECORDS = (RECEIPT_OF, PROOF_OF, PDF_OF, KEY_OF)
