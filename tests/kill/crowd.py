"""Visitors, members and staff, at so many requests a second together."""
import collections
import itertools
import random
import threading
import time

from ways import Native, Pages

WAYS_TO_PAY = ("card",) * 12 + ("bank",) * 4 + ("broke", "mangled")
CODES = ("TEN", "TEN", "FEW", "ONCE")


class Pace:
    def __init__(self, a_second):
        self.lock, self.step, self.next = threading.Lock(), 1 / a_second, 0

    def wait(self):
        with self.lock:
            now = time.monotonic()
            self.next = max(self.next + self.step, now)
            rest = self.next - now
        time.sleep(rest)


class Crowd:
    def __init__(self, site, till, moments, seed, a_second=20):
        self.site, self.till, self.moments, self.seed = site, till, moments, seed
        self.pace, self.over = Pace(a_second), threading.Event()
        self.figures, self.wrongs = collections.Counter(), []
        self.shown = {}  # session: the order that its buyer saw
        self.numbers = itertools.count(1)
        self.threads = []

    def start(self):
        for number in range(6):
            self.send(self.visit, random.Random(f"{self.seed} visitor {number}"))
        for name, way in (("ada", Native), ("otto", Pages)):
            self.send(self.belong, random.Random(f"{self.seed} {name}"), name, way)
        self.send(self.keep_shop, random.Random(f"{self.seed} staff"))

    def send(self, life, *words):
        def live():
            try:
                life(*words)
            except Exception as failure:  # else nobody would hear of it
                self.wrongs.append(f"{life.__name__}: {failure!r}")

        self.threads.append(threading.Thread(target=live, daemon=True))
        self.threads[-1].start()

    def stop(self, seconds):
        """Everybody ends what they are at; the server has to be up."""
        self.over.set()
        deadline = time.monotonic() + seconds
        for thread in self.threads:
            thread.join(max(0.1, deadline - time.monotonic()))
            if thread.is_alive():
                self.wrongs.append("somebody never came to an end")

    def visit(self, dice):
        way = None
        while not self.over.is_set():
            if not way or dice.random() < 0.7:
                way = dice.choice((Native, Pages))(self)
            self.shop(dice, way, lambda: f"guest{next(self.numbers)}@example.org")

    def belong(self, dice, name, way):
        member = way(self).log_in(name)
        while not self.over.is_set():
            self.shop(dice, member, lambda: None)

    def shop(self, dice, way, email):
        """From the shelf to the order, or not so far."""
        way.drop()  # else an order on its way may take out of it what is put in anew
        kind = dice.choice(("chart", "chart", "chart", "globe", "poster", "meteorite"))
        if dice.random() < 0.5:
            way.browse(kind)
        way.add(self.site.skus[kind], dice.randint(1, 3))
        if kind in ("chart", "meteorite") and dice.random() < 0.5:
            way.enter(dice.choice(CODES))
        if dice.random() < 0.3:
            way.look()
        session = way.check_out(email())
        if not session:
            return way.drop()
        choice = dice.random()
        if choice < 0.1:
            return None  # leaves, and the cart stays
        if choice < 0.3:
            return self.think_again(dice, way, kind, session, email)
        return self.pay(dice, way, session)

    def think_again(self, dice, way, kind, session, email):
        """Two pages are open: what was offered before may be paid before or after the cart goes to pay once more."""
        first = dice.random()
        if first < 0.4:
            self.till.pay(session, "card")
        way.add(self.site.skus[kind], 1)
        second = way.check_out(email())
        if second:
            self.pay(dice, way, second)
        if first > 0.7:
            self.pay(dice, way, session)

    def pay(self, dice, way, session):
        if self.till.pay(session, dice.choice(WAYS_TO_PAY)) and dice.random() < 0.7:
            self.return_to(way, session)

    def return_to(self, way, session):
        self.moments.tell("return")
        order = way.come_back(session)
        if not order:
            return
        before = self.shown.setdefault(session, order)
        if before != order:
            self.wrongs.append(f"{session} was shown {before}, then {order}")
        if not way.show(order):
            self.wrongs.append(f"{order} does not show itself to its buyer")

    def keep_shop(self, dice):
        staff = Native(self).log_in("mira")
        while not self.over.wait(0.5):
            deed = dice.choice(("price", "count", "move", "read"))
            if deed == "price":
                staff.ask("POST", f"/admin/skus/{self.site.skus['poster']}/prices",
                          {"price": f"{dice.randint(500, 2500) / 100:.2f}"})
            elif deed == "count":
                staff.ask("PUT", f"/admin/skus/{self.site.skus['globe']}/stock", {"left": dice.randint(50, 500)})
            elif deed == "move":
                orders = staff.ask("GET", "/admin/orders?limit=20").json["items"]
                if orders:
                    staff.ask("POST", f"/admin/orders/{dice.choice(orders)['identifier']}/status",
                              {"status": "packing"})
            else:
                staff.ask("GET", "/admin/incidents")
                staff.ask("GET", "/admin/codes")
