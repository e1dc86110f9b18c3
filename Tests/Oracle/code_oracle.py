#!/usr/bin/python3
"""Makes authentication codes from Documentation/CODE.md alone, with Python's HMAC and the openssl command.

Reads lines `MASTER KK TRANSACTION SELLER FORM SYMBOL NUMBER DATE CURRENCY TOTAL DIGEST` from standard input and
prints the code of each.
"""
import hashlib
import hmac
import struct
import subprocess
import sys


def hkdf(secret, info, count):
    key = hmac.new(bytes(32), secret, hashlib.sha256).digest()
    output, block, counter = b"", b"", 0
    while len(output) < count:
        counter += 1
        block = hmac.new(key, block + info + bytes([counter]), hashlib.sha256).digest()
        output += block
    return output[:count]


def code(master, generation, transaction, facts, digest):
    encryption = hkdf(master, b"xacthuc/enc/" + generation.encode(), 16)
    authentication = hkdf(master, b"xacthuc/mac/" + generation.encode(), 32)
    number = struct.pack(">Q", transaction)
    encoded = b"".join(struct.pack(">I", len(fact)) + fact for fact in [*map(str.encode, facts), digest])
    tag = hmac.new(authentication, b"xacthuc/code/1" + number + encoded, hashlib.sha256).digest()[:8]
    command = ["openssl", "enc", "-aes-128-ecb", "-nopad", "-K", encryption.hex()]
    block = subprocess.run(command, input=number + tag, capture_output=True, check=True).stdout
    return generation + block.hex().upper()


for line in sys.stdin:
    master, generation, transaction, *facts, digest = line.split()
    print(code(bytes.fromhex(master), generation, int(transaction), facts, bytes.fromhex(digest)))
