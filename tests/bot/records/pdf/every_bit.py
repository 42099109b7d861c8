"""Turns over every single bit of sealed PDFs, and says which changes are not found: none.

python -m tests.bot.records.pdf.every_bit            one PDF, every bit
python -m tests.bot.records.pdf.every_bit --seal     only the bytes of the seal, which it cannot cover
python -m tests.bot.records.pdf.every_bit --records 200 --each 50    random bits of many
python -m tests.bot.records.pdf.every_bit --records 200 --each 50 --minutes 5    as many as that time allows

Some 1,200 changes a second are found, and a PDF has some 270,000 bits: every bit of one takes about four
minutes of a processor, and every bit of 200 some 12 hours.
"""

import argparse
import logging
import random
import sys
from collections.abc import Iterator
from math import inf
from time import monotonic

from bot.printing.press import Press
from bot.printing.sealing import sealed_pdf
from bot.printing.seals import own_seal
from bot.records.pdf.page import page_of
from bot.records.pdf.verifying import verify_pdf
from dialogs.texts import packaged_texts
from tests.bot.records.examples import DECIDED, PUBLIC_KEY, SIGNING_KEY, stored
from tests.bot.records.pdf.test_verifying import seal_in

LOCALES = ("en", "de", "fr", "es", "pt", "ru")


def main() -> int:
    arguments = _arguments()
    logging.disable(logging.CRITICAL)
    press, texts, missed, tried, printed = Press(), packaged_texts(LOCALES), 0, 0, 0
    ends = monotonic() + 60 * (arguments.minutes or inf)
    for nth in range(arguments.records):
        if monotonic() > ends:
            break
        printed += 1
        record = stored(locale=LOCALES[nth % len(LOCALES)])
        plain = press.print_page(page_of(record, texts, "https://bot.example/verify"))
        content = sealed_pdf(plain, own_seal(SIGNING_KEY, "Brightline", DECIDED), "Brightline", record.number)
        if not verify_pdf(content, PUBLIC_KEY).valid:
            sys.stdout.write("the sealed PDF itself is not valid\n")
            return 1
        for position, bit in _bits(content, arguments):
            if monotonic() > ends:
                break
            changed = bytearray(content)
            changed[position] ^= 1 << bit
            tried += 1
            if verify_pdf(bytes(changed), PUBLIC_KEY).valid:
                missed += 1
                sys.stdout.write(f"not found: PDF {nth}, byte {position} of {len(content)}, bit {bit}\n")
    sys.stdout.write(f"{tried} changes in {printed} PDFs, {missed} not found\n")
    return 1 if missed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seal", action="store_true")
    parser.add_argument("--records", type=int, default=1)
    parser.add_argument("--each", type=int, default=0, help="random bits of each; 0: every one")
    parser.add_argument("--minutes", type=float, default=0, help="stop after so long; 0: never")
    return parser.parse_args()


def _bits(content: bytes, arguments: argparse.Namespace) -> Iterator[tuple[int, int]]:
    begin, end = seal_in(content) if arguments.seal else (0, len(content))
    if arguments.each:
        for _ in range(arguments.each):
            yield random.randrange(begin, end), random.randrange(8)
        return
    for position in range(begin, end):
        for bit in range(8):
            yield position, bit


if __name__ == "__main__":
    raise SystemExit(main())
