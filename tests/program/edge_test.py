"""The program before a hostile net: memory and descriptors stay bounded, whoever comes, and nobody is
believed about who he is or whom he asks."""
import os
import random
import resource
import socket
import sqlite3
import struct
import time
import unittest

from program import Browser, Program, until

POST = b"POST /v1/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n"
GET = b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
ATTACKS = {
    "an extension of 64 KiB": (POST + b"1;" + b"x" * 65_536 + b"\r\n{\r\n0\r\n\r\n", 400),
    "20,000 bytes with an extension each": (POST + (b"1;" + b"x" * 200 + b"\r\n \r\n") * 20_000, 400),
    "a trailer of 70 KB": (POST + b"0\r\nX: " + b"x" * 70_000 + b"\r\n\r\n", 400),
    "a field of 70 KB": (GET[:-2] + b"X: " + b"x" * 70_000 + b"\r\n\r\n", 431),
    "a target of 70 KB": (b"GET /" + b"x" * 70_000 + b" HTTP/1.1\r\n\r\n", 414),
    "a body of a gigabyte": (b"POST /v1/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000000\r\n\r\n", 413),
}


def connect(port):
    return socket.create_connection(("127.0.0.1", port), timeout=20)


def hang_up(link):
    """With a reset, as a client does that crashed."""
    link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    link.close()


def status_of(link):
    """Of the next answer, or 0 where the connection ended without one."""
    try:
        got = link.recv(65_536)
    except ConnectionError:
        return 0
    return int(got.split()[1]) if got else 0


def attack(port, request):
    with connect(port) as link:
        try:
            link.sendall(request)
        except ConnectionError:
            pass  # the server has said its word and left
        return status_of(link)


