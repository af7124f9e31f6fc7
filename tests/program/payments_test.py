"""The stand-in for Stripe, driven by Stripe's own library."""
import hashlib
import hmac
import json
import os
import subprocess
import time
import unittest

import stripe
from program import Browser, Program, clean_environment, free_port, run

EVENT = json.dumps({"id": "evt_1", "object": "event", "type": "payment_intent.created",
                    "data": {"object": {"id": "pi_1", "object": "payment_intent"}}})


def poster(**more):
    return {"mode": "payment", "client_reference_id": "ref-1", "metadata": {"cart_id": "7"},
            "line_items": [{"quantity": 2, "price_data": {"currency": "usd", "unit_amount": 1500,
                                                          "product_data": {"name": "Poster"}}}],
            "success_url": "http://shop.example/paid?s={CHECKOUT_SESSION_ID}",
            "cancel_url": "http://shop.example/back", **more}


class StandIn(unittest.TestCase):
    def test_real_calls_are_heard_beside_it_by_every_secret(self):
        env = {"ASTERISM_PAYMENTS__WEBHOOK_SECRETS": "whsec_old,whsec_new"}
        with Program("--payments-stand-in", f"127.0.0.1:{free_port()}", env=env) as site:
            for secret, status in (("whsec_old", 200), ("whsec_new", 200), ("whsec_other", 400)):
                moment = str(int(time.time()))
                print_of = hmac.new(secret.encode(), f"{moment}.{EVENT}".encode(), hashlib.sha256).hexdigest()
                got = Browser(site.port).ask("POST", "/v1/shop/webhooks/stripe", EVENT,
                                             headers={"Content-Type": "application/json",
                                                      "Stripe-Signature": f"t={moment},v1={print_of}"})
                self.assertEqual(got.status, status, got.body)

    def test_stripes_own_library_drives_it(self):
        till = free_port()
        with Program("--payments-stand-in", f"127.0.0.1:{till}"):
            again = {"idempotencyKey": "ref-1"}
            session = stripe.result("create", port=till, params=poster(), options=again)
            self.assertEqual((session["object"], session["status"], session["payment_status"]),
                             ("checkout.session", "open", "unpaid"))
            self.assertEqual((session["amount_total"], session["currency"], session["livemode"]),
                             (3000, "usd", False))
            self.assertEqual((session["client_reference_id"], session["metadata"]), ("ref-1", {"cart_id": "7"}))
            self.assertEqual(session["url"], f"http://127.0.0.1:{till}/pay/{session['id']}")
            same = stripe.result("create", port=till, params=poster(), options=again)
            self.assertEqual(same["id"], session["id"])
            other = stripe.refusal("create", port=till, params=poster(mode="payment", customer_email="a@b.example"),
                                   options=again)
            self.assertEqual((other["type"], other["status"]), ("StripeIdempotencyError", 400))

            wrong = stripe.refusal("create", port=till, params=poster(line_items=[]))
            self.assertEqual((wrong["type"], wrong["param"]), ("StripeInvalidRequestError", "line_items"))
            missing = stripe.refusal("retrieve", port=till, session="cs_test_none")
            self.assertEqual((missing["code"], missing["status"]), ("resource_missing", 404))
            self.assertEqual(stripe.refusal("create", port=till, key="sk_live_1", params=poster())["type"],
                             "StripeAuthenticationError")

            self.assertEqual(stripe.press(till, session["id"], "fail")[0], 402)
            self.assertEqual(stripe.press(till, session["id"], "cancel")[:2], (303, "http://shop.example/back"))
            self.assertEqual(stripe.press(till, session["id"], "pay")[:2],
                             (303, f"http://shop.example/paid?s={session['id']}"))
            paid = stripe.result("retrieve", port=till, session=session["id"])
            self.assertEqual((paid["status"], paid["payment_status"], paid["url"]), ("complete", "paid", None))
            self.assertTrue(paid["payment_intent"].startswith("pi_"))
            self.assertEqual(paid["customer_details"]["email"], "ada@example.com")

            second = stripe.result("create", port=till, params=poster())
            self.assertNotEqual(second["id"], session["id"])
            self.assertEqual(stripe.result("expire", port=till, session=second["id"])["status"], "expired")
            self.assertEqual(stripe.refusal("expire", port=till, session=second["id"])["status"], 400)
            self.assertEqual(stripe.press(till, second["id"], "pay")[0], 410)

    def test_stripe_believes_what_we_sign(self):
        signed = subprocess.run([os.environ["ASTERISM_STRIPE_SIGN"], "whsec_the_new_one"], input=EVENT, text=True,
                                check=True, capture_output=True).stdout.strip()
        event = stripe.result("construct", payload=EVENT, header=signed, secret="whsec_the_new_one")
        self.assertEqual(event["id"], "evt_1")
        self.assertEqual(stripe.refusal("construct", payload=EVENT + " ", header=signed,
                                        secret="whsec_the_new_one")["type"], "StripeSignatureVerificationError")

    def test_is_not_for_production(self):
        def refused(*flags, env=None):
            done = run("serve", *flags, env={**clean_environment(), **(env or {})})
            return done.returncode, done.stderr

        here = ("--payments-stand-in", f"127.0.0.1:{free_port()}")
        code, said = refused("--mode", "production", *here)
        self.assertEqual(code, 3)
        self.assertIn("Play money cannot be taken here.", said)
        self.assertEqual(refused("--payments-stand-in", "0.0.0.0:9000")[0], 3)
        self.assertEqual(refused(*here, env={"ASTERISM_PAYMENTS__SECRET_KEY": "sk_live_1"})[0], 3)


if __name__ == "__main__":
    unittest.main()
