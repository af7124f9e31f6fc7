"""One running program on one database, with the services of others on loopback, and its people."""
import concurrent.futures
import itertools
import pathlib
import re
import struct
import subprocess
import tempfile
import urllib.parse
import zlib

from client import Client
from program import Program, clean_environment, fresh_postgresql, run
from services import Services

PASSWORD = "Correct.Horse7"
INDEX = ("<!doctype html><html><head><title>Starview</title>"
         '<meta name="description" content="Stars"></head><body><div id="root"></div></body></html>')

# Zenith brightness in mcd/m² at one place each, along 40° north: contract §5.2's points of comparison.
GLOWS = [0, .0005, .001, .02, .05, .1, .2, .5, 1, 2, 5, 7, 10, 20, 100]
GLOW_LATITUDE, GLOW_WEST, GLOW_STEP = 40.0, 10.0, 0.5


def png(width, height, seed=0):
    """A picture of ours, so that no file of a stranger is needed."""
    row = b"\0" + bytes(channel for x in range(width)
                        for channel in (x * 255 // width, (x + 40 * seed) % 256, (7 * seed) % 256))
    parts = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
             (b"IDAT", zlib.compress(row * height, 1)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts)


def glow_map(path):
    """A GeoTIFF of one row of the figures above: 32-bit floats, EPSG:4326."""
    rows = struct.pack(f"<{len(GLOWS)}f", *GLOWS)
    doubles = struct.pack("<3d", GLOW_STEP, GLOW_STEP, 0) + struct.pack(
        "<6d", 0, 0, 0, GLOW_WEST, GLOW_LATITUDE + GLOW_STEP / 2, 0)
    keys = struct.pack("<16H", 1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326)
    tags = [(256, 3, 1, len(GLOWS)), (257, 3, 1, 1), (258, 3, 1, 32), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, None),
            (277, 3, 1, 1), (278, 3, 1, 1), (279, 4, 1, len(rows)), (339, 3, 1, 3), (33550, 12, 3, None),
            (33922, 12, 6, None), (34735, 3, 16, None)]
    at = 8 + 2 + 12 * len(tags) + 4
    places = {33550: at, 33922: at + 24, 34735: at + 72, 273: at + 72 + len(keys)}
    head = struct.pack("<2sHIH", b"II", 42, 8, len(tags))
    entries = b"".join(struct.pack("<HHII", tag, kind, count, places[tag] if value is None else value)
                       for tag, kind, count, value in tags)
    path.write_bytes(head + entries + struct.pack("<I", 0) + doubles + keys + rows)


class Site:
    """Started once for all tests of one database."""

    def __init__(self, database):
        self.on, self.addresses = database, itertools.count(1)
        self.people, self.shelf = {}, {}
        self.program = None

    def start(self):
        self.home = tempfile.TemporaryDirectory(prefix="asterism-starview-")
        home = pathlib.Path(self.home.name)
        (home / "web").mkdir()
        (home / "web" / "index.html").write_text(INDEX)
        glow_map(home / "sky.tif")
        built = run("sky", "raster", "build", str(home / "sky.tif"), "--output", str(home / "sky.raster"))
        if built.returncode:
            raise RuntimeError(built.stderr)
        self.services = Services().__enter__()
        # Whoever comes through the proxy has an address of his own, and so limits of his own.
        env = {"ASTERISM_SITE__TRUSTED_PROXIES": "127.0.0.1/32", "ASTERISM_SKY__RASTER": str(home / "sky.raster"),
               "ASTERISM_LIMITS__CONTENT": "100/1h", **self.services.settings()}
        self.program = Program("--web", str(home / "web"), folder=str(home), env=env,
                               database=fresh_postgresql() if self.on == "postgresql" else "")
        self.program.start()
        return self

    def stop(self):
        for person in self.people.values():
            person.close()
        if self.program:
            self.program.stop()
            self.services.__exit__()
            self.home.cleanup()

    @property
    def port(self):
        return self.program.port

    @property
    def origin(self):
        return f"http://127.0.0.1:{self.port}"

    def visitor(self):
        """Somebody new, at an address of his own. Of 198.18.0.0/15: nobody's."""
        number = next(self.addresses)
        return Client(self.port, f"198.18.{number // 250}.{number % 250 + 1}")

    def mails(self, address):
        """Those in the outbox to one address, the newest first."""
        return [mail for mail in self.outbox() if mail["to"].lower() == address.lower()]

    def outbox(self):
        """Only this machine may look into it."""
        return Client(self.port, "127.0.0.1", proxied=False).get("/v1/dev/outbox").json["items"]

    def add(self, *names):
        """People who have registered, proved their addresses and signed in; many at once."""
        new = [name for name in dict.fromkeys(names) if name not in self.people]
        for at in range(0, len(new), 20):  # the outbox shows the last 50 mails
            self.add_some(new[at:at + 20])
        return [self.people[name] for name in names]

    def add_some(self, names):
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            made = list(pool.map(self.register, names))
            letters = {mail["to"]: mail["text"] for mail in self.outbox() if "/accounts/confirm-email/" in mail["text"]}
            for name, person in zip(names, pool.map(lambda each: self.enter(each, letters), made)):
                self.people[name] = person

    def person(self, name):
        return self.add(name)[0]

    def register(self, name):
        person = self.visitor()
        got = person.post("/api/auth/register/", {
            "username": name, "email": f"{name}@example.org", "first_name": name.title(), "last_name": "Lovelace",
            "password1": PASSWORD, "password2": PASSWORD})
        if got.status != 201:
            raise RuntimeError(repr(got))
        person.name = name
        return person

    def enter(self, person, letters):
        link = confirmation(letters[f"{person.name}@example.org"])
        for got, expected in ((person.get(link), 302), (person.log_in(person.name, PASSWORD), 200)):
            if got.status != expected:
                raise RuntimeError(repr(got))
        return person

    def place(self, owner="ada", **fields):
        """A place of somebody's; its number."""
        sent = {"name": "Quiet Hill", "latitude": 46.05, "longitude": 14.5, **fields}
        got = self.person(owner).post("/api/locations/", sent)
        if got.status != 201:
            raise RuntimeError(repr(got))
        return got.json["id"]

    def sql(self, statement):
        """For what nobody can do by asking, such as owning the site's own account."""
        if self.on == "postgresql":
            subprocess.run(["psql", "-q", "-d", self.program.database, "-c", statement], check=True)
            return
        import sqlite3
        with sqlite3.connect(self.program.folder / "asterism.db") as db:
            db.execute(statement)

    def command(self, *words):
        return run(*words, *self.program.where(), env={**clean_environment(), **self.program.env})


def confirmation(text):
    """The path of the link in a mail."""
    return re.search(r"https?://[^/\s]+(/accounts/confirm-email/[a-z0-9]{64}/)", text).group(1)


def parts(url):
    """The address without its query, and the query."""
    split = urllib.parse.urlsplit(url)
    return f"{split.scheme}://{split.netloc}{split.path}", dict(urllib.parse.parse_qsl(split.query))
