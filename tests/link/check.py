"""The check of a link, by a second hand: python3 check.py '1.gblt-2021~1.d~zwolle' prints the whole link."""
import sys
import zlib

SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"
for text in sys.argv[1:]:
    number, check = zlib.crc32(text.encode()), ""
    for _ in range(7):
        number, digit = divmod(number, 36)
        check = SIGNS[digit] + check
    print(text + "." + check)