def memory(site):
    """Bytes of real memory that the server has."""
    with open(f"/proc/{site.process.pid}/statm", encoding="ascii") as told:
        return int(told.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def descriptors(site):
    return len(os.listdir(f"/proc/{site.process.pid}/fd"))


def allow(site, files):
    _, most = resource.prlimit(site.process.pid, resource.RLIMIT_NOFILE)
    resource.prlimit(site.process.pid, resource.RLIMIT_NOFILE, (files, most))


def cpu_seconds(site):
    with open(f"/proc/{site.process.pid}/stat", encoding="ascii") as told:
        fields = told.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Bounds(unittest.TestCase):
    def clients(self, site, count):
        """So many, each of which has asked something."""
        links = [connect(site.port) for _ in range(count)]
        for link in links:
            self.addCleanup(link.close)
            link.sendall(GET)
        return links

    def test_no_request_makes_the_server_grow(self):
        # A sanitizer keeps freed memory for a while, which is no growth of ours.
        with Program(env={"ASAN_OPTIONS": "quarantine_size_mb=0:detect_leaks=0"}) as site:
            for name, (request, status) in ATTACKS.items():
                for _ in range(20):
                    attack(site.port, request)
                # What a request leaves behind it leaves each time; a thread that starts meanwhile, once.
                for _ in range(3):
                    before = memory(site)
                    for _ in range(50):
                        with self.subTest(name):
                            self.assertEqual(attack(site.port, request), status)
                    grown = memory(site) - before
                    if grown < 1 << 20:
                        break
                self.assertLess(grown, 1 << 20, name)
            self.assertEqual(Browser(site.port).ask("GET", "/readyz").status, 200)

    def test_a_thousand_resets_leave_nothing_behind(self):
        dice = random.Random(20260301)
        with Program() as site:
            before = descriptors(site)
            for _ in range(1_000):
                link = connect(site.port)
                request = dice.choice(list(ATTACKS.values()))[0]
                link.send(request[:dice.randrange(len(request))])
                hang_up(link)
            until(lambda: descriptors(site) <= before + 12, "the connections were let go")
            self.assertEqual(Browser(site.port).ask("GET", "/readyz").status, 200)
            self.assertIsNone(site.process.poll())

    def test_with_256_descriptors_it_serves_200_clients_and_tells_the_others(self):
        with Program(files=256) as site:
            links = self.clients(site, 250)
            got = [status_of(link) for link in links]
            self.assertEqual(set(got), {200, 503})
            self.assertGreaterEqual(got.count(200), 200)
            served = [link for link, status in zip(links, got) if status == 200]
            ask = b"GET /v1/sessions/current HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
            for link in served:  # all at once: the database must still be able to open its files
                link.sendall(ask)
            self.assertEqual({status_of(link) for link in served}, {200})
            for link in links:
                link.close()
            until(lambda: attack(site.port, GET) == 200, "there is room again")
            self.assertIn("clients fit the limit of 256 open files", site.said())

    def test_without_descriptors_it_waits_and_goes_on_when_there_are_some(self):
        with Program() as site:
            for _ in range(20):
                attack(site.port, GET)
            allow(site, descriptors(site))
            waiting = self.clients(site, 8)
            before = cpu_seconds(site)
            time.sleep(2)  # what must not happen in this time is work
            self.assertLess(cpu_seconds(site) - before, 0.5)
            self.assertIsNone(site.process.poll())
            allow(site, 1_024)
            self.assertEqual({status_of(link) for link in waiting}, {200})

    def test_one_address_takes_its_share_and_no_more(self):
        with Program("--server-connections-per-address", "5") as site:
            links = self.clients(site, 5)
            for link in links:
                self.assertEqual(status_of(link), 200)
            self.assertEqual(attack(site.port, GET), 503)
            links[0].close()
            until(lambda: attack(site.port, GET) == 200, "there is room again")


class Claims(unittest.TestCase):
    LIES = {"X-Forwarded-For": "evil, 203.0.113.7", "X-User-ID": "1", "CF-IPCountry": "XX"}

    def fail_to_sign_in(self, site):
        browser = Browser(site.port)
        got = browser.ask("POST", "/v1/sessions", {"identifier": "nobody", "password": "x"}, headers=self.LIES)
        self.assertEqual(got.status, 401)
        with sqlite3.connect(site.folder / "asterism.db") as db:
            return [row[0] for row in db.execute("SELECT DISTINCT address FROM audit_record")]

    def test_a_stranger_is_noted_under_his_own_address(self):
        with Program() as site:
            self.assertEqual(self.fail_to_sign_in(site), ["127.0.0.1"])
            self.assertNotIn("203.0.113.7", site.said())

    def test_a_trusted_proxy_is_believed_about_its_client(self):
        with Program("--site-trusted-proxies", "10.0.0.0/8, 127.0.0.1") as site:
            self.assertEqual(self.fail_to_sign_in(site), ["203.0.113.7"])
            until(lambda: "203.0.113.7" in site.said(), "the log names the client")

    def test_here_only_names_of_this_machine_are_answered_to(self):
        with Program() as site:
            browser = Browser(site.port)
            for host in ("localhost", f"localhost:{site.port}", "127.0.0.1", "[::1]"):
                self.assertEqual(browser.ask("GET", "/v1/sessions/current", headers={"Host": host}).status, 200)
            refused = browser.ask("GET", "/v1/sessions/current", headers={"Host": "rebound.example"})
            self.assertEqual(refused.status, 400)
            self.assertEqual(refused.json["code"], "unknown_host")
            self.assertNotIn("site.hosts", refused.body)
            until(lambda: "not in site.hosts" in site.said(), "the log tells what to set")
            for path in ("/livez", "/readyz", "/health/"):
                self.assertEqual(browser.ask("GET", path, headers={"Host": "10.1.2.3"}).status, 200)

    def test_no_mail_and_no_redirect_repeats_the_host(self):
        with Program("--site-hosts", "*") as site:
            browser = Browser(site.port)
            evil = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"}
            made = browser.ask("POST", "/v1/accounts", {"handle": "alice", "email": "alice@example.org",
                                                        "password": "Correct.Horse7"}, headers=evil)
            self.assertEqual(made.status, 201)
            for path in ("/", "/api/auth/status", "/accounts/confirm-email/nonsense/", "//evil.example/", "/v1/nowhere"):
                got = browser.ask("GET", path, headers=evil)
                self.assertNotIn("evil.example", "".join(value for _, value in got.headers) + got.body)
            mails = browser.ask("GET", "/v1/dev/outbox").body
            self.assertIn(f"http://127.0.0.1:{site.port}/", mails)
            self.assertNotIn("evil.example", mails)


if __name__ == "__main__":
    unittest.main()
