"""Pictures on their way in and out, through the whole program: many at once, unwanted ones, and a server that dies."""
import concurrent.futures
import http.client
import os
import pathlib
import signal
import socket
import time
import unittest

from program import UNLIMITED, Browser, Program, fresh_postgresql, until

SAMPLES = pathlib.Path(__file__).parent.parent / "media" / "samples"
PHOTO = (SAMPLES / "photo.jpg").read_bytes()
PLACE = "/v1/accounts/me/picture"
PASSWORD = "Correct.Horse7"


def form(content, name="me.jpg", type="image/jpeg"):
    head = f'--xYz\r\nContent-Disposition: form-data; name="picture"; filename="{name}"\r\nContent-Type: {type}\r\n\r\n'
    return head.encode() + content + b"\r\n--xYz--\r\n"


def large(size=5 * 1024 * 1024):
    """The photo with comments in it, up to so many bytes."""
    comment = b"\xff\xfe\xff\xff" + bytes(65533)
    room = size - len(PHOTO)
    padding = comment * (room // len(comment))
    rest = room - len(padding)
    if rest >= 4:
        padding += b"\xff\xfe" + (rest - 2).to_bytes(2, "big") + bytes(rest - 4)
    return PHOTO[:2] + padding + PHOTO[2:]


class Media(unittest.TestCase):
    database = ""

    def setUp(self):
        self.site = Program(database=self.make_database(), env=UNLIMITED).start()

    def tearDown(self):
        self.site.stop()
        self.site.home.cleanup()

    def make_database(self):
        return ""

    def person(self, name):
        added = self.site.run("user", "add", name, "--email", f"{name}@example.org", "--password-stdin", stdin=PASSWORD + "\n")
        self.assertEqual(added.returncode, 0, added.stderr)
        browser = Browser(self.site.port)
        self.assertEqual(browser.ask("POST", "/v1/sessions", {"identifier": name, "password": PASSWORD}).status, 200)
        return browser

    def send(self, browser, body):
        return browser.ask("PUT", PLACE, body, headers={"Content-Type": "multipart/form-data; boundary=xYz"})

    def fetch(self, name):
        link = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=30)
        link.request("GET", f"/media/{name}")
        got = link.getresponse()
        return got.status, got.read()

    def files(self, folder):
        return [file for file in (self.site.folder / "files" / folder).rglob("*") if file.is_file()]

    def test_a_picture_comes_in_and_goes_out_without_what_the_camera_wrote(self):
        ada = self.person("ada")
        sent = self.send(ada, form(PHOTO))
        self.assertEqual(sent.status, 200, sent.body)
        status, content = self.fetch(sent.json["picture"])
        self.assertEqual(status, 200)
        self.assertEqual(content[:3], b"\xff\xd8\xff")
        for trace in (b"Exif", b"GPS", b"xmp", b"Camera", b"secret"):
            self.assertIn(trace, PHOTO + b"xmp")
            self.assertNotIn(trace, content)
        self.assertEqual(ada.ask("DELETE", PLACE).status, 200)
        self.assertEqual(self.fetch(sent.json["picture"])[0], 404)
        self.assertEqual(self.files("."), [])

    def test_the_server_itself_never_loads_a_decoder(self):
        self.send(self.person("ada"), form(PHOTO))
        libraries = pathlib.Path(f"/proc/{self.site.process.pid}/maps").read_text()
        self.assertNotIn("vips", libraries)
        self.assertNotIn("jpeg", libraries)

    def test_strangers_are_refused_before_they_send_their_file(self):
        with socket.create_connection(("127.0.0.1", self.site.port), timeout=20) as link:
            link.sendall(f"PUT {PLACE} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000000\r\nExpect: 100-continue\r\n"
                         "Content-Type: multipart/form-data; boundary=xYz\r\n\r\n".encode())
            answer = b""
            while piece := link.recv(65536):
                answer += piece
        self.assertTrue(answer.startswith(b"HTTP/1.1 401 "), answer[:100])
        self.assertNotIn(b"100 Continue", answer)
        self.assertEqual(self.files("tmp"), [])

    def test_of_ten_uploads_at_once_by_one_person_one_picture_is_left(self):
        ada = self.person("ada")
        with concurrent.futures.ThreadPoolExecutor(10) as pool:
            answers = list(pool.map(lambda _: self.send(ada, form(PHOTO)), range(10)))
        self.assertEqual({answer.status for answer in answers}, {200})
        shown = ada.ask("GET", "/v1/profiles/ada").json["picture"]
        self.assertIn(shown, [answer.json["picture"] for answer in answers])
        self.assertEqual(len(self.files("kept")), 2)
        self.assertEqual(self.fetch(shown)[0], 200)
        self.assertEqual(self.files("tmp"), [])

    def test_fifty_large_uploads_at_once_are_taken_while_others_are_served(self):
        people = [self.person(f"person{number}") for number in range(3)]
        body, stop = form(large()), False

        def look():
            times = []
            while not stop:
                begin = time.monotonic()
                self.assertEqual(Browser(self.site.port).ask("GET", "/v1/sessions/current").status, 200)
                times.append(time.monotonic() - begin)
                time.sleep(0.02)
            return sorted(times)

        with concurrent.futures.ThreadPoolExecutor(51) as pool:
            side = pool.submit(look)
            begin = time.monotonic()
            answers = list(pool.map(lambda number: self.send(people[number % 3], body), range(50)))
            took = time.monotonic() - begin
            stop = True
            times = side.result()
        self.assertEqual({answer.status for answer in answers}, {200}, [a.body for a in answers if a.status != 200][:1])
        self.assertEqual(len(self.files("kept")), 6)
        self.assertEqual(self.files("tmp"), [])
        print(f"50 uploads of 5 MiB: {took:.1f} s; others meanwhile: {len(times)} requests, "
              f"median {times[len(times) // 2] * 1000:.0f} ms, p99 {times[len(times) * 99 // 100] * 1000:.0f} ms")

    def test_bombs_are_refused_by_their_heads(self):
        ada = self.person("ada")
        disc, frame = (SAMPLES / "disc.png").read_bytes(), PHOTO.index(b"\xff\xc0") + 5
        still = (SAMPLES / "still.gif").read_bytes()[:10] + bytes(3)
        still += bytes.fromhex("2c00000000010001008000 0000ffffff0202440100") * 10_000 + b";"
        film = b"\0\0\0\x08acTL" + (10_000).to_bytes(4, "big") + b"\0\0\0\0crc4"
        bombs = {"png of 900 million pixels": disc[:16] + (30_000).to_bytes(4, "big") * 2 + disc[24:],
                 "jpeg of 4 thousand million": PHOTO[:frame] + b"\xff" * 4 + PHOTO[frame + 4:],
                 "gif of 10,000 frames": still, "png of 10,000 frames": disc[:33] + film + disc[33:]}
        self.assertEqual(self.send(ada, form(PHOTO)).status, 200)
        children = pathlib.Path(f"/proc/{self.site.process.pid}/task").glob("*/children")
        family = [self.site.process.pid] + [int(child) for file in children for child in file.read_text().split()]

        def peak():
            lines = [pathlib.Path(f"/proc/{one}/status").read_text() for one in family]
            return sum(int(line.split("VmHWM:")[1].split()[0]) for line in lines) / 1024

        before = peak()
        for what, bomb in bombs.items():
            begin = time.monotonic()
            answer = self.send(ada, form(bomb))
            took = time.monotonic() - begin
            self.assertEqual(answer.status, 400, (what, answer.body))
            print(f"{what}: refused after {took * 1000:.0f} ms")
        self.assertLess(peak(), before + 8, "MiB")
        self.assertEqual(self.files("tmp"), [])

    def test_a_worker_that_is_killed_costs_nobody_anything(self):
        ada = self.person("ada")
        self.assertEqual(self.send(ada, form(PHOTO)).status, 200)
        children = pathlib.Path(f"/proc/{self.site.process.pid}/task").glob("*/children")
        workers = [int(child) for file in children for child in file.read_text().split()]
        self.assertTrue(workers)
        for worker in workers:
            os.kill(worker, signal.SIGKILL)
        self.assertEqual(self.send(ada, form(PHOTO)).status, 200)

    def test_what_a_dead_server_left_is_swept_after_an_hour(self):
        ada = self.person("ada")
        self.assertEqual(self.send(ada, form(PHOTO)).status, 200)
        cookies = "; ".join(f"{name}={value}" for name, value in ada.jar.items())
        with socket.create_connection(("127.0.0.1", self.site.port), timeout=20) as link:
            link.sendall((f"PUT {PLACE} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\nCookie: {cookies}\r\n"
                          f"X-CSRFToken: {ada.jar['csrftoken']}\r\nContent-Type: multipart/form-data; boundary=xYz\r\n\r\n"
                          ).encode() + form(PHOTO)[:5000])
            until(lambda: self.files("tmp"), "an upload under way")
            self.site.stop(signal.SIGKILL)
        (left,) = self.files("tmp")
        swept = self.site.run("media", "sweep", "--json")
        self.assertEqual(swept.returncode, 0, swept.stderr)
        self.assertEqual(self.files("tmp"), [left])
        os.utime(left, (time.time() - 3601,) * 2)
        self.assertIn('"discarded":1', self.site.run("media", "sweep", "--dry-run", "--json").stdout)
        self.assertEqual(self.files("tmp"), [left])
        self.assertIn('"discarded":1', self.site.run("media", "sweep", "--json").stdout)
        self.assertEqual(self.files("tmp"), [])
        self.assertEqual(len(self.files("kept")), 2)

    def test_the_command_line_takes_a_file_by_its_path(self):
        self.person("ada")
        done = self.site.run("call", "set_picture", "--as", "ada", "--picture", str(SAMPLES / "disc.png"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(self.files("kept")), 2)
        missing = self.site.run("call", "set_picture", "--as", "ada", "--picture", "/nowhere.png")
        self.assertEqual(missing.returncode, 4, missing.stderr)
        wrong = self.site.run("call", "set_picture", "--as", "ada", "--picture", __file__)
        self.assertEqual(wrong.returncode, 2, wrong.stderr)


class MediaOnPostgresql(Media):
    def make_database(self):
        return fresh_postgresql()

    test_fifty_large_uploads_at_once_are_taken_while_others_are_served = None


if __name__ == "__main__":
    unittest.main()
