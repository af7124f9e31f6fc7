"""Twenty tenants in one process, by host name: what one of them has is worth nothing at the others."""
import concurrent.futures
import email
import email.policy
import http.client
import json
import pathlib
import re
import subprocess
import unittest
import uuid

from aiosmtpd.controller import Controller

from program import UNLIMITED, Program, Visitor, free_port, fresh_postgresql, postgresql_beside, until

MANY = 20
PASSWORD, NEW = "Correct.Horse7", "Battery.Staple8"
PHOTO = (pathlib.Path(__file__).parent.parent / "media" / "samples" / "photo.jpg").read_bytes()
FORM = (b'--xYz\r\nContent-Disposition: form-data; name="picture"; filename="me.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
        + PHOTO + b"\r\n--xYz--\r\n")
# Few log-ins, and as many of everything else as the other cases need.
LIMITED = ["--limits-enabled", "true", "--limits-login", "3/1h", "--limits-login-failures", "1000/1h",
           "--limits-reset-confirm", "100000/1h", "--limits-visitor-writes", "100000/1h"]


class Sink:
    def __init__(self):
        self.taken = []

    async def handle_DATA(self, _server, _session, envelope):
        self.taken.append((envelope.mail_from, envelope.rcpt_tos[0],
                           email.message_from_bytes(envelope.content, policy=email.policy.default)))
        return "250 taken"


