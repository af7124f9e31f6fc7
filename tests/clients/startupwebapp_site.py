"""One running program on one database, with a stand-in for Stripe, sample goods, and people who buy."""
import email
import email.policy
import http.client
import itertools
import json
import pathlib
import sqlite3
import subprocess
import tempfile
import urllib.parse

from aiosmtpd.controller import Controller
from program import UNLIMITED, Program, clean_environment, free_port, fresh_postgresql, run, until
from shop_browser import ShopBrowser

PASSWORD = "Correct.Horse7"
PLACES = {  # the page, the server's name, whose hosts share cookies: contract §2.5
    "port": ("http://localhost:8080", "localhost", ""),
    "subdomain": ("http://localhost.startupwebapp.com", "localapi.startupwebapp.com", ".startupwebapp.com"),
}
BUYER = {"email": "eve@example.org", "name": "Eve Moneypenny", "line1": "1 Main St", "city": "Springfield",
         "state": "IL", "zip": "62701", "country": "US"}


SHOP = "shop@startupwebapp.example"


class Sink:
    """Takes the site's mail."""

    def __init__(self):
        self.taken = []

    async def handle_DATA(self, _server, _session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.taken.append((envelope.rcpt_tos[0], mail))
        return "250 taken"


class Site:
    """Started once for all tests of one database and one place of the pages."""

    def __init__(self, database, place, **settings):
        self.on, self.at, self.settings = database, place, settings
        self.page, self.api, self.domain = PLACES[place]
        self.names, self.program = itertools.count(1), None

    def start(self):
        self.home = tempfile.TemporaryDirectory(prefix="asterism-startupwebapp-")
        self.sink = Sink()
        self.mailer = Controller(self.sink, hostname="127.0.0.1", port=free_port())
        self.mailer.start()
        env = {"ASTERISM_STARTUPWEBAPP__PAGES": self.page,
               "ASTERISM_MAIL__FROM": SHOP, "ASTERISM_MAIL__SMTP__HOST": "127.0.0.1",
               "ASTERISM_MAIL__SMTP__SECURITY": "none", "ASTERISM_MAIL__SMTP__PORT": str(self.mailer.port),
               "ASTERISM_PAYMENTS__PUBLISHABLE_KEY": "pk_test_of_the_shop",
               "ASTERISM_PAYMENTS__STAND_IN": f"127.0.0.1:{free_port()}",
               **UNLIMITED, **self.settings}
        if self.domain:
            env["ASTERISM_SITE__COOKIE_DOMAIN"] = self.domain
            env["ASTERISM_SITE__HOSTS"] = self.api + ",localhost,127.0.0.1"
        self.program = Program(folder=str(pathlib.Path(self.home.name)), env=env,
                               database=fresh_postgresql() if self.on == "postgresql" else "")
        self.program.start()
        self.command("user", "add", "mira", "--email", "mira@example.org", "--role", "staff",
                     "--password-stdin", stdin=PASSWORD + "\n")
        self.command("user", "add", "root-of-all", "--email", "root@example.org", "--role", "admin",
                     "--password-stdin", stdin=PASSWORD + "\n")
        self.stock()
        return self

    def stop(self):
        if self.program:
            self.program.stop()
            self.mailer.stop()
            self.home.cleanup()

    def command(self, *words, stdin=None):
        done = run(*words, *self.program.where(), stdin=stdin, env={**clean_environment(), **self.program.env})
        if done.returncode:
            raise RuntimeError(f"{words}: {done.stdout}{done.stderr}")
        return done.stdout

    def call(self, operation, by="mira", **fields):
        """What the staff do."""
        return json.loads(self.command("call", operation, "--as", by, "--json-input", "-",
                                       stdin=json.dumps(fields)))

    def stock(self):
        """Clips in stock and back-ordered, bands with a picture of the product alone, and codes."""
        clips = self.call("add_product", identifier="bSusp6dBHm", title="Paper Clips", title_url="PaperClips",
                          headline="<b>Hold</b> it!", description_1="They hold.")["id"]
        self.call("add_product_picture", product=clips, url="/img/product/paper_clip_main_2.jpg", main=True)
        self.call("add_product_video", product=clips, url="https://player.vimeo.com/video/334006583",
                  thumbnail_url="/img/product/paper_clip_video_1_2_thumbnail.jpg")
        self.clip = self.sku(clips, "Left Sided Paperclip", "3.50", "in_stock")
        self.right = self.sku(clips, "Right sided paperclip", "3.50", "back_ordered")
        bands = self.call("add_product", identifier="v26ujdy3N1", title="Rubber Bands", title_url="RubberBands")["id"]
        self.call("add_product_picture", product=bands, url="/img/product/rubber_bands_2.jpg", main=True)
        self.band = self.sku(bands, "Multiple sizes and colors", "14.99", "in_stock")
        for code, kind, amount, minimum in (("WELCOME10", "percent_off", "10.00", "0.00"),
                                            ("TWENTY", "amount_off", "20.00", "100.00")):
            self.call("add_code", code=code, description="{} off", kind=kind, amount=amount,
                      order_minimum=minimum, starts="2019-04-01T00:00:00Z", ends="2099-01-01T00:00:00Z")

    def sku(self, product, description, price, availability):
        made = self.call("add_sku", product=product, description=description, color="Silver", size="Medium",
                         price=price, availability=availability)
        return max(each["id"] for each in made["skus"])

    def visitor(self):
        """Somebody new, with a page open."""
        return ShopBrowser(self.program.port, self.page, self.api).open()

    def member(self, browser=None):
        """Somebody who has an account, and signs in."""
        name = f"buyer{next(self.names)}"
        self.command("user", "add", name, "--email", f"{name}@example.org", "--password-stdin", stdin=PASSWORD + "\n")
        browser = browser or self.visitor()
        got = browser.log_in(name, PASSWORD)
        if got.json.get("login") != "true":
            raise RuntimeError(repr(got))
        browser.name = name
        return browser

    def name(self):
        return f"person{next(self.names)}"

    def mails(self, address, count=1):
        """What came to that address, once there is so much, in the order in which it came."""
        def come():
            found = [mail for to, mail in self.sink.taken if to == address]
            return found if len(found) >= count else None
        return until(come, f"{count} mails to {address}: {[(to, mail['Subject']) for to, mail in self.sink.taken]}")

    def mailed(self, address, before, count=1):
        """What follows that in the newest mail to the address."""
        text = self.mails(address, count)[-1].get_body(("plain",)).get_content()
        if before not in text:
            raise AssertionError(f"no {before} in {text}")
        return text.partition(before)[2].split()[0]

    def rows(self, query):
        """What the database holds, as lists of texts."""
        if self.on == "sqlite":
            path = next(pathlib.Path(self.home.name).rglob("*.db"))
            with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as line:
                return [["" if each is None else str(each) for each in row] for row in line.execute(query)]
        done = subprocess.run(["psql", "-qAt", "-F", "\t", "-d", self.program.database, "-c", query], check=True,
                              capture_output=True, text=True)
        return [line.split("\t") for line in done.stdout.splitlines()]

    def pay(self, url, button="pay", **more):
        """Presses a button of the page where it is paid; where that leads to."""
        split = urllib.parse.urlsplit(url)
        line = http.client.HTTPConnection(split.hostname, split.port, timeout=20)
        line.request("POST", split.path, urllib.parse.urlencode({**BUYER, **more, "do": button}),
                     {"Content-Type": "application/x-www-form-urlencoded"})
        got = line.getresponse()
        got.read()
        line.close()
        if got.status not in (302, 303):
            raise RuntimeError(f"{url}: {got.status}")
        return got.getheader("Location")
