"""Tells the server of payments until it has heard, and then again: late, out of order, twice at once."""
import collections
import hashlib
import hmac
import heapq
import http.client
import itertools
import json
import random
import threading
import time

SECRET = "whsec_of_the_tests"
PATHS = ("/v1/shop/webhooks/stripe", "/order/stripe-webhook")
TROUBLE = (OSError, http.client.HTTPException)


def signed(body):
    moment = str(int(time.time()))
    signature = hmac.new(SECRET.encode(), f"{moment}.{body}".encode(), hashlib.sha256).hexdigest()
    return {"Content-Type": "application/json", "Stripe-Signature": f"t={moment},v1={signature}"}


class Caller:
    def __init__(self, site, moments, seed, threads=4):
        self.site, self.moments, self.dice = site, moments, random.Random(seed)
        self.changed, self.due, self.turn = threading.Condition(), [], itertools.count()
        self.busy, self.over = 0, False
        self.events = {}  # body: session
        self.orders = collections.defaultdict(set)  # session: what it was ever told
        self.figures, self.wrongs = collections.Counter(), []
        for _ in range(threads):
            threading.Thread(target=self.work, daemon=True).start()

    def tell(self, body, session, later):
        with self.changed:
            self.events[body] = session
            for _ in range(self.dice.choice((1, 1, 2))):  # sometimes two at once
                self.put(body, later, self.dice.choice((2, 3)))

    def put(self, body, later, times):
        heapq.heappush(self.due, (time.monotonic() + later, next(self.turn), body, times))
        self.changed.notify_all()

    def tell_all_again(self):
        """Each of the events once more, in any order."""
        with self.changed:
            everything = list(self.events)
            self.dice.shuffle(everything)
            for body in everything:
                self.put(body, 0, 1)

    def quiet(self):
        with self.changed:
            return not self.due and not self.busy

    def stop(self):
        with self.changed:
            self.over = True
            self.changed.notify_all()

    def take(self):
        """The next letter that is due, or none: it is over."""
        with self.changed:
            while not self.over:
                wait = self.due[0][0] - time.monotonic() if self.due else None
                if wait is not None and wait <= 0:
                    self.busy += 1
                    return heapq.heappop(self.due)
                self.changed.wait(wait)
        return None

    def work(self):
        while letter := self.take():
            _, _, body, times = letter
            heard = self.send(body)
            with self.changed:
                self.busy -= 1
                if not heard:
                    self.put(body, 0.1 + self.dice.random(), times)
                elif times > 1:
                    self.put(body, 4 * self.dice.random() ** 2, times - 1)
                self.changed.notify_all()

    def send(self, body):
        link = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=30)
        try:
            link.request("POST", self.dice.choice(PATHS), body, signed(body))
            self.moments.tell("call")
            got = link.getresponse()
            text = got.read().decode()
        except TROUBLE:
            self.figures["unheard"] += 1
            return False
        finally:
            link.close()
        if got.status != 200:
            if got.status != 503:
                self.wrongs.append(f"a call got {got.status}: {text}")
            self.figures["refused"] += 1
            return False
        self.figures["heard"] += 1
        told = json.loads(text)
        order = told.get("order") or told.get("order_identifier")
        if order:
            self.orders[self.events[body]].add(order)
        return True