class Street:
    """The classes below say on which database."""

    @classmethod
    def setUpClass(cls):
        cls.sink = Sink()
        cls.mailer = Controller(cls.sink, hostname="127.0.0.1", port=free_port())
        cls.mailer.start()
        tag = uuid.uuid4().hex[:6]
        cls.names = [f"t{number:02}_{tag}" for number in range(MANY)]
        cls.hosts = {name: f"{name.replace('_', '-')}.example" for name in cls.names}
        database = cls.make_databases()
        cls.site = Program("--payments-stand-in", f"127.0.0.1:{free_port()}", env={
            **UNLIMITED, "ASTERISM_DATABASE": database, "ASTERISM_MAIL__SMTP__HOST": "127.0.0.1",
            "ASTERISM_MAIL__SMTP__SECURITY": "none", "ASTERISM_MAIL__SMTP__PORT": str(cls.mailer.port)})
        cls.site.start()
        cls.alone = cls.memory()
        cls.site.stop()
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            list(pool.map(cls.add, cls.names))
        cls.site.start()
        for name in cls.names:  # each has opened its database and answered
            assert cls.visitor(name).ask("GET", "/v1/places").status == 200
        cls.together = cls.memory()
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            cls.people = dict(zip(cls.names, pool.map(cls.settle, cls.names)))

    @classmethod
    def tearDownClass(cls):
        cls.site.stop()
        cls.mailer.stop()
        cls.site.home.cleanup()

    @classmethod
    def add(cls, name):
        host = cls.hosts[name]
        added = cls.site.run("tenant", "add", name, "--host", host, "--mail-from", f"shop@{host}",
                             *(LIMITED if name in cls.names[:2] else []))
        assert added.returncode == 0, added.stderr

    @classmethod
    def visitor(cls, name):
        return Visitor(cls.site.port, cls.hosts[name])

    @classmethod
    def settle(cls, name):
        """The same person everywhere, signed in, with a key, a picture, and a poster to sell that a visitor's cart holds."""
        added = cls.site.run("user", "add", "vera", "--email", f"vera@{cls.hosts[name]}", "--password-stdin",
                             "--role", "staff", "--tenant", name, stdin=PASSWORD + "\n")
        assert added.returncode == 0, added.stderr
        vera = cls.visitor(name)
        opened = vera.ask("POST", "/v1/sessions", {"identifier": "vera", "password": PASSWORD})
        assert opened.status == 200, opened.body
        key = vera.ask("POST", "/v1/accounts/me/keys", {"name": "robot", "scopes": ["profile.read"]})
        assert key.status == 201, key.body
        picture = vera.ask("PUT", "/v1/accounts/me/picture", FORM,
                           headers={"Content-Type": "multipart/form-data; boundary=xYz"})
        assert picture.status == 200, picture.body
        vera.key, vera.picture = key.json["secret"], picture.json["picture"]
        made = vera.ask("POST", "/v1/shop/admin/products",
                        {"title": "Poster", "title_url": "Poster", "identifier": f"poster-{name}"})
        assert made.status == 201, made.body
        vera.left = 10 + cls.names.index(name)
        sold = vera.ask("POST", f"/v1/shop/admin/products/{made.json['id']}/skus", {"price": "15.00", "left": vera.left})
        assert sold.status == 201, sold.body
        vera.product, vera.sku = f"/v1/shop/products/{made.json['identifier']}", sold.json["skus"][0]["id"]
        buyer = cls.visitor(name)
        cart = buyer.ask("POST", "/v1/shop/cart/lines", {"sku": vera.sku, "quantity": 1})
        assert cart.status == 200 and buyer.jar, cart.body
        vera.cart = buyer.jar
        return vera

    @classmethod
    def memory(cls):
        return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{cls.site.process.pid}/status").read_text())[1]) / 1024

    def everywhere(self, own, other, ask):
        """Asks every tenant with what each has: `own` where it is from, `other` at the rest."""
        def row(giver):
            return [(giver, taker, ask(self.people[giver], self.visitor(taker))) for taker in self.names]

        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            for giver, taker, status in sum(pool.map(row, self.names), []):
                self.assertIn(status, own if giver == taker else other, (giver, taker))

    def test_a_cookie_of_one_opens_nothing_at_the_others(self):
        def with_cookies(vera, there):
            there.jar = dict(vera.jar)
            return there.ask("GET", "/v1/accounts/me").status

        self.everywhere([200], [401], with_cookies)

    def test_nor_does_a_key(self):
        self.everywhere([200], [401], lambda vera, there: there.ask(
            "GET", "/v1/accounts/me", headers={"Authorization": f"Bearer {vera.key}"}, cookies=False).status)

    def fetch(self, there, name):
        link = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=30)
        link.request("GET", f"/media/{name}", headers={"Host": there.host})
        status = link.getresponse().status
        link.close()
        return status

    def test_a_picture_of_one_is_not_there_at_the_others(self):
        self.everywhere([200], [404], lambda vera, there: self.fetch(there, vera.picture))

    def test_a_cart_of_one_is_nobodys_at_the_others(self):
        def with_cart(vera, there, *asked):
            there.jar = dict(vera.cart)
            return there.ask(*asked)

        self.everywhere([200], [404], lambda vera, there: with_cart(
            vera, there, "PUT", f"/v1/shop/cart/lines/{vera.sku}", {"quantity": 2}).status)
        for name, vera in self.people.items():
            shown = [with_cart(vera, self.visitor(there), "GET", "/v1/shop/cart").json["lines"]
                     for there in (name, self.names[self.names.index(name) - 1])]
            self.assertEqual([[line["quantity"] for line in lines] for lines in shown], [[2], []], name)
        self.everywhere([200], [404], lambda vera, there: with_cart(vera, there, "DELETE", "/v1/shop/cart").status)

    def left(self, name):
        return self.visitor(name).ask("GET", self.people[name].product).json["skus"][0]["left"]

    def test_goods_and_stock_of_one_are_not_the_others(self):
        self.everywhere([200], [404], lambda vera, there: there.ask("GET", vera.product).status)

        def count(vera, there):
            there.jar = dict(vera.jar)
            return there.ask("PUT", f"/v1/shop/admin/skus/{vera.sku}/stock", {"left": vera.left}).status

        self.everywhere([200], [401], count)
        before = {name: self.left(name) for name in self.names}
        self.assertEqual(before, {name: vera.left for name, vera in self.people.items()})
        seller = self.names[5]
        buyer = self.visitor(seller)
        buyer.ask("POST", "/v1/shop/cart/lines", {"sku": self.people[seller].sku, "quantity": 4})
        paying = buyer.ask("POST", "/v1/shop/checkouts", {"email": "ada@example.com"})
        self.assertEqual(paying.status, 201, paying.body)
        self.assertEqual({name: self.left(name) for name in self.names}, {**before, seller: before[seller] - 4})
        for name in self.names:  # who sells it says that it is not paid yet, the others know nothing of it
            there = self.visitor(name)
            there.jar = dict(buyer.jar)
            answer = there.ask("POST", f"/v1/shop/checkouts/{paying.json['session']}/return", {})
            self.assertEqual(answer.status, 409 if name == seller else 404, (name, answer.body))

    def mailed(self, subject, before):
        """By host, the token in the mail that each tenant's worker sends, once all of them have."""
        def found():
            return [(sender, to, mail) for sender, to, mail in self.sink.taken[before:] if subject in mail["Subject"]]

        until(lambda: len(found()) >= MANY, f"each tenant mails: {subject}", 60)
        tokens = {}
        for sender, to, mail in found():
            host = to.split("@")[1]
            link = re.search(r"https?://\S+", mail.get_body(("plain",)).get_content()).group()
            self.assertEqual((sender, to), (f"shop@{host}", f"otto@{host}"))
            self.assertTrue(link.startswith(f"http://{host}:{self.site.port}/"), link)
            tokens[host] = link.rstrip("/").split("/")[-1].split("=")[-1]
        self.assertEqual(set(tokens), set(self.hosts.values()))
        return tokens

    def test_mailed_links_of_one_are_void_at_the_others(self):
        before = len(self.sink.taken)
        for name, host in self.hosts.items():
            otto = {"handle": "otto", "email": f"otto@{host}", "password": PASSWORD}
            self.assertEqual(self.visitor(name).ask("POST", "/v1/accounts", otto).status, 201)
        tokens = self.mailed("confirm your e-mail", before)
        self.everywhere([200], [400, 404], lambda vera, there: there.ask(
            "POST", "/v1/accounts/verification", {"token": tokens[vera.host]}).status)
        before = len(self.sink.taken)
        for name, host in self.hosts.items():
            asked = self.visitor(name).ask("POST", "/v1/accounts/password-reset", {"email": f"otto@{host}"})
            self.assertEqual(asked.status, 200, asked.body)
        tokens = self.mailed("Set a new password", before)
        self.everywhere([200], [400, 404], lambda vera, there: there.ask(
            "POST", "/v1/accounts/password-reset/confirm", {"token": tokens[vera.host], "password": NEW}).status)
        for name in self.names[2:5]:
            for password, status in ((PASSWORD, 401), (NEW, 200)):
                answer = self.visitor(name).ask("POST", "/v1/sessions", {"identifier": "otto", "password": password})
                self.assertEqual(answer.status, status, answer.body)

    def test_tasks_and_mails_lie_in_their_own_tenants_database(self):
        name = self.names[7]
        shown = self.site.run("mail", "outbox", "--json", "--tenant", name)
        self.assertEqual(shown.returncode, 0, shown.stderr)
        others = set(self.hosts.values()) - {self.hosts[name]}
        self.assertFalse([host for host in others if host in shown.stdout])
        self.assertNotIn("@", self.site.run("mail", "outbox", "--json").stdout)

    def test_files_lie_in_their_own_tenants_folder(self):
        for name in self.names:
            vera, folder = self.people[name], self.site.folder / "tenants" / name
            kept = [file for file in (folder / "files" / "kept").rglob("*") if file.is_file()]
            self.assertEqual(len(kept), 2, name)
            self.assertEqual(folder.stat().st_mode & 0o777, 0o700)
            self.assertTrue(vera.picture)
        self.assertFalse([file for file in (self.site.folder / "files").rglob("*") if file.is_file()])

    def test_who_uses_up_one_tenants_rate_leaves_the_others_theirs(self):
        def tries(name, count):
            there = self.visitor(name)
            return [there.ask("POST", "/v1/sessions", {"identifier": "nobody", "password": PASSWORD}).status
                    for _ in range(count)]

        self.assertEqual(tries(self.names[0], 4)[-1], 429)
        self.assertEqual(tries(self.names[1], 1), [401])
        self.assertEqual(tries(self.names[2], 4), [401] * 4)
        self.assertEqual(tries(self.names[0], 1), [429])

    def test_a_host_that_is_nobodys_gets_a_400_and_nothing_of_anybody(self):
        vera = self.people[self.names[3]]
        for host in ("nobody.example", f"x.{vera.host}", f"{vera.host}.", ""):
            there = Visitor(self.site.port, host)
            there.jar = dict(vera.jar)
            answer = there.ask("GET", "/v1/accounts/me")
            self.assertEqual(answer.status, 400, host)
            self.assertNotIn("vera", answer.body)
        self.assertEqual(Visitor(self.site.port, "127.0.0.1").ask("GET", "/v1/sessions/current").status, 200)
        self.assertEqual(vera.ask("GET", "/readyz").status, 200)

    def test_the_log_says_whose_a_line_is(self):
        name = self.names[4]
        self.assertEqual(self.visitor(name).ask("GET", "/v1/badges").status, 200)
        until(lambda: re.search(rf"answered tenant={name} .*path=/v1/badges", self.site.said()), "the line")

    def test_a_tenant_takes_less_than_4_mib_of_memory(self):
        each = (self.together - self.alone) / MANY
        print(f"{type(self).__name__}: {self.alone:.1f} MiB with 1, {self.together:.1f} with {MANY + 1}: {each:.2f} each")
        self.assertLess(each, 4)


class OnSqlite(Street, unittest.TestCase):
    @classmethod
    def make_databases(cls):
        return ""


class OnPostgresql(Street, unittest.TestCase):
    @classmethod
    def make_databases(cls):
        return postgresql_beside(fresh_postgresql(), *cls.names)


if __name__ == "__main__":
    unittest.main(verbosity=2)
