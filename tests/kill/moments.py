"""Moments at which a server can be killed, told by whoever sees them come."""
import threading


class Moments:
    """One kind is waited for at a time: "call", "mail", "counter", "look" or "return"."""

    def __init__(self):
        self.lock, self.wanted, self.come = threading.Lock(), None, threading.Event()

    def wait(self, kind, seconds):
        """Until that moment, or so long: whether it came."""
        with self.lock:
            self.wanted = kind
            self.come.clear()
        came = self.come.wait(seconds)
        with self.lock:
            self.wanted = None
        return came

    def tell(self, kind):
        with self.lock:
            if kind == self.wanted:
                self.come.set()
