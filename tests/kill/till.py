"""A double of Stripe that outlives the server: it remembers every session that it opened and who paid, and has
Stripe's formats."""
import http.server
import json
import random
import re
import threading
import time
import urllib.parse
import uuid

ADDRESS = {"city": "Flagstaff", "country": "US", "line1": "1 Star Street", "line2": None, "postal_code": "86001",
           "state": "AZ"}
LINE = re.compile(r"line_items\[(\d+)\]\[(.+)\]")


class Session:
    def __init__(self, form, base):
        self.id = "cs_test_" + uuid.uuid4().hex
        self.form, self.url = form, f"{base}/pay/{self.id}"
        self.status, self.paid, self.intent, self.off = "open", False, None, 0
        lines = {}
        for name, value in form.items():
            if found := LINE.fullmatch(name):
                lines.setdefault(found[1], {})[found[2]] = value
        self.amount = sum(int(line["price_data][unit_amount"]) * int(line["quantity"]) for line in lines.values())
        self.email = form.get("customer_email", "")

    def view(self):
        total = self.amount + self.off
        buyer = {"address": ADDRESS, "name": "Ada Buyer"}
        return {"id": self.id, "object": "checkout.session", "amount_subtotal": total, "amount_total": total,
                "client_reference_id": self.form["client_reference_id"], "currency": "usd", "livemode": False,
                "metadata": {"reference": self.form["metadata[reference]"]}, "mode": "payment",
                "customer_email": self.email or None, "payment_intent": self.intent, "status": self.status,
                "customer_details": {**buyer, "email": self.email} if self.intent else None,
                "collected_information": {"shipping_details": buyer} if self.intent else None,
                "payment_status": "paid" if self.paid else "unpaid", "total_details": {"amount_discount": 0},
                "url": self.url if self.status == "open" else None}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.server.till.moments.tell("look")
        session = self.server.till.sessions.get(self.path.rpartition("/")[2])
        if session:
            self.say(200, session.view())
        else:
            self.say(404, {"error": {"type": "invalid_request_error", "code": "resource_missing"}})

    def do_POST(self):
        sent = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        form = dict(urllib.parse.parse_qsl(sent, keep_blank_values=True))
        if self.path.endswith("/expire"):
            self.say(*self.server.till.expire(self.path.split("/")[-2]))
        else:
            self.say(*self.server.till.open(form, self.headers["Idempotency-Key"]))

    def say(self, status, body):
        text = json.dumps(body).encode()
        try:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)
        except OSError:
            self.close_connection = True  # who asked was killed


class Listener(http.server.ThreadingHTTPServer):
    request_queue_size, daemon_threads = 128, True

    def handle_error(self, *_):
        pass  # who asked was killed


class Till:
    def __init__(self, moments, seed):
        self.moments, self.dice, self.lock = moments, random.Random(seed), threading.RLock()
        self.sessions, self.given, self.wrongs = {}, {}, []
        self.tell = None  # takes (event's body, session's id, how many seconds later)
        self.server = Listener(("127.0.0.1", 0), Handler)
        self.server.till = self
        self.base = f"http://127.0.0.1:{self.server.server_port}"

    def settings(self):
        return {"ASTERISM_PAYMENTS__URL": self.base, "ASTERISM_PAYMENTS__SECRET_KEY": "sk_test_of_the_tests"}

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def open(self, form, key):
        """Answers the same key with the same session, and never another form under it."""
        early = self.dice.random() < 0.5
        if early:
            self.moments.tell("counter")
        time.sleep(0.02 * self.dice.random())
        with self.lock:
            if key not in self.given:
                session = Session(form, self.base)
                self.sessions[session.id] = session
                self.given[key] = session
            session = self.given[key]
            if session.form != form:
                self.wrongs.append(f"another form under the same key: {session.form} {form}")
                return 400, {"error": {"type": "idempotency_error"}}
            view = session.view()
        if not early:
            self.moments.tell("counter")
        time.sleep(0.02 * self.dice.random())
        return 200, view

    def expire(self, name):
        with self.lock:
            session = self.sessions.get(name)
            if not session or session.status != "open":
                return 400, {"error": {"type": "invalid_request_error"}}
            session.status = "expired"
            self.announce("expired", session)
            return 200, session.view()

    def expire_all(self):
        for name in list(self.sessions):
            self.expire(name)

    def pay(self, name, way):
        """At the page: by "card", by "bank" (the money comes later), "broke" (it never does), or "mangled" (a cent
        more than was asked for). False: nobody can pay there any more."""
        with self.lock:
            session = self.sessions[name]
            if session.status != "open":
                return False
            session.status, session.intent = "complete", "pi_" + uuid.uuid4().hex
            session.off = 1 if way == "mangled" else 0
            session.paid = way in ("card", "mangled")
            self.announce("completed", session, self.dice.choice((0, 0, 0.3, 2)))
        if way in ("bank", "broke"):
            threading.Timer(0.2 + self.dice.random(), self.settle, (session, way == "bank")).start()
        return True

    def settle(self, session, comes):
        with self.lock:
            session.paid = comes
            self.announce("async_payment_succeeded" if comes else "async_payment_failed", session)

    def announce(self, kind, session, later=0):
        event = {"id": "evt_" + uuid.uuid4().hex, "object": "event", "type": f"checkout.session.{kind}",
                 "data": {"object": session.view()}}
        self.tell(json.dumps(event), session.id, later)

    def paid(self):
        return {name: session for name, session in self.sessions.items() if session.paid}
