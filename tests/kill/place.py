"""The real program with goods in it, which is killed and started again on the same data."""
import json
import signal
import tempfile
import time

from caller import SECRET
from program import UNLIMITED, Program, run
from ways import PASSWORD

USES = {"TEN": None, "FEW": 5, "ONCE": 1}


class Place:
    """`port` is where it listens now; of `scarce` meteorites there are no more."""

    def __init__(self, database, scarce, *settings):
        self.stock = {"chart": 100_000, "meteorite": scarce, "globe": 200, "poster": None}  # none: nobody counts
        self.home = tempfile.TemporaryDirectory(prefix="asterism-kill-")
        env = {"ASTERISM_PAYMENTS__WEBHOOK_SECRETS": SECRET, "ASTERISM_WORKER__LEASE_SECONDS": "10", **UNLIMITED}
        for each in settings:
            env.update(each)
        self.program = Program(folder=self.home.name, database=database, env=env, patience=240)
        self.skus, self.kills = {}, 0

    @property
    def port(self):
        return self.program.port

    def furnish(self):
        self.program.start()
        self.program.stop()
        for name, role in (("mira", "staff"), ("ada", "user"), ("otto", "user")):
            self.command("user", "add", name, "--email", f"{name}@example.org", "--role", role, "--password-stdin",
                         stdin=PASSWORD + "\n")
        for name, left in self.stock.items():
            product = self.call("add_product", identifier=name, title=name.title(), title_url=name.title())["id"]
            counted = {} if left is None else {"left": left}
            self.skus[name] = self.call("add_sku", product=product, price="9.99", **counted)["skus"][0]["id"]
        for code, uses in USES.items():
            limited = {} if uses is None else {"uses": uses}
            self.call("add_code", code=code, description="{} % off", kind="percent_off", amount="10.00",
                      starts="2019-04-01T00:00:00Z", ends="2099-01-01T00:00:00Z", **limited)

    def command(self, *words, stdin=None):
        done = run(*words, *self.program.where(), stdin=stdin, env=self.program.env)
        if done.returncode:
            raise RuntimeError(f"{words}: {done.stdout}{done.stderr}")
        return done.stdout

    def call(self, operation, **fields):
        """What the staff do."""
        return json.loads(self.command("call", operation, "--as", "mira", "--json-input", "-",
                                       stdin=json.dumps(fields)))

    def kill(self):
        self.program.stop(signal.SIGKILL)
        self.kills += 1

    def start(self, dice=None):
        """With dice: is killed once before it is up."""
        if dice:
            self.program.spawn()
            time.sleep(0.5 * dice.random())
            self.kill()
        self.program.start()
