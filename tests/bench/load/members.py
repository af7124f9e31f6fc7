"""Signs members up on a server in dev mode, each from an address of its own, and signs them in. Prints a
line each: the Cookie field, a tab, the CSRF token. Also makes the picture that they will send.

    members.py PORT HOW_MANY PICTURE
"""
import http.client
import json
import os
import re
import struct
import sys
import zlib


def make_picture(path, side=1316):
    """Noise of 5 MB, which no compression makes smaller: a PNG just below the largest there may be."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + os.urandom(3 * side) for _ in range(side))
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)) +
                   chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b""))


def ask(port, number, verb, path, body=None):
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=30,
                                      source_address=(f"127.3.{number // 250}.{1 + number % 250}", 0))
    link.request(verb, path, json.dumps(body) if body else None, {"Content-Type": "application/json"})
    answer = link.getresponse()
    text = answer.read().decode()
    if answer.status >= 400:
        sys.exit(f"{verb} {path}: {answer.status} {text}")
    cookies = [value.split(";")[0] for name, value in answer.getheaders() if name.lower() == "set-cookie"]
    link.close()
    return text, cookies


def sign_in(port, number):
    name, password = f"member{number}", "Galaxy.Curve7"
    ask(port, number, "POST", "/v1/accounts", {"handle": name, "email": f"{name}@example.org", "password": password})
    for link in re.findall(r"/accounts/confirm-email/[a-z0-9]+/", ask(port, number, "GET", "/v1/dev/outbox")[0]):
        try:
            ask(port, number, "GET", link)
        except SystemExit:
            pass  # somebody else's, used before
    cookies = ask(port, number, "POST", "/v1/sessions", {"identifier": name, "password": password})[1]
    token = next(cookie.split("=", 1)[1] for cookie in cookies if cookie.startswith("csrftoken="))
    return "; ".join(cookies) + "\t" + token


if __name__ == "__main__":
    make_picture(sys.argv[3])
    for index in range(int(sys.argv[2])):
        print(sign_in(int(sys.argv[1]), index), flush=True)
