"""A poster bought with play money, and what calls that come again, late, or wrong do to it."""
import concurrent.futures
import hashlib
import hmac
import json
import time
import unittest

import stripe
from program import Browser, Program, UNLIMITED, free_port, fresh_postgresql, run, until

HOOK = "/v1/shop/webhooks/stripe"


class Purchase(unittest.TestCase):
    SECRET = "whsec_of_the_tests"

    def setUp(self):
        self.till = free_port()
        self.env = {**UNLIMITED, "ASTERISM_PAYMENTS__WEBHOOK_SECRETS": self.SECRET}

    def site(self, database):
        site = Program("--payments-stand-in", f"127.0.0.1:{self.till}", database=database, env=self.env)
        self.counter = {"ASTERISM_PAYMENTS__URL": f"http://127.0.0.1:{self.till}",
                        "ASTERISM_PAYMENTS__SECRET_KEY": "sk_test_of_the_tests"}
        return site

    def call(self, site, name, *flags):
        done = run("call", name, *flags, *site.where(), env={**site.env, **self.counter})
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def stock(self, site):
        made = site.run("user", "add", "keeper", "--email", "k@example.org", "--role", "staff", "--password-stdin",
                        stdin="Galaxy.Curve7\n")
        self.assertEqual(made.returncode, 0, made.stderr)
        product = self.call(site, "add_product", "--as", "keeper", "--title", "Poster", "--title-url", "Poster")
        self.sku = self.call(site, "add_sku", "--as", "keeper", "--product", str(product["id"]), "--price", "15.00",
                             "--left", "10")["skus"][0]

    def go_to_pay(self, site):
        added = self.call(site, "add_to_cart", "--sku", str(self.sku["id"]), "--quantity", "2")
        counter = self.call(site, "check_out", "--visitor", added["visitor"], "--email", "ada@example.com")
        return added["visitor"], counter["session"]

    def orders(self, site):
        return [order["identifier"] for order in self.call(site, "list_orders", "--as", "keeper")["items"]]

    def event(self, session, name, kind="completed", **changes):
        """A call about a session as the stand-in tells of it, changed; signed."""
        told = stripe.result("retrieve", port=self.till, session=session)
        body = json.dumps({"id": name, "object": "event", "type": f"checkout.session.{kind}",
                           "data": {"object": {**told, **changes}}})
        moment = str(int(time.time()))
        signature = hmac.new(self.SECRET.encode(), f"{moment}.{body}".encode(), hashlib.sha256).hexdigest()
        return body, {"Stripe-Signature": f"t={moment},v1={signature}", "Content-Type": "application/json"}

    def tell(self, site, event):
        body, headers = event
        answer = Browser(site.port).ask("POST", HOOK, body, headers=headers)
        self.assertEqual(answer.status, 200, answer.body)
        return answer.json

    def buy(self, database):
        with self.site(database) as site:
            self.stock(site)
            visitor, session = self.go_to_pay(site)
            self.assertEqual(stripe.press(self.till, session, "fail")[0], 402)
            self.assertEqual(self.orders(site), [])
            self.assertEqual(stripe.press(self.till, session, "pay")[0], 303)
            order = until(lambda: self.orders(site), "the stand-in's call makes the order")
            self.assertEqual(len(order), 1)
            back = self.call(site, "come_back", "--session", session, "--visitor", visitor)
            self.assertEqual((back["stage"], back["order"]), ("ordered", order[0]))

            again = self.event(session, "evt_again")
            for _ in range(100):
                self.assertEqual(self.tell(site, again), {"received": True, "order": order[0]})
            events = [self.event(session, f"evt_{n}") for n in range(32)]
            with concurrent.futures.ThreadPoolExecutor(32) as crowd:
                told = list(crowd.map(lambda event: self.tell(site, event), events))
            self.assertEqual(told, [{"received": True, "order": order[0]}] * 32)
            self.tell(site, self.event(session, "evt_late", "expired"))
            self.assertEqual(self.orders(site), order)

            # Money that does not fit makes no order, and one incident however often it is told.
            _, other = self.go_to_pay(site)
            wrong = {"payment_status": "paid", "status": "complete", "payment_intent": "pi_wrong"}
            for n in range(3):
                heard = self.tell(site, self.event(other, f"evt_wrong_{n}", amount_total=1, **wrong))
                self.assertEqual(heard, {"received": True})
            self.assertEqual(self.orders(site), order)
            incidents = self.call(site, "list_incidents", "--as", "keeper")["items"]
            self.assertEqual([each["kind"] for each in incidents], ["wrong_amount"])

    def test_sqlite(self):
        self.buy("")

    def test_postgresql(self):
        self.buy(fresh_postgresql())


if __name__ == "__main__":
    unittest.main()
