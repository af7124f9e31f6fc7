"""Prints libcore/accounts/common_passwords.txt from the lists that it is made of:

    common_passwords.py FREQUENCY_LISTS.js PASSWORDS.json COMMON-PASSWORDS.txt.gz

They are lib/frequency_lists.js of the npm package zxcvbn, src/passwords.json of @zxcvbn-ts/language-common
and django/contrib/auth/common-passwords.txt.gz of Debian's python3-django. A build never needs them.
"""
import gzip
import json
import re
import sys

HEADER = """\
Passwords that many people use: in lower case, sorted by byte, one a line after the first empty line.
Those of 8 to 50 signs are refused as they are; words of 5 to 7 letters, with digits and signs behind them.
Made by cmake/common_passwords.py from

  zxcvbn 4.4.2 and @zxcvbn-ts/language-common 4.1.3, both under the MIT licence,
  common-passwords.txt of Django 3.2.25 (by Royce Williams), under the BSD 3-clause licence.

Copyright (c) 2012-2016 Dan Wheeler and Dropbox, Inc.
Copyright (c) 2021 @zxcvbn-ts

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without
limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the
Software, and to permit persons to whom the Software is furnished to do so, subject to the following
conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions
of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED
TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL
THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF
CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER
DEALINGS IN THE SOFTWARE.

Copyright (c) Django Software Foundation and individual contributors. All rights reserved.

Redistribution and use in source and binary forms, with or without modification, are permitted provided that
the following conditions are met:
  1. Redistributions of source code must retain the above copyright notice, this list of conditions and the
     following disclaimer.
  2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the
     following disclaimer in the documentation and/or other materials provided with the distribution.
  3. Neither the name of Django nor the names of its contributors may be used to endorse or promote products
     derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED
WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A
PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT OWNER OR CONTRIBUTORS BE LIABLE FOR ANY
DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO,
PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR
OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH
DAMAGE.
"""


def main(frequency_lists, typescript, django):
    with open(frequency_lists, encoding="utf-8") as file:
        dropbox = re.search(r'passwords: "([^"]*)"', file.read())[1].split(",")
    with open(typescript, encoding="utf-8") as file:
        longer = [str(each) for each in json.load(file)]
    with gzip.open(django, "rt", encoding="utf-8") as file:
        williams = file.read().splitlines()
    plain = re.compile(r"[!-~]+")
    everywhere = {each.lower() for each in (*dropbox, *longer, *williams) if plain.fullmatch(each)}
    frequent = {each.lower() for each in (*dropbox, *williams)}
    kept = {each for each in everywhere if 8 <= len(each) <= 50}
    kept |= {each for each in frequent if re.fullmatch("[a-z]{5,7}", each)}
    print("".join(f"# {line}".rstrip() + "\n" for line in HEADER.splitlines()))
    print("\n".join(sorted(kept)))


if __name__ == "__main__":
    main(*sys.argv[1:])
